"""A cash book in English words: understood on an English page, and nothing else changes there."""

from __future__ import annotations

from datetime import date

import pytest

from usaha.cash_book import CashLine, post_cash_book
from usaha.cash_words import KINDS, Side, kind_of, wallet_of
from usaha.english_cash_words import ENGLISH
from usaha.language import speaking
from usaha.shops import PROFILES, make_shop
from usaha.written_book import read_written_book

SAID: dict[Side, dict[str, str]] = {
    "masuk": {
        "Opening balance": "saldo_awal",
        "cash from the bank": "tarik_tunai",
        "withdrawal from Shopee": "cair_lokapasar",
        "sale Tokopedia fee 17,000": "jual_lokapasar",
        "rest of order, deposit 200,000": "pelunasan_pesanan",
        "Bu Ani paid her debt": "terima_piutang",
        "sold on credit to Bu Ani": "jual_tempo",
        "loan from the bank": "pinjaman",
        "deposit for a wedding order": "uang_muka",
        "my own money": "setor_modal",
        "refund of the supplier": "retur_beli",
        "interest": "pendapatan_lain",
        "cash sales, 3 packs": "jual_tunai",
    },
    "keluar": {
        "put into the bank": "setor_bank",
        "for the family": "prive",
        "unpaid wages": "bayar_utang_upah",
        "tax owed, outstanding tax": "bayar_utang_pajak",
        "loan payment, interest 45,000": "angsuran",
        "paid the supplier": "bayar_utang",
        "bought flour on credit": "beli_tempo",
        "returned the deposit": "kembali_uang_muka",
        "discount for Bu Ani": "retur_jual",
        "Shopee fees": "biaya_lokapasar",
        "leaflets": "iklan",
        "paid my helper": "upah",
        "rent of the stall": "sewa",
        "tax": "pajak",
        "electricity": "listrik",
        "bank charges": "beban_lain",
        "loan interest only": "bunga",
        "a second pan": "alat",
        "boxes and labels": "kemasan",
        "courier": "ongkir",
        "goods for resale": "barang_dagang",
        "bought rice and oil": "bahan",
    },
}


@pytest.mark.parametrize(("side", "words"), [(side, each) for side in SAID for each in SAID[side]])
def test_understands(side: Side, words: str) -> None:
    """Every kind there is, in the words of somebody who writes English."""
    with speaking("en"):
        found = kind_of(words, side)
    assert found
    assert found.code == SAID[side][words]


def test_knows_every_kind() -> None:
    """No kind is without English words, and all of them are tried above."""
    assert ENGLISH.keys() == {kind.code for kind in KINDS}
    assert ENGLISH.keys() == {code for said in SAID.values() for code in said.values()}


def test_indonesian_pages_do_not_guess() -> None:
    """There these words mean nothing, as before."""
    assert kind_of("cash takings", "masuk") is None
    assert kind_of("flour", "keluar") is None


def test_the_wallet() -> None:
    """Paid by card is money in the bank."""
    with speaking("en"):
        assert (wallet_of("sales by card"), wallet_of("cash sales")) == (1102, 1101)


@pytest.mark.parametrize("name", PROFILES)
def test_a_book_in_indonesian_is_booked_the_same(name: str) -> None:
    """Whatever the page speaks: a file of hers, and amounts inside its words."""
    lines = make_shop(name, "contoh").books.cash
    entries, _ = post_cash_book(lines)
    with speaking("en"):
        assert post_cash_book(lines)[0] == entries


@pytest.mark.parametrize(
    ("words", "interest"),
    [("angsuran KUR bunga 45.000", 45_000), ("angsuran KUR bunga 1,045 juta", 1_045_000)],
)
def test_amounts_in_the_words_of_a_file(words: str, interest: int) -> None:
    """Written as here: `1,045 juta` is not a billion, whatever the page speaks."""
    with speaking("en"):
        entries, problems = post_cash_book([CashLine(date(2026, 11, 2), words, 0, 3_000_000)])
    loan = 3_000_000 - interest
    assert entries[0].postings == ((2301, loan), (5701, interest), (1101, -3_000_000))
    assert problems == ()


def test_amounts_in_the_words_of_a_typed_line() -> None:
    """As English writes them; what can be read in two ways is asked about, in the page's language."""
    with speaking("en"):
        lines, _ = read_written_book(
            "2/11 out instalment interest 45,000 300,000", date(2026, 11, 1)
        )
        entries, problems = post_cash_book(lines)
        assert entries[0].postings == ((2301, 255_000), (5701, 45_000), (1101, -300_000))
        assert problems == ()
        lines, _ = read_written_book(
            "2/11 out instalment interest 45.000 300,000", date(2026, 11, 1)
        )
        assert "45,000" in post_cash_book(lines)[1][0].message


def test_lines_typed_in_english() -> None:
    """Days, in or out, and amounts; `in` at the start of an Indonesian line is a word like others."""
    month = date(2026, 11, 1)
    book = "2/11 in cash sales 425,000\n8/12 out rent 1 million\n9 in customers 5 thousand"
    with speaking("en"):
        lines, problems = read_written_book(book, month)
    assert [(line.day.day, line.words, line.money_in, line.money_out) for line in lines] == [
        (2, "cash sales", 425_000, 0),
        (8, "rent", 0, 1_000_000),
        (9, "customers", 5_000, 0),
    ]
    assert problems == ()
    lines, _ = read_written_book("2/11 keluar in focus sewa 5.000", month)
    assert lines[0].words == "in focus sewa"
