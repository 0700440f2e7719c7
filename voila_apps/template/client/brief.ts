// The result in one line at the top, while the result itself is out of view.
const line = document.createElement("button");
line.id = "lapak-ringkas";
line.type = "button";
line.hidden = true;

const result = () => document.querySelector<HTMLElement>("[data-ringkas]");

line.addEventListener("click", () => result()?.scrollIntoView({ block: "center" }));

export function showBrief(): void {
  const shown = result();
  if (!shown) return;
  if (!line.isConnected) document.querySelector("main")?.append(line);
  const text = shown.dataset["ringkas"] ?? "";
  if (line.textContent !== text) line.textContent = text;
  line.hidden = shown.getBoundingClientRect().bottom > 60;
}

addEventListener("scroll", showBrief, { passive: true });
