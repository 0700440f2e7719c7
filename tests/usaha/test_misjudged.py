"""Lines in the wrong place."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.usaha.books import cash_lines
from usaha.cash_book import CashLine, post_cash_book
from usaha.journal import entry
from usaha.misjudged import (
    find_doubtful_sales,
    find_errors,
    find_mislabelled,
    find_misposted,
    find_vague_expenses,
)
from usaha.shops import PROFILES, make_shop

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("words", "money_in", "money_out", "label", "code"),
    [
        ("uang sekolah anak", 0, 5, "Biaya operasional", "prive_jadi_beban"),
        ("beli wajan", 0, 5, "Beban", "alat_jadi_beban"),
        ("angsuran KUR", 0, 5, "Biaya", "pokok_jadi_beban"),
        ("cair KUR", 5, 0, "Penjualan", "pinjaman_jadi_penjualan"),
        ("DP pesanan", 5, 0, "Omzet", "uang_muka_jadi_penjualan"),
        ("setor modal", 5, 0, "penjualan", "modal_jadi_penjualan"),
        ("cair Shopee", 5, 0, "Penjualan daring", "pencairan_jadi_penjualan"),
        ("upah", 0, 5, "Biaya", ""),
        ("jual tunai", 5, 0, "Penjualan", ""),
        ("uang sekolah anak", 0, 5, "Pribadi", ""),
        ("uang sekolah anak", 0, 5, "", ""),
    ],
)
def test_compares_label_and_words(
    words: str, money_in: int, money_out: int, label: str, code: str
) -> None:
    """A label that contradicts the words is asked about; one that fits is not."""
    line = CashLine(DAY, words, money_in, money_out, category=label, line=4)
    problems = find_mislabelled([line])
    assert [(problem.line, problem.code) for problem in problems] == ([(4, code)] if code else [])


@pytest.mark.parametrize(
    ("words", "debit", "credit", "code"),
    [
        ("belanja dapur", {5901: 9}, {1101: 9}, "prive_jadi_beban"),
        ("belanja dapur", {3201: 9}, {1101: 9}, ""),
        ("pinjaman KUR", {1101: 9}, {4101: 9}, "pinjaman_jadi_penjualan"),
        ("pinjaman KUR", {1101: 9}, {2301: 9}, ""),
        ("angsuran KUR", {5701: 9}, {1101: 9}, "pokok_jadi_beban"),
        ("angsuran KUR", {2301: 8, 5701: 1}, {1101: 9}, ""),
        ("cair Shopee", {1102: 9}, {4101: 9}, "pencairan_jadi_penjualan"),
        ("beli wajan", {5901: 9}, {1101: 9}, "alat_jadi_beban"),
    ],
)
def test_compares_accounts_and_words(
    words: str, debit: dict[int, int], credit: dict[int, int], code: str
) -> None:
    """A journal that somebody wrote is held against its own words."""
    problems = find_misposted([entry(DAY, words, debit=debit, credit=credit)])
    assert [problem.code for problem in problems] == ([code] if code else [])


@given(st.lists(cash_lines(), max_size=10))
def test_our_own_entries_are_never_misposted(lines: list[CashLine]) -> None:
    """What `post_cash_book` writes agrees with the words it was read from."""
    entries, _ = post_cash_book(lines)
    assert find_misposted(entries) == ()


def test_asks_about_a_large_round_sale() -> None:
    """5.000.000 among sales of about 100.000 may be a loan; 4.987.000 may be a large order."""
    sales = [CashLine(DAY + timedelta(days=i), "jual", 100_000 + i, 0) for i in range(6)]
    large = CashLine(DAY, "jual", 5_000_000, 0, line=42)
    assert [problem.line for problem in find_doubtful_sales([*sales, large])] == [42]
    assert find_doubtful_sales([*sales, CashLine(DAY, "jual", 4_987_000, 0)]) == ()
    assert find_doubtful_sales([large]) == ()
    paid_by_bank = CashLine(DAY, "jual", 10_000, 0, party="Bank BRI", line=3)
    assert [problem.line for problem in find_doubtful_sales([paid_by_bank])] == [3]


@pytest.mark.parametrize(
    ("words", "label", "found"),
    [("belanja", "Biaya", True), ("", "Beban", True), ("belanja", "Pribadi", False),
     ("belanja", "", False), ("belanja bahan", "Biaya", False)],
)  # fmt: skip
def test_asks_what_a_vague_expense_was(words: str, label: str, found: bool) -> None:
    """Only a line that is booked as expense and does not say what it was."""
    line = CashLine(DAY, words, 0, 50_000, category=label)
    assert bool(find_vague_expenses([line])) == found


def test_a_buyer_may_pay_through_a_bank() -> None:
    """The name of a bank in the words is how it was paid; a lender's is who paid."""
    through = CashLine(DAY, "jual, transfer BRI", 50_000, 0)
    lent = CashLine(DAY, "terima dari koperasi", 5_000_000, 0, category="Penjualan", line=2)
    assert [problem.line for problem in find_doubtful_sales([through, lent])] == [2]


def test_finds_what_was_put_into_generated_books() -> None:
    """In six books of a year: every duplicate, private draw and loan, and half the digits missing.

    Two digits swapped cannot be seen without a balance or a count of the money. The sound books
    give few false alarms: three a shop on average, of some three hundred lines.
    """
    missing = found = false_alarms = 0
    for name in PROFILES:
        shop = make_shop(name, "contoh")
        problems = {(problem.line, problem.code) for problem in find_errors(shop.spoiled_cash)}
        for fault in shop.faults:
            if fault.kind in {"duplikat", "prive_jadi_beban", "pinjaman_jadi_penjualan"}:
                assert (fault.line, fault.kind) in problems, (name, fault)
            if fault.kind == "digit_hilang":
                missing += 1
                found += (fault.line, "angka_kurang") in problems
        sound = [problem.code for problem in find_errors(shop.books.cash)]
        false_alarms += sound.count("angka_kurang") + sound.count("angka_lebih")
        assert not {"duplikat", "kas_minus", "saldo_salah", "prive_jadi_beban"} & set(sound)
    assert 2 * found >= missing > 0
    assert false_alarms <= 3 * len(PROFILES)


def test_finds_all_kinds_in_one_book() -> None:
    """A book with five errors put in by hand gives these five, by line."""
    book = [
        CashLine(DAY, "setor modal", 1_000_000, 0),
        *(CashLine(DAY + timedelta(days=i), "upah", 0, 45_000) for i in range(5)),
        CashLine(DAY + timedelta(days=6), "upah", 0, 4_500),  # 7: a digit missing
        CashLine(DAY + timedelta(days=4), "upah", 0, 45_000),  # 8: written twice
        CashLine(DAY + timedelta(days=7), "arisan", 0, 50_000, category="Biaya"),  # 9
        CashLine(DAY + timedelta(days=7), "cair KUR", 500_000, 0, category="Penjualan"),  # 10
        CashLine(DAY + timedelta(days=8), "beli bahan", 0, 9_000_000),  # 11: more than there was
    ]
    assert [(problem.line, problem.code) for problem in find_errors(book)] == [
        (7, "angka_kurang"),
        (8, "duplikat"),
        (9, "prive_jadi_beban"),
        (10, "pinjaman_jadi_penjualan"),
        (11, "kas_minus"),
    ]
