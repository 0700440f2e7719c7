// The widgets that tools are made of: values, who hears of them, and what the page must show anew.
import type { Frame } from "../line";
import { float } from "./numbers";
import { escape, str } from "./texts";

type Py = any; // eslint-disable-line -- a value of Python is of any kind
type Options = { value?: Py; description?: string; [more: string]: Py };

let app = "";
let made = 0;
const all = new Map<string, Widget>();
const changed = new Set<Widget>();

/** Number the widgets of a tool from here on, as the service does: by the order in which they are made. */
export function startWidgets(name: string): void {
  [app, made] = [name, 0];
}
const number = (): string => `${app}-${(made += 1)}`;

class Layout {
  private readonly states: Record<string, Py> = {};
  readonly id = number();
  constructor(private readonly of: Widget) {}
  get $display(): Py {
    return this.states["display"] ?? null;
  }
  set $display(value: Py) {
    if (value === this.$display) return;
    this.states["display"] = value;
    this.of.moved = true;
    changed.add(this.of);
  }
}

export abstract class Widget {
  readonly $layout = new Layout(this);
  readonly id: string;
  moved = false;
  protected readonly classes: string[] = [];
  private readonly heard: ((change: Py) => void)[] = [];
  protected held: Py;

  constructor(styled = true) {
    if (styled) number(); // its style is a widget of its own
    this.id = number();
    all.set(this.id, this);
  }

  $add_class(name: string): void {
    if (!this.classes.includes(name)) this.classes.push(name);
  }

  $observe(call: (change: Py) => void, _name: string): void {
    this.heard.push(call);
  }

  get $value(): Py {
    return this.held;
  }

  set $value(value: Py) {
    const next = this.fitting(value);
    if (next === this.held) return;
    this.held = next;
    changed.add(this);
    for (const call of this.heard) call({});
  }

  protected fitting(value: Py): Py {
    return value;
  }

  /** Take what somebody filled in. */
  take(state: Record<string, Py>): void {
    if ("value" in state) this.$value = state["value"];
  }

  /** What the page is told of it. */
  abstract state(): Frame | null;

  *frames(): Iterable<Frame> {
    const state = this.state();
    if (state) yield state;
    if (this.moved) {
      const display = this.$layout.$display;
      const style = display ? `display:${display}` : "";
      yield { kind: "look", id: this.id, add: [], remove: [], style };
    }
    this.moved = false;
  }
}

class Control extends Widget {
  state(): Frame | null {
    return { kind: "set", id: this.id, state: { value: this.held } };
  }
}

class Text extends Control {
  constructor({ value = "" }: Options) {
    super();
    this.held = value;
  }
  protected override fitting(value: Py): Py {
    return str(value);
  }
}

class FloatSlider extends Control {
  readonly $max: number;
  readonly $step: number;
  constructor({ max = 100, step = 0.1 }: Options) {
    super();
    [this.held, this.$max, this.$step] = [0, float(max), float(step)];
  }
  protected override fitting(value: Py): Py {
    return Math.min(Math.max(float(value), 0), this.$max);
  }
}

class Dropdown extends Widget {
  private readonly values: Py[];
  constructor({ options = [], value }: Options) {
    super();
    this.values = options.map((each: Py) => (Array.isArray(each) ? each[1] : each));
    this.held = value ?? this.values[0];
  }
  override take({ index }: Record<string, Py>): void {
    if (typeof index === "number" && index in this.values) this.$value = this.values[index];
  }
  state(): Frame {
    return { kind: "set", id: this.id, state: { index: this.values.indexOf(this.held) } };
  }
}

class HTML extends Widget {
  constructor({ value = "" }: Options) {
    super();
    this.held = value;
  }
  state(): Frame {
    const names = escape(["w", ...this.classes].join(" "));
    const html = `<div class="${names}" data-w="${this.id}" id="${this.id}">${this.held}</div>`;
    return { kind: "show", id: this.id, html };
  }
}

class Button extends Widget {
  private readonly called: ((button: Py) => void)[] = [];
  $on_click(call: (button: Py) => void): void {
    this.called.push(call);
  }
  state(): null {
    return null; // its page is loaded anew instead: see `ulang`
  }
}

class VBox extends Widget {
  constructor(_options: Options) {
    super(false);
  }
  state(): null {
    return null;
  }
}

export const widgets = { Button, Dropdown, FloatSlider, HTML, Text, VBox };
export const display = (_shown: Py): void => undefined;

/** Fill a widget in; one that is not here is another version's. */
export function fill(id: string, state: Record<string, Py>): void {
  all.get(id)?.take(state);
}

/** Give what has changed since this was last asked; at the first time everything. */
export function news(everything = false): Frame[] {
  const found = [...(everything ? all.values() : changed)].flatMap((each) => [...each.frames()]);
  changed.clear();
  return found;
}
