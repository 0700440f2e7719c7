"""Tests of `academy.figures`: figures are put in from the table, and typed ones are found."""

from __future__ import annotations

import nbformat
import pytest

from academy.figures import fill_figures, typed_in_code, typed_in_prose, unsourced, with_figures
from academy.notebooks import BuildError


def test_figures_come_from_the_table() -> None:
    """As people write them, with source and caution where asked for."""
    text = "Batasnya [[pph_final_exempt_turnover]]. [[sumber pph_final_exempt_turnover]]"
    filled = fill_figures(text)
    assert filled.startswith("Batasnya Rp500.000.000. Sumber: UU 7/2021")
    assert "Pastikan lagi" not in filled
    assert "Pastikan lagi" in fill_figures("[[sumber pph_final_rate]]")


def test_an_unknown_figure_stops_the_build() -> None:
    """With its key."""
    with pytest.raises(BuildError, match="pph_finale"):
        fill_figures("[[pph_finale]]")


def test_code_is_left_alone() -> None:
    """Lists of lists are Python's."""
    cells = [
        nbformat.v4.new_markdown_cell("[[kur_rate]]"),
        nbformat.v4.new_code_cell("x = [[kur]]"),
    ]
    filled = with_figures(nbformat.v4.new_notebook(cells=cells))
    assert [cell.source for cell in filled.cells] == ["6%", "x = [[kur]]"]


def test_an_unsure_figure_needs_its_source() -> None:
    """A sure one does not."""
    assert list(unsourced("[[kur_rate]]")) == [
        "[[kur_rate]] is not sure: put [[sumber kur_rate]] below it"
    ]
    assert list(unsourced("[[kur_rate]] … [[sumber kur_rate]]")) == []
    assert list(unsourced("[[vat_rate_effective]]")) == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Pajak final 0,5% dari omzet.", True),
        ("Makanan wajib halal sejak 17 Oktober 2026.", True),
        ("Biaya pesanan Shopee Rp1.250.", True),
        ("Plastiknya Rp1.250.", False),
        ("Pajak final [[pph_final_rate]] dari omzet.", False),
        ("Pajaknya Rp1.250.000.", False),
        ("Ongkosnya naik 0,5%. Pajak dibahas nanti.", False),
    ],
)
def test_a_typed_figure_is_found_where_law_is_spoken_of(text: str, typed: bool) -> None:
    """The same number in another matter is anybody's."""
    assert bool(list(typed_in_prose(text))) is typed


@pytest.mark.parametrize(
    ("source", "typed"),
    [
        ("tarif = 0.005", True),
        ("batas = Decimal('500_000_000')", True),
        ("upah = 3_360_078.06", True),
        ("Check('x', f, relative=Decimal('0.005'))", False),
        ("harga = 18_000", False),
        ("margin = 0.25", False),
        ("high = Decimal(10_000_000)", False),
    ],
)
def test_a_typed_figure_is_found_in_code(source: str, typed: bool) -> None:
    """Crooked rates and large amounts; a tolerance is no tariff."""
    assert bool(list(typed_in_code(source))) is typed
