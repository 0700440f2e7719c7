// Output widgets, and the places of widgets in what a notebook shows. Markup comes from the server.
import { DOMWidgetModel, DOMWidgetView, type WidgetView } from "@jupyter-widgets/base";
import type { ManagerBase } from "@jupyter-widgets/base-manager";
import { Widget } from "@lumino/widgets";

/** Draw the widgets that have a place in an element; give what was drawn. */
export async function fill(element: Element, manager: ManagerBase): Promise<WidgetView[]> {
  const places = [...element.querySelectorAll<HTMLElement>("[data-model]")];
  const drawn = await Promise.all(places.map((place) => draw(place, manager)));
  return drawn.filter((view): view is DOMWidgetView => view !== null);
}

async function draw(place: HTMLElement, manager: ManagerBase): Promise<DOMWidgetView | null> {
  const id = place.dataset["model"]!;
  if (!manager.has_model(id)) return null;
  const view = await manager.create_view<DOMWidgetView>(await manager.get_model(id));
  if (!place.isConnected) {
    view.remove(); // what it belonged to has been replaced meanwhile
    return null;
  }
  place.replaceChildren();
  Widget.attach(view.luminoWidget, place);
  return view;
}

export class OutputModel extends DOMWidgetModel {
  override defaults() {
    return {
      ...super.defaults(),
      _model_name: "OutputModel",
      _view_name: "OutputView",
      _model_module: "@jupyter-widgets/output",
      _view_module: "@jupyter-widgets/output",
      html: "",
    };
  }
}

export class OutputView extends DOMWidgetView {
  private inner: WidgetView[] = [];
  private shown = 0;

  override render(): void {
    super.render();
    this.el.classList.add("jupyter-widgets", "keluaran");
    this.el.setAttribute("aria-live", "polite");
    this.listenTo(this.model, "change:html", () => void this.show());
    void this.displayed.then(() => this.show());
  }

  private async show(): Promise<void> {
    const number = ++this.shown;
    for (const view of this.inner.splice(0)) view.remove();
    this.el.innerHTML = String(this.model.get("html"));
    const drawn = await fill(this.el, this.model.widget_manager as ManagerBase);
    if (number === this.shown) this.inner = drawn;
  }
}
