// Loads the standard ipywidgets manager and lets it draw the page; until then the page can be read.
import type { Full, Host, Taker } from "./full/host";
import type { Line } from "./line";
import type { Store } from "./store";
import { words } from "./words";

const [QUIET, AGAIN] = [1200, 3000]; // ms

/** Load it, as often as it takes: a line may be cut for minutes. */
export async function loadFull(
  address: string,
  store: Store,
  line: Line,
  changed: () => void,
  say: (text: string, waiting: boolean) => void,
): Promise<Taker> {
  const slow = setTimeout(() => say(words.loading, false), QUIET);
  const full = await load(address, () => say(words.notLoaded, false));
  const taker = await full.start(hostOf(store, line, changed));
  clearTimeout(slow);
  say("", false);
  return taker;
}

async function load(address: string, sorry: () => void): Promise<Full> {
  for (let tries = 0; ; tries++) {
    try {
      // A browser may remember that an address could not be loaded.
      return (await import(tries ? `${address}?${tries}` : address)) as Full;
    } catch {
      sorry();
      await new Promise((resolve) => {
        setTimeout(resolve, AGAIN);
        addEventListener("online", resolve, { once: true });
      });
    }
  }
}

function hostOf(store: Store, line: Line, changed: () => void): Host {
  return {
    edits: () => store.all(),
    set: (id, state) => {
      store.put(id, state);
      changed();
      line.set(id, state);
    },
    remember: (id, state) => {
      store.put(id, state);
      changed();
    },
    custom: (id, content) => line.custom(id, content),
    upload: (id, state) => line.upload(id, state),
    overtaken: (id) => line.overtaken(id),
    busy: () => line.busy,
  };
}
