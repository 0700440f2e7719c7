"""Widgets inside widgets, as HTML."""

from __future__ import annotations

from typing import Any

import pytest

from voila_apps.template.models import Models
from voila_apps.template.widgets import UNKNOWN, widget_html


def _models(**widgets: tuple[str, dict[str, Any]]) -> Models:
    return Models(
        {
            name: {"model_name": f"{kind}Model", "state": state}
            for name, (kind, state) in widgets.items()
        }
    )


def _refer(*names: str) -> list[str]:
    return [f"IPY_MODEL_{name}" for name in names]


def test_a_text_names_the_field_below_it() -> None:
    """The last text in the same box; a field with a label of its own needs none."""
    models = _models(
        box=("VBox", {"children": _refer("a", "b", "c", "d")}),
        a=("HTML", {"value": "Jam"}),
        b=("FloatText", {"value": 1}),
        c=("FloatSlider", {"value": 1}),
        d=("Text", {"description": "Nama"}),
    )
    made = widget_html("box", models)
    assert 'id="a">Jam</div>' in made
    assert made.count('aria-labelledby="a"') == 2


@pytest.mark.parametrize("kind", ["VBox", "HBox", "Box", "GridBox"])
def test_boxes_hold_their_children_in_order(kind: str) -> None:
    """A child that is gone leaves no trace."""
    models = _models(
        box=(kind, {"children": _refer("a", "gone", "b")}),
        a=("Label", {"value": "satu"}),
        b=("Label", {"value": "dua"}),
    )
    made = widget_html("box", models)
    assert made.index("satu") < made.index("dua")
    assert made.count("data-w") == 3


@pytest.mark.parametrize("kind", ["Tab", "Accordion"])
def test_folds_are_read_without_a_script(kind: str) -> None:
    """Headings that unfold; one without a title is numbered."""
    models = _models(
        fold=(kind, {"children": _refer("a", "b"), "titles": ["Bahan <1>"], "selected_index": 1}),
        a=("Label", {"value": "melinjo"}),
        b=("Label", {"value": "gas"}),
    )
    made = widget_html("fold", models)
    assert "<summary>Bahan &lt;1&gt;</summary>" in made
    assert "<summary>Bagian 2</summary>" in made
    assert made.index(" open>") > made.index("melinjo")


def test_texts() -> None:
    """HTML is its author's; a Label is text."""
    models = _models(a=("HTML", {"value": "<b>5</b>"}), b=("Label", {"value": "<b>5</b>"}))
    assert "><b>5</b></div>" in widget_html("a", models)
    assert "&lt;b&gt;5" in widget_html("b", models)


def test_an_output_holds_what_was_shown_in_it() -> None:
    """Text, and widgets."""
    outputs = [
        {"output_type": "stream", "name": "stdout", "text": "Rp5"},
        {
            "output_type": "display_data",
            "data": {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}},
        },
    ]
    models = _models(o=("Output", {"outputs": outputs}), a=("Label", {"value": "dalam"}))
    made = widget_html("o", models)
    assert 'aria-live="polite"><pre>Rp5</pre><div class="w" data-w="a"' in made


def test_pictures_progress_and_marks() -> None:
    """Each says in words what it shows."""
    models = _models(
        i=("Image", {"format": "png", "value": "iVBO", "width": "80"}),
        p=("IntProgress", {"description": "Isi", "min": 10, "max": 30, "value": 15}),
        q=("FloatProgress", {"value": 1.0, "max": 4.0}),
        v=("Valid", {"value": True}),
        w=("Valid", {"value": False, "readout": "Belum lengkap"}),
    )
    assert widget_html("i", models).endswith(' width="80" alt="" src="data:image/png;base64,iVBO">')
    assert '<progress max="20" value="5">' in widget_html("p", models)
    assert 'aria-label="Kemajuan"' in widget_html("q", models)
    assert "✓ Benar" in widget_html("v", models)
    assert "✗ Belum lengkap" in widget_html("w", models)


def test_what_is_not_known_is_said() -> None:
    """An unknown widget says what it holds, or that it cannot be shown; one that is gone is silent."""
    models = _models(a=("Play", {}), c=("TagsInput", {"value": ["<a>", "b"], "description": "Isi"}))
    assert UNKNOWN in widget_html("a", models)
    assert "Isi &lt;a&gt;, b</p>" in widget_html("c", models)
    assert widget_html("b", models) == ""


def test_a_stack_shows_one() -> None:
    """The others are there, and away."""
    children = ["IPY_MODEL_a", "IPY_MODEL_b"]
    models = _models(
        s=("Stack", {"children": children, "selected_index": 1}),
        a=("Label", {"value": "satu"}),
        b=("Label", {"value": "dua"}),
    )
    made = widget_html("s", models)
    assert 'data-k="tumpuk"><div hidden>' in made
    assert made.count(" hidden>") == 1
