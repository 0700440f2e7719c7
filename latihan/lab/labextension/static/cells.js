// Calm cells: what is given stays as it is and looks quiet; the answer is plainly the place to type.

import { roomOf } from './rooms.js';

const CHECK = /^\s*cek\(/;
const ASSIGNS = /^[a-z_][a-z0-9_]*\s*=/m;
// An Ellipsis as a value, not three points in a text.
const BLANK = /(^|[=(,+*/-])\s*\.\.\.(?=\s*($|[#),+*/-]))/m;
const STUB = 'Tulis jawaban Anda di sini.';

const tags = cell => cell.model.getMetadata('tags') || [];
const grader = cell => cell.model.getMetadata('nbgrader') || {};
const source = cell => cell.model.sharedModel.getSource();

/** A code cell in which a blank is left. */
export function hasBlank(cell) {
  return BLANK.test(source(cell));
}

/** A code cell that is only a call of `cek`. */
export function isCheck(cell) {
  return cell.model.type === 'code' && CHECK.test(source(cell)) && !grader(cell).solution;
}

/** A cell that she fills in: nbgrader's solution, or in a lesson a gap. */
export function isAnswer(cell) {
  return Boolean(grader(cell).solution) || cell.hasClass('lapak-answer');
}

/** Dress the cells of a notebook, now and when cells come; resolves when they are dressed. */
export function keepCells(place, panel) {
  const dress = () => {
    const { kind } = roomOf(panel.context.path);
    panel.toggleClass('lapak-room', kind !== 'other');
    if (kind === 'other') return;
    panel.content.widgets.forEach((cell, i, all) => dressCell(place, cell, all[i + 1], kind));
  };
  panel.content.node.addEventListener('click', event => startTyping(panel.content, event));
  return panel.revealed.then(() => {
    dress();
    panel.content.model.cells.changed.connect(dress);
  });
}

function dressCell({ lab }, cell, next, kind) {
  if (cell.hasClass('lapak-dressed')) return;
  cell.addClass('lapak-dressed');
  const text = cell.model.type !== 'code';
  const answer = grader(cell).solution || (!text && kind === 'lesson' && isGap(cell, next));
  const free = !text && kind === 'exercise' && cell.model.getMetadata('editable') !== false;
  cell.addClass(
    answer ? 'lapak-answer' : isCheck(cell) ? 'lapak-check' : free ? 'lapak-free' : 'lapak-given'
  );
  cell.toggleClass('lapak-output-only', tags(cell).includes('hide-input'));
  if (!text) return;
  if (!answer) cell.readOnly = true;
  else if (kind === 'exercise') cell.rendered = false;
}

/** A gap in a lesson: tagged `isian`, blanks in it, or a value that is checked in it or right below. */
function isGap(cell, next) {
  const text = source(cell);
  if (tags(cell).includes('isian') || BLANK.test(text)) return true;
  return ASSIGNS.test(text) && (/^\s*cek\(/m.test(text) || Boolean(next && isCheck(next)));
}

/** A click into an answer selects the blank, so that typing takes its place. */
function startTyping(notebook, event) {
  const index = notebook.widgets.findIndex(cell => cell.node.contains(event.target));
  const cell = notebook.widgets[index];
  if (!cell?.hasClass('lapak-answer') || !cell.inputArea?.node.contains(event.target)) return;
  notebook.activeCellIndex = index;
  notebook.mode = 'edit';
  const { start, end } = cell.editor?.getSelection() ?? {};
  if (start && start.line === end.line && start.column === end.column) selectBlank(cell, start);
}

/** Select what is to be replaced in an answer: the blank in a line, else the first one, or the stub. */
export function selectBlank(cell, position = { line: 0, column: 0 }) {
  const { editor } = cell;
  if (!editor) return;
  const text = source(cell);
  const stub = cell.model.type === 'code' ? -1 : text.indexOf(STUB);
  const [from, to] = stub >= 0 ? [stub, stub + STUB.length] : blankAt(text, editor.getOffsetAt(position));
  if (from < to) editor.setSelection({ start: editor.getPositionAt(from), end: editor.getPositionAt(to) });
}

function blankAt(text, offset) {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const inLine = text.slice(line, end < 0 ? undefined : end).indexOf('...');
  const blank = inLine >= 0 ? line + inLine : offset === 0 ? text.indexOf('...') : -1;
  return blank < 0 ? [0, 0] : [blank, blank + 3];
}

/**
 * JupyterLab's one-letter commands cut, insert and change cells. Here a letter is a letter: it goes
 * into the answer she is at, or nowhere.
 */
export function keepTypingSafe({ tracker }) {
  const field = 'input, textarea, select, [contenteditable="true"]';
  const guard = event => {
    const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    const at = event.target instanceof Element ? event.target : null;
    if (!plain || event.key === ' ' || !at?.closest('.jp-Notebook') || at.closest(field)) return;
    event.stopPropagation();
    const notebook = tracker.currentWidget?.content;
    const cell = notebook?.activeCell;
    if (!cell || !isAnswer(cell) || cell.readOnly) return;
    notebook.mode = 'edit';
    selectBlank(cell);
  };
  window.addEventListener('keydown', guard, true);
}
