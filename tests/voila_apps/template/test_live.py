"""What a kernel says, as the page of one visitor hears it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from voila_apps.template.live import LiveModels

WIDGETS = {
    "box": {"model_name": "VBoxModel", "state": {"children": ["IPY_MODEL_t", "IPY_MODEL_l"]}},
    "t": {
        "model_name": "TextModel",
        "state": {"value": "16.000", "layout": "IPY_MODEL_y", "_dom_classes": ["isian"]},
    },
    "y": {"model_name": "LayoutModel", "state": {"display": None}},
    "l": {"model_name": "LabelModel", "state": {"value": "Rp5"}},
    "o": {"model_name": "OutputModel", "state": {"outputs": []}},
}


@pytest.fixture
def live() -> LiveModels:
    """The widgets of one visitor."""
    return LiveModels(SimpleNamespace(widgets=WIDGETS, language="id"))  # type: ignore[arg-type]


def _set(name: str, **state: Any) -> dict[str, Any]:
    return {"kind": "set", "id": name, "state": state}


def test_a_fields_value_comes_as_a_value(live: LiveModels) -> None:
    """The control stays, because somebody may be typing in it."""
    assert live.told(_set("t", value="12.000")) == [_set("t", value="12.000")]


def test_everything_else_comes_as_markup(live: LiveModels) -> None:
    """A text, and a field whose label changes."""
    (shown,) = live.told(_set("l", value="Rp6"))
    assert shown == {
        "kind": "show",
        "id": "l",
        "html": '<div class="w" data-w="l" id="l">Rp6</div>',
    }
    (shown,) = live.told(_set("t", description="Harga"))
    assert "Harga" in shown["html"]
    assert 'value="16.000"' in shown["html"]


def test_what_is_known_is_not_said_again(live: LiveModels) -> None:
    """An echo costs nothing; a kernel that corrects her value is heard."""
    live.heard(_set("t", value="99"))
    assert live.told(_set("t", value="99")) == []
    assert live.told(_set("t", value="16.000")) == [_set("t", value="16.000")]
    live.heard({"kind": "hello", "digest": "x", "replay": [["t", {"value": "7"}], ["gone", {}]]})
    assert live.told(_set("t", value="7")) == []


def test_a_layout_changes_the_look_alone(live: LiveModels) -> None:
    """A field that is hidden keeps what is typed in it."""
    (look,) = live.told(_set("y", display="none"))
    assert look == {"kind": "look", "id": "t", "add": [], "remove": [], "style": "display:none"}
    (look,) = live.told(_set("t", _dom_classes=["angka"]))
    assert (look["add"], look["remove"]) == (["angka"], ["isian"])


def test_widgets_made_later_appear_with_their_box(live: LiveModels) -> None:
    """Nothing is sent for what nobody sees yet."""
    opened = {"kind": "open", "id": "n", "model_name": "LabelModel", "state": {"value": "baru"}}
    assert live.told(opened) == []
    (shown,) = live.told(_set("box", children=["IPY_MODEL_n"]))
    assert "baru" in shown["html"]
    assert live.told({"kind": "close", "id": "n"}) == []
    assert live.told(_set("n", value="x")) == []


def test_an_output_is_shown(live: LiveModels) -> None:
    """What a callback prints into an Output widget."""
    outputs = [{"output_type": "stream", "name": "stdout", "text": "Rp7"}]
    (shown,) = live.told({"kind": "output", "id": "o", "outputs": outputs})
    assert "<pre>Rp7</pre>" in shown["html"]
    assert live.told({"kind": "output", "id": None, "outputs": outputs}) == []
    assert live.told(_set("o", msg_id="5")) == []


def test_news_of_the_line_pass(live: LiveModels) -> None:
    """Ready, busy, idle, waiting and trouble are for the client."""
    for frame in ({"kind": "ready"}, {"kind": "waiting", "place": 3}):
        assert live.told(frame) == [frame]


def test_visitors_do_not_meet() -> None:
    """One visitor's change is in no other visitor's widgets."""
    first, second = (LiveModels(SimpleNamespace(widgets=WIDGETS, language="id")) for _ in range(2))  # type: ignore[arg-type]
    first.heard(_set("t", value="rahasia"))
    assert "rahasia" not in str(second.told(_set("t", description="Harga")))
