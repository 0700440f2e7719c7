// Dialogs with short sentences and big buttons.

/** Ask a question. `yes` null leaves one button; `wait` starts on the careful one. */
export async function ask(lab, { title, text, list = [], no, yes, careful = false }) {
  const { Dialog, showDialog } = lab.apputils;
  const buttons = [Dialog.cancelButton({ label: no, className: 'lapak-dialog-no' })];
  if (yes) buttons.push(Dialog.okButton({ label: yes }));
  const result = await showDialog({
    title,
    body: body(lab, text, list),
    buttons,
    defaultButton: careful || !yes ? 0 : 1
  });
  return result.button.accept;
}

/** Say something; one button closes. */
export async function tell(lab, title, ...text) {
  const { Dialog, showDialog } = lab.apputils;
  await showDialog({
    title,
    body: body(lab, text, []),
    buttons: [Dialog.okButton({ label: 'Baik' })]
  });
}

/** Let her choose one of several; returns its value, or null. */
export async function choose(lab, title, groups) {
  const { Dialog } = lab.apputils;
  const node = document.createElement('div');
  const dialog = new Dialog({
    title,
    body: new lab.widgets.Widget({ node }),
    buttons: [Dialog.cancelButton({ label: 'Tutup' })]
  });
  let chosen = null;
  for (const [name, items] of groups) {
    node.append(element('h3', name, 'lapak-group'));
    for (const item of items) {
      const button = element('button', item.label, 'lapak-button lapak-choice');
      button.type = 'button';
      button.onclick = () => {
        chosen = item.value;
        dialog.reject();
      };
      node.append(button);
      if (item.note) node.append(element('p', item.note, 'lapak-note'));
    }
  }
  await dialog.launch();
  return chosen;
}

function body(lab, text, list) {
  const node = document.createElement('div');
  node.className = 'lapak-dialog';
  if (list.length) {
    const items = element('ul', '', '');
    items.append(...list.map(item => element('li', item, '')));
    node.append(items);
  }
  node.append(...text.map(line => element('p', line, '')));
  return new lab.widgets.Widget({ node });
}

/** Make an element with text (never markup) and a class. */
export function element(tag, text, className) {
  const node = document.createElement(tag);
  node.textContent = text;
  if (className) node.className = className;
  return node;
}
