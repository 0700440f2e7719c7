"""A loan in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from usaha.borrowing import EXAMPLE, Offer, Weighed, Wish, weigh
from usaha.borrowing_report import (
    burden_sentence,
    largest_sentence,
    offer_sentence,
    result_sentences,
    steps,
    told_months,
)

CASE = date(2026, 11, 24)


def changed(**changes: Any) -> tuple[Wish, Weighed]:
    """Weigh the example with some figures changed."""
    wish = replace(EXAMPLE, **changes)
    weighed, problems = weigh(wish, CASE)
    assert weighed is not None, problems
    return wish, weighed


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "memakai 24% dari sisa uang usaha, masih dalam patokan 30%."),
        (
            {"net_cash": Decimal(2_000_000)},
            "memakai 58% dari sisa uang usaha, di atas patokan 30%.",
        ),
        ({"net_cash": Decimal(0)}, "Belum ada sisa uang usaha"),
        (
            {"net_cash": Decimal(4_000_000), "other_payments": Decimal(287_342)},
            "memakai 30% dari sisa uang usaha, masih dalam",
        ),
        (
            {"net_cash": Decimal(4_000_000), "other_payments": Decimal(297_342)},
            "memakai 30,25% dari sisa uang usaha, di atas",
        ),
    ],
)
def test_the_burden(changes: dict[str, Any], words: str) -> None:
    """Below, above, without cash, exactly at the rule, and just above it: never 30% above 30%."""
    assert words in burden_sentence(changed(**changes)[1])


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        (None, ""),
        (Offer(Decimal(912_658), 36, "month"), "bunganya Rp2.855.688, lebih murah Rp4."),
        (Offer(Decimal(32_855_692), 1, "month"), "bunganya Rp2.855.692, sama besar."),
        (Offer(Decimal(1_000_000), 10, "week"), "jumlahnya belum mengembalikan pinjaman."),
        (Offer(Decimal(1_000_000), 36, "month"), "tiap bulan, 36 kali: bunganya Rp6.000.000"),
    ],
)
def test_another_offer(offer: Offer | None, words: str) -> None:
    """Dearer, cheaper, the same, too little to be true, and none."""
    sentence = offer_sentence(*changed(offer=offer))
    assert words in sentence
    assert bool(sentence) == bool(offer)


def test_an_offer_without_a_rate() -> None:
    """Where no yearly rate can be given the sentence does without."""
    wish, weighed = changed(offer=Offer(Decimal(10) ** 12, 520, "week"))
    assert weighed.offer_rate is None
    assert offer_sentence(wish, weighed).endswith(".")
    assert "Setara" not in offer_sentence(wish, weighed)


def test_room_for_nothing() -> None:
    """Other instalments may have taken it all."""
    assert "belum ada ruang" in largest_sentence(*changed(other_payments=Decimal(2_000_000)))


def test_the_result_and_the_steps_agree() -> None:
    """What the sentence says is the last line of the loan's own steps."""
    wish, weighed = changed(principal=Decimal(10_000_000), months=12)
    rows = steps(wish, weighed, Decimal("0.06"))
    assert f"Bunga sampai lunas {rows[4].result}." in result_sentences(wish, weighed)
    assert rows[5].formula == "(Rp860.664 + Rp250.000) : Rp4.850.000"
    assert len(steps(*changed(net_cash=Decimal(0)), Decimal("0.06"))) == 5


def test_an_odd_rate_is_shown_short() -> None:
    """A seventh of a percent a month is not written out for ever."""
    rate = Decimal("0.07")
    rows = steps(*changed(yearly_rate=rate), rate)
    assert rows[0].result == "0,5833%"


@pytest.mark.parametrize(
    ("months", "told"), [(1, [1]), (2, [1, 2]), (3, [1, 3]), (36, [1, 18, 36])]
)
def test_the_months_that_are_told(months: int, told: list[int]) -> None:
    """Each once, also in a loan of one month."""
    rows = changed(months=months)[1].loan.rows
    assert [row.number for row in told_months(rows)] == told
