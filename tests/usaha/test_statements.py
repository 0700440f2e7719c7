"""Statements: a case by hand, and what holds for any books."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.usaha.books import DAYS, cash_lines, entries
from usaha.cash_book import CashLine, post_cash_book
from usaha.journal import Entry, entry, opening_entry
from usaha.ledger import closing_entries, net_profit
from usaha.periods import Period, month_of, months_of
from usaha.shops import PROFILES, make_shop
from usaha.statement_layouts import POSITION
from usaha.statements import Statements, compare, make_statements, statement_of

NOVEMBER = month_of(date(2026, 11, 1))


def sate_bandeng() -> list[Entry]:
    """A month of a maker of sate bandeng, entry by entry; figures in thousands of rupiah."""
    first, day, last = date(2026, 11, 1), date(2026, 11, 15), NOVEMBER.last
    opening = opening_entry(first, {1101: 3_000, 1302: 1_000, 1501: 3_600, 1502: 600})
    assert opening is not None
    return [
        opening,
        entry(day, "Jual tunai", debit={1101: 8_000}, credit={4101: 8_000}),
        entry(day, "Jual lokapasar", debit={1103: 1_840, 5602: 160}, credit={4101: 2_000}),
        entry(day, "Retur", debit={4102: 200}, credit={1101: 200}),
        entry(day, "Beli ikan", debit={1302: 5_000}, credit={1101: 4_500, 2101: 500}),
        entry(day, "Iklan", debit={5601: 300}, credit={1101: 300}),
        entry(day, "Pinjaman", debit={1102: 2_000}, credit={2301: 2_000}),
        entry(day, "Bunga", debit={5701: 20}, credit={1102: 20}),
        entry(day, "Uang muka", debit={1101: 400}, credit={2201: 400}),
        entry(day, "Prive", debit={3201: 900}, credit={1101: 900}),
        entry(day, "Cair", debit={1102: 1_000}, credit={1103: 1_000}),
        entry(last, "HPP", debit={5101: 4_800}, credit={1302: 4_800}),
        entry(last, "Susut", debit={5801: 100}, credit={1502: 100}),
        entry(last, "PPh", debit={5802: 50}, credit={2102: 50}),
    ]


def test_a_full_case_by_hand() -> None:
    """The relations of unit A6 (SAK EMKM: three statements that agree), worked out on paper.

    Net sales 10.000 - 200 = 9.800. HPP 1.000 + 5.000 - 1.200 = 4.800. Before tax 9.800 - 4.800 -
    160 - 300 - 100 - 20 = 4.420; after tax 4.370.
    Cash 3.000 + 8.000 - 200 - 4.500 - 300 + 400 - 900 = 5.500; bank 2.000 - 20 + 1.000 = 2.980.
    Assets 5.500 + 2.980 + 840 + 1.200 + 3.600 - 700 = 13.420. Liabilities 500 + 50 + 400 + 2.000 =
    2.950. Equity 7.000 + 4.370 - 900 = 10.470. 2.950 + 10.470 = 13.420.
    Cash flow: buyers 8.000 - 200 + 1.000 + 400 = 9.200; goods -4.500; ads -300; interest -20:
    4.380. Financing 2.000 - 900 = 1.100. The opening is no flow: 3.000 + 4.380 + 1.100 = 8.480.
    """
    made = make_statements(sate_bandeng(), [NOVEMBER])
    income, position, cash_flow = made.income, made.position, made.cash_flow
    assert income.amount("pendapatan_usaha") == 9_800
    assert income.amount("hpp") == 4_800
    assert income.amount("laba_sebelum_pajak") == 4_420
    assert income.amount("laba_bersih") == 4_370
    assert position.amount("jumlah_kas") == 8_480
    assert position.amount("akumulasi_penyusutan") == -700
    assert position.amount("jumlah_aset") == 13_420
    assert position.amount("jumlah_liabilitas") == 2_950
    assert position.amount("jumlah_ekuitas") == 10_470
    assert position.amount("jumlah_liabilitas_ekuitas") == 13_420
    assert cash_flow.amount("dari_pembeli") == 9_200
    assert cash_flow.amount("kas_usaha") == 4_380
    assert cash_flow.amount("pinjaman_masuk") == 2_000
    assert cash_flow.amount("ambilan_pribadi") == -900
    assert cash_flow.amount("kas_awal") == 3_000
    assert cash_flow.amount("kas_akhir") == 8_480


def _agree(made: Statements) -> None:
    """The statements agree with each other in every column."""
    for column in range(len(made.periods)):
        position, cash_flow = made.position, made.cash_flow
        assets = position.amount("jumlah_aset", column)
        assert assets == position.amount("jumlah_liabilitas_ekuitas", column)
        assert cash_flow.amount("kas_akhir", column) == position.amount("jumlah_kas", column)
        assert made.income.amount("laba_bersih", column) == net_profit(made.sums[column]["mutasi"])


@given(st.lists(entries(), max_size=12), DAYS, DAYS, DAYS)
def test_statements_always_agree(books: list[Entry], one: date, two: date, three: date) -> None:
    """Whatever was booked, for any two periods that meet: the end of one begins the other."""
    first, middle, last = sorted((one, two, three))
    next_day = date.fromordinal(middle.toordinal() + 1)
    made = make_statements(books, [Period(first, middle), Period(next_day, max(last, next_day))])
    _agree(made)
    assert made.cash_flow.amount("kas_akhir", 0) == made.cash_flow.amount("kas_awal", 1)


@given(st.lists(cash_lines(), max_size=30))
def test_cash_books_give_statements_that_agree(lines: list[CashLine]) -> None:
    """From a shopkeeper's words to statements: they agree for a year of any lines."""
    made = make_statements(post_cash_book(lines)[0], [Period(date(2026, 1, 1), date(2026, 12, 31))])
    _agree(made)


