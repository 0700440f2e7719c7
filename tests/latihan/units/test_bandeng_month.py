"""Tests of the sate bandeng month: its books balance, and card, journal and tax tell the same."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from latihan.unit import Values
from latihan.units.bandeng_month import draw, entries_of, show, statements_of
from usaha import accounts
from usaha.draws import Draws
from usaha.rules import find_rule

MONTHS = [draw(Draws(f"bulan-{n}")) for n in range(60)]


@pytest.mark.parametrize("month", MONTHS[:20])
def test_the_position_balances_and_holds_the_card(month: dict[str, Any]) -> None:
    """Assets are liabilities and equity; what the card says of 31 October stands in the statement."""
    position = statements_of(Values.of(month)).position
    assert position.amount("jumlah_aset") == position.amount("jumlah_liabilitas_ekuitas")
    for key, name in (
        ("kas", "kas"),
        ("saldo_lokapasar", "saldo_lokapasar"),
        ("piutang", "piutang"),
        ("barang_jadi", "persediaan_akhir"),
        ("utang_usaha", "utang_usaha"),
        ("utang_pajak", "pajak_final"),
        ("uang_muka", "uang_muka"),
        ("utang_bank", "utang_bank"),
    ):
        assert position.amount(key) == month[name], key
    assert position.amount("modal") == month["modal_awal"] + month["setoran"]


def test_the_month_is_worth_a_report() -> None:
    """Every amount is above zero, also the tax; profit and change of cash are far apart."""
    for month in MONTHS:
        assert all(value > 0 for value in month.values() if isinstance(value, int))
        income = statements_of(Values.of(month)).income
        change = month["kas"] - month["kas_awal"]
        assert abs(income.amount("laba_bersih") - change) > 500_000
        assert month["piutang"] * 20 > income.amount("pendapatan_usaha")
        assert month["harga_peralatan"] % month["umur_bulan"] == 0
        assert abs(month["persediaan_akhir"] - month["persediaan_awal"]) >= 700_000
    falls = Counter(month["kas"] < month["kas_awal"] for month in MONTHS)
    assert min(falls.values()) > 5


def test_the_whole_month_is_taxed_by_the_rule() -> None:
    """By October the year's sales have passed what is free, so each rupiah of the month is taxed."""
    rate = find_rule("pph_final_rate", date(2026, 10, 31)).number
    for month in MONTHS:
        assert month["pajak_final"] == round(month["penjualan_kotor"] * rate)


def test_marketplace_sales_are_gross() -> None:
    """Fees stand as an expense beside the sale; a withdrawal is no sale."""
    entries = {made.words: dict(made.postings) for made in entries_of(MONTHS[0]["jurnal"])}
    sale = entries["Penjualan lokapasar sebulan"]
    net, fee = sale[accounts.MARKETPLACE], sale[accounts.MARKETPLACE_FEES]
    assert -sale[accounts.SALES] == net + fee
    assert fee == MONTHS[0]["biaya_lokapasar"]
    assert accounts.SALES not in entries["Saldo lokapasar ditarik"]


def test_the_journal_is_shown_in_words() -> None:
    """Fourteen entries with their accounts; the opening entry is the card's."""
    shown = repr(show(MONTHS[0])).splitlines()
    assert len(shown) == 16
    assert "Saldo awal" not in "".join(shown)
    assert "Debit Utang bank dan Bunga; kredit Kas" in "".join(shown)


def test_wear_follows_from_price_and_life() -> None:
    """Another life of the tools gives another statement."""
    values = Values.of(MONTHS[0])
    values["umur_bulan"] *= Decimal(2)
    half = statements_of(values).income.amount("penyusutan")
    assert half * 2 == statements_of(Values.of(MONTHS[0])).income.amount("penyusutan")
