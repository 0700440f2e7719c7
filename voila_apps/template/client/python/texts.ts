// Python's texts: their methods, patterns, formats, and line breaking.
import { Day } from "./dates";
import { Decimal, decimal, exactly, rounded } from "./decimal";
import { Dict } from "./holders";
import { floatText, int_ } from "./numbers";

type Py = any; // eslint-disable-line -- a value of Python is of any kind

const SPACE = "\\t-\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const LETTER = "\\p{L}\\p{N}_";
const DIGIT = /^[\p{Nd}\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490]+$/u;
const LEFT = new RegExp(`^[${SPACE}]+`, "u");
const RIGHT = new RegExp(`[${SPACE}]+$`, "u");
const GAP = new RegExp(`[${SPACE}]+`, "u");

/** Write a value as `str(…)` does. */
export function str(value: Py): string {
  if (typeof value === "number") return floatText(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof Error) return value.message;
  const known = typeof value !== "object" || value instanceof Decimal || value instanceof Day;
  if (!known) throw new Error("the script writes no list, dictionary or object as text");
  return String(value);
}
export const repr = (value: Py): string => (typeof value === "string" ? `'${value}'` : str(value));

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+$)/g, ",");

export function format(value: Py, how: string): string {
  if (value instanceof Day) return value.shown(how);
  if (how === ",") return grouped(str(int_(value)));
  if (how === "02d") return str(int_(value)).padStart(2, "0");
  const places = /^\.(\d+)f$/.exec(how);
  if (places) {
    const exact = typeof value === "number" ? exactly(value) : decimal(int_(value));
    return rounded(exact, Number(places[1])).plain();
  }
  if (how === "f" && value instanceof Decimal) return value.plain();
  throw new Error(`no format ${how}`);
}

export const fill = (text: string, named: Record<string, Py>): string => {
  let at = 0;
  return text.replace(/\{(\w*)\}/g, (_whole, name: string) => str(named[name || String(at++)]));
};

