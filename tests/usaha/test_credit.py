"""Loans to the rupiah."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.credit import (
    CLASS_RATIO_LIMIT,
    METHOD_LABELS,
    annuity,
    debt_service_ratio,
    effective_rate,
    kur_loan,
    largest_loan,
    schedule,
    total_paid,
)
from usaha.rules import RuleNotInForceError

CASE = date(2026, 11, 23)
PRINCIPALS = st.integers(100_000, 500_000_000)
RATES = st.decimals(0, "0.6", places=4)
MONTHS = st.integers(1, 60)


@given(PRINCIPALS, RATES, MONTHS)
def test_an_annuity_pays_off_exactly(principal: int, rate: Decimal, months: int) -> None:
    """The parts add up to the loan, nothing is owed at the end, and the last instalment is near.

    Rule of the last instalment: it pays what is left. Each month's rounding (half a rupiah of
    interest and half of the payment) grows with interest until then, which bounds the difference.
    """
    rows = schedule(principal, rate, months, "annuity")
    assert len(rows) == months
    assert sum(row.principal for row in rows) == principal
    assert rows[-1].balance == 0
    assert all(row.payment == row.principal + row.interest for row in rows)
    assert len({row.payment for row in rows[:-1]}) <= 1
    bound = months * (1 + rate / 12) ** months + 1
    assert abs(rows[-1].payment - annuity(principal, rate / 12, months)) <= bound


@given(PRINCIPALS, RATES, MONTHS)
def test_a_flat_loan_pays_off_exactly(principal: int, rate: Decimal, months: int) -> None:
    """Interest is the same each month, principal parts differ by a rupiah at most."""
    rows = schedule(principal, rate, months, "flat")
    assert sum(row.principal for row in rows) == principal
    assert rows[-1].balance == 0
    assert len({row.interest for row in rows}) == 1
    assert max(row.principal for row in rows) - min(row.principal for row in rows) <= 1


@given(PRINCIPALS, st.decimals("0.01", "0.6", places=4), st.integers(6, 60))
def test_flat_is_dearer_at_the_same_rate(principal: int, rate: Decimal, months: int) -> None:
    """The same rate flat costs more, and its effective rate says so."""
    flat = schedule(principal, rate, months, "flat")
    assert total_paid(flat) >= total_paid(schedule(principal, rate, months, "annuity"))
    found = effective_rate(flat)
    assert found is not None
    assert found > rate


@given(st.integers(1_000_000, 500_000_000), st.decimals("0.01", "0.6", places=4), MONTHS)
def test_the_effective_rate_of_an_annuity_is_its_rate(
    principal: int, rate: Decimal, months: int
) -> None:
    """Rounding to the rupiah moves it by less than a hundredth of a point."""
    found = effective_rate(schedule(principal, rate, months, "annuity"))
    assert found is not None
    assert abs(found - rate) < Decimal("0.0001")


def test_kur_schedule() -> None:
    """A KUR mikro of Rp50 million, 6% effective, 24 months.

    Source: annuity formula of any textbook, 50.000.000 × 0,005 / (1 - 1,005^-24). By hand:
    1,005^24 = 1,12715978; 1 - 1 / 1,12715978 = 0,11281433; 250.000 / 0,11281433 = 2.216.030,5. The
    first month's interest is 50.000.000 × 0,005 = 250.000, its principal the rest, 1.966.031.
    """
    loan, problems = kur_loan(50_000_000, 24, CASE)
    assert loan is not None
    assert problems == ()
    assert loan.scheme == "KUR mikro"
    assert loan.rows[0] == (1, 2_216_031, 250_000, 1_966_031, 48_033_969)
    assert abs(loan.rows[-1].payment - 2_216_031) < 24
    assert total_paid(loan.rows) - 50_000_000 == 3_184_732
    assert any("belum diperiksa" in rule.caution for rule in loan.rules)


@pytest.mark.parametrize(
    ("principal", "scheme"),
    [
        (10_000_000, "KUR super mikro"),
        (10_000_001, "KUR mikro"),
        (100_000_000, "KUR mikro"),
        (500_000_000, "KUR kecil"),
    ],
)
def test_schemes_by_ceiling(principal: int, scheme: str) -> None:
    """A ceiling belongs to its scheme."""
    loan, _ = kur_loan(principal, 12, CASE)
    assert loan is not None
    assert loan.scheme == scheme


def test_above_every_ceiling_and_before_the_rule() -> None:
    """More than Rp500 million is said kindly; a day without a rule is an error."""
    assert kur_loan(500_000_001, 12, CASE) == (
        None,
        ("Batas tertinggi KUR Rp500.000.000. Kecilkan pinjaman Anda.",),
    )
    with pytest.raises(RuleNotInForceError):
        kur_loan(1_000_000, 12, date(2025, 12, 31))


@given(st.integers(10_000, 50_000_000), st.decimals(0, "0.05", places=4), MONTHS)
def test_the_largest_loan_has_that_payment(payment: int, rate: Decimal, months: int) -> None:
    """The loan that a payment bears has that payment."""
    assert abs(annuity(largest_loan(payment, rate, months), rate, months) - payment) < Decimal(
        "1e-9"
    )


def test_debt_service() -> None:
    """UNITS.md C5 by hand: (1.200.000 + 300.000) / 5.000.000 = 0,30, just bearable."""
    assert debt_service_ratio(1_500_000, 5_000_000) == CLASS_RATIO_LIMIT
    with pytest.raises(ValueError, match="net_cash must be above zero"):
        debt_service_ratio(1, 0)


@pytest.mark.parametrize("months", [0, -1, 601])
def test_months_out_of_range(months: int) -> None:
    """No loan of no months."""
    with pytest.raises(ValueError, match="months must be"):
        schedule(1, 0, months, "flat")


def test_methods_have_names() -> None:
    """Each method says in Indonesian what its interest is taken from."""
    assert "sisa pokok" in METHOD_LABELS["annuity"]
    assert "pokok awal" in METHOD_LABELS["flat"]
    assert effective_rate(schedule(0, 0, 3, "flat")) is None
