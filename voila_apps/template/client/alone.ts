// Without a line: the phone calculates by itself, with what the last visit left on it.
import type { Frame } from "./line";
import type { Edit } from "./store";

type Engine = { start: (app: string, day: string) => (edits: Edit[]) => Frame[] };

export class Alone {
  /** Whether what is in view was calculated here. */
  active = false;
  private readonly told = new Map<string, string>(); // what the engine knows of each field
  private engine: Promise<(edits: Edit[]) => Frame[]> | null = null;

  /** `script` is empty for a tool that only Python can work; `day` is that of the page. */
  constructor(
    private readonly app: string,
    private readonly script: string,
    readonly day: string,
    private readonly edits: () => Edit[],
    private readonly show: (frame: Frame) => void,
  ) {}

  /** Show the answer to all that is filled in; false where this phone cannot. */
  async answer(): Promise<boolean> {
    if (!this.script) return false;
    try {
      this.engine ??= import(this.script).then((found: Engine) => found.start(this.app, this.day));
      const ask = await this.engine;
      this.active = true;
      for (const frame of ask(this.news())) this.show(frame);
      return true;
    } catch {
      this.engine = null; // the script is not on this phone: the next try may get it
      this.active = false;
      return false;
    }
  }

  private news(): Edit[] {
    const found = this.edits().filter(([id, state]) => this.told.get(id) !== JSON.stringify(state));
    for (const [id, state] of found) this.told.set(id, JSON.stringify(state));
    return found;
  }

  /** The line is back, and its word counts. */
  rest(): void {
    this.active = false;
  }
}