@pytest.mark.parametrize("name", PROFILES)
def test_generated_shops_have_statements(name: str) -> None:
    """A year of each shop: every line understood, three statements that agree, a profit."""
    books = make_shop(name, "contoh").books
    made_entries, problems = post_cash_book([*books.cash, *books.marketplace])
    assert problems == ()
    made = make_statements(made_entries, months_of(entry.day for entry in made_entries))
    _agree(made)
    assert made.position.amount("jumlah_kas") == books.cash[-1].balance
    assert made.position.amount("saldo_lokapasar") >= 0
    assert made.position.amount("uang_muka") == 0


@given(st.lists(entries(), max_size=12))
def test_closing_changes_no_statement(books: list[Entry]) -> None:
    """Closing a year moves drawings into capital; its income and its totals stay what they were."""
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    before = make_statements(books, [year])
    after = make_statements([*books, *closing_entries(books, year.last)], [year])
    assert after.income == before.income
    assert after.cash_flow == before.cash_flow
    assert after.position.amount("prive") == 0
    for key in ("jumlah_aset", "saldo_laba", "jumlah_ekuitas"):
        assert after.position.amount(key) == before.position.amount(key)


def test_rows_and_tables() -> None:
    """Rows that are zero everywhere are left out; the table has the others with their labels."""
    made = make_statements(sate_bandeng(), [NOVEMBER])
    assert made.income.amount("sewa") == 0
    assert "Sewa" not in {row.label for row in made.income.rows}
    frame = made.position.to_frame()
    assert list(frame.columns) == ["30 November 2026"]
    assert frame.loc["JUMLAH ASET", "30 November 2026"] == 13_420
    with pytest.raises(KeyError):
        made.income.amount("tidak_ada")
    with pytest.raises(KeyError):
        made.income.amount("pendapatan")
    with pytest.raises(ValueError, match="at least one period"):
        make_statements([], [])
    assert statement_of("Posisi", made, POSITION).amount("jumlah_aset") == 13_420


def test_compares_periods_by_hand() -> None:
    """Sales 100 then 150: +50, half as much again; from nothing there is no share."""
    books = [
        entry(date(2026, 10, 5), "Jual", debit={1101: 100}, credit={4101: 100}),
        entry(date(2026, 11, 5), "Jual", debit={1101: 150}, credit={4101: 150}),
        entry(date(2026, 11, 5), "Upah", debit={5201: 30}, credit={1101: 30}),
    ]
    income = make_statements(books, [month_of(date(2026, 10, 1)), NOVEMBER]).income
    changes = {change.key: change for change in compare(income)}
    assert (changes["penjualan"].change, float(changes["penjualan"].share or 0)) == (50, 0.5)
    assert (changes["upah"].change, changes["upah"].share) == (30, None)
    assert changes["laba_bersih"].change == 20
