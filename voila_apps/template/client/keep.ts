// Keeps this version of the tool on the phone, so that it opens without a line; older ones go.
import { pageOf, storeOf } from "./worker/names";

const IDLE = 1500; // ms after the page is there: nothing here takes the line from what she does

/** Keep the page and its files, once nothing else is to be done. */
export function keepForLater(base: string, tool: string, digest: string, files: string[]): void {
  if (!navigator.serviceWorker || !window.caches) return; // without HTTPS there is neither
  const start = () =>
    setTimeout(() => {
      navigator.serviceWorker.register(`${base}pekerja.js`, { scope: base }).catch(() => undefined);
      keep(tool, digest, files).catch(() => undefined); // a full phone keeps nothing, and all else works
    }, IDLE);
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}

async function keep(tool: string, digest: string, files: string[]): Promise<void> {
  const name = storeOf(tool, digest);
  const page = pageOf(location.pathname)!;
  if (!(await caches.match(page, { cacheName: name }))) {
    const paths = [...files, page]; // the page comes last: without its files it would calculate nothing
    const answers = await Promise.all(paths.map((path) => fetch(path)));
    const text = await answers[files.length]!.clone().text();
    // A page that has changed meanwhile has other files; the next visit keeps it.
    if (!answers.every((each) => each.ok) || !text.includes(`data-digest="${digest}"`)) return;
    const store = await caches.open(name);
    for (const [at, path] of paths.entries()) await store.put(path, answers[at]!);
  }
  for (const other of await caches.keys())
    if (other.startsWith(storeOf(tool, "")) && other !== name) await caches.delete(other);
}

/** Let a version go, so that the next load waits for the new one however slow the line is. */
export async function forget(digest: string): Promise<void> {
  try {
    for (const name of await caches.keys()) if (name.endsWith(`:${digest}`)) await caches.delete(name);
  } catch {
    // without HTTPS nothing was kept
  }
}
