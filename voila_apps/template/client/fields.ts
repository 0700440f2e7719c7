// The page's own controls: what each of them says, and how it is set. Markup: fields.py, widgets.py.
import { readNumber, writeNumber } from "./numbers";
import { words } from "./words";

export type State = Record<string, unknown>;
type Control = HTMLInputElement & HTMLSelectElement;
type Day = { year: number; month: number; date: number };
type Hour = { hours: number; minutes: number; seconds: number; milliseconds: number };

const BANTEN = 7 * 3600_000; // ms that its clocks are ahead of the world's

const controls = (root: HTMLElement): Control[] => [
  ...root.querySelectorAll<Control>("input, select, textarea"),
];
const one = (root: HTMLElement): Control => controls(root)[0]!;
const places = (root: HTMLElement): number[] =>
  controls(root).flatMap((each, at) => (each.checked ? [at] : []));

function readSliders(root: HTMLElement): number[] {
  return controls(root).map((each) =>
    each.dataset["base"] ? Number(each.dataset["base"]) ** Number(each.value) : Number(each.value),
  );
}

function readSteps(root: HTMLElement): string[] {
  const names = root.querySelectorAll("data");
  const ends = controls(root).map((each) => Number(each.value));
  return ends.sort((a, b) => a - b).map((at) => names[at]?.textContent ?? "");
}

function readDay(text: string): Day | null {
  const [year, month, date] = text.split("-").map(Number);
  return text ? { year: year!, month: month! - 1, date: date! } : null; // Jupyter counts from 0
}

const padded = (number: number, width = 2) => String(number).padStart(width, "0");

function writeDay(day: Day | null): string {
  return day ? `${padded(day.year, 4)}-${padded(day.month + 1)}-${padded(day.date)}` : "";
}

function readHour(text: string): Hour | null {
  const [hours, minutes, rest = "0"] = text.split(":");
  const [seconds, parts = ""] = rest.split(".");
  const milliseconds = Number(parts.padEnd(3, "0"));
  return text ? { hours: Number(hours), minutes: Number(minutes), seconds: Number(seconds), milliseconds } : null;
}

function writeHour(hour: Hour | null): string {
  if (!hour) return "";
  const rest = hour.milliseconds ? `.${padded(hour.milliseconds, 3)}` : "";
  const seconds = hour.seconds || rest ? `:${padded(hour.seconds)}` : "";
  return `${padded(hour.hours)}:${padded(hour.minutes)}${seconds}${rest}`;
}

const parts = (time: Date): Day & Hour => ({
  year: time.getUTCFullYear(),
  month: time.getUTCMonth(),
  date: time.getUTCDate(),
  hours: time.getUTCHours(),
  minutes: time.getUTCMinutes(),
  seconds: time.getUTCSeconds(),
  milliseconds: time.getUTCMilliseconds(),
});

/** A day with its hour; what has a time zone travels in world time. */
function readMoment(control: Control): (Day & Hour) | null {
  const time = new Date(`${control.value}Z`).getTime();
  return control.value ? parts(new Date("dunia" in control.dataset ? time - BANTEN : time)) : null;
}

function writeMoment(control: Control, value: (Day & Hour) | null): string {
  if (!value) return "";
  const { year, month, date, hours, minutes, seconds, milliseconds } = value;
  const time = Date.UTC(year, month, date, hours, minutes, seconds, milliseconds);
  const shown = parts(new Date("dunia" in control.dataset ? time + BANTEN : time));
  return `${writeDay(shown)}T${writeHour(shown)}`;
}

/** Say what somebody has filled in, as the widget's state; null where it cannot be read. */
export function read(root: HTMLElement): State | null {
  switch (root.dataset["k"]) {
    case "teks":
    case "sandi":
      return { value: one(root).value };
    case "angka": {
      const value = readNumber(one(root).value);
      return value === null ? null : { value };
    }
    case "geseran":
      return { value: readSliders(root)[0] };
    case "rentang":
      return { value: readSliders(root).sort((a, b) => a - b) };
    case "langkah":
      return { index: Number(one(root).value) };
    case "pilih":
      return { index: one(root).value === "" ? null : Number(one(root).value) };
    case "satu":
      return { index: places(root)[0] ?? null };
    case "beberapa":
      return { index: places(root) };
    case "centang":
      return { value: one(root).checked };
    case "tanggal":
      return { value: readDay(one(root).value) };
    case "jam":
      return { value: readHour(one(root).value) };
    case "saat":
      return { value: readMoment(one(root)) };
    case "jangka":
      return { index: controls(root).map((each) => Number(each.value)).sort((a, b) => a - b) };
    case "lipat": {
      const open = [...root.children].findIndex((each) => (each as HTMLDetailsElement).open);
      return { selected_index: open < 0 ? null : open };
    }
    default:
      return null;
  }
}