// ---- patterns -----------------------------------------------------------------------------------
/** Write a pattern of Python as one of the script's, with the same letters, digits and spaces. */
function translated(pattern: string): string {
  let inside = false;
  return pattern.replace(/\\.|\[|\]|\(\?P</gs, (part) => {
    if (part === "[" || part === "]") inside = part === "[";
    const range = (signs: string) => (inside ? signs : `[${signs}]`);
    switch (part) {
      case "\\d":
        return range("\\p{Nd}");
      case "\\s":
        return range(SPACE);
      case "\\w":
        return range(LETTER);
      case "\\b":
        return `(?:(?<=[${LETTER}])(?![${LETTER}])|(?<![${LETTER}])(?=[${LETTER}]))`;
      case "(?P<":
        return "(?<";
      default:
        return part;
    }
  });
}

class Match {
  constructor(
    private readonly found: RegExpExecArray,
    private readonly text: string,
  ) {}
  item(at: bigint): Py {
    return this.found[Number(at)] ?? null;
  }
  $groups(): Py[] {
    return this.found.slice(1).map((each) => each ?? null);
  }
  $start(): bigint {
    return BigInt([...this.text.slice(0, this.found.index)].length);
  }
}

class Pattern {
  private readonly any: RegExp;
  private readonly all: RegExp;
  constructor(pattern: string) {
    const words = translated(pattern);
    this.any = new RegExp(words, "gu");
    this.all = new RegExp(`^(?:${words})$`, "u");
  }
  private matched(how: RegExp, text: string): Match | null {
    how.lastIndex = 0;
    const found = how.exec(text);
    return found && new Match(found, text);
  }
  $search(text: string): Match | null {
    return this.matched(this.any, text);
  }
  $fullmatch(text: string): Match | null {
    return this.matched(this.all, text);
  }
  $sub(by: string, text: string): string {
    return text.replace(this.any, () => by);
  }
  $findall(text: string): Py[] {
    return [...text.matchAll(this.any)].map((found) => found.slice(1).map((each) => each ?? ""));
  }
}

const known = new Map<string, Pattern>();
export function compile(pattern: string): Pattern {
  if (!known.has(pattern)) known.set(pattern, new Pattern(pattern));
  return known.get(pattern)!;
}
export const fullmatch = (pattern: string, text: string) => compile(pattern).$fullmatch(text);
export const sub = (pattern: string, by: string, text: string) => compile(pattern).$sub(by, text);

// ---- what goes onto the page ----------------------------------------------------------------------
const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
export const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

// The chunks of Python's textwrap: words, broken after their hyphens, and what is between them.
const WS = "\\t\\n\\v\\f\\r ";
const WORD = "[\\p{L}\\p{N}_!\"'&.,?]";
const ALPHA = "[\\p{L}\\p{No}\\p{Nl}_]";
const CHUNK = new RegExp(
  `([${WS}]+|(?<=${WORD})-{2,}(?=[${LETTER}])|[^${WS}]+?(?:-(?:(?<=${ALPHA}{2}-)|(?<=${ALPHA}-${ALPHA}-))` +
    `(?=${ALPHA}-?${ALPHA})|(?=[${WS}]|$)|(?<=${WORD})(?=-{2,}[${LETTER}])))`,
  "gu",
);
const size = (text: string): number => [...text].length;

export function wrap(text: string, width: bigint): string[] {
  const most = Number(width);
  const chunks = text.replace(new RegExp(`[${WS}]`, "gu"), " ").split(CHUNK).filter(Boolean);
  const lines: string[] = [];
  while (chunks.length) {
    if (lines.length && chunks[0]!.trim() === "") chunks.shift();
    let line: string[] = [];
    let long = 0;
    while (chunks.length && long + size(chunks[0]!) <= most) {
      long += size(chunks[0]!);
      line.push(chunks.shift()!);
    }
    if (chunks.length && size(chunks[0]!) > most) line = broken(chunks, line, most - long);
    if (line.length && line[line.length - 1]!.trim() === "") line.pop();
    if (line.length) lines.push(line.join(""));
  }
  return lines;
}

/** Break a word that is longer than a line, after a hyphen where it has one. */
function broken(chunks: string[], line: string[], left: number): string[] {
  const word = [...chunks[0]!];
  let end = left; // nothing, where the line is full
  if (word.length > end) {
    const hyphen = word.lastIndexOf("-", end - 1);
    if (hyphen > 0 && word.slice(0, hyphen).some((letter) => letter !== "-")) end = hyphen + 1;
  }
  chunks[0] = word.slice(end).join("");
  return [...line, word.slice(0, end).join("")];
}

const encoder = new TextEncoder();

// ---- methods ------------------------------------------------------------------------------------
const methods: Record<string, (this: string, ...words: Py[]) => Py> = {
  encode() {
    return encoder.encode(this);
  },
  endswith(ends: Py) {
    return (Array.isArray(ends) ? ends : [ends]).some((end: string) => this.endsWith(end));
  },
  startswith(starts: Py) {
    return (Array.isArray(starts) ? starts : [starts]).some((start: string) => this.startsWith(start));
  },
  format(...values: Py[]) {
    return fill(this, { ...values });
  },
  formatNamed(named: Py) {
    return fill(this, named);
  },
  isascii() {
    return /^[\0-\x7f]*$/.test(this);
  },
  isdigit() {
    return DIGIT.test(this);
  },
  join(parts: Iterable<string>) {
    return [...parts].join(this);
  },
  lower() {
    return this.toLowerCase();
  },
  partition(by: string) {
    const at = this.indexOf(by);
    return at < 0 ? [String(this), "", ""] : [this.slice(0, at), by, this.slice(at + by.length)];
  },
  rpartition(by: string) {
    const at = this.lastIndexOf(by);
    return at < 0 ? ["", "", String(this)] : [this.slice(0, at), by, this.slice(at + by.length)];
  },
  removeprefix(start: string) {
    return start && this.startsWith(start) ? this.slice(start.length) : String(this);
  },
  removesuffix(end: string) {
    return end && this.endsWith(end) ? this.slice(0, -end.length) : String(this);
  },
  replace(one: string, other: string) {
    return this.split(one).join(other);
  },
  rstrip(signs: string) {
    let end = this.length;
    while (end && signs.includes(this[end - 1]!)) end -= 1;
    return this.slice(0, end);
  },
  split(by: Py = null, most: Py = -1n) {
    if (by === null) return this.split(GAP).filter(Boolean);
    const parts = this.split(by);
    if (most < 0n || parts.length <= Number(most) + 1) return parts;
    return [...parts.slice(0, Number(most)), parts.slice(Number(most)).join(by)];
  },
  splitlines() {
    const lines = this.split(/\r\n|\n|\r/);
    return lines[lines.length - 1] === "" ? lines.slice(0, -1) : lines;
  },
  strip(signs: Py = null) {
    if (signs === null) return this.replace(LEFT, "").replace(RIGHT, "");
    let [start, end] = [0, this.length];
    while (start < end && signs.includes(this[start]!)) start += 1;
    while (end > start && signs.includes(this[end - 1]!)) end -= 1;
    return this.slice(start, end);
  },
};
for (const [name, value] of Object.entries(methods))
  Object.defineProperty(String.prototype, `$${name}`, { value });

// ---- tables that come along -----------------------------------------------------------------------
let texts: Record<string, string> = {};
export const tables = (all: Record<string, string>): void => {
  texts = all;
};
export const files = (folder: string) => ({
  $joinpath: (name: string) => ({ $read_text: () => texts[`${folder}/${name}`] }),
});

/** Read lines of CSV, each as a dictionary by the names of the first one. */
export function* dictReader(lines: Iterable<string>): Iterable<Dict> {
  let names: string[] | null = null;
  for (const line of lines) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, bare]) => quoted?.replace(/""/g, '"') ?? bare ?? "",
    );
    if (names) yield new Dict(names.map((name, at) => [name, cells[at] ?? null]));
    else names = cells;
  }
}

const LETTERS64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/** Write bytes as base64; the answer is decoded at once, and nothing else is done with it. */
export function b64encode(bytes: Uint8Array): { $decode: () => string } {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let part = 0; part < 4; part += 1)
      text += at + part > bytes.length ? "=" : LETTERS64[(three >> (18 - 6 * part)) & 63];
  }
  return { $decode: () => text };
}
