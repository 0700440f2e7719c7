"""The page of a tool: everything that its notebook shows, in the page before a script runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader

from usaha.dates import today
from usaha.language import _, speaking
from voila_apps.template.assets import FOLDER, Assets
from voila_apps.template.full import needs_full, page_state, place
from voila_apps.template.models import REFERENCE, Models
from voila_apps.template.outputs import markdown_html, outputs_html
from voila_apps.template.widgets import widget_html

if TYPE_CHECKING:
    from voila_apps.template.ran import RanNotebook

LANGUAGES = {"id": "Indonesia", "en": "English"}
_templates = Environment(
    loader=PackageLoader("voila_apps.template"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render_page(app: RanNotebook, assets: Assets, *, full: bool = False) -> str:
    """Write the whole page of a notebook that has run.

    Args:
        app: the notebook with its outputs and widgets.
        assets: style and script.
        full: whether the standard manager draws it, also where it needs not (yet).

    Returns:
        HTML, the same for every visitor.
    """
    models = Models(app.widgets)
    full = full or needs_full(models)

    def widget(name: str) -> str:
        markup = widget_html(name, models)
        return place(name, markup) if full else markup

    calculator = assets.offline.get(app.name)
    with speaking(app.language):
        return _templates.get_template("page.html.j2").render(
            app=app,
            parts=[part for cell in app.cells if (part := _cell_html(cell, widget))],
            links=json.dumps([] if full else _links(models), separators=(",", ":")),
            full=f"{app.base_url}{FOLDER}/{assets.full}" if full else "",
            state=page_state(app) if full else "",
            style=assets.style,
            script=f"{app.base_url}{FOLDER}/{assets.script}",
            calculator=f"{app.base_url}{FOLDER}/{calculator}" if calculator else "",
            day=today(),
            words=assets.words.get(app.language),
            names=LANGUAGES,
            _=_,
        )


def _cell_html(cell: Any, widget: Callable[[str], str]) -> str:
    if cell["cell_type"] == "markdown":
        return markdown_html(_(cell["source"]))
    if cell["cell_type"] == "code":
        return outputs_html(cell["outputs"], widget)
    return ""


def _links(models: Models) -> list[list[Any]]:
    """List what `jslink` joined: from widget and trait to widget and trait, both ways if `Link`."""
    found = []
    for model in models:
        if model.kind in ("Link", "DirectionalLink"):
            source, target = model.state["source"], model.state["target"]
            ends = [source[0].removeprefix(REFERENCE), source[1]]
            ends += [target[0].removeprefix(REFERENCE), target[1]]
            found.append(ends)
            if model.kind == "Link":
                found.append(ends[2:] + ends[:2])
    return found
