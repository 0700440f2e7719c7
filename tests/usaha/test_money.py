"""Numbers and rupiah in Indonesian writing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.money import (
    NumberTextError,
    format_number,
    format_percent,
    format_rupiah,
    format_short,
    parse_number,
    read_number,
    round_parts,
    round_rupiah,
)

NUMBERS = st.decimals(min_value=-(10**15), max_value=10**15, places=6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1250000", "1250000"),
        ("1.250.000", "1250000"),
        ("1.250.000,50", "1250000.50"),
        ("1.250", "1250"),
        ("1,250", "1.250"),
        ("Rp1.250.000", "1250000"),
        ("Rp 1.250.000,-", "1250000"),
        ("Rp.25.000", "25000"),
        ("25.000 rupiah", "25000"),
        ("\u00a025.000 ", "25000"),
        ("1,5 juta", "1500000"),
        ("1.5 juta", "1500000"),
        ("1,5jt", "1500000"),
        ("25rb", "25000"),
        ("25 ribu rupiah", "25000"),
        ("2 miliar", "2000000000"),
        ("0,5%", "0.005"),
        ("12 persen", "0.12"),
        ("0.25", "0.25"),
        ("0.250", "0.25"),
        ("1.5", "1.5"),
        ("-5.000", "-5000"),
        ("-Rp5.000", "-5000"),
        ("Rp-5.000", "-5000"),
        ("\u22125", "-5"),
    ],
)
def test_reads_what_people_write(text: str, value: str) -> None:
    """Each usual way of writing a number has one reading."""
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "masih kosong"),
        ("   ", "masih kosong"),
        ("mahal", "bukan angka"),
        ("nan", "bukan angka"),
        ("Rp", "bukan angka"),
        ("1.25", "Tulis 1,25 dengan koma"),
        ("Rp1.5", "Tulis 1,5 dengan koma"),
        ("1.2500", "dua cara"),
        ("Rp1,250", "Rp1.250"),
        ("1.250 juta", "Tulis angkanya lengkap"),
        ("1,250,000", "Titik untuk ribuan"),
        ("1,250.50", "Titik untuk ribuan"),
        ("1..5", "Titik untuk ribuan"),
        ("5,", "Titik untuk ribuan"),
        ("5 kg", "Tulis satu angka saja"),
        ("3+4", "Tulis satu angka saja"),
        ("1e6", "Tulis satu angka saja"),
        ("9" * 70, "terlalu panjang"),
    ],
)
def test_refuses_with_advice(text: str, advice: str) -> None:
    """What has no reading, or two, is refused with what to type instead."""
    with pytest.raises(NumberTextError, match=advice):
        parse_number(text)
    value, problems = read_number(text)
    assert value is None
    assert len(problems) == 1
    assert advice in problems[0]


@given(NUMBERS)
def test_reads_what_it_prints(value: Decimal) -> None:
    """Printing and reading a number gives the same number."""
    assert parse_number(format_number(value)) == value


@given(st.integers(min_value=-(10**18), max_value=10**18))
def test_reads_rupiah_that_it_prints(value: int) -> None:
    """Whole rupiah come back unchanged."""
    assert parse_number(format_rupiah(value)) == value


@given(st.decimals(min_value=0, max_value=10, places=5))
def test_reads_percentages_that_it_prints(share: Decimal) -> None:
    """A share comes back unchanged from its percentage."""
    assert parse_number(format_percent(share)) == share


@given(st.text(max_size=40))
def test_never_fails_otherwise(text: str) -> None:
    """Any text gives a number or exactly one problem, never another error."""
    value, problems = read_number(text)
    assert (value is None) == (len(problems) == 1)


@pytest.mark.parametrize(
    ("value", "rupiah"),
    [
        ("0.5", 1),
        ("1.5", 2),
        ("2.5", 3),
        ("2.4999999999999999999999999999999999", 2),
        ("-0.5", -1),
        ("-1.4", -1),
        ("1e30", 10**30),
    ],
)
def test_rounds_halves_away_from_zero(value: str, rupiah: int) -> None:
    """There is one rule: half a rupiah counts as one, at any length."""
    assert round_rupiah(Decimal(value)) == rupiah


def test_a_float_is_taken_as_printed() -> None:
    """0.285 stands for 0.285, not for the nearest binary fraction below it."""
    assert format_number(0.285, 2) == "0,29"
    assert round_rupiah(2.5) == 3


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_refuses_what_is_not_finite(value: float | Decimal) -> None:
    """A programmer who prints nan hears of it."""
    with pytest.raises(ValueError, match="not a finite number"):
        format_rupiah(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "Rp0"), (999, "Rp999"), (1000, "Rp1.000"), (-1250, "-Rp1.250"), (Decimal("-0.4"), "Rp0")],
)
def test_prints_rupiah(value: int | Decimal, text: str) -> None:
    """Rupiah are whole, with points, the sign before them, and never minus nothing."""
    assert format_rupiah(value) == text


def test_prints_no_minus_before_zero() -> None:
    """What is rounded to nothing has no sign."""
    assert format_number(Decimal("-0.001"), 2) == "0,00"


@given(st.lists(st.decimals(min_value=0, max_value=10**9, places=4), max_size=9))
def test_rounded_parts_add_up(parts: list[Decimal]) -> None:
    """The parts that are shown add up to the sum that is shown, each within one rupiah."""
    total = round_rupiah(sum(parts, Decimal(0)))
    whole = round_parts(parts, total)
    assert sum(whole) == total
    # At 0.5 and 0.5 one of them gets the whole rupiah: never more than one away.
    assert all(abs(part - exact) <= 1 for part, exact in zip(whole, parts, strict=True))


def test_parts_of_another_total_are_refused() -> None:
    """A programmer who mixes them up hears of it."""
    with pytest.raises(ValueError, match="99 is not the sum"):
        round_parts([Decimal("33.4"), Decimal("33.4")], 99)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rp 1,2 M", 1_200_000_000),
        ("2 M", 2_000_000_000),
        ("1,5 triliun", 1_500_000_000_000),
        ("2 juta 500 ribu", 2_500_000),
        ("2jt 500rb", 2_500_000),
        ("Rp1 juta 250 ribu", 1_250_000),
        ("-2 juta 500 ribu", -2_500_000),
        ("sejuta", 1_000_000),
        ("dua puluh lima ribu rupiah", 25_000),
        ("satu setengah juta", 1_500_000),
    ],
)
def test_reads_what_people_say(text: str, value: int) -> None:
    """Capital M is a thousand million; parts are added; words are read."""
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    ["5 m", "500 ribu 2 juta", "2 juta 3 juta", "2 juta 500", "lima puluh", "1 ribu 2.000 ribu"],
)
def test_refuses_what_has_two_meanings(text: str) -> None:
    """Metres, parts out of order and a tail without its scale are not guessed at."""
    assert read_number(text)[0] is None


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=4))
def test_reads_short_forms_that_it_prints(value: Decimal) -> None:
    """`1,5 juta` comes back as the very number."""
    assert parse_number(format_short(value)) == value
