// Python's Decimal: as many digits, the same rounding, the same text. No kept library of the script's
// own world keeps final zeros and an exponent as Python does, so this one follows Python's own.
import { ValueError } from "./errors";

export type Rounding = "up" | "down" | "even";
export const ROUND_HALF_UP = "half";
export const ROUND_CEILING = "ceiling";
export const ROUND_FLOOR = "floor";
const ROUND_HALF_EVEN = "even";

export class Context {
  constructor(
    readonly digits: number,
    readonly rounding: string,
  ) {}
  $multiply = (one: Decimal, other: Decimal): Decimal => multiply(one, other, this);
  $divide = (one: Decimal, other: Decimal): Decimal => divide(one, other, this);
}
export const context = (digits: bigint, rounding: string) => new Context(Number(digits), rounding);
const usual = new Context(28, ROUND_HALF_EVEN);

export class Decimal {
  /** `count` × 10^`power`, never below zero; `minus` says the sign, also of zero. */
  constructor(
    readonly minus: boolean,
    readonly count: bigint,
    readonly power: number,
    readonly finite = true,
  ) {}

  get zero(): boolean {
    return this.finite && this.count === 0n;
  }

  /** The place of the first digit: 0 for 5, 3 for 1234, -2 for 0.05. */
  get adjusted(): number {
    return this.power + digits(this.count) - 1;
  }

  $is_finite(): boolean {
    return this.finite;
  }

  $scaleb(by: bigint): Decimal {
    return fix(new Decimal(this.minus, this.count, this.power + Number(by)), usual);
  }

  /** Without final zeros. */
  $normalize(): Decimal {
    if (this.zero) return new Decimal(this.minus, 0n, 0);
    const text = this.count.toString();
    const zeros = text.length - text.replace(/0+$/, "").length;
    return new Decimal(this.minus, BigInt(text.slice(0, text.length - zeros)), this.power + zeros);
  }

  $quantize(like: Decimal, rounding?: string, of: Context = usual): Decimal {
    const found = rescale(this, like.power, rounding ?? of.rounding);
    if (digits(found.count) > of.digits) throw new ValueError("InvalidOperation");
    return found;
  }

  $to_integral_value(rounding: string = ROUND_HALF_EVEN): Decimal {
    return this.power >= 0 ? this : rescale(this, 0, rounding);
  }

  toString(): string {
    if (!this.finite) return `${this.minus ? "-" : ""}Infinity`;
    const text = this.count.toString();
    const left = this.power + text.length;
    const point = this.power <= 0 && left > -6 ? left : 1;
    const exponent = left === point ? "" : `E${left - point < 0 ? "" : "+"}${left - point}`;
    return (this.minus ? "-" : "") + placed(text, point) + exponent;
  }

  /** As `format(…, "f")`: without an exponent. */
  plain(): string {
    const shown = this.power > 0 ? rescale(this, 0, ROUND_HALF_EVEN) : this;
    const text = shown.count.toString();
    return (this.minus ? "-" : "") + placed(text, shown.power + text.length);
  }
}

