"""The tokens of every page's look: enough contrast in light and dark, and no colour beside them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CLONE = Path(__file__).resolve().parents[3]
TOKENS = CLONE / "deployment/local/templates/tokens.css"
PAGE = CLONE / "docs/decisions/0011-looks.md"
SHEETS = (
    "voila_apps/template/style.css",
    "academy/lesson_page/style.css",
    "academy/web/templates/web.css",
    "deployment/local/templates/style.css",
)
# White below a drawing that was made for paper, and the shade behind a dialog.
OWN = {"academy/lesson_page/style.css": {"#fff", "#1b1b1b"}}
HAIRLINES = {"tipis"}
ROW = re.compile(
    r"^\| ([a-z-]+) \| ([a-z-]+) \| [^|]+ \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", re.MULTILINE
)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")


def _colours() -> tuple[dict[str, str], dict[str, str]]:
    """Give the colours in light and in dark."""
    light, dark, _ = (
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", part))
        for part in TOKENS.read_text(encoding="utf-8").split("@media")
    )
    return light, light | dark


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Give the contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white has 21, and the grey that just passes has 4.5."""
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("row", ROW.findall(PAGE.read_text(encoding="utf-8")), ids=str)
def test_every_pair_can_be_read(row: tuple[str, ...]) -> None:
    """Each pair of the page has the contrast that it needs and that the page says, light and dark."""
    token, ground, least, *said = row
    assert float(least) >= 3
    for colours, shown in zip(_colours(), said, strict=True):
        found = contrast(colours[token], colours[ground])
        assert found >= float(least)
        assert found == pytest.approx(float(shown), abs=0.051)


def test_every_colour_is_in_a_pair() -> None:
    """No colour is without a use, and dark has each that light has."""
    light, dark = _colours()
    used = {name for row in ROW.findall(PAGE.read_text(encoding="utf-8")) for name in row[:2]}
    assert set(light) - HAIRLINES == used
    assert {name for name in light if light[name] == dark[name]} == set()


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheets_name_no_colour(sheet: str) -> None:
    """Style sheets take their colours from the tokens, and every token they take is there."""
    text = (CLONE / sheet).read_text(encoding="utf-8")
    assert set(COLOUR.findall(text)) <= OWN.get(sheet, set())
    known = set(re.findall(r"--([a-z0-9-]+):", TOKENS.read_text(encoding="utf-8")))
    assert set(re.findall(r"var\(--([a-z0-9-]+)", text)) <= known
