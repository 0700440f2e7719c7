// The four deeds: start the exercise, submit it, see feedback, go back to the lesson.

import { selectBlank } from './cells.js';
import { ask, tell } from './dialogs.js';
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
      ? 'Anda boleh memperbaiki jawaban dan mengirim lagi.'
      : 'Jawaban Anda belum berubah sejak itu, jadi tidak dikirim dua kali.'
  );
  return receipt;
}

/** Open the newest feedback in a tab of its own, or say kindly that there is none yet. */
export async function showFeedback(place, panel, room) {
  const { lab } = place;
  const { found, about, newer, last } = await act(lab, 'feedback', room.assignment);
  if (!found) {
    await tell(lab, 'Belum ada umpan balik', ...notYet(last));
    return;
  }
  const notes = [`Umpan balik ini untuk kiriman nomor ${about.number}, ${about.when}.`];
  if (newer) notes.push(`Kiriman nomor ${last.number} belum dinilai.`);
  notes.push('Halamannya terbuka di tab baru. Tutup tab itu untuk kembali ke sini.');
  const open = await ask(lab, { title: 'Umpan balik sudah ada', text: notes, no: 'Nanti', yes: 'Buka umpan balik' });
  if (open) window.open(feedbackAddress(lab, room.assignment), '_blank', 'noopener');
}

function notYet(last) {
  if (!last) return ['Anda belum mengirim latihan ini. Tekan Kirim kalau sudah selesai.'];
  return [
    `Kiriman nomor ${last.number} sudah diterima pada ${last.when}.`,
    'Pendamping akan memeriksanya. Silakan lihat lagi besok.'
  ];
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
