// The four deeds: start the exercise, submit it, see feedback, go back to the lesson.

import { selectBlank } from './cells.js';
import { ask, tell } from './dialogs.js';
import { runAll } from './running.js';
import { Problem, act, feedbackAddress } from './server.js';

const UNSAVED = 'Pekerjaan Anda belum dapat disimpan, jadi belum dikirim. Tulisan Anda masih di layar. Coba lagi.';

/** Fetch the exercise unless she has it, and open it. */
export async function startExercise(place, panel, room) {
  await save(place, panel, room);
  const { path } = await act(place.lab, 'fetch', room.assignment);
  place.documents.openOrReveal(path);
}

/** Open the lesson that belongs to an exercise. */
export async function backToLesson(place, panel, room) {
  await save(place, panel, room);
  place.documents.openOrReveal(room.lesson);
}

/** Save, warn of empty answers, submit, confirm with date and number. Returns the receipt or null. */
export async function submitExercise(place, panel, room) {
  const { lab } = place;
  await save(place, panel, room);
  const { empty } = await act(lab, 'check', room.assignment);
  if (empty.length && !(await wantsToSubmit(lab, empty))) {
    show(panel, empty[0].cell);
    return null;
  }
  // The dialog may have stood open for a while: what is on the screen is what is sent.
  await save(place, panel, room);
  const { receipt, new: isNew } = await act(lab, 'submit', room.assignment);
  await tell(
    lab,
    isNew ? 'Latihan terkirim' : 'Latihan ini sudah terkirim',
    `${isNew ? 'Terkirim' : 'Sudah terkirim'} pada ${receipt.when}. Nomor kiriman: ${receipt.number} (kode ${receipt.code}).`,
    isNew
      ? 'Jawaban Anda diperiksa sekarang, biasanya kurang dari satu menit. Setelah itu tekan Lihat umpan balik.'
      : 'Jawaban Anda belum berubah sejak itu, jadi tidak dikirim dua kali.'
  );
  return receipt;
}

/** Ask whether she wants new numbers, get them, and run all that she has typed with them. */
export async function beginNextTry(place, panel, room, number) {
  const { lab } = place;
  const sure = await ask(lab, {
    title: `Mulai percobaan ${number}?`,
    text: [
      'Angka toko Anda menjadi baru. Tulisan Anda tetap ada, dan rumus menghitung dengan angka baru.',
      'Jawaban yang Anda hitung sendiri perlu dihitung lagi. Nilai terbaik Anda tetap dipakai.'
    ],
    no: 'Nanti saja',
    yes: 'Mulai'
  });
  if (!sure) return null;
  await save(place, panel, room);
  const { try: begun } = await act(lab, 'again', room.assignment);
  await runAll(lab, panel);
  panel.content.node.scrollTop = 0;
  return begun;
}

/** Open the feedback in a tab of its own; where there is none yet, that page says so and looks again. */
export function showFeedback(place, panel, room) {
  // At once, within the press: a browser blocks a tab that opens later.
  window.open(feedbackAddress(place.lab, room.assignment), '_blank', 'noopener');
}

/** Whether feedback on the newest submission has come. */
export async function feedbackHasCome({ lab }, room) {
  const { found, newer } = await act(lab, 'feedback', room.assignment);
  return found && !newer;
}

function wantsToSubmit(lab, empty) {
  return ask(lab, {
    title: `${empty.length} jawaban masih kosong`,
    list: empty.map(answer => answer.name),
    text: ['Kirim juga? Jawaban yang kosong tidak mendapat nilai.'],
    no: 'Isi dulu',
    yes: 'Kirim juga',
    careful: true
  });
}

/** Save what is on the screen. Asking the server first spares her JupyterLab's own error dialog. */
async function save(place, panel, room) {
  if (!panel.context.model.dirty) return;
  await act(place.lab, 'status', room.assignment);
  try {
    await panel.context.save();
  } catch {
    throw new Problem(UNSAVED);
  }
  if (panel.context.model.dirty) throw new Problem(UNSAVED);
}

/** Bring an answer into view, ready to type. */
function show(panel, id) {
  const index = panel.content.widgets.findIndex(cell => cell.model.id === id);
  if (index < 0) return;
  panel.content.activeCellIndex = index;
  panel.content.widgets[index].node.scrollIntoView({ block: 'center' });
  panel.content.mode = 'edit';
  selectBlank(panel.content.widgets[index]);
}
