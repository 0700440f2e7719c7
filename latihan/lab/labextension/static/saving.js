// JupyterLab takes one save beside another for somebody else's change, and asks her what to do.

/** Let each save of a document wait for the one before it. */
export function saveInTurn(context) {
  const save = context.save.bind(context);
  let last = Promise.resolve();
  context.save = () => (last = last.catch(() => {}).then(save));
}
