"""Where sales meet the fixed costs."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from voila_apps.parts.charts import WIDTH
from voila_apps.parts.crossing_chart import crossing_chart


def drawn(fixed: str, left: str, break_even: int, units: str) -> ET.Element:
    """Draw and parse."""
    html = crossing_chart(Decimal(fixed), Decimal(left), break_even, Decimal(units), "porsi")
    return ET.fromstring(html[html.index("<svg") : html.index("</section>")])


@pytest.mark.parametrize(
    ("fixed", "left", "break_even", "units"),
    [
        ("6660000", "11100", 600, "850"),
        ("1", "1000000", 1, "0"),
        ("1000000", "0.0000000001", 10**16, "5"),
        ("1000", "100", 10, "1000000000000"),
    ],
)
def test_everything_stays_in_the_picture(
    fixed: str, left: str, break_even: int, units: str
) -> None:
    """Near or far from the plan, no word and no point lies beyond the edge."""
    drawing = drawn(fixed, left, break_even, units)
    _, _, width, height = map(float, (drawing.get("viewBox") or "").split())
    for each in drawing.iter():
        for name, most in (
            ("x", width),
            ("x2", width),
            ("cx", width),
            ("y", height),
            ("cy", height),
        ):
            assert 0 <= float(each.get(name) or 0) <= most
    for label in drawing.findall(".//{*}text[@text-anchor='middle']"):
        words = "".join(label.itertext())
        if len(words) * 9 <= WIDTH:  # as wide as bold letters are
            half = len(words) * 4.5
            assert half <= float(label.get("x") or 0) <= WIDTH - half


def test_the_lines_meet_where_the_costs_are_paid() -> None:
    """1.000 / 100 = 10 units: halfway to the 20 that are drawn, at half of the height."""
    drawing = drawn("1000", "100", 10, "15")
    (point,) = drawing.findall(".//{*}circle")
    assert float(point.get("cx") or 0) == WIDTH / 2
    assert "impas 10 porsi, rencana 15 porsi" in (drawing.get("aria-label") or "")


def test_a_small_loss_is_not_named() -> None:
    """Where the plan is far beyond break-even the word would lie on the lines."""
    far, near = drawn("1000", "100", 10, "1000"), drawn("1000", "100", 10, "15")
    words = [
        ["".join(each.itertext()) for each in seen.findall(".//{*}text")] for seen in (far, near)
    ]
    assert ["Rugi" in each for each in words] == [False, True]
    assert all("Untung" in each for each in words)
