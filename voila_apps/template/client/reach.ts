// Whether the service can be reached: asked by plain requests, again and again, while an answer is due.
// Not by opening lines: browsers make a page wait longer and longer that opens many of them in vain.
const PAUSE = 1000; // ms between two requests; more when the service answers and lines fail
const PATIENCE = 4000; // ms for one request

export class Reach {
  private asked = 0;

  constructor(
    private readonly address: string,
    private readonly found: () => void,
  ) {}

  /** Ask, but not too often; `tries` counts the lines that were opened since the last word. */
  ask(tries: number): void {
    if (document.hidden || Date.now() - this.asked < Math.min(12_000, PAUSE * 2 ** tries)) return;
    this.asked = Date.now();
    const stop = new AbortController(); // older browsers know no `AbortSignal.timeout`
    setTimeout(() => stop.abort(), PATIENCE);
    fetch(this.address, { method: "HEAD", cache: "no-store", signal: stop.signal }).then(
      // A proxy without the service answers with 503, a crowded service with 429.
      (answer) => answer.status < 429 && this.found(),
      () => undefined,
    );
  }
}
