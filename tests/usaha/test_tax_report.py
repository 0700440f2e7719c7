"""A year of tax in words."""

from datetime import date
from decimal import Decimal

import pytest

from usaha.tax import TaxMonth, Taxpayer, final_income_tax
from usaha.tax_calendar import tax_duties
from usaha.tax_report import (
    next_day_sentence,
    passed_sentence,
    room_sentence,
    steps,
    taxpayer_caution,
    year_sentence,
)

FREE = Decimal(500_000_000)
RATE = Decimal("0.005")
MILLION = 1_000_000


def year(*millions: int, kind: Taxpayer = "individual") -> tuple[TaxMonth, ...]:
    """Tax so many millions a month, from January 2026."""
    sales = {date(2026, month, 1): sold * MILLION for month, sold in enumerate(millions, 1)}
    return final_income_tax(sales, kind)[0]


def test_what_a_year_costs() -> None:
    """By hand: 42 million × 0.5% = Rp210.000 and 60 million × 0.5% = Rp300.000."""
    months = year(500, 42, 60)
    assert year_sentence(months) == "PPh final Anda tahun 2026 Rp510.000."
    assert [step.result for step in steps(months, RATE, FREE)] == [
        "Rp602.000.000",
        "Rp210.000",
        "Rp300.000",
    ]


def test_nothing_to_pay() -> None:
    """Exactly at the free part nothing is paid, and the way to it is none."""
    months = year(500)
    assert year_sentence(months) == "Tahun 2026 Anda tidak perlu membayar PPh final."
    assert room_sentence(months, FREE).endswith("Masih Rp0 sampai batas bebas pajak.")
    assert [step.name for step in steps(months, RATE, FREE)] == ["Omzet sejak Januari"]


def test_the_crossing_month_is_shown_in_two_steps() -> None:
    """From 490 to 530 million: first what is taxed of it, then the tax."""
    months = year(490, 40, 20)
    assert [step.formula for step in steps(months, RATE, FREE)] == [
        "3 bulan dijumlahkan",
        "Rp530.000.000 - Rp500.000.000 bebas pajak",
        "Rp30.000.000 × 0,5%",
        "Rp20.000.000 × 0,5%",
    ]
    assert room_sentence(months, FREE).endswith("terlewati pada Februari 2026.")


def test_a_company_has_no_free_part() -> None:
    """Every month is taxed whole, with one step each."""
    months = year(10, 20, kind="one_person_company")
    assert [step.result for step in steps(months, RATE)] == [
        "Rp30.000.000",
        "Rp50.000",
        "Rp100.000",
    ]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2026, 2, 14), "15 Februari 2026, besok: Setor PPh final Januari 2026 Rp100.000."),
        (date(2026, 2, 15), "15 Februari 2026, hari ini: Setor"),
        (date(2026, 2, 16), "31 Maret 2027, 408 hari lagi: Laporkan SPT"),
        (date(2027, 4, 1), "Semua batas waktu di daftar ini sudah lewat."),
    ],
)
def test_the_next_day(on: date, words: str) -> None:
    """The day itself still counts; after the last one she is told to look at each."""
    assert words in next_day_sentence(tax_duties(year(520)), on)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("individual", ""),
        ("one_person_company", ""),
        ("cooperative", "paling lama 4 tahun"),
        ("company", "Tanyakan ke kantor pajak"),
    ],
)
def test_who_must_ask_first(kind: Taxpayer, words: str) -> None:
    """Individuals and one-person companies may go on; the others look first."""
    caution = taxpayer_caution(kind, date(2026, 11, 24))
    assert words in caution
    assert bool(caution) == bool(words)


def test_days_that_have_passed() -> None:
    """None, one with what to do, or how many; the day itself has not passed."""
    duties = tax_duties(year(520, 10))
    assert passed_sentence(duties, date(2026, 2, 15)) == ""
    assert passed_sentence(duties, date(2026, 2, 16)).startswith("Batas 15 Februari 2026 sudah")
    assert passed_sentence(duties, date(2027, 4, 1)).startswith("3 batas waktu sudah lewat.")
