// Bagikan: first what a link would hold, then the link.
import { changed, linkWith, type Field } from "./links";
import { words } from "./words";

/** Make an element with text, never with markup: what stands in it may be a stranger's. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = "",
  more: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  return Object.assign(element, more);
}

export const button = (text: string, onclick: () => void, className = ""): HTMLButtonElement =>
  make("button", text, { type: "button", className, onclick });

/** Show what a link would hold; it is made when she asks for it, and shown in the same place. */
export function share(example: Map<string, string>): void {
  const dialog = make("dialog", "", { className: "bagikan" });
  dialog.setAttribute("aria-label", words.share);
  const fields = changed(example);
  const [said, free] = [fields.filter((each) => !each.free), fields.filter((each) => each.free)];
  const withText = make("input", "", { type: "checkbox" });
  const close = button(words.close, () => dialog.close(), "kedua");
  const done = button(words.makeLink, () => {
    const link = linkWith([...said, ...(withText.checked ? free : [])]);
    dialog.replaceChildren(make("h2", words.share), ...ways(link), close);
    dialog.querySelector("input")!.select();
  });
  dialog.append(make("h2", words.share), ...holds(said, free, withText), done, close);
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}

function holds(said: Field[], free: Field[], withText: HTMLInputElement): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (said.length) parts.push(make("p", words.linkHolds), listed(said));
  else parts.push(make("p", words.linkEmpty));
  if (free.length) {
    const label = make("label", "", { className: "centang" });
    label.append(withText, make("span", words.withText));
    parts.push(label, listed(free));
  }
  if (document.querySelector(".rahasia, [data-k=berkas]")) parts.push(make("p", words.linkPrivate));
  if (said.length || free.length) parts.push(make("p", words.linkSeen));
  return parts;
}

function listed(fields: Field[]): HTMLElement {
  const list = make("ul");
  for (const { label, value } of fields) list.append(make("li", `${label}: ${value}`));
  return list;
}

/** The link, and the ways that it can go. */
function ways(link: string): HTMLElement[] {
  const box = make("input", "", { readOnly: true, value: link });
  box.setAttribute("aria-label", words.link);
  const news = make("p", "");
  news.setAttribute("role", "status");
  const copy = button(words.copy, () => {
    box.select();
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error());
    copied.then(
      () => (news.textContent = words.copied),
      () => (news.textContent = document.execCommand("copy") ? words.copied : words.copyYourself),
    );
  });
  const text = `${document.title}: ${link}`;
  const whatsapp = make("a", words.whatsapp, {
    className: "tombol",
    href: `https://wa.me/?text=${encodeURIComponent(text)}`,
    target: "_blank",
    rel: "noopener noreferrer",
  });
  const parts: HTMLElement[] = [make("p", words.linkReady), box, news, copy, whatsapp];
  if (navigator.share) {
    const send = () => void navigator.share({ title: document.title, url: link }).catch(() => 0);
    parts.push(button(words.otherWay, send));
  }
  return parts;
}
