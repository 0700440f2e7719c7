// Reading aloud, only where the phone has an Indonesian voice.
const speech: SpeechSynthesis | undefined = window.speechSynthesis;
const voice = () => speech?.getVoices().find((each) => /^(id|in)([-_]|$)/i.test(each.lang));

export function showSpeech(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-bacakan]"))
    button.hidden = !voice();
}

export function readAloud(button: Element): void {
  const lines = [...(button.closest("section")?.querySelectorAll("h2, p") ?? [])].map((line) =>
    line.querySelector("button") ? "" : line.textContent,
  );
  const said = new SpeechSynthesisUtterance(lines.join(" ").replace(/(\d)\.(?=\d{3})/g, "$1"));
  said.voice = voice() ?? null;
  said.lang = "id-ID";
  speech?.cancel();
  speech?.speak(said);
}

speech?.addEventListener?.("voiceschanged", showSpeech);
