// Which room a notebook is in, told from its path: `pelajaran/<track>/<unit>` or `latihan/<track>_<unit>`.

const LESSON = /^pelajaran\/([a-z]+)\/(\d\d_[a-z0-9_]+)\.ipynb$/;
const EXERCISE = /^latihan\/([a-z]+)_(\d\d_[a-z0-9_]+)\/\2\.ipynb$/;
const TEST = /^(00_uji_awal|99_uji_akhir)$/;

/**
 * Tell the room of a notebook.
 *
 * @param {string} path from the root of what JupyterLab shows
 * @returns {{kind: 'lesson'|'exercise'|'other', assignment?, lesson?, page?}} `page` is the public page;
 *   a test before or after a track is an exercise without lesson and page
 */
export function roomOf(path) {
  const lesson = LESSON.exec(path);
  const exercise = EXERCISE.exec(path);
  const match = lesson || exercise;
  if (!match) return { kind: 'other' };
  const [, track, unit] = match;
  if (TEST.test(unit)) return { kind: 'exercise', assignment: `${track}_${unit}` };
  return {
    kind: lesson ? 'lesson' : 'exercise',
    assignment: `${track}_${unit}`,
    lesson: `pelajaran/${track}/${unit}.ipynb`,
    page: `services/belajar/pelajaran/${track}/${unit}.html`
  };
}

/** Address of a public page: beside the hub, or at the root where there is no hub. */
export function publicAddress(lab, page) {
  const hub = lab.coreutils.PageConfig.getOption('hubPrefix') || '/hub/';
  return hub.replace(/hub\/?$/, '') + page;
}
