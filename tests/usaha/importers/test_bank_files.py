"""Statements of banks and e-wallets."""

from datetime import date

from usaha.importers.bank_files import read_statement


def _read(text: str) -> tuple[list[tuple[str, int, int]], list[str]]:
    statement, problems = read_statement(text.encode())
    lines = [(str(x.day), x.money_in, x.money_out) for x in statement.lines] if statement else []
    return lines, [str(problem) for problem in problems]


def test_two_columns() -> None:
    """Debit is what went out: it is the bank's word, not the owner's."""
    lines, problems = _read(
        "Account No;Date;Description;Debit;Credit;Balance\n"
        "1;01/11/2026;QRIS;0,00;125.000,00;1.125.000,00\n"
        "1;02/11/2026;Biaya adm;2.500,00;0,00;1.122.500,00\n"
    )
    assert lines == [("2026-11-01", 125_000, 0), ("2026-11-02", 0, 2_500)]
    assert problems == []


def test_one_column_with_a_word() -> None:
    """E-wallets write Uang Masuk or Pembayaran beside the amount; failed payments do not count."""
    lines, _ = _read(
        "Tanggal,Jenis Transaksi,Nominal,Status\n"
        "1 Nov 2026 10:00,Uang masuk,Rp50.000,Berhasil\n"
        "1 Nov 2026 11:00,Pembayaran,Rp20.000,Berhasil\n"
        "1 Nov 2026 12:00,Pembayaran,Rp90.000,Gagal\n"
    )
    assert lines == [("2026-11-01", 50_000, 0), ("2026-11-01", 0, 20_000)]


def test_one_column_with_a_sign_or_a_mark() -> None:
    """Minus, or DB and CR behind the amount."""
    lines, _ = _read(
        'Tanggal,Keterangan,Jumlah\n1/11/2026,a,-5.000\n2/11/2026,b,"7,000.00 CR"\n3/11/2026,c,8.000 DB'
    )
    assert lines == [("2026-11-01", 0, 5_000), ("2026-11-02", 7_000, 0), ("2026-11-03", 0, 8_000)]


def test_summaries_are_not_movements() -> None:
    """What banks write under the table."""
    lines, problems = _read(
        "Tanggal,Keterangan,Jumlah\n1/11/2026,a,5.000\nSaldo Awal,:,1.000\nMutasi Kredit,:,5.000,1"
    )
    assert len(lines) == 1
    assert problems == []


def test_a_missing_line_shows_in_the_balance() -> None:
    """Oldest first or newest first."""
    oldest = ["1/11/2026,a,,5000,5000", "2/11/2026,b,,2000,7000", "4/11/2026,c,1000,,9000"]
    for rows in (oldest, oldest[::-1]):
        _, problems = _read("\n".join(["Tanggal,Keterangan,Debit,Kredit,Saldo", *rows]))
        assert len(problems) == 1
        assert "baris yang hilang" in problems[0]


def test_bad_lines_are_named() -> None:
    """A day, an amount or both that cannot be read; the rest goes on."""
    lines, problems = _read(
        "Tanggal,Keterangan,Debit,Kredit\nkemarin,a,,5000\n2/11/2026,b,,entah\n3/11/2026,c,,\n4/11/2026,d,,9"
    )
    assert lines == [("2026-11-04", 9, 0)]
    assert [problem.split(":")[0] for problem in problems] == ["Baris 2", "Baris 3", "Baris 4"]


def test_the_rest_of_a_line_is_kept() -> None:
    """Words, balance and line number, for the journal and for messages."""
    statement, _ = read_statement(
        b"Tanggal,Keterangan,Debit,Kredit,Saldo\n3/11/2026,QRIS Ani,,5000,9000"
    )
    assert statement is not None
    line = statement.lines[0]
    assert (line.day, line.words, line.balance, line.line) == (
        date(2026, 11, 3),
        "QRIS Ani",
        9_000,
        2,
    )
    assert (statement.money_in, statement.money_out) == (5_000, 0)
