// Reading aloud, only where the phone has a voice of the page's language.
import { english } from "./numbers";

const SPOKEN = english ? /^en([-_]|$)/i : /^(id|in)([-_]|$)/i;
const THOUSANDS = english ? /(\d),(?=\d{3})/g : /(\d)\.(?=\d{3})/g;
const speech: SpeechSynthesis | undefined = window.speechSynthesis;
const voice = () => speech?.getVoices().find((each) => SPOKEN.test(each.lang));

export function showSpeech(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-bacakan]"))
    button.hidden = !voice();
}

export function readAloud(button: Element): void {
  const lines = [...(button.closest("section")?.querySelectorAll("h2, p") ?? [])].map((line) =>
    line.querySelector("button") ? "" : line.textContent,
  );
  const said = new SpeechSynthesisUtterance(lines.join(" ").replace(THOUSANDS, "$1"));
  said.voice = voice() ?? null;
  said.lang = english ? "en" : "id-ID";
  speech?.cancel();
  speech?.speak(said);
}

speech?.addEventListener?.("voiceschanged", showSpeech);
