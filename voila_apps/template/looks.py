"""How a widget's element looks from outside: its classes and what its layout says."""

from __future__ import annotations

import re
from html import escape

from voila_apps.template.models import Model, Models, State

# Widths in pixels were meant for a desk: only what makes sense on a phone too is taken over.
_LAYOUT = (
    *("align_content", "align_items", "align_self", "border_bottom", "border_left", "border_right"),
    *("border_top", "display", "flex", "flex_flow", "grid_area", "grid_auto_columns"),
    *("grid_auto_flow", "grid_auto_rows", "grid_column", "grid_gap", "grid_row"),
    *("grid_template_areas", "grid_template_columns", "grid_template_rows", "justify_content"),
    *(
        "justify_items",
        "margin",
        "max_width",
        "object_fit",
        "object_position",
        "order",
        "overflow",
        "padding",
        "visibility",
    ),
)
# What a widget's style says, as ipywidgets' own page reads it.
_STYLE = {
    "background": "background",
    "text_color": "color",
    "button_color": "background",
    **{f"font_{name}": f"font-{name}" for name in ("family", "size", "style", "variant", "weight")},
    "text_decoration": "text-decoration",
}
_NO_STYLE = re.compile(r"[;{}<>\\]|url\(", re.IGNORECASE)


def classes(model: Model, own: str) -> str:
    """Give an element's classes: the kind's own, then those that the notebook added.

    Example:
        >>> classes(Model("1", "Text", {"_dom_classes": ["isian", "a b"]}), "teks")
        'w teks isian a b'
    """
    return " ".join(["w", *own.split(), *model.state.get("_dom_classes", ())])


def style(model: Model, models: Models) -> str:
    """Give what the widget's layout and style ask for, as CSS; nothing that could leave its declaration.

    Example:
        >>> widgets = {"2": {"model_name": "LayoutModel", "state": {"display": "none"}}}
        >>> style(Model("1", "Text", {"layout": "IPY_MODEL_2"}), Models(widgets))
        'display:none'
    """
    layout, look = models.of(model.state.get("layout")), models.of(model.state.get("style"))
    asked: State = layout.state if layout else {}
    said: State = look.state if look else {}
    found = [(name.replace("_", "-"), asked.get(name)) for name in _LAYOUT]
    found += [(css, said.get(name)) for name, css in _STYLE.items()]
    if said.get("button_color") and not said.get("text_color"):
        found.append(
            ("color", "#000")
        )  # as in ipywidgets: its colours are chosen for black letters
    return ";".join(
        f"{name}:{value}" for name, value in found if value and not _NO_STYLE.search(str(value))
    )


def attributes(model: Model, models: Models, own: str) -> str:
    """Give the attributes of a widget's element: by `data-w` the page finds it again."""
    look = style(model, models)
    return f'class="{escape(classes(model, own))}" data-w="{escape(model.id)}"' + (
        f' style="{escape(look)}"' if look else ""
    )
