// "Jalankan": runs the cell she is in, what it builds on, and the check of her answer right below.

import { hasBlank, isAnswer, isCheck } from './cells.js';

export const RUN = 'lapak:run';
const storeOf = kernel => `lapak-ran-${kernel.id}`;

/** Remember which cells have run in which kernel, over a reload of the page too. */
export function rememberRuns({ lab, tracker }) {
  lab.notebook.NotebookActions.executed.connect((_, { notebook, cell }) => {
    const kernel = notebook.parent?.sessionContext?.session?.kernel;
    if (!kernel) return;
    const ran = runIn(kernel).add(cell.model.id);
    sessionStorage.setItem(storeOf(kernel), JSON.stringify([...ran]));
  });
  tracker.widgetAdded.connect((_, panel) => {
    panel.sessionContext.statusChanged.connect((context, status) => {
      const restarted = status === 'restarting' || status === 'autorestarting';
      if (restarted && context.session?.kernel) sessionStorage.removeItem(storeOf(context.session.kernel));
    });
  });
}

/** Add the command behind the button and behind Shift+Enter and Ctrl+Enter. */
export function addRunCommand(place) {
  const { app, tracker } = place;
  app.commands.addCommand(RUN, {
    label: 'Jalankan',
    execute: () => tracker.currentWidget && run(place.lab, tracker.currentWidget)
  });
  // One step more precise than JupyterLab's own selectors, so that these win.
  const modes = ['.jp-mod-editMode', '.jp-mod-commandMode:not(.jp-mod-readWrite) :focus'];
  for (const keys of [['Shift Enter'], ['Ctrl Enter']]) {
    for (const mode of modes) {
      app.commands.addKeyBinding({ command: RUN, keys, selector: `.jp-NotebookPanel .jp-Notebook${mode}` });
    }
  }
}

/** Run what an exercise gives, once its kernel is there, so that her shop's numbers are on the page. */
export async function runGiven(lab, panel) {
  await kernelReady(panel);
  const first = panel.content.widgets.findIndex(isAnswer);
  await runMissing(lab, panel, first);
}

/** Start the kernel afresh and run every cell that is filled in. */
export async function runAll(lab, panel) {
  await panel.sessionContext.restartKernel();
  for (const cell of panel.content.widgets) {
    if (cell.model.type !== 'code' || hasBlank(cell)) continue;
    await lab.notebook.NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
  }
}

async function run(lab, panel) {
  const notebook = panel.content;
  const cells = notebook.widgets;
  const at = notebook.activeCellIndex;
  if (at < 0) return;
  const next = cells[at + 1];
  const together = isAnswer(cells[at]) && next && isCheck(next) ? [cells[at], next] : [cells[at]];
  if (cells[at].model.type === 'code') {
    await kernelReady(panel);
    await runMissing(lab, panel, at);
  }
  const done = lab.notebook.NotebookActions.runCells(notebook, together, panel.sessionContext);
  if (next) {
    notebook.activeCellIndex = at + 1;
    notebook.mode = 'command';
  }
  await done;
  notebook.widgets[notebook.activeCellIndex]?.node.scrollIntoView({ block: 'nearest' });
}

/** JupyterLab drops what is run before the kernel is there; a person who presses early should not notice. */
async function kernelReady({ sessionContext }) {
  await sessionContext.ready;
  // A kernel that was put away for being idle comes back without a question.
  await sessionContext.sessionManager.refreshRunning().catch(() => {});
  if (!sessionContext.session?.kernel) await sessionContext.startKernel();
  await sessionContext.session?.kernel?.info;
}

async function runMissing(lab, panel, at) {
  for (const cell of missing(panel, at)) {
    // One by one: an error in an older cell must not keep hers from running.
    await lab.notebook.NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
  }
}

/** Cells above that this kernel has not run but needs: given ones, and those she had run before. */
function missing(panel, at) {
  const kernel = panel.sessionContext.session?.kernel;
  const ran = kernel ? runIn(kernel) : new Set();
  return panel.content.widgets.slice(0, at).filter(cell => {
    if (cell.model.type !== 'code' || ran.has(cell.model.id) || isCheck(cell)) return false;
    const known = cell.model.executionCount !== null || !isAnswer(cell);
    return known && cell.model.sharedModel.getSource().trim() !== '' && !hasBlank(cell);
  });
}

function runIn(kernel) {
  return new Set(JSON.parse(sessionStorage.getItem(storeOf(kernel)) || '[]'));
}
