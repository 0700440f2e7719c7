"""Counts as columns."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from tests.voila_apps.reading import SVG
from voila_apps.parts.charts import WIDTH
from voila_apps.parts.count_chart import LETTER, TALL, count_chart

NAME = "{http://www.w3.org/2000/svg}"


def drawn(counts: list[tuple[str, int]], letters: int = 3) -> ET.Element:
    """Draw some counts and parse the picture."""
    (svg,) = SVG.findall(count_chart("Pesanan", counts, lambda name: name[:letters]))
    return ET.fromstring(svg)


def test_columns_are_as_high_as_their_counts() -> None:
    """By hand: 5 of 10 is half as high; nought has no column."""
    chart = drawn([("Senin", 10), ("Selasa", 5), ("Rabu", 0)])
    heights = [float(bar.attrib["height"]) for bar in chart.iter(f"{NAME}rect")]
    assert heights == [TALL, TALL / 2]
    assert [text.text for text in chart.iter(f"{NAME}text")] == ["Sen", "Sel", "Rab", "Senin: 10"]
    assert chart.attrib["aria-label"] == "Pesanan: Senin 10, Selasa 5, Rabu 0."


@pytest.mark.parametrize("many", [1, 2, 7, 9, 12, 24, 36])
@pytest.mark.parametrize("letters", [2, 3, 8])
def test_names_never_run_into_each_other_or_out(many: int, letters: int) -> None:
    """There is room between each two, and both ends are inside."""
    chart = drawn([(f"{at:08d}", at) for at in range(many)], letters)
    texts = list(chart.iter(f"{NAME}text"))[:-1]
    ends = [
        (float(t.attrib["x"]) - letters * LETTER / 2, float(t.attrib["x"]) + letters * LETTER / 2)
        for t in texts
    ]
    assert ends[0][0] >= 0
    assert ends[-1][1] <= WIDTH
    for (_, left), (right, _) in pairwise(ends):
        assert left < right


def test_nothing_counted_is_drawn_as_nothing() -> None:
    """All noughts: the names and a 0, no column, no error."""
    chart = drawn([("a", 0), ("b", 0)])
    assert not list(chart.iter(f"{NAME}rect"))


def test_a_name_is_escaped() -> None:
    """Whatever it holds."""
    assert "<script" not in count_chart("<script>", [("<script>", 1)])
