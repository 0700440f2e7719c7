// Makes the rendered page live: what is filled in goes to a kernel, what it answers is shown.
import { Alone } from "./alone";
import { startedAnew } from "./anew";
import { showBrief } from "./brief";
import { check, read, readFiles, touched, write, type State } from "./fields";
import type { Taker } from "./full/host";
import { keepForLater } from "./keep";
import { Line, type Frame } from "./line";
import { exampleOf } from "./links";
import { loadFull } from "./loading";
import { nameFields } from "./names";
import "./paper";
import { share } from "./share";
import { readAloud, showSpeech } from "./speech";
import { Store } from "./store";
import { visit } from "./visit";
import { words } from "./words";

type Link = [source: string, trait: string, target: string, targetTrait: string];

const unsure = [words.calculating, words.slow, words.cut, words.offline];
const PAUSE = 800; // ms after the last key: she need not leave the field
const PAUSE_SLIDING = 200;
const CONTROL = "input, select, textarea";
const LARGEST = 5.5e6; // bytes of all files: the server takes frames of 8 MB, written as base64
const data = document.body.dataset as Record<string, string>;
const { app, digest, line: path, links, penuh, hitung: script, hari: day } = data;
const kept = [document.querySelector<HTMLScriptElement>("script[src]")!.src, ...(script ? [script] : [])];
const joined = JSON.parse(links!) as Link[];
const main = document.querySelector("main")!;
const news = document.getElementById("kabar")!;
const sent = new Map<string, string>(); // what the kernel knows of each field
let timer = 0;
let takes: Taker | null = null; // the standard manager, on a page that it draws
let waits: HTMLElement | null = null; // the field whose edit is to be sent after a pause

const views = (id: string) => [
  ...document.querySelectorAll<HTMLElement>(`[data-w="${CSS.escape(id)}"]`),
];
const fieldOf = (target: EventTarget | null) =>
  (target as Element | null)?.closest<HTMLElement>("[data-k]") ?? null;
const idOf = (root: HTMLElement) => root.dataset["w"]!;
const named = (root: HTMLElement | undefined) =>
  [...(root?.classList ?? [])].find((each) => each.startsWith("isian-")) ?? "";

const store = new Store(
  app!,
  digest!,
  (id) => named(views(id)[0]),
  (name) => document.querySelector<HTMLElement>(`.${CSS.escape(name)}`)?.dataset["w"],
);
const address = new URL(path!, location.href);
address.protocol = address.protocol.replace("http", "ws");
const edits = () => store.all();
const line = new Line(address.href, digest!, !!penuh, edits, () => store.kept, show, say, lost);
const alone = new Alone(app!, script!, day!, edits, show);

// ---- what she does -------------------------------------------------------------------------
function keep(root: HTMLElement): State | null {
  check(root);
  const state = read(root);
  if (state && root.dataset["k"] !== "sandi") store.put(idOf(root), state);
  offerErasing();
  return state;
}

/** Keep an edit at once, and send it when the hand rests. */
function edit(root: HTMLElement, pause: number): void {
  if (!keep(root)) return;
  clearTimeout(timer);
  if (waits && waits !== root) send(waits);
  waits = root;
  timer = setTimeout(() => send(root), pause);
}

function send(root: HTMLElement): void {
  clearTimeout(timer);
  waits = null;
  if (penuh) return; // kept until the manager is there
  const id = idOf(root);
  const state = read(root);
  if (!state || (sent.get(id) === JSON.stringify(state) && !line.failed)) return;
  sent.set(id, JSON.stringify(state));
  keep(root);
  line.set(id, state);
  if (alone.active) void alone.answer();
  for (const other of views(id)) if (other !== root) write(other, state);
  join(id, state, new Set([id]));
}

/** Do what `jslink` promises: one widget's value is another's, without a kernel's doing. */
function join(id: string, state: State, seen: Set<string>): void {
  for (const [source, trait, target, targetTrait] of joined) {
    if (source !== id || !(trait in state) || seen.has(target)) continue;
    const next = { [targetTrait]: state[trait] };
    for (const root of views(target)) mirror(root, next);
    if (views(target)[0]?.dataset["k"]) store.put(target, next);
    line.set(target, next);
    join(target, next, seen.add(target));
  }
}

function mirror(root: HTMLElement, state: State): void {
  const bar = root.querySelector("progress");
  if (root.dataset["k"]) write(root, state);
  else if (bar) bar.value = Number(state["value"]);
  else root.textContent = String(state["value"]);
}

addEventListener("input", (event) => {
  const root = fieldOf(event.target);
  if (root && root.dataset["k"] !== "berkas")
    edit(root, (event.target as HTMLInputElement).type === "range" ? PAUSE_SLIDING : PAUSE);
});
addEventListener("change", (event) => {
  const root = fieldOf(event.target);
  if (!root) return;
  if (root.dataset["k"] === "berkas") void (penuh || upload(root));
  else send(root);
});

async function upload(root: HTMLElement): Promise<void> {
  const input = root.querySelector("input")!;
  const size = [...(input.files ?? [])].reduce((sum, file) => sum + file.size, 0);
  if (size > LARGEST) {
    input.value = "";
    say(words.large, false);
    return;
  }
  try {
    line.upload(idOf(root), await readFiles(root));
  } catch {
    input.value = "";
    say(words.unread, false); // it lies in a cloud, or was changed since it was chosen
  }
}

