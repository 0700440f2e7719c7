"""A cash book as people type it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from usaha.written_book import MOST_LINES, read_written_book

NOVEMBER = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("text", "day", "words", "money"),
    [
        ("2/11 masuk jual tunai 150.000", 2, "jual tunai", (150_000, 0)),
        ("2-11-2026: keluar upah Rp 40.000,-", 2, "upah", (0, 40_000)),
        ("2/11/26 beli melinjo 90rb", 2, "beli melinjo", (0, 90_000)),
        ("2026-11-09 jual tunai 2 juta 500 ribu", 9, "jual tunai", (2_500_000, 0)),
        ("5 Nov masuk dp pesanan Rp200.000", 5, "dp pesanan", (200_000, 0)),
        ("5 November 2026 MASUK jual 1,5 juta", 5, "jual", (1_500_000, 0)),
        ("6 masuk jual 3 bungkus 45.000", 6, "jual 3 bungkus", (45_000, 0)),
        ("tgl 6 keluar gas 25k", 6, "gas", (0, 25_000)),
        ("7/11 bayar utang Bu Ani -50.000", 7, "bayar utang Bu Ani", (0, 50_000)),
        ("7/11 bayar utang Bu Ani +50.000", 7, "bayar utang Bu Ani", (50_000, 0)),
        ("8/11 keluar angsuran KUR bunga 45.000 545.000", 8, "angsuran KUR bunga 45.000", (0, 545_000)),
    ],
)  # fmt: skip
def test_a_line_in_many_writings(text: str, day: int, words: str, money: tuple[int, int]) -> None:
    """Day, side, words and amount are found, whatever the order of habits."""
    lines, problems = read_written_book(text, NOVEMBER)
    assert problems == ()
    (line,) = lines
    assert (line.day, line.words) == (date(2026, 11, day), words)
    assert (line.money_in, line.money_out) == money


def test_the_day_above_counts_and_lines_keep_their_number() -> None:
    """An empty line is no line of the book, but it is counted as a line of the text."""
    lines, _ = read_written_book("2/11 masuk jual 5.000\n\n12 bungkus jual 9.000", NOVEMBER)
    assert [(line.line, line.day.day, line.money_in) for line in lines] == [
        (1, 2, 5_000),
        (3, 2, 9_000),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jual tunai 5.000", 'tanggalnya belum ada. Tulis misalnya "2/11 jual tunai 5.000"'),
        ("31/2 masuk jual 5.000", 'tanggal "31/2" tidak ada'),
        ("2/13 masuk jual 5.000", 'tanggal "2/13" tidak ada'),
        ("2/11 masuk jual tunai", "jumlah uangnya belum ada"),
        ("2/11 masuk jual 0", "harus lebih dari nol"),
        ("2/11 masuk jual 0,5", "tanpa sen"),
        ("2/11 masuk jual 1,250.50", "tertukar atau salah tempat"),
        ("2/11 masuk jual 1.25", "dapat dibaca dua cara"),
        ("2/11 masuk jual 1000000000000001", "Periksa jumlah nolnya"),
        ("2/11 bayar utang 20.000", 'Tulis misalnya "2/11 keluar bayar utang 20.000"'),
        ("2/11 masuk retur -5.000", "belum jelas uangnya masuk atau keluar"),
        (f"2/11 masuk {'jual ' * 60}5.000", "terlalu panjang"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(text: str, said: str) -> None:
    """The line is named, left out, and the sentence says so."""
    lines, problems = read_written_book(text, NOVEMBER)
    assert lines == ()
    assert said in problems[0].message
    assert problems[0].message.startswith("Baris 1: ")
    assert problems[0].message.endswith("Baris ini belum dihitung.")


def test_a_day_that_does_not_exist_is_not_the_day_above() -> None:
    """What follows a wrong day waits for a day of its own."""
    lines, problems = read_written_book(
        "2/11 masuk jual 5.000\n31/2 masuk jual 6.000\nmasuk jual 7.000", NOVEMBER
    )
    assert [line.money_in for line in lines] == [5_000]
    assert [problem.line for problem in problems] == [2, 3]


def test_a_very_long_book_is_cut_and_says_so() -> None:
    """Nothing is left out in silence."""
    text = "2/11 masuk jual 5.000\n" * (MOST_LINES + 1)
    lines, problems = read_written_book(text, NOVEMBER)
    assert len(lines) == MOST_LINES
    assert "baris pertama yang dihitung" in problems[-1].message


@given(st.text(max_size=120))
@settings(max_examples=60)
def test_any_text_is_lines_or_sentences(text: str) -> None:
    """Nothing that is typed raises; each line that says something is counted or named."""
    lines, problems = read_written_book(text, NOVEMBER)
    written = sum(bool(row.split()) for row in text.splitlines())
    assert len(lines) + len(problems) == written
