"""Final income tax, withholding and the VAT threshold."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.rules import RuleNotInForceError, find_rule
from usaha.tax import (
    final_income_tax,
    marketplace_withholding,
    may_use_final_tax,
    tax_rules,
    vat_standing,
)

CASE = date(2026, 11, 23)
MILLION = 1_000_000
MONTHLY = st.lists(st.integers(0, 900 * MILLION), min_size=12, max_size=12)


def year(amounts: list[int], of: int = 2026) -> dict[date, int]:
    """Give one amount a month from January."""
    return {date(of, month, 1): amount for month, amount in enumerate(amounts, 1)}


def test_exactly_at_the_free_part() -> None:
    """DOMAIN.md: a year of exactly Rp500 million pays nothing (10 × 50 million)."""
    months, problems = final_income_tax(year([50 * MILLION] * 10))
    assert months[-1].cumulative == 500 * MILLION
    assert [row.tax for row in months] == [0] * 10
    assert problems == ()


def test_the_month_that_crosses() -> None:
    """DOMAIN.md: from 490 to 530 million in a month.

    By hand: 530 - 500 = 30 million taxable, × 0.5% = Rp150.000. The next month is taxed whole:
    20 million × 0.5% = Rp100.000.
    """
    months, _ = final_income_tax(year([490 * MILLION, 40 * MILLION, 20 * MILLION]))
    assert [(row.taxable, row.tax) for row in months] == [
        (0, 0),
        (30 * MILLION, 150_000),
        (20 * MILLION, 100_000),
    ]


def test_the_case_of_the_rules() -> None:
    """The golden case in the rules' own note: 480m + 40m -> base 20m -> tax Rp100.000."""
    months, _ = final_income_tax(year([480 * MILLION, 40 * MILLION]))
    assert (months[-1].taxable, months[-1].tax) == (20 * MILLION, 100_000)


def test_january_starts_anew() -> None:
    """DOMAIN.md: December above the free part is taxed, the January after it is not."""
    sales = {**year([50 * MILLION] * 12), date(2027, 1, 1): 50 * MILLION}
    months, _ = final_income_tax(sales)
    assert [row.tax for row in months[-3:]] == [250_000, 250_000, 0]
    assert months[-1].cumulative == 50 * MILLION


def test_spouses_share_one_free_part() -> None:
    """DOMAIN.md: spouses combined. By hand: 300 + 260 = 560 million; 60 × 0.5% = Rp300.000."""
    hers, his = {date(2026, 1, 1): 300 * MILLION}, {date(2026, 1, 20): 260 * MILLION}
    assert final_income_tax(hers)[0][0].tax == 0
    assert final_income_tax(his)[0][0].tax == 0
    assert final_income_tax(hers, spouse=his)[0][0].tax == 300_000


@pytest.mark.parametrize("kind", ["one_person_company", "cooperative", "company"])
def test_only_individuals_have_a_free_part(kind: str) -> None:
    """Others pay from the first rupiah: 10 million × 0.5% = Rp50.000."""
    months, problems = final_income_tax({date(2026, 3, 1): 10 * MILLION}, kind)  # type: ignore[arg-type]
    assert months[0].tax == 50_000
    assert problems == ()


def test_withheld_tax_is_credited_and_never_extra() -> None:
    """Rp80.000 withheld of Rp150.000 leaves 70.000; Rp30.000 withheld where nothing is due comes back."""
    sales = year([490 * MILLION, 40 * MILLION])
    kept = {date(2026, 1, 15): 30_000, date(2026, 2, 15): 80_000}
    months, _ = final_income_tax(sales, withheld=kept)
    assert [(row.tax, row.to_pay, row.excess) for row in months] == [
        (0, 0, 30_000),
        (150_000, 70_000, 0),
    ]


@given(MONTHLY)
def test_the_year_is_taxed_on_what_is_above(amounts: list[int]) -> None:
    """All months' bases are the year's turnover above Rp500 million, however it is spread."""
    months, _ = final_income_tax(year(amounts))
    assert sum(row.taxable for row in months) == max(0, sum(amounts) - 500 * MILLION)
    assert all(0 <= row.taxable <= row.turnover for row in months)
    assert all(row.to_pay - row.excess == row.tax - row.withheld for row in months)