function placed(text: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${text}`;
  if (point >= text.length) return text + "0".repeat(point - text.length);
  return `${text.slice(0, point)}.${text.slice(point)}`;
}

const ten = (power: number): bigint => 10n ** BigInt(power);
const digits = (count: bigint): number => count.toString().length;

/** Whether the last digit that is kept goes one up; `rest` is above zero, out of `whole`. */
function goesUp(kept: bigint, rest: bigint, whole: bigint, minus: boolean, rounding: string): boolean {
  if (rounding === ROUND_CEILING) return !minus;
  if (rounding === ROUND_FLOOR) return minus;
  const twice = 2n * rest;
  if (twice !== whole) return twice > whole;
  return rounding === ROUND_HALF_UP || kept % 2n === 1n;
}

function rescale(one: Decimal, power: number, rounding: string): Decimal {
  if (!one.finite) throw new ValueError("InvalidOperation");
  if (power <= one.power) return new Decimal(one.minus, one.count * ten(one.power - power), power);
  const by = power - one.power;
  // Further down than all digits: whatever is there is less than a half of one.
  if (by > digits(one.count) + 1) {
    const up = one.count > 0n && goesUp(0n, 1n, 10n, one.minus, rounding);
    return new Decimal(one.minus, up ? 1n : 0n, power);
  }
  const whole = ten(by);
  const [kept, rest] = [one.count / whole, one.count % whole];
  const up = rest > 0n && goesUp(kept, rest, whole, one.minus, rounding);
  return new Decimal(one.minus, up ? kept + 1n : kept, power);
}

/** Round to as many digits as the context has. */
function fix(one: Decimal, of: Context): Decimal {
  const over = one.finite ? digits(one.count) - of.digits : 0;
  if (over <= 0) return one;
  const found = rescale(one, one.power + over, of.rounding);
  return digits(found.count) > of.digits
    ? new Decimal(found.minus, found.count / 10n, found.power + 1)
    : found;
}

const signed = (one: Decimal, power: number): bigint => {
  const count = one.count * ten(one.power - power);
  return one.minus ? -count : count;
};

export function plus(one: Decimal, other: Decimal, of = usual): Decimal {
  const power = Math.min(one.power, other.power);
  const sum = signed(one, power) + signed(other, power);
  const minus = sum === 0n ? one.minus && other.minus : sum < 0n;
  return fix(new Decimal(minus, sum < 0n ? -sum : sum, power), of);
}

export const negative = (one: Decimal): Decimal =>
  fix(new Decimal(!one.zero && !one.minus, one.count, one.power, one.finite), usual);
export const absolute = (one: Decimal): Decimal =>
  fix(new Decimal(false, one.count, one.power, one.finite), usual);
/** Less by another; its sign is turned without rounding first. */
export const minus = (one: Decimal, other: Decimal): Decimal =>
  plus(one, new Decimal(!other.minus, other.count, other.power, other.finite));

export function multiply(one: Decimal, other: Decimal, of = usual): Decimal {
  const power = one.power + other.power;
  return fix(new Decimal(one.minus !== other.minus, one.count * other.count, power), of);
}

export function divide(one: Decimal, other: Decimal, of = usual): Decimal {
  if (other.count === 0n) throw new ValueError("DivisionByZero");
  const sign = one.minus !== other.minus;
  const ideal = one.power - other.power;
  if (one.count === 0n) return new Decimal(sign, 0n, ideal);
  const shift = digits(other.count) - digits(one.count) + of.digits + 1;
  const [upper, lower] =
    shift >= 0 ? [one.count * ten(shift), other.count] : [one.count, other.count * ten(-shift)];
  let [count, power] = [upper / lower, ideal - shift];
  if (upper % lower > 0n) {
    if (count % 5n === 0n) count += 1n; // so that what was cut off counts in the rounding
  } else while (power < ideal && count % 10n === 0n) [count, power] = [count / 10n, power + 1];
  return fix(new Decimal(sign, count, power), of);
}

/** A whole power, with more digits on the way than are kept. */
export function raise(one: Decimal, exponent: bigint): Decimal {
  const size = exponent < 0n ? -exponent : exponent;
  if (one.zero && exponent > 0n) return new Decimal(one.minus && exponent % 2n === 1n, 0n, 0);
  const of = new Context(usual.digits + digits(size) + 5, ROUND_HALF_EVEN);
  let base = exponent < 0n ? divide(decimal(1n), one, of) : one;
  let found = decimal(1n);
  for (let left = size; left > 0n; left /= 2n) {
    if (left % 2n === 1n) found = multiply(found, base, of);
    if (left > 1n) base = multiply(base, base, of);
  }
  return fix(found, usual);
}

export function compare(one: Decimal, other: Decimal): number {
  if (!one.finite || !other.finite) {
    const [a, b] = [one, other].map((each) => (each.finite ? 0 : each.minus ? -1 : 1));
    return a! - b!;
  }
  const sign = (each: Decimal) => (each.zero ? 0 : each.minus ? -1 : 1);
  if (sign(one) !== sign(other)) return sign(one) - sign(other);
  if (one.adjusted !== other.adjusted) return (one.adjusted - other.adjusted) * sign(one);
  const power = Math.min(one.power, other.power);
  const [a, b] = [signed(one, power), signed(other, power)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The whole part, as `int(…)` gives it. */
export function whole(one: Decimal): bigint {
  const { minus, count, power } = one;
  const size = power >= 0 ? count * ten(power) : count / ten(-power);
  return minus ? -size : size;
}

export const nearest = (one: Decimal): bigint => whole(rescale(one, 0, ROUND_HALF_EVEN));
export const rounded = (one: Decimal, places: number): Decimal => rescale(one, -places, ROUND_HALF_EVEN);

/** Exactly what a float holds, bit by bit. */
export function exactly(value: number): Decimal {
  if (!Number.isFinite(value)) return new Decimal(value < 0, 0n, 0, false);
  let [count, halves] = [Math.abs(value), 0];
  for (; !Number.isInteger(count); count *= 2) halves += 1;
  return new Decimal(Object.is(value, -0) || value < 0, BigInt(count) * 5n ** BigInt(halves), -halves);
}

const NUMBER = /^\s*([-+]?)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?\s*$/i;

export function decimal(value: unknown = 0n): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === "bigint") return new Decimal(value < 0n, value < 0n ? -value : value, 0);
  if (typeof value === "number") return exactly(value);
  const text = String(value).replace(/\p{Nd}/gu, digit);
  if (/^[-+]?inf(inity)?$/i.test(text)) return new Decimal(text.startsWith("-"), 0n, 0, false);
  const [, sign, left, right = "", power = "0"] = NUMBER.exec(text) ?? [];
  if (!left && !right) throw new ValueError("InvalidOperation");
  return new Decimal(sign === "-", BigInt(left + right), Number(power) - right.length);
}

/** A digit of any script as one of ours; they stand in their order, ten and ten. */
function digit(sign: string): string {
  const code = sign.codePointAt(0)!;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}