/** Set a control to what the kernel, or the phone's memory, says. */
export function write(root: HTMLElement, state: State): void {
  const value = state["value"];
  const index = state["index"];
  const all = controls(root);
  switch (root.dataset["k"]) {
    case "teks":
    case "sandi":
      one(root).value = String(value ?? "");
      break;
    case "angka":
      one(root).value = writeNumber(value);
      break;
    case "geseran":
    case "rentang":
      all.forEach((each, at) => {
        const end = Number(Array.isArray(value) ? value[at] : value);
        const base = Number(each.dataset["base"]);
        each.value = String(base ? Math.log(end) / Math.log(base) : end);
      });
      break;
    case "langkah":
    case "pilih":
      one(root).value = String(index ?? "");
      break;
    case "satu":
    case "beberapa":
      all.forEach((each, at) => {
        each.checked = Array.isArray(index) ? index.includes(at) : index === at;
      });
      break;
    case "centang":
      one(root).checked = Boolean(value);
      break;
    case "tanggal":
      one(root).value = writeDay(value as Day | null);
      break;
    case "jam":
      one(root).value = writeHour(value as Hour | null);
      break;
    case "saat":
      one(root).value = writeMoment(one(root), value as (Day & Hour) | null);
      break;
    case "jangka":
      all.forEach((each, at) => (each.value = String((index as number[])[at])));
      break;
    case "tumpuk":
      [...root.children].forEach((each, at) => {
        (each as HTMLElement).hidden = state["selected_index"] !== at;
      });
      break;
    case "lipat":
      [...root.children].forEach((each, at) => {
        (each as HTMLDetailsElement).open = state["selected_index"] === at;
      });
  }
  check(root);
}

/** Show beside a control what follows from its value alone: a slider's number, a mistake. */
export function check(root: HTMLElement): void {
  const kind = root.dataset["k"];
  const output = root.querySelector(".nilai");
  if (output && (kind === "langkah" || kind === "jangka"))
    output.textContent = readSteps(root).join(" – ");
  else if (output) output.textContent = readSliders(root).map(writeNumber).join(" – ");
  if (kind !== "angka") return;
  const wrong = one(root).value !== "" && read(root) === null;
  one(root).setAttribute("aria-invalid", String(wrong));
  one(root).setAttribute("aria-description", wrong ? words.number : "");
  root.dataset["salah"] = wrong ? words.number : "";
}

/** Whether somebody filled something in before the script was here: it comes after the page. */
export function touched(root: HTMLElement): boolean {
  return controls(root).some((each) => {
    const kind: string = each.type;
    if (kind === "checkbox" || kind === "radio") return each.checked !== each.defaultChecked;
    if (kind.startsWith("select")) {
      const first = [...each.options].findIndex((option) => option.defaultSelected);
      return each.selectedIndex !== first && (first >= 0 || each.selectedIndex > 0);
    }
    if (kind !== "range") return kind !== "file" && each.value !== each.defaultValue;
    // A browser moves what came between two steps to one of them.
    return Math.abs(Number(each.value) - Number(each.defaultValue)) >= (Number(each.step) || 1e-9);
  });
}

/** Take the chosen files in, as the kernel wants them. */
export async function readFiles(root: HTMLElement): Promise<State> {
  const files = [...(one(root).files ?? [])];
  return { value: await Promise.all(files.map(readFile)) };
}

function readFile(file: File): Promise<State> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () =>
      resolve({
        name: file.name,
        type: file.type,
        size: file.size,
        last_modified: file.lastModified,
        content: String(reader.result).split(",")[1] ?? "",
      });
    reader.readAsDataURL(file);
  });
}
