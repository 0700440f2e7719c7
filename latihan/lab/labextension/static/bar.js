// The bar over a notebook: one word a button, the next step in colour, and whether all is saved.

import { element, tell } from './dialogs.js';
import {
  backToLesson,
  beginNextTry,
  feedbackHasCome,
  showFeedback,
  startExercise,
  submitExercise
} from './exercise.js';
import { chooseLesson } from './lessons.js';
import { menuButton } from './menu.js';
import { publicAddress, roomOf } from './rooms.js';
import { RUN } from './running.js';
import { Problem, act } from './server.js';

const FAULT = 'Ada gangguan. Tulisan Anda masih di layar ini. Coba lagi, atau beri tahu pendamping.';
const LOOK_EVERY = 5_000;
const LOOKS = 60;

/** Put the bar over a notebook. */
export function addBar(place, panel) {
  const room = roomOf(panel.context.path);
  const node = element('div', '', 'lapak-bar');
  node.setAttribute('role', 'toolbar');
  node.setAttribute('aria-label', 'Lapak');
  const status = element('span', '', 'lapak-status');
  status.setAttribute('role', 'status');
  const doing = { busy: false, sent: '', note: '', try: { number: 1, judged: false } };
  const again = () => {
    node.classList.toggle('lapak-judged', doing.try.judged);
    status.textContent = statusOf(panel, doing);
    status.classList.toggle('lapak-warn', panel.lapakSave === 'failed');
  };
  const run = button('▶ Jalankan', 'lapak-run', () => place.app.commands.execute(RUN));
  run.title = 'Menjalankan kotak yang sedang dipilih (Shift+Enter)';
  node.append(run, status);
  node.append(...deeds(place, panel, room, doing, again), menuButton(place, panel));
  panel.toolbar.hide();
  addBand(place, panel, node, 'lapak-bar-holder');
  if (room.page) addBand(place, panel, phoneNote(place, room), 'lapak-phone-holder');
  watch(panel, again);
  if (room.assignment) void lastSubmission(place, room, doing).then(again);
  again();
}

/** The buttons of a room, the next step last and in colour. */
function deeds(place, panel, room, doing, again) {
  const deed = (label, className, work) => deedButton(place, label, className, doing, work);
  const list = deed('Daftar pelajaran', '', () => chooseLesson(place));
  if (room.kind === 'lesson') {
    return [list, deed('Kerjakan latihan', 'lapak-next', () => startExercise(place, panel, room))];
  }
  if (room.kind !== 'exercise') return [list];
  const submit = async () => {
    const receipt = await submitExercise(place, panel, room);
    if (!receipt) return;
    doing.sent = `${sentence(receipt)}. Sedang diperiksa…`;
    again();
    void waitForFeedback(place, panel, room, () => {
      if (!doing.sent.startsWith(sentence(receipt))) return; // she has sent a newer one since
      doing.sent = `${sentence(receipt)}. Umpan balik sudah ada.`;
      again();
      void lookAtTry(place, panel, room, doing, again);
    });
  };
  const next = async () => {
    const begun = await beginNextTry(place, panel, room, doing.try.number + 1);
    if (!begun) return;
    Object.assign(doing, { try: begun, sent: '' });
    again();
  };
  return [
    room.lesson ? deed('Kembali ke pelajaran', '', () => backToLesson(place, panel, room)) : list,
    deed('Lihat umpan balik', '', () => showFeedback(place, panel, room)),
    deed('Kirim', 'lapak-next lapak-open', submit),
    deed('Coba lagi dengan angka baru', 'lapak-next lapak-again', next)
  ];
}

/** A button whose work may take a while: one at a time, and failures are told in a sentence. */
function deedButton(place, label, className, doing, work) {
  const node = button(label, className, async () => {
    if (doing.busy) return;
    doing.busy = true;
    node.setAttribute('aria-busy', 'true');
    try {
      await work();
    } catch (problem) {
      if (!(problem instanceof Problem)) console.error(problem);
      await tell(place.lab, 'Belum berhasil', problem instanceof Problem ? problem.message : FAULT);
    } finally {
      doing.busy = false;
      node.removeAttribute('aria-busy');
    }
  });
  return node;
}

