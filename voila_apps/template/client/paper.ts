// Cetak: everything unfolded, fields as text, the day and the address.
import { make } from "./share";
import { words } from "./words";

let folded: HTMLDetailsElement[] = [];

addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details")].filter((each) => !each.open);
  for (const each of folded) {
    each.removeAttribute("name"); // else the next one that opens would close it
    each.open = true;
  }
  for (const area of document.querySelectorAll("textarea")) {
    area.dataset["rows"] = String(area.rows);
    area.rows = area.value.split("\n").length;
  }
  document.getElementById("cetakan")?.remove();
  const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  const where = `${words.printed(day)} ${location.href.split("#")[0]}`;
  document.querySelector("main")!.append(make("p", where, { id: "cetakan" }));
});

addEventListener("afterprint", () => {
  for (const each of folded) each.open = false;
  for (const area of document.querySelectorAll("textarea")) area.rows = Number(area.dataset["rows"]);
});
