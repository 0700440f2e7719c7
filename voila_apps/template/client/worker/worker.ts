// Opens the tools without a line: the page itself asks for what is kept (keep.ts), this gives it out.
// One worker for the whole service: it knows no tool, and its own version hardly ever changes.
import { pageOf } from "./names";

type Fetched = { request: Request; respondWith(answer: Promise<Response>): void };
type Awaited = { waitUntil(done: Promise<unknown>): void };
const me = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(kind: string, heard: (event: Fetched & Awaited) => void): void;
};
const PATIENCE = 3000; // ms for a new page; then the kept one is shown

me.addEventListener("install", () => void me.skipWaiting());
me.addEventListener("activate", (event) => event.waitUntil(me.clients.claim()));
me.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  const page = pageOf(address.pathname);
  if (page && request.mode === "navigate") event.respondWith(newest(request, page));
  else if (address.pathname.includes("/statik/")) event.respondWith(shared(request));
});

/** Give the page as it is now; the kept one where the line is cut, slow or answers with an error. */
async function newest(request: Request, page: string): Promise<Response> {
  const kept = await caches.match(page);
  if (!kept) return fetch(request);
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  // A tool that is gone is gone; a crowded or a broken service is no reason to show nothing.
  return answer && (answer.ok || answer.type === "opaqueredirect" || answer.status === 404) ? answer : kept;
}

/** Give a file whose name changes with its content. */
async function shared(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}
