// A link with values: written from the page's fields, and read with suspicion. It stands behind the
// `#`, which a browser never sends: no server and no log sees it.
import type { State } from "./fields";
import { read } from "./fields";

const MARK = "#bagi&";
const LONGEST = 4000; // characters of a link's values
const LONGEST_VALUE = 200;
const STRANGE = /[<>\u0000-\u001f\u007f]/; // no field of a tool needs these
const KINDS = ["teks", "angka", "pilih", "satu", "centang", "geseran", "tanggal"];

export type Field = { name: string; label: string; value: string; free: boolean };
export type Found = { values: [root: HTMLElement, value: string][]; left: boolean };

type Control = HTMLInputElement & HTMLSelectElement;
const one = (root: HTMLElement) => root.querySelector<Control>("input, select, textarea")!;
const choices = (root: HTMLElement) => [...root.querySelectorAll<HTMLLabelElement>("label")];
export const nameOf = (root: HTMLElement) =>
  [...root.classList].find((each) => each.startsWith("isian-"))?.slice(6) ?? "";

/** Fields that may go into a link: named, no file, and not declared private (`rahasia`) by the tool. */
export const open = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(".isi[class*='isian-']:not(.rahasia)")].filter((root) =>
    KINDS.includes(root.dataset["k"]!),
  );

/** What a field says, in the words that stand on the page. */
export function valueOf(root: HTMLElement): string {
  const control = one(root);
  switch (root.dataset["k"]) {
    case "pilih":
      return control.selectedOptions[0]?.text ?? "";
    case "satu":
      return choices(root).find((each) => each.querySelector("input")!.checked)?.innerText ?? "";
    case "centang":
      return control.checked ? "1" : "0";
    default:
      return control.value;
  }
}

/** Fill a field in; null where it does not take this value. */
export function fill(root: HTMLElement, value: string): State | null {
  const control = one(root);
  const before = valueOf(root);
  const kind = root.dataset["k"];
  if (kind === "pilih") {
    const option = [...control.options].find((each) => each.text === value);
    if (!option) return null;
    control.value = option.value;
  } else if (kind === "satu") {
    const option = choices(root).find((each) => each.innerText === value);
    if (!option) return null;
    option.querySelector("input")!.checked = true;
  } else if (kind === "centang") control.checked = value === "1";
  else control.value = value;
  const state = read(root);
  if (!state) control.value = before;
  return state;
}

export function labelOf(root: HTMLElement): string {
  const label = one(root).getAttribute("aria-label") ?? root.querySelector(".judul")?.textContent;
  return (label ?? nameOf(root)).trim();
}

/** What the page's fields say as it comes, by name: its example. */
export function exampleOf(): Map<string, string> {
  const values = open().map((root): [string, string] => {
    const control = one(root);
    const options = [...(control.options ?? [])];
    if (options.length) return [nameOf(root), options.find((each) => each.defaultSelected)?.text ?? ""];
    const chosen = choices(root).find((each) => each.querySelector("input")?.defaultChecked);
    if (root.dataset["k"] === "satu") return [nameOf(root), chosen?.innerText ?? ""];
    if (root.dataset["k"] === "centang") return [nameOf(root), control.defaultChecked ? "1" : "0"];
    return [nameOf(root), control.defaultValue];
  });
  return new Map(values);
}

/** The fields that differ from the example. */
export function changed(example: Map<string, string>): Field[] {
  return open()
    .map((root) => ({
      name: nameOf(root),
      label: labelOf(root),
      value: valueOf(root),
      free: root.classList.contains("tulisan"),
    }))
    .filter(({ name, value }) => example.get(name) !== value);
}

export function linkWith(fields: Field[]): string {
  const page = location.href.split("#")[0]!;
  const pairs = fields.map(({ name, value }) => [name, value.trim()]);
  return fields.length ? `${page}${MARK}${new URLSearchParams(pairs)}` : page;
}

/** Take a link's values out of the address; null where it is no such link. */
export function takeLink(): Found | null {
  if (!location.hash.startsWith(MARK)) return null;
  const text = location.hash.slice(MARK.length);
  history.replaceState(null, "", location.href.split("#")[0]!);
  if (text.length > LONGEST) return { values: [], left: true };
  const fields = new Map(open().map((root) => [nameOf(root), root]));
  const pairs = [...new URLSearchParams(text)];
  const values = pairs.flatMap(([name, value]): [HTMLElement, string][] => {
    const root = fields.get(name);
    const odd = value.length > LONGEST_VALUE || STRANGE.test(value);
    return root && !odd ? [[root, value]] : [];
  });
  return { values, left: values.length < pairs.length };
}