function button(label, className, onclick) {
  const node = element('button', label, `lapak-button ${className}`);
  node.type = 'button';
  // Keep the cell she is in: a press on the bar must not take the cursor away.
  node.onmousedown = event => event.preventDefault();
  node.onclick = onclick;
  return node;
}

/** Add a band between the bar and the page, as high as what is in it. */
function addBand({ lab }, panel, inner, className) {
  const band = new lab.widgets.Widget();
  band.addClass(className);
  band.node.append(inner);
  panel.contentHeader.addWidget(band);
  const fit = () => {
    // JupyterLab lays out by minimum heights; it does not ask the text.
    band.node.style.minHeight = `${inner.offsetHeight}px`;
    panel.contentHeader.fit();
  };
  const watcher = new ResizeObserver(fit);
  watcher.observe(inner);
  panel.disposed.connect(() => watcher.disconnect());
}

/** On a phone the light page reads better. */
function phoneNote({ lab }, room) {
  const node = element('div', '', 'lapak-phone');
  const link = element('a', 'Buka halaman ringan', 'lapak-button lapak-next');
  link.href = publicAddress(lab, room.page);
  const stay = button('Tetap di sini', '', () => node.classList.add('lapak-closed'));
  node.append(element('p', 'Di ponsel, pelajaran ini lebih mudah dibaca di halaman ringan.', ''), link, stay);
  return node;
}

async function lastSubmission({ lab }, room, doing) {
  const found = await act(lab, 'status', room.assignment).catch(() => ({}));
  doing.note = found.note ?? '';
  if (room.kind !== 'exercise') return;
  if (found.receipt) doing.sent = sentence(found.receipt);
  if (found.try) doing.try = found.try;
}

/** The school notes a moment after the feedback that this try has been judged. */
async function lookAtTry(place, panel, room, doing, again) {
  for (let look = 0; look < LOOKS && !panel.isDisposed && !doing.try.judged; look += 1) {
    const found = await act(place.lab, 'status', room.assignment).catch(() => ({}));
    if (found.try) doing.try = found.try;
    again();
    await new Promise(later => setTimeout(later, LOOK_EVERY));
  }
}

/** Look now and then, for a few minutes, whether the newest submission has been looked at. */
async function waitForFeedback(place, panel, room, tell) {
  for (let look = 0; look < LOOKS && !panel.isDisposed; look += 1) {
    await new Promise(later => setTimeout(later, LOOK_EVERY));
    if (await feedbackHasCome(place, room).catch(() => false)) return tell();
  }
}

const sentence = receipt => `Terkirim ${receipt.when} (nomor ${receipt.number})`;

const tryOf = ({ number, judged }) =>
  judged ? `Percobaan ${number} sudah dinilai` : number > 1 ? `Percobaan ${number}: angka toko Anda baru` : '';

const noteOf = ({ note }) => (note ? `Latihan: ${note[0].toLowerCase()}${note.slice(1)}` : '');

function statusOf(panel, doing) {
  const kernel = panel.sessionContext.kernelDisplayStatus;
  if (panel.lapakSave === 'failed') return 'Belum bisa menyimpan. Jangan tutup halaman ini.';
  if (panel.lapakSave === 'started') return 'Menyimpan…';
  if (kernel === 'busy') return 'Menghitung…';
  if (['starting', 'connecting', 'initializing', 'restarting', 'autorestarting'].includes(kernel)) return 'Menyiapkan…';
  if (panel.context.model?.dirty) return 'Disimpan sebentar lagi';
  return ['Tersimpan ✓', doing.sent, tryOf(doing.try), noteOf(doing)].filter(Boolean).join('\n');
}

function watch(panel, again) {
  panel.context.saveState.connect((_, state) => {
    panel.lapakSave = state;
    again();
  });
  panel.sessionContext.statusChanged.connect(again);
  panel.sessionContext.connectionStatusChanged.connect(again);
  void panel.context.ready.then(() => {
    panel.context.model.stateChanged.connect(again);
    again();
  });
}
