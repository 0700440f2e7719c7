"""Classes and layout of a widget's element."""

from __future__ import annotations

import pytest

from voila_apps.template.looks import attributes, style
from voila_apps.template.models import Model, Models


def _style(**layout: str | None) -> str:
    widgets = {"2": {"model_name": "LayoutModel", "state": layout}}
    return style(Model("1", "Box", {"layout": "IPY_MODEL_2"}), Models(widgets))


def test_takes_over_what_makes_sense_on_a_phone() -> None:
    """A grid and a hidden field are kept; a width in pixels, meant for a desk, is not."""
    assert _style(display="none", width="900px") == "display:none"
    assert _style(grid_template_columns="1fr 1fr", margin=None) == "grid-template-columns:1fr 1fr"


@pytest.mark.parametrize("value", ["red;position:fixed", "url(x)", "</style>", "a}b", "\\75rl(x)"])
def test_nothing_leaves_its_declaration(value: str) -> None:
    """A value that would begin another declaration or fetch something is left out."""
    assert _style(margin=value) == ""


def test_attributes_are_escaped() -> None:
    """A class that holds a quotation mark does not end the attribute."""
    model = Model('1"', "Text", {"_dom_classes": ['a"><script>']})
    made = attributes(model, Models({}), "teks")
    assert made == 'class="w teks a&quot;&gt;&lt;script&gt;" data-w="1&quot;"'


def test_a_style_says_colours_and_letters() -> None:
    """A coloured button has black letters, as the notebook's author saw it."""
    widgets = {"2": {"model_name": "ButtonStyleModel", "state": {"button_color": "lightgreen"}}}
    model = Model("1", "Button", {"style": "IPY_MODEL_2"})
    assert style(model, Models(widgets)) == "background:lightgreen;color:#000"
    widgets["2"]["state"] |= {"text_color": "red", "font_weight": "bold"}
    assert style(model, Models(widgets)) == "color:red;background:lightgreen;font-weight:bold"
