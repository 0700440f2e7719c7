// "Bacakan": reads the page aloud, where the phone has an Indonesian voice; else the button stays hidden.
(() => {
  const button = document.getElementById("bacakan");
  const speech = window.speechSynthesis;
  if (!button || !speech) return;
  const voice = () => speech.getVoices().find((v) => /^(id|in)\b/i.test(v.lang.replace("_", "-")));
  const offer = () => { button.hidden = !voice(); };
  const done = () => { button.textContent = "Bacakan"; };
  let turn = 0;
  const parts = () => [...document.querySelectorAll("main :is(h1,h2,h3,p,li,summary,figcaption)")]
    .filter((e) => e.checkVisibility ? e.checkVisibility() : e.offsetParent);
  const read = (queue, mine) => {
    const next = queue.shift();
    if (mine !== turn) return;
    if (!next) { done(); return; }
    const words = new SpeechSynthesisUtterance(next.innerText);
    words.voice = voice();
    words.lang = "id-ID";
    words.onend = () => read(queue, mine);
    words.onerror = () => { if (mine === turn) done(); };
    speech.speak(words);
  };
  button.onclick = () => {
    turn += 1;
    speech.cancel();
    if (button.textContent === "Berhenti") { done(); return; }
    button.textContent = "Berhenti";
    read(parts(), turn);
  };
  window.addEventListener("pagehide", () => speech.cancel());
  speech.onvoiceschanged = offer;
  offer();
})();
