// A page whose state lies in its kernel: with another kernel it starts anew, and says so.
const FLAG = `lapak-mulai:${location.pathname}`;

/** Whether the notebook has declared nothing of its state (`state` in its metadata). */
export const inKernel = "inti" in document.body.dataset;

/** Load the page again: what it shows came from a kernel that is no more. */
export function startAnew(): void {
  sessionStorage.setItem(FLAG, "1");
  location.reload();
}

/** Whether it has just been loaded again for that. */
export function startedAnew(): boolean {
  const started = sessionStorage.getItem(FLAG) !== null;
  sessionStorage.removeItem(FLAG);
  return started;
}
