// Python's dates: a day of the calendar, counted from the first day of year 1.
import { ValueError } from "./errors";

const MS = 86_400_000;
const at = (year: bigint, month: bigint, day: bigint): number => {
  const found = new Date(0);
  found.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return found.getTime();
};
export const monthrange = (year: bigint, month: bigint): bigint[] => [
  0n, // the weekday of the first day, which nobody asks for
  BigInt(new Date(at(year, month + 1n, 0n)).getUTCDate()),
];

export class Span {
  constructor(readonly $days: bigint) {}
}
export const timedelta = (days: bigint) => new Span(days);

export class Day {
  constructor(
    readonly $year: bigint,
    readonly $month: bigint,
    readonly $day: bigint,
  ) {
    const fits = $year >= 1n && $year <= 9999n && $month >= 1n && $month <= 12n && $day >= 1n;
    if (!fits || $day > monthrange($year, $month)[1]!) throw new ValueError("no such day");
  }

  get time(): number {
    return at(this.$year, this.$month, this.$day);
  }

  moved(by: Span, sign = 1n): Day {
    return dayAt(this.time + Number(by.$days * sign) * MS);
  }

  since(other: Day): Span {
    return new Span(BigInt((this.time - other.time) / MS));
  }

  $replace(year = this.$year, month = this.$month, day = this.$day): Day {
    return new Day(year, month, day);
  }

  toString(): string {
    const two = (value: bigint) => String(value).padStart(2, "0");
    return `${String(this.$year).padStart(4, "0")}-${two(this.$month)}-${two(this.$day)}`;
  }

  shown(how: string): string {
    const [year, month, day] = this.toString().split("-") as [string, string, string];
    return how.replace("%Y", year).replace("%m", month).replace("%d", day);
  }
}

function dayAt(time: number): Day {
  const found = new Date(time);
  return new Day(
    BigInt(found.getUTCFullYear()),
    BigInt(found.getUTCMonth() + 1),
    BigInt(found.getUTCDate()),
  );
}

export const date = (year: bigint, month: bigint, day: bigint) => new Day(year, month, day);
export const firstDay = new Day(1n, 1n, 1n);
export const lastDay = new Day(9999n, 12n, 31n);

export function fromisoformat(text: string): Day {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) throw new ValueError(`Invalid isoformat string: ${text}`);
  return new Day(BigInt(parts[1]!), BigInt(parts[2]!), BigInt(parts[3]!));
}

let page = firstDay;
/** Say of which day the page is: a phone whose clock is wrong shows no law of years ago. */
export const startOn = (day: string): void => {
  page = fromisoformat(day);
};
export function today(): Day {
  const now = dayAt(Date.now() + 7 * 3_600_000); // the clock of Banten
  return now.time > page.time ? now : page;
}
