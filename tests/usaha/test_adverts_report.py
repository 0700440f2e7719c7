"""An advertisement in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from usaha.adverts import EXAMPLE, Advert, Checked, check_advert
from usaha.adverts_report import (
    STAGES,
    cautions,
    decision,
    next_steps,
    result_sentences,
    stage_words,
    steps,
    weakest_sentences,
)
from usaha.marketing import STAGES as CODES


def example(**changes: int | str) -> tuple[Advert, Checked]:
    """Check the example with some figures changed."""
    advert = replace(EXAMPLE, **{name: Decimal(value) for name, value in changes.items()})
    checked, problems = check_advert(advert)
    assert checked is not None, problems
    return advert, checked


@pytest.mark.parametrize(
    ("changes", "outcome", "then"),
    [
        ({}, "Iklan ini rugi Rp360.000.", "Perbaiki dulu. Uang"),
        ({"cost": 900_000}, "Iklan ini impas", "Perbaiki dulu. Iklan ini baru menutup"),
        ({"sales": 4_500_000}, "Iklan ini untung Rp540.000.", "Lanjutkan."),
        ({"variable_cost": 150_000}, "Iklan ini rugi Rp1.260.000.", "Hentikan dulu."),
    ],
)
def test_outcome_and_decision(changes: dict[str, int | str], outcome: str, then: str) -> None:
    """Loss, neither, profit, and an item that leaves nothing."""
    _, checked = example(**changes)
    assert result_sentences(checked)[0].startswith(outcome)
    assert decision(checked).startswith(then)
    assert next_steps(checked)[0] == decision(checked)


def test_the_distance_to_the_break_even() -> None:
    """By hand: 1.000 × 2.250.000 / 1.260.000 = 1.786; 1.000 / 0,4 = 2.500."""
    _, checked = example()
    assert "Rp1.786. Supaya impas, perlu Rp2.500." in result_sentences(checked)[1]
    _, hopeless = example(variable_cost=150_000)
    assert "tidak akan impas" in result_sentences(hopeless)[1]


def test_the_weakest_stage_and_what_helps() -> None:
    """By hand: 74 / 1.040 = 7,1% where 12% is usual."""
    first, second = weakest_sentences(example()[1])
    assert first == "Tahap terlemah: dari mengeklik ke keranjang. Sekarang 7,1%, biasanya 12%."
    assert "halaman barang" in second


def test_no_stage_is_blamed_where_all_are_as_usual() -> None:
    """124 of 1.040 is 11,9%: then price and cost are to be looked at."""
    first, second = weakest_sentences(example(carts=124, orders=31, completed=28)[1])
    assert first.startswith("Semua tahap mendekati biasanya.")
    assert second.startswith("Perbaiki harga")


def test_a_stage_that_nobody_reached() -> None:
    """It is said as such."""
    nobody = dict.fromkeys(("clicks", "carts", "orders", "completed", "sales", "new_customers"), 0)
    advert, checked = example(**nobody)
    assert stage_words(checked.stages[1]) == "belum ada, biasanya 12%"
    names = [step.name for step in steps(advert, checked)]
    assert "Rasio klik" in names
    assert "Biaya satu klik" not in names


def test_every_stage_has_words() -> None:
    """The library's four stages, no more and no fewer."""
    assert tuple(STAGES) == CODES


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "Baru 15 pesanan selesai. Persen jadi beli yang sebenarnya dapat di antara 0,9%"),
        ({"variable_cost": 0}, "Biaya satu barang masih nol"),
        ({"sales": 3_200_000}, "Untungnya tipis"),
    ],
)
def test_what_needs_care(changes: dict[str, int | str], words: str) -> None:
    """Few orders (Wilson: 15 of 1.040 is 0,88% to 2,37%), a missing cost, a thin profit."""
    assert words in " ".join(cautions(*example(**changes)))


def test_many_orders_and_a_good_profit_need_none() -> None:
    """Above thirty orders the week speaks for itself."""
    many = {"carts": 200, "orders": 50, "completed": 45, "sales": 6_750_000}
    assert cautions(*example(**many)) == ()


def test_the_steps_can_be_repeated_by_hand() -> None:
    """Name, formula and result of each line."""
    rows = {step.name: (step.formula, step.result) for step in steps(*example())}
    assert rows["Rugi dari iklan"] == ("Rp2.250.000 × 40% - Rp1.260.000", "-Rp360.000")
    assert rows["Persen jadi beli"] == ("15 : 1.040", "1,44%")
    assert rows["Biaya satu pembeli baru"] == ("Rp1.260.000 : 8", "Rp157.500")
