// What a page and the standard manager know of each other.
import type { Frame } from "../line";
import type { State } from "../fields";
import type { Edit } from "../store";

/** What the page does for the manager. */
export type Host = {
  /** What is kept on this phone, in the order of the last edit. */
  edits: () => Edit[];
  /** Keep an edit, and send it. */
  set: (id: string, state: State) => void;
  /** Keep what a notebook asks the phone to remember. */
  remember: (id: string, state: State) => void;
  /** Send what changes no value: a click. */
  custom: (id: string, content: unknown) => void;
  /** Send files; they are not kept. */
  upload: (id: string, state: State) => void;
  /** Whether the kernel has yet to hear of a later edit than the one that it speaks of. */
  overtaken: (id: string) => boolean;
  /** Whether what was sent last is still unanswered. */
  busy: () => boolean;
};

/** Takes what the kernel says. */
export type Taker = (frame: Frame) => void;
export type Full = { start: (host: Host) => Promise<Taker> };
