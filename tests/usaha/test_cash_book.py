"""From a cash book to double entry."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.usaha.books import cash_lines
from usaha.cash_book import CashLine, meant_kind, post_cash_book
from usaha.journal import Posting

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("words", "money_in", "money_out", "postings"),
    [
        ("jual tunai", 150, 0, {1101: 150, 4101: -150}),
        ("jual QRIS", 150, 0, {1102: 150, 4101: -150}),
        ("jual tempo", 150, 0, {1201: 150, 4101: -150}),
        ("jual Shopee biaya 17.000 pajak 1.000", 200_000, 0,
         {1103: 182_000, 5602: 17_000, 1401: 1_000, 4101: -200_000}),
        ("cair Shopee", 182_000, 0, {1102: 182_000, 1103: -182_000}),
        ("beli melinjo", 0, 90, {1301: 90, 1101: -90}),
        ("beli melinjo tempo", 0, 90, {1301: 90, 2101: -90}),
        ("beli wajan", 0, 90, {1501: 90, 1101: -90}),
        ("ambil pribadi", 0, 90, {3201: 90, 1101: -90}),
        ("pinjaman KUR", 500, 0, {1101: 500, 2301: -500}),
        ("angsuran KUR bunga 45rb", 0, 545_000, {2301: 500_000, 5701: 45_000, 1101: -545_000}),
        ("DP pesanan", 200, 0, {1101: 200, 2201: -200}),
        ("pelunasan pesanan dp 500.000", 300_000, 0, {1101: 300_000, 2201: 500_000, 4101: -800_000}),
        ("setor tunai ke bank", 0, 70, {1102: 70, 1101: -70}),
        ("tarik tunai ATM", 70, 0, {1101: 70, 1102: -70}),
    ],
)  # fmt: skip
def test_golden_entries(
    words: str, money_in: int, money_out: int, postings: dict[int, int]
) -> None:
    """The entries that DOMAIN.md gives for one line of a cash book each, written out by hand."""
    entries, problems = post_cash_book([CashLine(DAY, words, money_in, money_out)])
    assert problems == ()
    assert dict(entries[0].postings) == postings


@pytest.mark.parametrize(
    ("line", "code", "text"),
    [
        (CashLine(DAY, "titip", 5, 0, line=7), "belum_dikenali", 'Baris 7: "titip" belum dikenali'),
        (CashLine(DAY, " ", 0, 5), "belum_dikenali", "Baris 1: keterangannya kosong"),
        (CashLine(DAY, "jual", 0, 0), "jumlah", "Isi uang masuk atau uang keluar"),
        (CashLine(DAY, "jual", 5, 5), "jumlah", "Pisahkan menjadi dua baris"),
        (CashLine(DAY, "jual", -5, 0), "jumlah", "Hapus tanda minus"),
        (CashLine(DAY, "angsuran KUR", 0, 500), "bagian_angsuran", "bunganya belum ditulis"),
        (CashLine(DAY, "angsuran bunga 900", 0, 500), "bagian_angsuran", "tidak cocok"),
        (CashLine(DAY, "angsuran bunga 1.2345", 0, 500), "bagian_angsuran", "dua cara"),
        (CashLine(DAY, "jual Shopee", 500, 0), "bagian_jual_lokapasar", "misalnya"),
    ],
)
def test_asks_about(line: CashLine, code: str, text: str) -> None:
    """Each thing that is unclear gives one sentence with its line and what to do."""
    _, problems = post_cash_book([line])
    assert [problem.code for problem in problems] == [code]
    assert problems[0].message.startswith(f"Baris {line.line or 1}: ")
    assert text in problems[0].message


def test_the_owners_label_helps() -> None:
    """A label explains words that do not, and a private label wins over the words."""
    labelled = [("Bu Ani", "Upah"), ("beli gula", "Pribadi"), ("beli gula", "Upah")]
    kinds = [meant_kind(words, label, "keluar") for words, label in labelled]
    assert [kind.code for kind in kinds if kind] == ["upah", "prive", "bahan"]


def test_an_opening_balance_is_no_income() -> None:
    """What was there before the book is capital, and no movement of its period."""
    entries, problems = post_cash_book([CashLine(DAY, "Saldo awal", 500, 0)])
    assert problems == ()
    assert entries[0].role == "pembuka"
    assert dict(entries[0].postings) == {1101: 500, 3101: -500}


def _money(postings: tuple[Posting, ...]) -> int:
    return sum(amount for code, amount in postings if code in {1101, 1102})


@given(st.lists(cash_lines(), max_size=30))
def test_books_always_balance(lines: list[CashLine]) -> None:
    """Every usable line becomes one balanced entry that moves just its own money, if any."""
    entries, problems = post_cash_book(lines)
    left_out = {problem.line for problem in problems if problem.code == "jumlah"}
    assert len(entries) + len(left_out) == len(lines)
    for entry in entries:
        line = lines[entry.line - 1]
        assert sum(amount for _, amount in entry.postings) == 0
        assert _money(entry.postings) in {line.money_in - line.money_out, 0}
