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
    *("justify_items", "margin", "max_width", "order", "overflow", "padding", "visibility"),
)
_NO_STYLE = re.compile(r"[;{}<>\\]|url\(", re.IGNORECASE)


def classes(model: Model, own: str) -> str:
    """Give an element's classes: the kind's own, then those that the notebook added.

    Example:
        >>> classes(Model("1", "Text", {"_dom_classes": ["isian", "a b"]}), "teks")
        'w teks isian a b'
    """
    return " ".join(["w", *own.split(), *model.state.get("_dom_classes", ())])


def style(model: Model, models: Models) -> str:
    """Give what the widget's layout asks for, as CSS; nothing that could leave its declaration.

    Example:
        >>> widgets = {"2": {"model_name": "LayoutModel", "state": {"display": "none"}}}
        >>> style(Model("1", "Text", {"layout": "IPY_MODEL_2"}), Models(widgets))
        'display:none'
    """
    layout = models.of(model.state.get("layout"))
    asked: State = layout.state if layout else {}
    return ";".join(
        f"{name.replace('_', '-')}:{value}"
        for name in _LAYOUT
        if (value := asked.get(name)) and not _NO_STYLE.search(str(value))
    )


def attributes(model: Model, models: Models, own: str) -> str:
    """Give the attributes of a widget's element: by `data-w` the page finds it again."""
    look = style(model, models)
    return f'class="{escape(classes(model, own))}" data-w="{escape(model.id)}"' + (
        f' style="{escape(look)}"' if look else ""
    )
