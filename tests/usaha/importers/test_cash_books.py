"""Cash books of apps, spreadsheets and exercise books."""

from usaha.cash_book import post_cash_book
from usaha.importers.cash_books import read_cash_book


def _read(*rows: str) -> tuple[list[tuple[str, str, int, int]], list[str]]:
    book, problems = read_cash_book("\n".join(rows).encode())
    lines = [(str(x.day), x.words, x.money_in, x.money_out) for x in book.lines] if book else []
    return lines, [str(problem) for problem in problems]


def test_an_app_export_becomes_double_entry() -> None:
    """From a BukuWarung-like file to balanced entries, without a question left."""
    book, problems = read_cash_book(
        b"Laporan Transaksi,,,,\nTanggal,Kategori,Catatan,Pemasukan,Pengeluaran\n"
        b"02/11/2026,Penjualan,jual tunai,150.000,0\n03/11/2026,Pembelian,beli melinjo,0,90.000\n"
    )
    assert book is not None
    assert problems == ()
    entries, doubts = post_cash_book(book.lines)
    assert [sum(amount for _, amount in entry.postings) for entry in entries] == [0, 0]
    assert doubts == ()
    assert [(line.category, line.line) for line in book.lines] == [
        ("Penjualan", 3),
        ("Pembelian", 4),
    ]


def test_debit_is_what_came_in() -> None:
    """In the owner's own book, unlike in the bank's."""
    lines, _ = _read("Tgl;Uraian;Debet;Kredit", "1/11/2026;jual;5.000;", "1/11/2026;beli;;2.000")
    assert lines == [("2026-11-01", "jual", 5_000, 0), ("2026-11-01", "beli", 0, 2_000)]


def test_one_column_with_a_word_or_a_sign() -> None:
    """Jenis says which, or a minus does."""
    lines, _ = _read(
        "Tanggal,Jenis,Keterangan,Jumlah",
        "1/11/2026,Pemasukan,a,5rb",
        "1/11/2026,Pengeluaran,b,2rb",
    )
    assert [(m, k) for _, _, m, k in lines] == [(5_000, 0), (0, 2_000)]
    lines, _ = _read("Tanggal,Keterangan,Jumlah", "1/11/2026,a,5.000", "1/11/2026,b,-2.000")
    assert [(m, k) for _, _, m, k in lines] == [(5_000, 0), (0, 2_000)]


def test_a_day_holds_until_the_next() -> None:
    """Exercise books name a day once; without any day above, a line cannot be placed."""
    lines, problems = _read(
        "Tanggal,Keterangan,Masuk,Keluar", ",a,1000,", "2/11/2026,b,2000,", ",c,3000,"
    )
    assert [(day, words) for day, words, _, _ in lines] == [
        ("2026-11-02", "b"),
        ("2026-11-02", "c"),
    ]
    assert problems[0].startswith("Baris 2: Tanggal kosong")


def test_totals_are_tried_not_counted() -> None:
    """A total that does not agree is told with both figures."""
    rows = ("Tanggal,Keterangan,Masuk,Keluar", "1/11/2026,jual,450.000,", "1/11/2026,beli,,100.000")
    lines, problems = _read(*rows, "Total,,450.000,100.000")
    assert (len(lines), problems) == (2, [])
    _, problems = _read(*rows, "JUMLAH,,405.000,100.000")
    assert len(problems) == 1
    assert "Rp405.000" in problems[0]
    assert "Rp450.000" in problems[0]


def test_a_line_both_ways_is_asked_back() -> None:
    """So are blanks and a minus in a column that has a side already."""
    lines, problems = _read(
        "Tanggal,Keterangan,Masuk,Keluar",
        "1/11/2026,a,1000,500",
        "1/11/2026,b,,",
        "1/11/2026,c,-700,",
    )
    assert lines == []
    assert ["dua-duanya" in problems[0], "kosong" in problems[1], "minus" in problems[2]] == [
        True
    ] * 3


def test_balances_are_tried() -> None:
    """A balance that does not follow is told with what it should be."""
    _, problems = _read(
        "Tanggal,Keterangan,Masuk,Keluar,Saldo", "1/11/2026,a,5000,,5000", "1/11/2026,b,,2000,4000"
    )
    assert len(problems) == 1
    assert "seharusnya Rp3.000" in problems[0]
