"""Pages with a widget that the lean page does not know: the standard ipywidgets manager draws them whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from usaha.language import speaking
from voila_apps.template.fields import FIELDS
from voila_apps.template.models import Model, Models, State
from voila_apps.template.outputs import outputs_html
from voila_apps.template.tex import formulas
from voila_apps.template.widgets import OTHERS

if TYPE_CHECKING:
    from voila_apps.template.ran import RanNotebook

Frame = dict[str, Any]
# In these there may be formulas; the standard manager looks for them there.
_MATH = {"description": None, "value": ("HTMLMath", "Label")}


def needs_full(models: Iterable[Model]) -> bool:
    """Say whether a notebook shows a widget that only the standard manager can draw.

    Example:
        >>> needs_full([Model("a", "Play", {"_view_name": "PlayView"})])
        True
        >>> needs_full([Model("a", "Text", {"_view_name": "TextView"})])
        False
    """
    return any(beyond(model) for model in models)


def beyond(model: Model) -> bool:
    """Say whether the lean page cannot draw a widget that has a look of its own."""
    seen = model.state.get("_view_name") and not model.kind.endswith(("Style", "Layout"))
    return bool(seen) and model.kind not in FIELDS and model.kind not in OTHERS


def place(name: str, inside: str = "") -> str:
    """Give the place of a widget that the standard manager draws.

    Args:
        name: the widget's id.
        inside: HTML that can be read until then.
    """
    return f'<div class="penuh" data-model="{escape(name)}">{inside}</div>'


def page_state(app: RanNotebook) -> str:
    """Give what the manager makes its widgets of, as JSON that can stand in a page.

    Returns:
        `state` as Jupyter saves it, Output widgets with `html` for their `outputs`; in `math` the
        translations of all formulas.
    """
    models = Models(app.widgets)
    state: dict[str, Any] = {}
    for name, widget in app.widgets.items():
        model = models.get(name)
        more = _more(model, widget["state"]) if model else {}
        state[name] = {**widget, "state": {**widget["state"], **more}}
    math = {k: v for model in models for k, v in _formulas(model.kind, model.state).items()}
    text = json.dumps({"math": math, "state": state}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")  # nothing in it may end the script that it stands in


def _more(model: Model, state: Mapping[str, Any]) -> State:
    """Give what the page's manager needs besides: the markup of an Output widget."""
    if model.kind != "Output" or "outputs" not in state:
        return {}
    return {"outputs": [], "html": outputs_html(state["outputs"] or (), place)}


def _formulas(kind: str, state: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for trait, kinds in _MATH.items():
        text = state.get(trait)
        if isinstance(text, str) and (kinds is None or kind in kinds):
            found |= formulas(text)
    return found


class FullModels:
    """The widgets of one kernel for a page that the standard manager draws: all it says is passed on.

    Args:
        app: the notebook as it was when the kernel was forked.

    Example:
        >>> from types import SimpleNamespace
        >>> widgets = {"a": {"model_name": "OutputModel", "state": {}}}
        >>> full = FullModels(SimpleNamespace(widgets=widgets, language="id"))
        >>> output = {"output_type": "stream", "name": "stdout", "text": "Rp5"}
        >>> full.told({"kind": "output", "id": "a", "outputs": [output]})
        [{'kind': 'set', 'id': 'a', 'state': {'outputs': [], 'html': '<pre>Rp5</pre>'}}]
    """

    def __init__(self, app: RanNotebook) -> None:
        self._models = Models(app.widgets)
        self._language = app.language

    def heard(self, frame: Mapping[str, Any]) -> None:
        """Note nothing: the page itself knows what it said."""

    def told(self, frame: Frame) -> list[Frame]:
        """Translate one frame of the kernel: formulas first, then the frame with its markup."""
        kind, name = frame["kind"], str(frame.get("id"))
        if kind == "output":
            frame = {"kind": "set", "id": name, "state": {"outputs": frame["outputs"]}}
        elif kind == "open":
            self._models.add(name, frame["model_name"], dict(frame["state"]))
        model = self._models.get(name)
        if frame["kind"] not in ("set", "open") or model is None:
            return [frame]
        math = _formulas(model.kind, frame["state"])
        before: list[Frame] = [{"kind": "math", "table": math}] if math else []
        with speaking(self._language):
            more = _more(model, frame["state"])
        return [*before, {**frame, "state": {**frame["state"], **more}}]
