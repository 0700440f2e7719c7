// Python's numbers: a whole one is a bigint, a float a number, a Decimal its own.
import { Day } from "./dates";
import * as d from "./decimal";
import { PythonError, ValueError } from "./errors";
import { Dict, PySet } from "./holders";

export type Py = any; // eslint-disable-line -- a value of Python is of any kind

const { Decimal } = d;
const isDecimal = (value: Py): value is d.Decimal => value instanceof Decimal;
export const int_ = (value: Py): Py => (typeof value === "boolean" ? BigInt(value) : value);

function unable(word: string, one: Py, other: Py): PythonError {
  return new PythonError(`${word}: ${typeof one}, ${typeof other}`);
}

/** Do what an operator does for two numbers, whichever kinds they are. */
function both(
  word: string,
  one: Py,
  other: Py,
  whole: (a: bigint, b: bigint) => Py,
  float: (a: number, b: number) => Py,
  exact: (a: d.Decimal, b: d.Decimal) => Py,
): Py {
  const [a, b] = [int_(one), int_(other)];
  if (typeof a === "bigint" && typeof b === "bigint") return whole(a, b);
  if (isDecimal(a) && (isDecimal(b) || typeof b === "bigint")) return exact(a, d.decimal(b));
  if (isDecimal(b) && typeof a === "bigint") return exact(d.decimal(a), b);
  const simple = ["number", "bigint"];
  if (simple.includes(typeof a) && simple.includes(typeof b)) return float(Number(a), Number(b));
  throw unable(word, one, other);
}

export function add(one: Py, other: Py): Py {
  if (typeof one === "string" && typeof other === "string") return one + other;
  if (Array.isArray(one)) return [...one, ...other];
  if (one instanceof Day) return one.moved(other);
  return both("+", one, other, (a, b) => a + b, (a, b) => a + b, d.plus);
}

export function sub(one: Py, other: Py): Py {
  if (one instanceof Day) return other instanceof Day ? one.since(other) : one.moved(other, -1n);
  return both("-", one, other, (a, b) => a - b, (a, b) => a - b, d.minus);
}

export function mul(one: Py, other: Py): Py {
  if (Array.isArray(one)) return Array.from({ length: Number(other) }, () => one).flat();
  if (typeof one === "string") return one.repeat(Number(other));
  return both("*", one, other, (a, b) => a * b, (a, b) => a * b, d.multiply);
}

export const div = (one: Py, other: Py): Py => both("/", one, other, share, quotient, d.divide);

function quotient(one: number, other: number): number {
  if (other === 0) throw new ValueError("division by zero");
  return one / other;
}

/** Divide whole numbers into the nearest float, also where they are larger than one holds. */
function share(one: bigint, other: bigint): number {
  if (Number.isSafeInteger(Number(one)) && Number.isSafeInteger(Number(other)))
    return quotient(Number(one), Number(other));
  if (other === 0n) throw new ValueError("division by zero");
  const minus = one < 0n !== other < 0n;
  const [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  const shift = Math.max(0, 66 + b.toString(2).length - a.toString(2).length);
  const upper = a << BigInt(shift);
  const count = (upper / b) * 2n + (upper % b > 0n ? 1n : 0n); // what is cut off counts in the rounding
  return (minus ? -1 : 1) * (Number(count) / 2 ** (shift + 1));
}

const floored = (one: bigint, other: bigint): bigint => {
  if (other === 0n) throw new ValueError("division by zero");
  const found = one / other;
  return one % other !== 0n && one < 0n !== other < 0n ? found - 1n : found;
};
const no = (): never => {
  throw new PythonError("// and % are for whole numbers here");
};
export const floordiv = (one: Py, other: Py): Py => both("//", one, other, floored, no, no);
export const mod = (one: Py, other: Py): Py =>
  both("%", one, other, (a, b) => a - floored(a, b) * b, no, no);
export const divmod = (one: Py, other: Py): Py => [floordiv(one, other), mod(one, other)];

export function pow(one: Py, other: Py): Py {
  if (isDecimal(one) && typeof other === "bigint") return d.raise(one, other);
  if (typeof one === "bigint" && typeof other === "bigint" && other >= 0n) return one ** other;
  throw unable("**", one, other);
}

export const neg = (one: Py): Py => (isDecimal(one) ? d.negative(one) : -int_(one));
export function abs(one: Py): Py {
  if (isDecimal(one)) return d.absolute(one);
  return typeof one === "number" ? Math.abs(one) : one < 0n ? -one : one;
}

function or_(one: Py, other: Py): Py {
  if (one instanceof Dict) return new Dict([...one.$items(), ...other.$items()]);
  if (one instanceof PySet) return new PySet([...one, ...other]);
  throw unable("|", one, other);
}
function and_(one: Py, other: Py): Py {
  if (one instanceof PySet) return new PySet([...one].filter((each) => other.has(each)));
  throw unable("&", one, other);
}
export { and_ as and, or_ as or };

// ---- from one kind to another ----------------------------------------------------------------------
export function int(value: Py): bigint {
  if (isDecimal(value)) return d.whole(value);
  if (typeof value === "number") return BigInt(Math.trunc(value));
  return typeof value === "string" ? d.whole(d.decimal(value)) : int_(value);
}

export const float = (value: Py): number => Number(isDecimal(value) ? value.toString() : int_(value));
export const ceil = (value: Py): bigint =>
  isDecimal(value) ? d.whole(value.$to_integral_value(d.ROUND_CEILING)) : BigInt(Math.ceil(Number(value)));

export function sqrt(value: Py): number {
  return Math.sqrt(float(value));
}

export function round(value: Py, places: Py = null): Py {
  if (typeof value === "bigint") return value;
  const exact = isDecimal(value) ? value : d.exactly(value);
  if (places === null) return d.nearest(exact);
  const found = d.rounded(exact, Number(places));
  return isDecimal(value) ? found : Number(found.toString());
}

/** A float as Python prints it: the shortest text that is this number. */
export function floatText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${Object.is(value, -0) ? "-0" : value}.0`;
  const [mantissa, power] = value.toExponential().split("e");
  const at = Number(power);
  if (at >= -4 && at < 16) return d.decimal(String(value)).plain();
  return `${mantissa}e${at < 0 ? "-" : "+"}${String(Math.abs(at)).padStart(2, "0")}`;
}

// ---- the middle of the normal distribution: Wichura's AS241, as Python's statistics has it ----------
const ratio = (r: number, upper: number[], lower: number[]): number => {
  const horner = (parts: number[]) => parts.reduce((sum, part) => sum * r + part, 0);
  return horner(upper) / horner(lower);
};

class NormalDist {
  $inv_cdf(p: number): number {
    const q = p - 0.5;
    if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, MIDDLE_UPPER, MIDDLE_LOWER);
    const r = Math.sqrt(-Math.log(q <= 0 ? p : 1 - p));
    if (r > 5) throw new ValueError("only for a confidence that people use");
    const x = ratio(r - 1.6, TAIL_UPPER, TAIL_LOWER);
    return q < 0 ? -x : x;
  }
}
export const normalDist = () => new NormalDist();

const MIDDLE_UPPER = [
  2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
  1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.387132872796366608,
];
const MIDDLE_LOWER = [
  5.226495278852854561e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
  5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1,
];
const TAIL_UPPER = [
  7.7454501427834140764e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
  3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
];
const TAIL_LOWER = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
  6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1,
];
