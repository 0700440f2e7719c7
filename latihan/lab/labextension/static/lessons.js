// The list of lessons and tests, and the lesson that opens when nothing else does.

import { choose } from './dialogs.js';
import { act, lessons } from './server.js';

/** Show the list and open what was chosen; a test is fetched first. */
export async function chooseLesson(place) {
  const { lessons: all } = await lessons(place.lab);
  const tracks = [...new Set(all.map(item => item.track))];
  const groups = tracks.map(track => [
    track,
    all.filter(item => item.track === track).map(item => ({ label: item.title, note: item.note, value: item }))
  ]);
  const item = await choose(place.lab, 'Daftar pelajaran', groups);
  if (!item) return;
  const path = item.path || (await act(place.lab, 'fetch', item.assignment)).path;
  place.documents.openOrReveal(path);
}

/** Open the first lesson where neither the address nor the last visit has opened anything. */
export async function openFirstLesson(place) {
  const shown = () => [...place.app.shell.widgets('main')].length;
  if (shown() || /\/tree\//.test(window.location.pathname)) return;
  const { lessons: all } = await lessons(place.lab).catch(() => ({ lessons: [] }));
  const first = all.find(item => item.path);
  if (first && !shown()) place.documents.openOrReveal(first.path);
}
