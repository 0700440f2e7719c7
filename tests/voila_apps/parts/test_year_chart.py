"""A year of turnover in columns."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from usaha.tax import final_income_tax
from voila_apps.parts.year_chart import BLUE, ORANGE, TALL, year_chart


def drawn(sold: list[int], free: int) -> ET.Element:
    """Draw a year from January and parse it."""
    months, _ = final_income_tax({date(2026, n, 1): each for n, each in enumerate(sold, 1)})
    html = year_chart(months, free)
    return ET.fromstring(html[html.index("<svg") : html.index("</section>")])


def heights(drawing: ET.Element, colour: str) -> list[float]:
    """Give the columns of a colour; the first one is the square beside its words."""
    found = [each for each in drawing.findall(".//{*}rect") if each.get("fill") == colour]
    return [float(each.get("height") or 0) for each in found[1:]]


def test_what_is_free_is_below_and_what_is_taxed_above() -> None:
    """300, 600 and 900 of 900 with 500 free: a third, five ninths twice, and the rest on top."""
    drawing = drawn([300, 300, 300], 500)
    assert heights(drawing, BLUE) == pytest.approx([TALL / 3, TALL * 5 / 9, TALL * 5 / 9], abs=0.1)
    assert heights(drawing, ORANGE) == pytest.approx([TALL / 9, TALL * 4 / 9], abs=0.1)
    assert "Maret Rp900; bebas pajak sampai Rp500" in (drawing.get("aria-label") or "")


def test_where_nothing_is_free_nothing_is_said_of_it() -> None:
    """All columns have one colour, and there is no line."""
    drawing = drawn([300, 300], 0)
    assert heights(drawing, ORANGE) == pytest.approx([TALL / 2, TALL], abs=0.1)
    assert heights(drawing, BLUE) == []
    assert drawing.findall(".//{*}line") == []
    assert "bebas" not in (drawing.get("aria-label") or "")


@pytest.mark.parametrize("free", [0, 500])
def test_an_empty_year_is_drawn(free: int) -> None:
    """Nothing sold draws no column."""
    drawing = drawn([0] * 12, free)
    assert heights(drawing, BLUE) + heights(drawing, ORANGE) == []
