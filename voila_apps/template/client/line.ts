// The line to a kernel: opened at the first edit, replayed whenever it was cut.
import { inKernel, startAnew } from "./anew";
import type { State } from "./fields";
import { forget } from "./keep";
import { Reach } from "./reach";
import type { Edit } from "./store";
import { words } from "./words";

export type Frame = { kind: string; id?: string; [more: string]: unknown };

const REFUSED = [1008, 1009]; // not what the server takes, too large: the same again would not help
const PIECE = 16_000; // characters of an upload in one frame
// ms without a word. A service that is at work says so each 1.5 s; a file goes in pieces, each answered.
const [QUIET, SLOW, CUT, SLOW_FILE] = [1200, 3000, 9000, 15000];

export class Line {
  private socket: WebSocket | null = null;
  private ready = false;
  private pending = false; // an answer is still to come
  private queued = false; // in the queue for a kernel
  private queue: Frame[] = [];
  private readonly files = new Map<string, State>();
  private troubled = false; // the kernel could not answer, and said so
  private had = false; // a kernel
  /** What stays in view until the next edit. */
  notice = "";
  private posted = 0; // frames that this line has taken since its `hello`
  private answered = 0; // how many of them the kernel has got
  private readonly last = new Map<string, number>(); // the number of the last frame of each field
  private tries = 0; // lines that were opened since the last word
  private heard = 0;
  private readonly reach: Reach;

  constructor(
    private readonly address: string,
    private readonly digest: string,
    private readonly full: boolean, // whether the standard manager draws the page
    private readonly edits: () => Edit[],
    private readonly kept: () => boolean,
    private readonly show: (frame: Frame) => void,
    private readonly say: (text: string, waiting: boolean) => void,
    private readonly lost: () => void,
  ) {
    const script = document.querySelector<HTMLScriptElement>("script[src]");
    this.reach = new Reach(script?.src ?? location.href, () => this.found());
    setInterval(() => this.watch(), 500);
    addEventListener("online", () => this.reopen());
    addEventListener("offline", () => this.miss());
    document.addEventListener("visibilitychange", () => this.watch());
  }

  /** Send an edit, or have it replayed by the line that this opens. */
  set(id: string, state: State): void {
    this.send({ kind: "set", id, state });
  }

  custom(id: string, content: unknown): void {
    this.send({ kind: "custom", id, content });
  }

  upload(id: string, state: State): void {
    this.files.set(id, state);
    this.send({ kind: "upload", id, state });
  }

  /** Whether the last line ended with a refusal: the same value may be tried again. */
  get failed(): boolean {
    return this.troubled && !this.socket;
  }

  /** Whether an open line still owes an answer. */
  get busy(): boolean {
    return this.ready && this.posted > this.answered;
  }

  /** Whether the kernel has yet to hear of a later edit than the one that it speaks of. */
  overtaken(id: string): boolean {
    const waits = this.queue.some((frame) => frame.id === id);
    return waits || (this.last.get(id) ?? 0) > this.answered;
  }

  /** Ask for the answer to what the phone has kept. */
  replay(): void {
    this.expect();
    this.open();
  }

  /** Say that there is no line, also where nothing was asked yet. */
  miss(): void {
    this.say(words.offline, this.pending);
    this.lost();
  }

  private send(frame: Frame): void {
    this.notice = "";
    this.expect();
    if (this.ready) this.post(frame);
    else {
      this.queue.push(frame);
      this.open();
    }
  }

  private post(frame: Frame): void {
    const text = JSON.stringify(frame);
    // A file on a slow line takes minutes: the service answers each piece, so none thinks the other dead.
    if (frame.kind === "upload")
      for (let at = 0; at < text.length; at += PIECE) {
        const piece = { kind: "piece", text: text.slice(at, at + PIECE), last: at + PIECE >= text.length };
        this.socket?.send(JSON.stringify(piece));
      }
    else this.socket?.send(text);
    this.last.set(String(frame.id), ++this.posted);
  }

  private expect(): void {
    this.troubled = false;
    if (!this.pending) this.heard = Date.now();
    this.pending = true;
  }