// One tap marks the example's number, so that the first key replaces it.
addEventListener("focusin", (event) => {
  if ((event.target as HTMLElement).matches("input[inputmode]"))
    (event.target as HTMLInputElement).select();
});

addEventListener("click", (event) => {
  const target = (event.target as Element).closest<HTMLElement>("button, summary, [data-ke]");
  if (!target) return;
  const root = fieldOf(target);
  if (target.matches("[data-bacakan]")) readAloud(target);
  else if (target.matches("[data-bagikan]")) share(example);
  else if (target.matches("[data-cetak]")) print();
  else if (target.dataset["ke"]) goTo(target.dataset["ke"]);
  else if (target.matches("[data-hapus]")) startAnew(words.erase);
  else if (target.matches(".ulang")) startAnew(words.example);
  else if (target.matches("summary")) setTimeout(() => root && send(root)); // it is open by then
  else if (root?.dataset["k"] === "tombol" && !penuh) line.custom(idOf(root), { event: "click" });
});

function goTo(selector: string): void {
  const box = document.querySelector(selector);
  box?.scrollIntoView({ block: "center" });
  box?.querySelector<HTMLElement>(CONTROL)?.focus({ preventScroll: true });
}

/** The page as it came is the example: erasing and loading it again asks no kernel. */
function startAnew(question: string): void {
  if (store.empty || !confirm(question)) return;
  store.erase();
  location.reload();
}

function offerErasing(): void {
  main.querySelector("footer")!.hidden = store.empty;
}

// ---- what the kernel says ------------------------------------------------------------------
function show(frame: Frame): void {
  takes?.(frame);
  if (!penuh) showLean(frame);
  nameFields();
  showSpeech();
  showBrief();
}

function showLean(frame: Frame): void {
  for (const root of views(frame.id ?? "")) {
    if (frame.kind === "set") set(root, frame["state"] as State);
    else if (frame.kind === "show") replace(root, String(frame["html"]));
    else if (frame.kind === "look") {
      root.classList.add(...(frame["add"] as string[]));
      root.classList.remove(...(frame["remove"] as string[]));
      root.style.cssText = String(frame["style"]);
    }
  }
}

function set(root: HTMLElement, state: State): void {
  if (root === waits || (!alone.active && line.overtaken(idOf(root)))) return; // her own edit comes last
  write(root, state);
  sent.set(idOf(root), JSON.stringify(read(root)));
  // What a notebook asks the phone to remember (parts/memory.py) is kept like an edit.
  if (root.matches(".ingatan")) store.put(idOf(root), state);
  else store.follow(idOf(root), state);
  offerErasing();
}

/** Show new markup in an element that stays, so that a live region goes on being one. */
function replace(root: HTMLElement, html: string): void {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const next = fresh.content.firstElementChild as HTMLElement;
  const active = document.activeElement as HTMLInputElement | null;
  const typed = active && root.contains(active) ? fieldOf(active) : null;
  const [from, to] = typed ? [active!.selectionStart, active!.selectionEnd] : [null, null];
  if (next.tagName === root.tagName && !root.matches("input, img")) {
    for (const { name, value } of next.attributes) root.setAttribute(name, value);
    root.replaceChildren(...next.childNodes);
  } else root.replaceWith(next);
  for (const [id, state] of store.all()) for (const each of inside(root, id)) write(each, state);
  const again = typed && inside(root, idOf(typed))[0]?.querySelector<HTMLInputElement>(CONTROL);
  again?.focus();
  if (again && typeof from === "number") again.setSelectionRange(from, to); // she goes on typing where she was
}

const inside = (root: HTMLElement, id: string) =>
  views(id).filter((each) => root.contains(each) && each.dataset["k"]);

function say(text: string, waiting: boolean): void {
  if (!text) alone.rest();
  else if (alone.active && unsure.includes(text)) [text, waiting] = [words.alone(day!), false];
  if (news.textContent !== text) news.textContent = text;
  main.classList.toggle("menunggu", waiting);
}

/** The line is cut or does not answer: where this phone can calculate by itself, it does. */
async function lost(): Promise<void> {
  if (await alone.answer()) say(words.offline, false);
}

// ---- a link with values --------------------------------------------------------------------
const openLink = () =>
  visit({
    app: app!,
    empty: () => store.empty,
    erase: () => store.erase(),
    put: (root, state) => store.put(idOf(root), state),
    replay: () => {
      offerErasing();
      line.replay();
    },
  });
addEventListener("hashchange", openLink);

// ---- at the start --------------------------------------------------------------------------
const example = exampleOf();
document.querySelector(".atas > :first-child")?.setAttribute("aria-live", "polite");
const early = [...document.querySelectorAll<HTMLElement>(".isi[data-k]")].filter(touched);
for (const [id, state] of store.all())
  for (const root of views(id)) if (!early.includes(root)) write(root, state);
for (const root of early) keep(root);
nameFields();
showSpeech();
showBrief();
offerErasing();
if (penuh) void loadFull(penuh, store, line, offerErasing, say).then(begin);
else begin(null);

function begin(taker: Taker | null): void {
  takes = taker;
  if (startedAnew()) say((line.notice = words.anew), false);
  if (!store.empty) line.replay();
  else if (!navigator.onLine) line.miss();
  if (!taker) openLink();
}
// A page with the standard manager has too much to keep, and can do nothing without its kernel.
if (!penuh) keepForLater(path!.slice(0, path!.lastIndexOf("langsung/")), app!, digest!, kept);
