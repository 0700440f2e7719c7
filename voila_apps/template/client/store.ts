// What was filled in, kept on this phone only, in the order of the last edit.
import type { State } from "./fields";

export type Edit = [id: string, state: State];
type Kept = { digest: string; edits: [id: string, name: string, state: State][] };

export class Store {
  private readonly edits = new Map<string, State>();
  private readonly key: string;
  /** Whether all edits are on the phone, so that the page may be loaded again without a loss. */
  kept = true;

  /** `name` gives the name that a notebook gave a field; `find` the field's id by that name. */
  constructor(
    app: string,
    private readonly digest: string,
    private readonly name: (id: string) => string,
    find: (name: string) => string | undefined,
  ) {
    this.key = `lapak:${app}`;
    const kept = this.load();
    for (const [id, named, state] of kept?.edits ?? []) {
      // After a change of the tool the ids may be other fields': only names lead to them.
      const now = named ? find(named) : kept?.digest === digest ? id : undefined;
      if (now && state) this.edits.set(now, state);
    }
  }

  get empty(): boolean {
    return this.edits.size === 0;
  }

  all(): Edit[] {
    return [...this.edits];
  }

  get(id: string): State | undefined {
    return this.edits.get(id);
  }

  /** Note an edit; it becomes the last one. */
  put(id: string, state: State): void {
    const before = this.edits.get(id);
    this.edits.delete(id);
    this.edits.set(id, { ...before, ...state });
    this.save();
  }

  /** Note that the kernel changed a field that somebody had edited; its place stays. */
  follow(id: string, state: State): void {
    const before = this.edits.get(id);
    if (!before) return;
    this.edits.set(id, { ...before, ...state });
    this.save();
  }

  erase(): void {
    this.edits.clear();
    try {
      localStorage.removeItem(this.key);
    } catch {
      // a private window keeps nothing; the page works without
    }
  }

  private save(): void {
    const edits = this.all().map(([id, state]) => [id, this.name(id), state]);
    try {
      localStorage.setItem(this.key, JSON.stringify({ digest: this.digest, edits }));
      this.kept = true;
    } catch {
      this.kept = false; // forbidden, or full
    }
  }

  private load(): Kept | null {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key) ?? "null") as Kept | null;
      return Array.isArray(kept?.edits) ? kept : null; // other pages of this address may write there
    } catch {
      return null;
    }
  }
}