  private open(): void {
    if (this.socket) return;
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.heard = Date.now();
    this.posted = this.answered = 0;
    this.last.clear();
    socket.onopen = () => {
      // The replay holds all values, and files follow from memory.
      this.queue = this.queue.filter((frame) => frame.kind === "custom");
      const hello = { kind: "hello", digest: this.digest, full: this.full, replay: this.edits() };
      socket.send(JSON.stringify(hello));
    };
    socket.onmessage = (event) => this.take(JSON.parse(String(event.data)) as Frame);
    socket.onclose = (event) => this.closed(socket, event.code);
  }

  private take(frame: Frame): void {
    this.heard = Date.now();
    this.tries = 0;
    switch (frame.kind) {
      case "ready":
        this.begin();
        break;
      case "busy":
        this.pending = true;
        this.queued = false;
        this.answered = Number(frame["frames"]);
        break;
      case "got":
      case "here":
        break;
      case "idle":
        this.rest();
        break;
      case "waiting":
        this.queued = true;
        this.say(words.waiting(Number(frame["place"])), true);
        break;
      case "changed":
        this.pending = false;
        if (!this.kept() || !renew(this.digest)) this.say(words.changed, false);
        break;
      case "trouble":
        this.pending = false;
        this.troubled = true;
        this.say(String(frame["text"]), false);
        break;
      default:
        this.show(frame);
    }
  }

  /** The kernel is there: it gets what was asked since the line was opened. */
  private begin(): void {
    if (inKernel && this.had && this.kept()) return startAnew();
    this.had = this.ready = true;
    const files = [...this.files].map(([id, state]) => ({ kind: "upload", id, state }));
    const asked = [...files, ...this.queue.filter((frame) => frame.kind !== "upload")];
    this.queue = [];
    for (const frame of asked) this.post(frame);
    if (!asked.length) this.rest();
  }

  /** The answer is there. What went wrong with it stays in view until the next edit. */
  private rest(): void {
    this.pending = this.posted > this.answered; // a later edit is on its way
    if (!this.troubled && !this.pending) this.say(this.notice, false);
  }

  private closed(socket: WebSocket, code: number): void {
    if (socket !== this.socket) return;
    this.socket = null;
    this.ready = this.queued = false;
    if (REFUSED.includes(code)) {
      this.pending = false;
      this.say(words.refused, false);
    }
    if (!this.pending) return; // after a minute of silence, for one: the next edit opens it again
    this.say(navigator.onLine ? words.cut : words.offline, true);
    this.lost();
  }

  /** Give up a line that may be dead, and take a new one where an answer is still to come. */
  private reopen(): void {
    const old = this.socket;
    this.socket = null;
    this.ready = this.queued = false;
    old?.close();
    if (this.pending) this.open();
    else this.say("", false);
  }

  /** The service can be reached, and the line, if there is one, has been silent for too long. */
  private found(): void {
    if (!this.pending || (this.socket && !this.suspect)) return;
    this.tries++;
    this.reopen();
  }

  private get suspect(): boolean {
    // A very slow line needs longer to be opened: it gets twice the time with each try.
    const limit = Math.max(SLOW * 2 ** Math.min(this.tries, 3), this.sendsFile ? SLOW_FILE : 0);
    return Date.now() - this.heard > limit;
  }

  private get sendsFile(): boolean {
    return [...this.files.keys()].some((id) => (this.last.get(id) ?? 0) > this.answered);
  }

  private watch(): void {
    if (!this.pending) return;
    if (!this.socket || this.suspect) this.reach.ask(this.tries);
    if (!this.socket) return;
    const silence = Date.now() - this.heard;
    if (silence > CUT && !this.sendsFile) this.say(words.cut, true);
    else if (silence > SLOW) this.say(words.slow, true);
    else if (silence > QUIET && !this.queued) this.say(words.calculating, true);
    if (silence > SLOW) this.lost();
  }
}

/** Load the new page once; a server that says so again is not obeyed for half a minute. */
function renew(digest: string): boolean {
  const last = Number(sessionStorage.getItem("lapak-baru"));
  if (Date.now() - last < 30_000) return false;
  sessionStorage.setItem("lapak-baru", String(Date.now()));
  void forget(digest).then(() => location.reload());
  return true;
}
