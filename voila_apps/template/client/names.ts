// Names and mistakes of fields, for those who listen to the page.
// A field's label and what to mend in it may stand in a text above it (`kepala-x` for `isian-x`), or
// what to mend in a text below it.
import { words } from "./words";

export function nameFields(): void {
  for (const root of document.querySelectorAll<HTMLElement>(".isi[class*='isian-']")) {
    const control = root.querySelector("input, select, textarea");
    if (!control) continue;
    const head = headOf(root);
    const label = head?.querySelector(".judul")?.textContent;
    if (label) {
      control.removeAttribute("aria-labelledby");
      control.setAttribute("aria-label", label);
      const slider = root.nextElementSibling?.querySelector("input[type=range]");
      if (slider?.hasAttribute("aria-labelledby")) {
        slider.removeAttribute("aria-labelledby");
        slider.setAttribute("aria-label", words.slide(label));
      }
    }
    const note = (head ?? noteOf(root))?.querySelector(".masalah")?.textContent ?? "";
    if (note || control.hasAttribute("aria-invalid")) {
      control.setAttribute("aria-invalid", String(note !== ""));
      control.setAttribute("aria-description", note);
    }
  }
}

function headOf(root: HTMLElement): Element | null {
  const name = [...root.classList].find((each) => each.startsWith("isian-"));
  return document.querySelector(`.kepala-${CSS.escape(name!.slice(6))}`);
}

function noteOf(root: HTMLElement): Element | null {
  const next = root.nextElementSibling;
  return next?.matches("[class*='kepala-'], .isi") ? null : next;
}
