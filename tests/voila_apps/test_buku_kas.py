"""The cash book: typed or uploaded, read line by line, with statements to take home."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest

from tests.voila_apps.reading import DATA, Reader
from usaha.book_report import report_book
from usaha.written_book import read_written_book


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Reader:
    """The cash book, opened once."""
    return Reader(open_tool("buku_kas"))


@pytest.fixture
def book(opened: Reader) -> Reader:
    """The cash book with its example."""
    opened.tool.form.restart()
    return opened


def upload(book: Reader, content: bytes, name: str = "buku.csv") -> None:
    """Put a file into the page, as a browser does."""
    file = {
        "name": name,
        "type": "",
        "size": len(content),
        "content": memoryview(content),
        "last_modified": datetime(2026, 11, 24, tzinfo=UTC),
    }
    book.tool.form["berkas"].value = (file,)


def test_opens_with_a_month_worked_by_hand(book: Reader) -> None:
    """500 + 2.120 - 822 thousand are there; 1.920 - 500 of goods - 152 is the profit."""
    assert book.answer == (
        "Uang usaha Anda menurut buku Rp1.798.000. Cocok dengan yang Anda hitung. "
        "Selama November 2026 Anda untung Rp1.268.000."
    )
    assert "Rp500.000 + Rp2.120.000 − Rp822.000|Rp1.798.000" in book.words
    assert "stok awal Rp150.000 + belanja Rp570.000 − sisa Rp220.000|Rp500.000" in book.words
    assert "Rp1.920.000 − Rp500.000 − Rp152.000|Rp1.268.000" in book.words
    assert "9 November 2026: dp pesanan hajatan|Uang muka pelanggan|+Rp200.000" in book.words
    assert "awas" not in book.tool.answer.value


def test_agrees_with_the_library(book: Reader) -> None:
    """The page shows what `usaha` gives for the same lines."""
    lines, problems = read_written_book(book.names["EXAMPLE"], date(2026, 11, 1))
    assert problems == ()
    report = report_book(lines, 500_000, 150_000, 220_000)
    assert (report.money, report.profit) == (1_798_000, 1_268_000)


def test_charts_show_where_money_came_from_and_went(book: Reader) -> None:
    """Two charts with real text, the largest part first."""
    into, out = [
        [text.text for text in svg if text.tag.endswith("text")] for svg in book.drawings()
    ]
    assert into == ["Penjualan Rp1.920.000", "Uang muka pelanggan Rp200.000"]
    assert out[0] == "Persediaan bahan baku Rp495.000"
    assert "Prive (ambilan pribadi) Rp100.000" in out


def test_her_own_lines(book: Reader) -> None:
    """A loss is called one, private money is no expense, and her name is shown as she wrote it."""
    book.put(
        usaha="<script>Toko</script>",
        bulan="10/2026",
        awal="0",
        catatan="3/10 masuk pinjam KUR 1 juta\n3/10 keluar upah 300rb\nkeluar ambil pribadi 200rb",
        laci="",
        stok_awal="0",
        stok_akhir="0",
    )
    assert "menurut buku Rp500.000." in book.answer
    assert "Selama Oktober 2026 Anda rugi Rp300.000." in book.answer
    assert "Hitung uang di laci" in book.words
    assert "<script" not in book.html
    assert "<script>Toko</script>" in book.words


def test_neither_profit_nor_loss(book: Reader) -> None:
    """Only private money moved."""
    book.put(catatan="3/11 keluar ambil pribadi 5.000", stok_awal="0", stok_akhir="0", laci="")
    assert "tidak untung dan tidak rugi" in book.answer


def test_money_that_does_not_agree_is_explained(book: Reader) -> None:
    """The gap is named, and the line that would close it."""
    book.put(laci="1.618.000")
    assert "kurang Rp180.000 daripada buku" in book.words
    assert "Baris 3: jika Rp180.000 ini tercatat dua kali atau tidak terjadi" in book.words
    book.put(laci="1.800.000")
    assert "lebih Rp2.000 daripada buku" in book.words


def test_lines_that_cannot_be_read_are_named_and_the_others_count(book: Reader) -> None:
    """One bad line does not cost the book."""
    text = "2/11 masuk jual 5.000\n2/11 bayar utang 3.000\n31/2 masuk jual 1"
    book.put(catatan=text, stok_awal="0", stok_akhir="0", awal="0", laci="5.000")
    assert "menurut buku Rp5.000" in book.answer
    assert "Baris 2: belum jelas uangnya masuk atau keluar" in book.words
    assert 'Baris 3: tanggal "31/2" tidak ada' in book.words
    assert "Yang perlu diperiksa: 2" in book.words
    assert book.tool.form["catatan"].value == text


def test_many_problems_are_counted(book: Reader) -> None:
    """The first stand above, all of them below."""
    book.put(catatan="2/11 masuk jual 5.000\n" + "2/11 entah 5.000\n" * 9)
    assert "catatan lagi, di bawah" in book.words
    assert book.words.count("belum jelas uangnya") >= 9


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("catatan", "", "Tulis paling sedikit satu baris"),
        ("catatan", "jual banyak", "Baris 1: tanggalnya belum ada"),
        ("bulan", "kemarin", "Bulan ini belum terbaca"),
        ("awal", "", "masih kosong"),
        ("awal", "-1", "Hapus tanda minusnya"),
        ("awal", "1000000000000000", "terlalu besar"),
        ("awal", "1,250.50", "Titik untuk ribuan"),
        ("laci", "banyak", "bukan angka"),
        ("stok_awal", "x", "bukan angka"),
        ("stok_akhir", "-5", "Hapus tanda minusnya"),
    ],
)
def test_foolish_input_loses_nothing(book: Reader, field: str, text: str, note: str) -> None:
    """The field says what to do, what was typed stays, and so does the last result."""
    book.put(**{field: text})
    assert note in book.notes[field]
    assert "Perbaiki 1 isian dulu" in book.words
    assert "Anda untung Rp1.268.000" in book.words
    assert book.tool.form[field].value == text


def test_more_stock_than_there_ever_was(book: Reader) -> None:
    """The book still counts, and the page says what does not fit."""
    book.put(stok_akhir="900.000")
    assert (
        "Stok yang dihitung Rp900.000, tetapi menurut catatan paling banyak Rp720.000" in book.words
    )
    assert "periksa bahan dan barang di nomor 3" in book.words


def test_a_file_takes_the_place_of_the_lines(book: Reader) -> None:
    """An uploaded book is counted at once; the typed one stays where it is."""
    content = "Tanggal;Catatan;Masuk;Keluar\n5/10/2026;jual tunai;90.000;\n6/10/2026;upah;;20.000"
    upload(book, content.encode())
    book.put(awal="0", laci="", stok_awal="0", stok_akhir="0")
    assert book.answer.startswith("Dari berkas buku.csv: uang usaha Anda menurut buku Rp70.000.")
    assert "Selama Oktober 2026 Anda untung Rp70.000." in book.answer
    book.put(sumber="tulisan")
    assert "Selama November 2026" in book.answer


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7", "PDF, bukan tabel"),
        (b"halo;dunia\n1;2", ""),
        (b"Tanggal;Catatan;Masuk;Keluar\nbesok;jual;9;", "Tanggal"),
        (b"x" * (5 * 1024 * 1024 + 1), "lebih dari 5 MB"),
    ],
)
def test_files_that_are_no_book(book: Reader, content: bytes, note: str) -> None:
    """Each gets a sentence at its field, and the last result stays."""
    upload(book, content)
    assert note in book.notes["berkas"]
    assert "Anda untung Rp1.268.000" in book.words


def test_a_workbook_is_read_too(book: Reader) -> None:
    """An .xlsx of five hundred lines; only some stand on the page, all of them count."""
    made = openpyxl.Workbook()
    made.active.append(["Tanggal", "Keterangan", "Masuk", "Keluar"])
    for number in range(500):
        made.active.append([date(2026, 11, 1 + number % 30), f"jual nota {number}", 1_000, None])
    file = io.BytesIO()
    made.save(file)
    upload(book, file.getvalue(), "buku.xlsx")
    book.put(awal="0", laci="500.000", stok_awal="0", stok_akhir="0")
    assert "menurut buku Rp500.000. Cocok" in book.answer
    assert "Dan 300 baris lagi; semuanya ikut dihitung." in book.words


def test_excel_and_pdf_to_take_home(book: Reader) -> None:
    """Made on demand only; the workbook holds her words as text and the journal's lines."""
    assert DATA.findall(book.html) == []
    book.put(buatkan="ya", usaha="=1+1")
    links = [b64decode(link.partition(",")[2]) for link in DATA.findall(book.html)]
    sheets = openpyxl.load_workbook(io.BytesIO(links[0]))
    words = [row[2].value for row in sheets["Jurnal"].iter_rows(min_row=2)]
    assert "token listrik dan gas" in words
    assert links[1].startswith(b"%PDF-")
    assert re.findall(r'download="([^"]+)"', book.html) == [
        "laporan-1-1-november-2026.xlsx",
        "laporan-1-1-november-2026.pdf",
    ]


def test_names_its_lesson(book: Reader) -> None:
    """The way back to what explains it."""
    assert "/services/belajar/pelajaran/pembukuan/02_buku_kas.html" in book.html
