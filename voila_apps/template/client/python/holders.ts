// Python's tuples with names, dataclasses, dictionaries and sets: their keys are compared by value.
import { Day } from "./dates";
import { Decimal, compare } from "./decimal";
import { LookupError } from "./errors";

type Py = any; // eslint-disable-line -- a value of Python is of any kind

/** A class with a constructor of its own. */
export class Plain {
  constructor(...words: Py[]) {
    (this as Py).$__init__?.(...words);
  }
}

export class Tuple extends Array<Py> {
  static get [Symbol.species]() {
    return Array;
  }
  constructor(values: Py[]) {
    super();
    for (const value of values) this.push(value);
  }
  $_asdict(): Dict {
    return new Dict(fields(this).map(({ $name }, at) => [$name, this[at]]));
  }
}

export class Data {
  constructor(kind: Py, values: Py[]) {
    kind.$_fields.forEach((name: string, at: number) => ((this as Py)[`$${name}`] = values[at]));
  }
}

export const namesOf = (of: Py): string[] => of.$_fields ?? of.constructor.$_fields;
export const fields = (of: Py): { $name: string }[] => namesOf(of).map((name) => ({ $name: name }));

/** Give a dataclass with some of its values changed. */
export function replaced(of: Py, changes: Record<string, Py>): Py {
  const values = namesOf(of).map((name) => (name in changes ? changes[name] : of[`$${name}`]));
  return new of.constructor(...values);
}

let number = 0;
const marks = new WeakMap<object, string>();

/** Give a text that is the same for values that Python calls equal. */
export function keyOf(value: Py): string {
  if (typeof value === "string") return `s${value}`;
  if (typeof value === "boolean") return `n${Number(value)}`;
  if (typeof value === "bigint" || typeof value === "number") return `n${value}`;
  if (value === null) return "-";
  if (value instanceof Decimal) return `n${plain(value)}`;
  if (value instanceof Day) return `d${value}`;
  if (Array.isArray(value)) return `t${JSON.stringify(value.map(keyOf))}`;
  if (value instanceof Data) return `c${JSON.stringify(namesOf(value).map((name) => keyOf((value as Py)[`$${name}`])))}`;
  if (value instanceof Dict) return `m${JSON.stringify(value.$items().map(keyOf).sort())}`;
  if (value instanceof PySet) return `e${JSON.stringify([...value].map(keyOf).sort())}`;
  if (!marks.has(value)) marks.set(value, `o${(number += 1)}`);
  return marks.get(value)!;
}
const plain = (value: Decimal): string => {
  const text = value.plain().replace(/^-(?=0*\.?0*$)/, "");
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
};

export class Dict {
  private readonly all = new Map<string, [Py, Py]>();
  constructor(pairs: Iterable<Py> = []) {
    for (const [key, value] of pairs) this.put(key, value);
  }
  get size(): number {
    return this.all.size;
  }
  has(key: Py): boolean {
    return this.all.has(keyOf(key));
  }
  put(key: Py, value: Py): void {
    const before = this.all.get(keyOf(key));
    this.all.set(keyOf(key), [before ? before[0] : key, value]);
  }
  item(key: Py): Py {
    const found = this.all.get(keyOf(key));
    if (!found) throw new LookupError(`no ${key}`);
    return found[1];
  }
  $get(key: Py, other: Py = null): Py {
    return this.has(key) ? this.item(key) : other;
  }
  $setdefault(key: Py, value: Py): Py {
    if (!this.has(key)) this.put(key, value);
    return this.item(key);
  }
  *[Symbol.iterator](): Iterator<Py> {
    for (const [key] of this.all.values()) yield key;
  }
  $keys(): Py[] {
    return [...this];
  }
  $values(): Py[] {
    return [...this.all.values()].map(([, value]) => value);
  }
  $items(): Py[] {
    return [...this.all.values()].map((pair) => [...pair]);
  }
}

class DefaultDict extends Dict {
  constructor(private readonly make: () => Py) {
    super();
  }
  override item(key: Py): Py {
    if (!this.has(key)) this.put(key, this.make());
    return super.item(key);
  }
}
export const defaultdict = (make: () => Py) => new DefaultDict(make);
export const dict = (of: Py = []) => new Dict(of instanceof Dict ? of.$items() : of);
export const fromkeys = (keys: Iterable<Py>) => new Dict([...keys].map((key) => [key, null]));

export class PySet {
  private readonly all = new Map<string, Py>();
  constructor(values: Iterable<Py> = []) {
    for (const value of values) this.$add(value);
  }
  get size(): number {
    return this.all.size;
  }
  has(value: Py): boolean {
    return this.all.has(keyOf(value));
  }
  $add(value: Py): void {
    if (!this.has(value)) this.all.set(keyOf(value), value);
  }
  $discard(value: Py): void {
    this.all.delete(keyOf(value));
  }
  [Symbol.iterator](): Iterator<Py> {
    return this.all.values();
  }
}
export const set = (of: Iterable<Py> = []) => new PySet(of);

// ---- comparing -------------------------------------------------------------------------------------
export function order(one: Py, other: Py): number {
  if (Array.isArray(one) && Array.isArray(other)) {
    for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
      const found = eq(one[at], other[at]) ? 0 : order(one[at], other[at]);
      if (found) return found;
    }
    return one.length - other.length;
  }
  if (one instanceof Day) return one.time - other.time;
  if (one instanceof Decimal || other instanceof Decimal) return compare(exact(one), exact(other));
  if (typeof one === "string") return byPoints(one, other);
  return one < other ? -1 : one > other ? 1 : 0;
}
const exact = (value: Py): Decimal =>
  value instanceof Decimal ? value : new Decimal(value < 0, BigInt(value < 0 ? -value : value), 0);
const byPoints = (one: string, other: string): number => {
  const [a, b] = [[...one], [...other]];
  const at = a.findIndex((letter, place) => letter !== b[place]);
  if (at < 0) return a.length - b.length;
  return at < b.length ? a[at]!.codePointAt(0)! - b[at]!.codePointAt(0)! : 1;
};

export function eq(one: Py, other: Py): boolean {
  if (one === other) return true;
  if (one === null || other === null || typeof one === "string" || typeof other === "string") return false;
  return keyOf(one) === keyOf(other);
}
export const ne = (one: Py, other: Py) => !eq(one, other);
export const lt = (one: Py, other: Py) => order(one, other) < 0;
export const le = (one: Py, other: Py) => order(one, other) <= 0;
export const gt = (one: Py, other: Py) => order(one, other) > 0;
export const ge = (one: Py, other: Py) => order(one, other) >= 0;
