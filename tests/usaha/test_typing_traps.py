"""The three typing traps, in source text and in values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.typing_traps import number_trap


@pytest.mark.parametrize(
    ("source", "trap"),
    [
        ("1.250", "titik_ribuan"),
        ("harga = 17.000", "titik_ribuan"),
        ("biaya = 30 * 17.000 + gas", "titik_ribuan"),
        ("0,5", "koma_desimal"),
        ("isi = 0,25", "koma_desimal"),
        ("biaya = (1 - 0,2) * harga", "koma_desimal"),
        ("harga = 1.250,50", "koma_desimal"),
        ("1.250.000", "titik_ganda"),
        ("harga = 1.250.000,50", "titik_ganda"),
        ("harga = 1.250.000  # dari pasar", "titik_ganda"),
    ],
)
def test_finds_the_trap(source: str, trap: str) -> None:
    """Each trap is found alone and inside a formula."""
    assert number_trap(source) == trap


@pytest.mark.parametrize(
    "source",
    [
        "harga = 1250000",
        "isi = 0.25",
        "isi = 0.125",
        "isi = 14.5",
        'harga = rp("1.250.000,50")',
        "harga = rp('1.250')",
        "harga = round(1,5)",
        "harga = max(round(2,5), 3)",
        "angka = [1,5]",
        "versi = x1.250",
        "# harga 1.250.000",
        "",
    ],
)
def test_leaves_sound_source_alone(source: str) -> None:
    """Good numbers, quoted numbers, calls, lists and comments are no traps."""
    assert number_trap(source) is None


@pytest.mark.parametrize(
    ("value", "trap"),
    [((0, 5), "koma_desimal"), ((1, 250, 0), "koma_desimal"), ((1.25, 50), "koma_desimal")],
)
def test_a_tuple_of_numbers_is_a_comma(value: object, trap: str) -> None:
    """Python made a tuple of what was meant as one number."""
    assert number_trap(value) == trap


@pytest.mark.parametrize("value", [(), (1,), ("a", "b"), (True, False), None, 1.25, 1250, [0, 5]])
def test_other_values_are_no_traps(value: object) -> None:
    """Values that cannot come of a decimal comma."""
    assert number_trap(value) is None


@given(st.text(max_size=80))
def test_takes_any_text(source: str) -> None:
    """Whatever is typed, it answers."""
    assert number_trap(source) in (None, "titik_ribuan", "koma_desimal", "titik_ganda")
