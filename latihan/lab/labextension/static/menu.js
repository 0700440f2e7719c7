// "Lainnya": the few things she seldom needs.

import { element } from './dialogs.js';
import { runAll } from './running.js';

/** Make the button and its menu. */
export function menuButton(place, panel) {
  const { lab, app } = place;
  const commands = addCommands(place);
  const menu = new lab.widgets.Menu({ commands: app.commands });
  menu.addClass('lapak-menu');
  for (const command of commands) menu.addItem(command ? { command } : { type: 'separator' });
  const node = element('button', 'Lainnya', 'lapak-button lapak-more');
  node.type = 'button';
  node.setAttribute('aria-haspopup', 'menu');
  node.onclick = () => {
    const box = node.getBoundingClientRect();
    menu.open(box.right, box.bottom + 4, { horizontalAlignment: 'right' });
  };
  panel.disposed.connect(() => menu.dispose());
  return node;
}

/** Commands with plain names; null is a line between them. Leaving needs a hub to leave. */
function addCommands({ app, lab, tracker }) {
  const { commands } = app;
  const here = work => () => tracker.currentWidget && work(tracker.currentWidget);
  const plain = [
    ['lapak:save', 'Simpan sekarang', () => commands.execute('docmanager:save')],
    ['lapak:run-all', 'Jalankan semua dari awal', here(panel => runAll(lab, panel))],
    ['lapak:interrupt', 'Hentikan perhitungan', () => commands.execute('notebook:interrupt-kernel')]
  ];
  if (commands.hasCommand('hub:logout')) {
    plain.push(null, ['lapak:leave', 'Keluar', () => commands.execute('hub:logout')]);
  }
  for (const entry of plain) {
    if (!entry || commands.hasCommand(entry[0])) continue;
    commands.addCommand(entry[0], { label: entry[1], execute: entry[2] });
  }
  return plain.map(entry => entry && entry[0]);
}
