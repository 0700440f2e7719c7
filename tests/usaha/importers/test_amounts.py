"""Amounts as programs and people write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.importers.amounts import read_amount, read_count
from usaha.language import speaking
from usaha.money import format_rupiah


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (38300, "38300"),
        (38300.5, "38300.5"),
        ("38300", "38300"),
        ("38.300", "38300"),
        ("38,300", "38300"),
        ("1.250.000", "1250000"),
        ("1,250,000.00", "1250000"),
        ("1.250.000,50", "1250000.50"),
        ("38300.00", "38300"),
        ("38300,5", "38300.5"),
        ("0.125", "0.125"),
        ("1250.500", "1250.5"),
        ("Rp 38.300,-", "38300"),
        ("IDR 38,300.00", "38300"),
        ("-5.000", "-5000"),
        ("-Rp5.000", "-5000"),
        ("(5.000)", "-5000"),
        ("5.000-", "-5000"),
        ("\u22125.000", "-5000"),
        ("+5.000", "5000"),
        ("25rb", "25000"),
        ("1,5 juta", "1500000"),
        ('="0012500"', "12500"),
    ],
)
def test_reads_every_usual_way(cell: object, value: str) -> None:
    """Points and commas of both kinds, signs on every side, words."""
    assert read_amount(cell) == (Decimal(value), None)  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", [None, "", "  ", "-", "–", "NaN"])
def test_a_blank_is_nothing(cell: str | None) -> None:
    """Blank cells are neither nought nor wrong."""
    assert read_amount(cell) == (None, None)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("mahal", "bukan jumlah uang"),
        ("1.2.3", "bukan jumlah uang"),
        ("1,2,3", "bukan jumlah uang"),
        ("9" * 30, "bukan jumlah uang"),
        (float("inf"), "bukan jumlah uang"),
        (True, "bukan jumlah uang"),
        (date(2026, 1, 1), "bukan jumlah uang"),
        ("=SUM(A1:A9)", "rumus tanpa hasil"),
        ("=1+1", "rumus tanpa hasil"),
    ],
)
def test_says_what_it_cannot_read(cell: object, words: str) -> None:
    """A sentence each, and no number."""
    value, problem = read_amount(cell)  # type: ignore[arg-type]
    assert value is None
    assert problem is not None
    assert words in problem


@given(st.integers(-(10**12), 10**12))
def test_reads_what_lapak_prints(value: int) -> None:
    """Rupiah come back unchanged."""
    assert read_amount(format_rupiah(value)) == (Decimal(value), None)


@given(st.text(max_size=30))
def test_never_fails(text: str) -> None:
    """Any text gives a number, nothing, or one sentence."""
    value, problem = read_amount(text)
    assert value is None or problem is None


@pytest.mark.parametrize("cell", ["-1", "1,5", "banyak", 10**7, 2.5])
def test_pieces_are_whole_and_not_negative(cell: object) -> None:
    """Half a piece, or less than none, is no number of pieces."""
    count, problem = read_count(cell)  # type: ignore[arg-type]
    assert count is None
    assert problem is not None
    assert "bilangan bulat" in problem


@pytest.mark.parametrize(("cell", "value"), [("1,5 juta", "1500000"), ("Rp 25rb", "25000")])
def test_a_file_stays_indonesian_on_an_english_page(cell: str, value: str) -> None:
    """Shops' programs write as here whatever the page speaks; only the sentences are English."""
    with speaking("en"):
        assert read_amount(cell) == (Decimal(value), None)
        assert read_amount("38.300") == read_amount("38,300") == (Decimal(38300), None)
