// Formulas in labels and texts: the server has translated them, for no browser reads TeX.
const TEX = /\$\$[^$]+\$\$|\$[^$\n]+\$|\\\([\s\S]+?\\\)|\\\[[\s\S]+?\\\]/g;
const known = new Map<string, string>();

export function learn(table: Record<string, string>): void {
  for (const [tex, markup] of Object.entries(table)) known.set(tex, markup);
}

/** Show the formulas of an element; what has no translation stays as its author wrote it. */
export function typeset(element: Element): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const found = text.data.match(TEX)?.filter((tex) => known.has(tex)) ?? [];
    if (!found.length) continue;
    const fresh = document.createElement("span");
    fresh.textContent = text.data;
    for (const tex of found) fresh.innerHTML = fresh.innerHTML.replace(escaped(tex), () => known.get(tex)!);
    text.replaceWith(...fresh.childNodes);
  }
}

function escaped(text: string): string {
  const box = document.createElement("span");
  box.textContent = text;
  return box.innerHTML;
}
