"""Outputs of cells and Output widgets as HTML."""

from __future__ import annotations

from typing import Any

import pytest

from voila_apps.template.outputs import FAILED, WIDGET, markdown_html, outputs_html


def _html(*outputs: dict[str, Any]) -> str:
    return outputs_html(outputs, lambda name: f"<i>{name}</i>")


def _shown(**data: Any) -> str:
    named = {kind.replace("__", "/").replace("_xml", "+xml"): text for kind, text in data.items()}
    return _html({"output_type": "display_data", "data": named})


def test_widgets_are_drawn_in_their_place() -> None:
    """A widget's output is the widget, whatever its text alternative says."""
    data = {WIDGET: {"model_id": "7"}, "text/plain": "Text(value='')"}
    assert _html({"output_type": "display_data", "data": data}) == "<i>7</i>"


def test_the_richest_form_is_shown() -> None:
    """HTML before SVG before a picture before text; lines kept apart are joined."""
    assert (
        _shown(text__html=["<b>", "5</b>"], text__plain="5")
        == '<div class="keluaran"><b>5</b></div>'
    )
    assert "<svg/>" in _shown(image__svg_xml="<svg/>", image__png="AAAA")
    picture = _shown(image__png="AAAA\n", text__plain='<Figure "1">')
    assert picture == '<img alt="&lt;Figure &quot;1&quot;&gt;" src="data:image/png;base64,AAAA">'
    assert _shown(text__plain="1 < 2") == "<pre>1 &lt; 2</pre>"
    assert _shown(application__json="{}") == ""


def test_what_was_printed_is_escaped_and_plain() -> None:
    """Colours of a terminal are taken out."""
    assert _html({"output_type": "stream", "name": "stdout", "text": "\x1b[31m<b>\x1b[0m"}) == (
        "<pre>&lt;b&gt;</pre>"
    )


@pytest.mark.parametrize(
    ("output", "shown"),
    [
        ({"output_type": "stream", "name": "stderr", "text": "DeprecationWarning"}, ""),
        (
            {"output_type": "error", "ename": "KeyError", "evalue": "x", "traceback": ["rahasia"]},
            f'<p class="awas">{FAILED}</p>',
        ),
    ],
)
def test_no_warning_and_no_traceback(output: dict[str, Any], shown: str) -> None:
    """Who opens a tool can do nothing about either."""
    assert _html(output) == shown


def test_text_cells() -> None:
    """Markdown with a table, and HTML as its author wrote it."""
    made = markdown_html("<nav>x</nav>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "<nav>x</nav>" in made
    assert "<td>1</td>" in made