@given(MONTHLY, st.integers(1, 28))
def test_the_day_of_the_month_does_not_matter(amounts: list[int], day: int) -> None:
    """Sales given one by one give the same as sums a month."""
    whole = final_income_tax(year(amounts))
    halves = {date(2026, m, day): Decimal(a) / 2 for m, a in enumerate(amounts, 1)}
    assert final_income_tax(halves, spouse=halves) == whole


def test_people_hear_what_is_wrong() -> None:
    """A negative month is named, and a year that starts late is said to."""
    months, problems = final_income_tax({date(2026, 4, 1): -5})
    assert months == ()
    assert problems[0].startswith("Angka 1 April 2026 kurang dari nol (-Rp5).")
    months, problems = final_income_tax({date(2026, 4, 1): 600 * MILLION})
    assert months[0].tax == 500_000
    assert problems[0].startswith("Omzet sebelum April 2026 belum diisi.")


def test_above_the_ceiling() -> None:
    """Exactly Rp4,8 billion is within; a rupiah more ends PPh final next year, once said."""
    limit = 4_800 * MILLION
    assert final_income_tax({date(2026, 1, 1): limit})[1] == ()
    problems = final_income_tax({date(2026, 1, 1): limit + 1, date(2026, 2, 1): 1}, "cooperative")[
        1
    ]
    assert problems == (
        "Omzet 2026 melewati Rp4.800.000.000. Tahun berikutnya PPh final tidak dipakai lagi: "
        "tanyakan ke kantor pajak.",
    )


def test_before_the_rules() -> None:
    """A month of 2021 is not taxed with today's rate."""
    with pytest.raises(RuleNotInForceError):
        final_income_tax({date(2021, 5, 1): 1})


def test_who_may_use_it() -> None:
    """A cooperative has four years to the day, a new company must ask, others have no end."""
    start = date(2022, 12, 20)
    assert may_use_final_tax("cooperative", start, date(2026, 12, 20))[0] is True
    assert may_use_final_tax("cooperative", start, date(2026, 12, 21))[0] is False
    assert may_use_final_tax("company", start, CASE)[0] is None
    assert may_use_final_tax("individual", start, CASE)[0] is True
    assert all(may_use_final_tax("one_person_company", start, CASE))


def test_withholding() -> None:
    """Half a percent of gross, also below Rp500 million, unless the letter is there; marked unsure."""
    kept = marketplace_withholding(2_500_000, CASE)
    assert kept.amount == 12_500
    assert "belum diperiksa" in kept.rule.caution
    assert marketplace_withholding(2_500_000, CASE, statement_letter=True).amount == 0
    assert (
        marketplace_withholding(2_500_000, CASE, "company", statement_letter=True).amount == 12_500
    )
    with pytest.raises(ValueError, match="must not be negative"):
        marketplace_withholding(-1, CASE)


def test_vat_threshold() -> None:
    """Exactly at the threshold nobody must register; a rupiah more and one must."""
    limit = find_rule("vat_registration_threshold", CASE).number
    assert not vat_standing(limit, CASE).must_register
    assert vat_standing(limit, CASE).room == 0
    assert vat_standing(limit + 1, CASE).must_register
    assert vat_standing(limit + 1, CASE).room == 0


def test_unsure_rules_stay_marked() -> None:
    """The rate that everything rests on carries its caution."""
    assert any(rule.caution for rule in tax_rules(CASE))


def test_a_newer_tariff_takes_the_place_of_the_rules() -> None:
    """By hand: 530 - 450 = 80 million taxable; 1% of it is Rp800.000."""
    sales = year([490 * MILLION, 40 * MILLION])
    months, _ = final_income_tax(sales, rate=Decimal("0.01"), free=450 * MILLION)
    assert [(row.taxable, row.tax) for row in months] == [
        (40 * MILLION, 400_000),
        (40 * MILLION, 400_000),
    ]


def test_a_company_has_no_free_part_whatever_is_said() -> None:
    """Only an individual has one: the first rupiah counts."""
    months, _ = final_income_tax(year([10 * MILLION]), "company", free=500 * MILLION)
    assert months[0].taxable == 10 * MILLION


@pytest.mark.parametrize("wrong", [{"rate": Decimal("-0.01")}, {"free": -1}])
def test_a_tariff_is_not_negative(wrong: dict[str, Decimal | int]) -> None:
    """A negative rate or free part is a programmer's slip."""
    with pytest.raises(ValueError, match="must not be negative"):
        final_income_tax(year([MILLION]), rate=wrong.get("rate"), free=wrong.get("free"))
