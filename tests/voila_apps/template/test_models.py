"""The widgets of a notebook: found by their references, with binary values in their place."""

from __future__ import annotations

from voila_apps.template.models import Models

WIDGETS = {
    "1": {"model_name": "TextModel", "state": {"layout": "IPY_MODEL_2", "value": "emping"}},
    "2": {"model_name": "LayoutModel", "state": {"display": None}},
    "3": {
        "model_name": "ImageModel",
        "state": {"format": "png", "parts": [{}]},
        "buffers": [
            {"path": ["value"], "encoding": "base64", "data": "iVBO"},
            {"path": ["parts", 0, "value"], "encoding": "base64", "data": "AAAA"},
        ],
    },
}


def test_references_lead_to_widgets() -> None:
    """A state names another widget by IPY_MODEL_ and its id; anything else leads nowhere."""
    models = Models(WIDGETS)
    found = models.of("IPY_MODEL_2")
    assert found is not None
    assert found.kind == "Layout"
    assert [models.of(value) for value in ("2", "IPY_MODEL_9", None, 2)] == [None] * 4
    assert [owner.id for owner in models.owners("2")] == ["1"]


def test_binary_values_are_put_into_their_place() -> None:
    """What Jupyter keeps apart stands where the widget has it, as base64 text."""
    image = Models(WIDGETS).get("3")
    assert image is not None
    assert image.state["value"] == "iVBO"
    assert image.state["parts"][0]["value"] == "AAAA"


def test_widgets_come_and_go_without_touching_the_notebook() -> None:
    """A visitor's changes are hers: the widgets that all share stay as they were."""
    models = Models(WIDGETS)
    text = models.get("1")
    assert text is not None
    text.state["value"] = "milik saya"
    models.add("4", "LabelModel", {})
    models.remove("2")
    models.remove("tidak ada")
    assert [model.id for model in models] == ["1", "3", "4"]
    assert WIDGETS["1"]["state"]["value"] == "emping"  # type: ignore[index]
