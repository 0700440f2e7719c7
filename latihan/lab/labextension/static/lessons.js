// The list of lessons, and the one that opens when nothing else does.

import { choose } from './dialogs.js';
import { lessons } from './server.js';

/** Show the list of lessons and open the chosen one. */
export async function chooseLesson(place) {
  const { lessons: all } = await lessons(place.lab);
  const tracks = [...new Set(all.map(lesson => lesson.track))];
  const groups = tracks.map(track => [
    track,
    all.filter(lesson => lesson.track === track).map(({ title, path }) => ({ label: title, value: path }))
  ]);
  const path = await choose(place.lab, 'Daftar pelajaran', groups);
  if (path) place.documents.openOrReveal(path);
}

/** Open the first lesson where neither the address nor the last visit has opened anything. */
export async function openFirstLesson(place) {
  const shown = () => [...place.app.shell.widgets('main')].length;
  if (shown() || /\/tree\//.test(window.location.pathname)) return;
  const { lessons: all } = await lessons(place.lab).catch(() => ({ lessons: [] }));
  if (all.length && !shown()) place.documents.openOrReveal(all[0].path);
}
