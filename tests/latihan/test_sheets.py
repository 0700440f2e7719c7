"""Tests of `latihan.sheets`: what follows from what she has filled, in Python and in a spreadsheet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from latihan.sheets import Line, SheetError, calculate, excel, shown
from tests.latihan.mixed import SHEET


def test_sums_follow_from_her_entries() -> None:
    """Numbers, and numbers written as text; a name that is blank stays blank."""
    values = SHEET.filled({"masuk": 200_000, "keluar": "Rp150.000", "usaha": "  Warung "})
    assert values["usaha"] == "Warung"
    assert values["sisa"] == 50_000
    assert values["bagian"] == Decimal("0.25")


@pytest.mark.parametrize("blank", [..., None, "", "entahlah", [], object()])
def test_what_is_blank_stays_blank(blank: object) -> None:
    """And so does all that would follow from it."""
    values = SHEET.filled({"masuk": blank, "keluar": 10})
    assert (values["masuk"], values["sisa"], values["bagian"]) == (None, None, None)
    assert not SHEET.is_empty(values)
    assert SHEET.is_empty(SHEET.filled({"usaha": "Warung", "masuk": blank}))


def test_dividing_by_nothing_is_blank() -> None:
    """A shop without sales has no share of them."""
    assert SHEET.filled({"masuk": 0, "keluar": 0})["bagian"] is None


@pytest.mark.parametrize(
    ("formula", "number", "cells"),
    [
        ("a + b * 2", 8, "B1+(B2*2)"),
        ("(a + b) / c", Decimal("2.5"), "(B1+B2)/B3"),
        ("a - (b - c)", 1, "B1-(B2-B3)"),
        ("-a + 1", -1, "-B1+1"),
        ("max(a, b) - min(a, b)", 1, "MAX(B1,B2)-MIN(B1,B2)"),
        ("bulat_naik(b / c)", 2, "ROUNDUP(B2/B3,0)"),
    ],
)
def test_a_formula_means_the_same_in_both(formula: str, number: object, cells: str) -> None:
    """Python calculates what the spreadsheet will."""
    values = {"a": Decimal(2), "b": Decimal(3), "c": Decimal(2)}
    assert calculate(formula, values) == number
    written = excel(formula, {"a": "B1", "b": "B2", "c": "B3"})
    assert written.endswith(f'IFERROR({cells},""))')


@pytest.mark.parametrize("formula", ["a ** 2", "a if b else c", "__import__('os')", "a and b"])
def test_other_python_is_no_formula(formula: str) -> None:
    """Nothing runs that a worksheet cannot do."""
    with pytest.raises((SheetError, KeyError)):
        calculate(formula, {"a": Decimal(2), "b": Decimal(2)})


def test_values_are_written_the_indonesian_way() -> None:
    """Rupiah, kilos, percent, words, nothing."""
    assert shown(Line("x", "X", "Rp per kg"), Decimal(18000)) == "Rp18.000 per kg"
    assert shown(Line("x", "X", "kg"), Decimal("13.600")) == "13,6 kg"
    assert shown(Line("x", "X", "pecahan"), Decimal("0.3306")) == "33,1%"
    assert shown(Line("x", "X", "teks"), "emping") == "emping"
    assert shown(Line("x", "X"), None) == ""
