// Python's own functions, and what lists do.
import { Day, date } from "./dates";
import { Decimal, decimal } from "./decimal";
import { Dict, PySet, eq, lt, order } from "./holders";
import { add } from "./numbers";
import { str } from "./texts";

type Py = any; // eslint-disable-line -- a value of Python is of any kind

export function truth(value: Py): boolean {
  if (value instanceof Decimal) return !value.zero;
  if (Array.isArray(value) || value instanceof Range || value instanceof Uint8Array) return value.length > 0;
  if (value instanceof Dict || value instanceof PySet) return value.size > 0;
  return Boolean(value);
}
export const bool = truth;

export class Range {
  constructor(
    private readonly first: bigint,
    private readonly end: bigint,
  ) {}
  get length(): number {
    return this.end > this.first ? Number(this.end - this.first) : 0;
  }
  item(at: bigint): bigint {
    return this.first + at;
  }
  *[Symbol.iterator](): Iterator<bigint> {
    for (let value = this.first; value < this.end; value += 1n) yield value;
  }
}
export const range = (first: bigint, end?: bigint) =>
  end === undefined ? new Range(0n, first) : new Range(first, end);

export function len(of: Py): bigint {
  if (typeof of === "string") return BigInt([...of].length);
  return BigInt(of instanceof Dict || of instanceof PySet ? of.size : of.length);
}

const place = (at: bigint, size: number): number => Number(at < 0n ? BigInt(size) + at : at);

export function item(of: Py, at: Py): Py {
  if (!Array.isArray(of) && typeof of !== "string") return of.item(at);
  const all = typeof of === "string" ? [...of] : of;
  const found = all[place(at, all.length)];
  if (found === undefined) throw new Error(`no place ${at}`);
  return found;
}

export function slice(of: Py, low: Py, high: Py): Py {
  const all = typeof of === "string" ? [...of] : [...of];
  const [from, to] = [low ?? 0n, high ?? BigInt(all.length)];
  const found = all.slice(Number(from), Number(to));
  return typeof of === "string" ? found.join("") : found;
}

export function put(of: Py, at: Py, value: Py): void {
  if (Array.isArray(of)) of[place(at, of.length)] = value;
  else of.put(at, value);
}

export function contains(of: Py, value: Py): boolean {
  if (of instanceof Dict || of instanceof PySet) return of.has(value);
  if (typeof of === "string") return of.includes(value);
  return [...of].some((each) => eq(each, value));
}

// ---- going through many ------------------------------------------------------------------------
export const list = (of: Iterable<Py> = []): Py[] => [...of];
export const tuple = list;
export const iter = (of: Iterable<Py>): Iterator<Py> => of[Symbol.iterator]();
export function next(of: Iterator<Py>, other?: Py): Py {
  const { done, value } = of.next();
  if (done && other === undefined) throw new Error("StopIteration");
  return done ? other : value;
}
export function* enumerate(of: Iterable<Py>, start = 0n): Iterable<Py> {
  for (const each of of) yield [start++, each];
}
export function* filter(fits: Py, of: Iterable<Py>): Iterable<Py> {
  for (const each of of) if (truth(fits === null ? each : fits(each))) yield each;
}
export function* pairwise(of: Iterable<Py>): Iterable<Py> {
  const all = [...of];
  for (let at = 1; at < all.length; at += 1) yield [all[at - 1], all[at]];
}
export function zip(parts: Iterable<Py>[], { strict = false }: { strict?: boolean }): Py[] {
  const all = parts.map((each) => [...each]);
  const shortest = Math.min(...all.map((each) => each.length));
  if (strict && all.some((each) => each.length > shortest)) throw new Error("zip of unlike lengths");
  return Array.from({ length: shortest }, (_each, at) => all.map((each) => each[at]));
}
export const reversed = (of: Iterable<Py>): Py[] => [...of].reverse();
export const any = (of: Iterable<Py>): boolean => [...of].some(truth);
export const sum = (of: Iterable<Py>, start: Py = 0n): Py => [...of].reduce(add, start);

type Choice = { key?: (value: Py) => Py; default?: Py };
function extreme(parts: Py[], choice: Choice, better: (one: Py, other: Py) => boolean): Py {
  const all = parts.length === 1 ? [...parts[0]] : parts;
  if (!all.length && "default" in choice) return choice.default;
  if (!all.length) throw new Error("of nothing");
  const key = choice.key ?? ((value: Py) => value);
  return all.reduce((found, each) => (better(key(each), key(found)) ? each : found));
}
export const max = (parts: Py[], choice: Choice): Py => extreme(parts, choice, (a, b) => lt(b, a));
export const min = (parts: Py[], choice: Choice): Py => extreme(parts, choice, lt);

export function sorted(of: Iterable<Py>, key: Py = (value: Py) => value, reverse = false): Py[] {
  const pairs = [...of].map((each) => [key(each), each]);
  pairs.sort((one, other) => (reverse ? -1 : 1) * order(one[0], other[0]));
  return pairs.map(([, each]) => each);
}

export function bisectLeft(of: Py, value: Py, low = 0n, high: Py = undefined, key = (x: Py): Py => x): bigint {
  let end: bigint = high ?? len(of);
  while (low < end) {
    const middle = (low + end) / 2n;
    if (lt(key(item(of, middle)), value)) low = middle + 1n;
    else end = middle;
  }
  return low;
}

// ---- objects ------------------------------------------------------------------------------------
export const getattr = (of: Py, name: string): Py => of[`$${name}`];
export const object = (of: Dict): Record<string, Py> => Object.fromEntries(of.$items());
export const cast = (_kind: Py, value: Py): Py => value;

export function isinstance(value: Py, kind: Py): boolean {
  if (kind === decimal) return value instanceof Decimal;
  if (kind === str) return typeof value === "string";
  if (kind === tuple) return Array.isArray(value);
  return value instanceof (kind === date ? Day : kind);
}

/** Give a method that remembers whose it is; anything else as it is. */
export function bound(of: Py, name: string): Py {
  const found = of[name];
  return typeof found === "function" ? found.bind(of) : found;
}

/** Put arguments into their places when only the run tells which there are. */
export function bind(names: string[], first: Py[], named: [string, Py][]): Py[] {
  const found = [...first];
  for (const [name, value] of named) {
    if (!names.includes(name)) throw new Error(`no argument ${name}`);
    found[names.indexOf(name)] = value;
  }
  return Array.from(found); // without holes: what is left out takes its default
}

export function cache(make: () => Py): () => Py {
  let kept: Py;
  return () => (kept ??= make());
}

const methods: Record<string, (this: Py[], ...words: Py[]) => Py> = {
  append(value: Py) {
    this.push(value);
  },
  insert(at: bigint, value: Py) {
    this.splice(Number(at), 0, value);
  },
  index(value: Py) {
    return BigInt(this.findIndex((each) => eq(each, value)));
  },
};
for (const [name, value] of Object.entries(methods))
  Object.defineProperty(Array.prototype, `$${name}`, { value, configurable: true });
