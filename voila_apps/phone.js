// What stock Voila lacks on a phone: Indonesian, kept inputs, a result in view, reading aloud.
(() => {
  "use strict";
  const root = document.documentElement;
  const storeKey = "lapak:" + location.pathname.split("/").pop();
  const pauseBeforeSending = 800; // ms after the last key: she need not leave the field
  const restored = new Set(); // names of the fields that have their kept text again
  let restoring = false;
  let touched = false; // nothing is kept for somebody who only looked
  let scheduled = 0;

  root.lang = "id";

  // Voila's own line counts cells in English; she waits for one thing only.
  window.voila_process = () => {
    const line = document.getElementById("loading_text");
    if (line) line.textContent = "Sebentar, halaman sedang disiapkan…";
  };

  const all = (selector) => [...document.querySelectorAll(selector)];
  const nameOf = (box) => [...box.classList].find((name) => name.startsWith("isian-"));

  function readStore() {
    try {
      return JSON.parse(localStorage.getItem(storeKey)) || {};
    } catch {
      return {}; // a private window keeps nothing; the page works without
    }
  }

  function writeStore(values) {
    try {
      if (values) localStorage.setItem(storeKey, JSON.stringify(values));
      else localStorage.removeItem(storeKey);
    } catch {
      // as above
    }
  }

  const tell = (input, type) => input.dispatchEvent(new Event(type, { bubbles: true }));

  // Voila draws one field after another: each gets its text back when it appears.
  function restore() {
    const kept = readStore();
    restoring = true;
    for (const box of all(".isian")) {
      const input = box.querySelector("input, select");
      if (!input || restored.has(nameOf(box))) continue;
      restored.add(nameOf(box));
      const value = kept[nameOf(box)];
      if (typeof value !== "string" || value === input.value) continue;
      input.value = value;
      tell(input, "input");
      tell(input, "change");
    }
    restoring = false;
  }

  // All of them at once: a slider changes its neighbour's text without any event.
  function keep() {
    if (!touched) return;
    const values = readStore(); // of fields that are not drawn yet
    for (const box of all(".isian")) {
      const input = box.querySelector("input, select");
      if (input && restored.has(nameOf(box))) values[nameOf(box)] = input.value;
    }
    writeStore(values);
  }

  // --- reading aloud, only where the phone has an Indonesian voice ---
  const speech = window.speechSynthesis;
  const voice = () => speech?.getVoices().find((each) => /^(id|in)([-_]|$)/i.test(each.lang));

  function readAloud(button) {
    const section = button.closest("section");
    const lines = [...section.querySelectorAll("h2, p")].map((line) =>
      line.querySelector("button") ? "" : line.textContent,
    );
    const said = new SpeechSynthesisUtterance(lines.join(" ").replace(/(\d)\.(?=\d{3})/g, "$1"));
    said.voice = voice();
    said.lang = "id-ID";
    speech.cancel();
    speech.speak(said);
  }

  // --- the result in one line, while the result itself is out of view ---
  const line = document.createElement("button");
  line.id = "lapak-ringkas";
  line.type = "button";
  line.hidden = true;
  line.addEventListener("click", () => {
    document.querySelector("[data-ringkas]")?.scrollIntoView({ block: "center" });
  });

  function showLine() {
    const result = document.querySelector("[data-ringkas]");
    if (!result) return;
    if (!line.isConnected) document.body.append(line);
    const text = result.dataset.ringkas;
    if (line.textContent !== text) line.textContent = text;
    line.hidden = result.getBoundingClientRect().bottom > 60;
  }

  // --- what each change of the page needs ---
  function refresh() {
    scheduled = 0;
    restore();
    keep();
    for (const box of all(".isian.angka")) {
      const input = box.querySelector("input");
      const head = box.parentElement.querySelector(`.kepala-${nameOf(box).slice(6)}`);
      const label = head?.querySelector(".judul")?.textContent;
      if (!input || !label) continue;
      input.inputMode = "decimal";
      input.autocomplete = "off";
      const message = head.querySelector(".masalah")?.textContent ?? "";
      input.setAttribute("aria-label", label);
      input.setAttribute("aria-description", message);
      input.setAttribute("aria-invalid", message ? "true" : "false");
      const handle = box.nextElementSibling?.querySelector(".noUi-handle");
      handle?.setAttribute("aria-label", `Geser: ${label}`);
    }
    for (const button of all("[data-bacakan]")) button.hidden = !voice();
    const result = document.querySelector(".atas .widget-html-content");
    if (result && !result.hasAttribute("aria-live")) result.setAttribute("aria-live", "polite");
    showLine();
  }

  function schedule() {
    scheduled ||= setTimeout(refresh, 100);
  }

  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(schedule).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    schedule();
  });
  addEventListener("scroll", showLine, { passive: true, capture: true });
  speech?.addEventListener?.("voiceschanged", schedule);

  let waiting = 0;
  addEventListener("input", (event) => {
    if (!event.isTrusted || !event.target.closest(".isian")) return;
    touched = true;
    keep();
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(event.target, "change"), pauseBeforeSending);
  });
  addEventListener("change", (event) => {
    if (restoring || !event.target.closest?.(".isian")) return;
    touched = true;
    keep();
  });
  for (const type of ["pointerdown", "keydown"]) {
    addEventListener(type, (event) => {
      touched ||= Boolean(event.target.closest?.(".geser"));
    });
  }
  // One tap marks the example's number, so that the first key replaces it.
  addEventListener("focusin", (event) => {
    if (event.target.closest?.(".isian.angka")) event.target.select?.();
  });

  addEventListener(
    "click",
    (event) => {
      const target = event.target.closest?.("button, [data-ke]");
      if (!target) return;
      if (target.matches("[data-bacakan]")) readAloud(target);
      if (target.dataset.ke) {
        const box = document.querySelector(target.dataset.ke);
        box?.scrollIntoView({ block: "center" });
        box?.querySelector("input")?.focus({ preventScroll: true });
      }
      if (target.matches(".ulang")) {
        if (confirm("Angka Anda diganti dengan angka contoh. Lanjutkan?")) {
          touched = false;
          writeStore(null);
        } else {
          event.stopImmediatePropagation();
        }
      }
    },
    { capture: true },
  );
})();
