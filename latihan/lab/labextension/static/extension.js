// What the extension adds: a bar over each notebook, calm cells, and one sentence when the line is lost.

import { keepCells, keepTypingSafe } from './cells.js';
import { addBar } from './bar.js';
import { ask } from './dialogs.js';
import { addRunCommand, rememberRuns, runGiven } from './running.js';
import { openFirstLesson } from './lessons.js';
import { roomOf } from './rooms.js';
import { saveInTurn } from './saving.js';

/** Make the plugins; `lab` holds JupyterLab's own modules. */
export function plugins(lab) {
  return [room(lab), connection(lab)];
}

function room(lab) {
  return {
    id: '@lapak/ruang-belajar:room',
    description: 'A calm place to learn: lesson, exercise, submit, feedback.',
    autoStart: true,
    requires: [lab.notebook.INotebookTracker, lab.docmanager.IDocumentManager],
    activate: (app, tracker, documents) => {
      const place = { lab, app, tracker, documents };
      document.documentElement.lang = 'id';
      rememberRuns(place);
      addRunCommand(place);
      keepTypingSafe(place);
      tracker.widgetAdded.connect((_, panel) => {
        saveInTurn(panel.context);
        addBar(place, panel);
        const dressed = keepCells(place, panel);
        if (roomOf(panel.context.path).kind === 'exercise') void dressed.then(() => runGiven(lab, panel));
      });
      void app.restored.then(() => openFirstLesson(place));
      void clearDesk(app);
    }
  };
}

/** Put away what JupyterLab keeps around the document. */
async function clearDesk(app) {
  await app.restored;
  const shell = app.shell;
  shell.mode = 'single-document';
  shell.collapseLeft();
  shell.collapseRight();
  for (const side of ['left', 'right']) {
    if (shell.isSideTabBarVisible(side)) shell.toggleSideTabBarVisibility(side);
  }
  if (shell.isTopInSimpleModeVisible()) shell.toggleTopInSimpleModeVisibility();
  for (const band of shell.layout.widgets) {
    if (band.id === 'jp-menu-panel') band.hide();
  }
}

/** In place of JupyterLab's English dialog about a lost server. */
function connection(lab) {
  let open = false;
  return {
    id: '@lapak/ruang-belajar:connection',
    description: 'Says calmly that the line is lost.',
    autoStart: true,
    provides: lab.application.IConnectionLost,
    activate: app => async () => {
      if (open) return;
      open = true;
      const restart = app.commands.hasCommand('hub:restart');
      const again = await ask(lab, {
        title: 'Sambungan terputus',
        text: [
          'Tulisan Anda masih ada di layar ini. Jangan tutup halaman ini.',
          'Periksa sambungan internet, lalu tunggu sebentar. Halaman ini menyambung sendiri.'
        ],
        no: 'Tunggu',
        yes: restart ? 'Nyalakan lagi ruang belajar' : null
      });
      open = false;
      if (again) await app.commands.execute('hub:restart');
    }
  };
}
