"""Pages for the standard ipywidgets manager."""

from __future__ import annotations

import doctest
import json
from types import SimpleNamespace
from typing import Any

import pytest

from voila_apps.template import full
from voila_apps.template.full import FullModels, beyond, page_state
from voila_apps.template.models import Model

PRINTED = {"output_type": "stream", "name": "stdout", "text": "</script>Rp5"}
WIDGETS: dict[str, Any] = {
    "a": {"model_name": "OutputModel", "state": {"outputs": [PRINTED]}},
    "b": {"model_name": "LabelModel", "state": {"value": "$x^2$", "description": ""}},
    "c": {
        "model_name": "ImageModel",
        "state": {"value": None},
        "buffers": [{"path": ["value"], "data": "AAE=", "encoding": "base64"}],
    },
}


def _app() -> Any:
    return SimpleNamespace(widgets=json.loads(json.dumps(WIDGETS)), language="id")


def test_examples() -> None:
    """What the docstrings say."""
    assert doctest.testmod(full).failed == 0


@pytest.mark.parametrize("kind", ["SliderStyle", "Layout", "Link", "Stack", "Password"])
def test_what_the_lean_page_knows_asks_for_nothing_more(kind: str) -> None:
    """Also what has no look of its own."""
    view = {} if kind == "Link" else {"_view_name": f"{kind}View"}
    assert not beyond(Model("a", kind, view))


def test_the_state_stands_in_the_page() -> None:
    """Nothing in it ends the script; outputs are markup; formulas are translated; bytes are bytes."""
    text = page_state(_app())
    assert "<" not in text
    page = json.loads(text)
    assert page["state"]["a"]["state"] == {"outputs": [], "html": "<pre>&lt;/script&gt;Rp5</pre>"}
    assert page["math"]["$x^2$"].startswith("<math")
    assert page["state"]["c"] == WIDGETS["c"]


def test_a_formula_comes_before_what_holds_it() -> None:
    """The page must know it when it draws."""
    frame = {"kind": "set", "id": "b", "state": {"value": r"\(y\)"}}
    first, then = FullModels(_app()).told(frame)
    assert (first["kind"], list(first["table"])) == ("math", [r"\(y\)"])
    assert then == frame


def test_a_later_output_widget_is_known() -> None:
    """Its outputs become markup, with places for the widgets in them."""
    models = FullModels(_app())
    models.told({"kind": "open", "id": "d", "model_name": "OutputModel", "state": {}})
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "b"}}
    outputs = [{"output_type": "display_data", "data": view}]
    (told,) = models.told({"kind": "set", "id": "d", "state": {"outputs": outputs}})
    assert told["state"]["html"] == '<div class="penuh" data-model="b"></div>'


def test_everything_else_passes() -> None:
    """What a widget says of its own, and its end."""
    for frame in ({"kind": "custom", "id": "b", "content": {}}, {"kind": "close", "id": "b"}):
        assert FullModels(_app()).told(frame) == [frame]
