// ipywidgets' own manager: models made of the page's state, and channels over the page's line.
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import * as controls from "@jupyter-widgets/controls";
import { words } from "../words";
import { LineComm, type Send } from "./comm";
import { typeset } from "./formulas";
import { OutputModel, OutputView } from "./output";

class UnknownModel extends base.DOMWidgetModel {}

/** What only a script of the notebook's author could draw: no such script runs here. */
class UnknownView extends base.DOMWidgetView {
  override render(): void {
    super.render();
    this.el.classList.add("awas");
    this.el.textContent = words.unknown;
  }
}

/** Its buttons show signs only: here they have names. */
class PlayView extends controls.PlayView {
  override render(): void {
    super.render();
    [this.playPauseButton, this.stopButton, this.repeatButton].forEach((button, at) =>
      button.setAttribute("aria-label", words.play[at]!),
    );
  }
}

const CLASSES: Record<string, Record<string, unknown>> = {
  "@jupyter-widgets/base": base,
  "@jupyter-widgets/controls": { ...controls, PlayView },
  "@jupyter-widgets/output": { OutputModel, OutputView },
};

export class PageManager extends ManagerBase {
  readonly comms = new Map<string, LineComm>();
  readonly _rendermime = { latexTypesetter: { typeset } }; // where ipywidgets looks for it

  constructor(private readonly post: Send) {
    super();
  }

  /** Make a widget that the kernel has; nothing is said to it. */
  make(id: string, name: string, module: string, version: string, state: object): Promise<unknown> {
    const comm = new LineComm(id, this.post);
    this.comms.set(id, comm);
    const options = { model_id: id, model_name: name, model_module: module, comm };
    return this.new_model({ ...options, model_module_version: version }, state as never);
  }

  /** Forget a widget that the kernel has ended. */
  forget(id: string): void {
    this.comms.get(id)?.end();
    this.comms.delete(id);
    delete (this as unknown as { _models: Record<string, unknown> })._models[id];
  }

  protected override async loadClass(name: string, module: string): Promise<any> {
    const found = CLASSES[module]?.[name];
    return found ?? (name.endsWith("View") ? UnknownView : UnknownModel);
  }

  override create_view<V extends base.WidgetView>(model: base.WidgetModel, options = {}): Promise<V> {
    const made = super.create_view<V>(model as never, options) as Promise<V>;
    void made.then((view) => {
      // By these the page finds a field again, and its name.
      view.el.dataset["w"] = model.model_id;
      view.el.classList.add("w");
      for (const label of view.el.querySelectorAll("[title=null]")) label.removeAttribute("title");
    });
    return made;
  }

  override async _create_comm(): Promise<never> {
    throw new Error("a page makes no widgets for the kernel");
  }

  override async _get_comm_info() {
    return {};
  }
}
