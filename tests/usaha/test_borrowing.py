"""Whether a loan fits a business."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from usaha.borrowing import EXAMPLE, Offer, Weighed, weigh
from usaha.credit import CLASS_RATIO_LIMIT, annuity, largest_loan, schedule, total_paid
from usaha.rules import find_rule

CASE = date(2026, 11, 24)


def weighed(**changes: Any) -> Weighed:
    """Weigh the example with some figures changed."""
    found, problems = weigh(replace(EXAMPLE, **changes), CASE)
    assert found is not None, problems
    return found


def test_by_hand() -> None:
    """Twelve months at 12%: i = 0,01, so 12.000.000 × 0,01 / (1 - 1,01^-12) = 1.066.185 a month.

    With 200.000 of other instalments that is 31,65% of 4.000.000, above the rule; 300.000 a week
    for a year give 3.600.000 of interest.
    """
    found = weighed(
        principal=Decimal(12_000_000),
        months=12,
        yearly_rate=Decimal("0.12"),
        net_cash=Decimal(4_000_000),
        other_payments=Decimal(200_000),
        offer=Offer(Decimal(300_000), 52, "week"),
    )
    assert found.payment == 1_066_185
    assert found.total - 12_000_000 == found.interest
    assert found.interest == pytest.approx(1_066_185 * 12 - 12_000_000, abs=12)
    assert found.ratio is not None
    assert round(found.ratio, 4) == Decimal("0.3165")
    assert not found.bearable
    assert found.room == 1_000_000
    assert found.offer_interest == 3_600_000


def test_the_rules_rate_unless_the_bank_says_another() -> None:
    """Without a rate of its own the loan is the one of the library's schedule at the day's rate."""
    rate = find_rule("kur_rate", CASE).number
    rows = schedule(30_000_000, rate, 36, "annuity")
    assert weighed().loan.rows == rows
    assert weighed().interest == total_paid(rows) - 30_000_000
    assert weighed(yearly_rate=rate) == weighed()
    assert weighed(yearly_rate=Decimal(0)).interest == 0


def test_the_largest_loan_is_bearable() -> None:
    """Its instalment fits into the room, and that of Rp100.000 more does not."""
    found = weighed()
    rate = find_rule("kur_rate", CASE).number / 12
    assert (
        annuity(found.largest, rate, 36) <= found.room < annuity(found.largest + 100_000, rate, 36)
    )
    assert found.largest == int(largest_loan(found.room, rate, 36)) // 100_000 * 100_000


def test_the_largest_loan_is_one_that_kur_lends() -> None:
    """However rich the business is, the ceiling of KUR stays."""
    ceiling = find_rule("kur_small_max", CASE).number
    assert weighed(net_cash=Decimal(10**9)).largest == ceiling


def test_without_cash_nothing_can_be_borne() -> None:
    """No ratio, no room, no loan."""
    found = weighed(net_cash=Decimal(0))
    assert (found.ratio, found.room, found.largest, found.bearable) == (None, 0, 0, False)


def test_exactly_at_the_rule_is_bearable() -> None:
    """912.658 + 287.342 = 1.200.000, which is 30% of 4.000.000; a rupiah more is too much."""
    at = {"net_cash": Decimal(4_000_000), "other_payments": Decimal(287_342)}
    assert weighed(**at).ratio == CLASS_RATIO_LIMIT
    assert weighed(**at).bearable
    assert not weighed(**{**at, "other_payments": Decimal(287_343)}).bearable


@pytest.mark.parametrize(
    ("offer", "interest", "rate"),
    [
        (None, None, None),
        (Offer(Decimal(33_000_000), 1, "month"), 3_000_000, Decimal("1.2")),
        (Offer(Decimal(0), 10, "week"), -30_000_000, None),
    ],
)
def test_another_offer(offer: Offer | None, interest: int | None, rate: Decimal | None) -> None:
    """33 for 30 million after a month is 10% a month, so 120% a year."""
    found = weighed(offer=offer)
    assert found.offer_interest == interest
    assert (found.offer_rate and round(found.offer_rate, 6)) == rate


@pytest.mark.parametrize(
    ("principal", "words"),
    [(0, "lebih dari nol"), (-5, "lebih dari nol"), (500_000_001, "Batas tertinggi KUR")],
)
def test_what_no_bank_lends(principal: int, words: str) -> None:
    """Nothing, less than nothing and too much give a sentence at the field."""
    found, problems = weigh(replace(EXAMPLE, principal=Decimal(principal)), CASE)
    assert found is None
    assert problems[0].field == "principal"
    assert words in problems[0].message


@pytest.mark.parametrize(
    "wrong", [{"net_cash": Decimal(-1)}, {"other_payments": Decimal(-1)}, {"months": 0}]
)
def test_slips_of_a_programmer_raise(wrong: dict[str, Any]) -> None:
    """Negative figures and no months are not for people to mend here."""
    with pytest.raises(ValueError, match="must"):
        weigh(replace(EXAMPLE, **wrong), CASE)
