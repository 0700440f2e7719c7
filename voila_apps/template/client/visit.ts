// Somebody has opened a link with values: they are shown, never put over her own unasked.
import type { State } from "./fields";
import { fill, takeLink, type Found } from "./links";
import { button, make } from "./share";
import { words } from "./words";

const FLAG = "lapak-tautan";

export type Host = {
  app: string;
  /** Whether she has filled nothing in. */
  empty: () => boolean;
  /** Forget all edits. */
  erase: () => void;
  put: (root: HTMLElement, state: State) => void;
  /** Show the answer to what was put. */
  replay: () => void;
};

/** Use the address's values, or ask where she has her own. */
export function visit(host: Host): void {
  const found = takeLink();
  if (!found) {
    if (host.empty()) flag("");
    else if (flag() === host.app) tell([words.fromLink], [backToExample()]);
  } else if (!found.values.length) tell([words.linkBad], []);
  else if (host.empty()) use(host, found);
  else
    tell(
      [words.linkAsk],
      [
        button(words.keepMine, () => banner().remove()),
        button(words.useLink, () => use(host, found), "kedua"),
      ],
    );
}

function use(host: Host, found: Found): void {
  const fresh = host.empty();
  let left = found.left;
  host.erase();
  for (const [root, value] of found.values) {
    const state = fill(root, value);
    if (state) host.put(root, state);
    else left = true;
  }
  flag(host.app);
  // Her own values are in the page's other fields: it is loaded anew without them.
  if (!fresh) return location.reload();
  tell([words.fromLink, ...(left ? [words.linkLeft] : [])], [backToExample()]);
  if (!host.empty()) host.replay();
}

const backToExample = () => button(words.toExample, () => 0, "ulang kedua");

function banner(): HTMLElement {
  const known = document.getElementById("tautan");
  return known ?? make("section", "", { id: "tautan", className: "awas" });
}

function tell(lines: string[], buttons: HTMLElement[]): void {
  const shown = banner();
  shown.setAttribute("role", "status");
  shown.replaceChildren(...lines.map((line) => make("p", line)), ...buttons);
  document.querySelector("main")!.prepend(shown);
  shown.scrollIntoView({ block: "nearest" });
}

/** Note, or say, which tool's values came from a link: for as long as this tab is open. */
function flag(app?: string): string | null {
  try {
    if (app !== undefined) sessionStorage.setItem(FLAG, app);
    return sessionStorage.getItem(FLAG);
  } catch {
    return null; // a window that keeps nothing
  }
}
