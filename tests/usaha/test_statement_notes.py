"""Notes to the statements."""

from datetime import date

from usaha.cash_book import CashLine, post_cash_book
from usaha.periods import month_of
from usaha.statement_notes import Business, make_notes
from usaha.statements import make_statements

OCTOBER, NOVEMBER = month_of(date(2026, 10, 1)), month_of(date(2026, 11, 1))
BOOK = [
    CashLine(OCTOBER.first, "setor modal", 1_000, 0),
    CashLine(NOVEMBER.first, "jual tunai", 500, 0),
    CashLine(NOVEMBER.first, "ambil pribadi", 0, 200),
]
MADE = make_statements(post_cash_book(BOOK)[0], [OCTOBER, NOVEMBER])


def test_says_who_and_how() -> None:
    """Name, place, what it makes, and the policies that the owner chose."""
    business = Business("Toko", "Imas", "Menes", "emping", "rata_rata", "saldo_menurun")
    general, policies = make_notes(MADE, business)[:2]
    assert general.paragraphs[0] == (
        "Toko adalah usaha perorangan yang berada di Menes dan bergerak di bidang emping. "
        "Pemiliknya Imas."
    )
    text = " ".join(policies.paragraphs)
    assert "SAK EMKM" in text
    assert "rata-rata tertimbang" in text
    assert "saldo menurun, tanpa nilai sisa" in text


def test_leaves_out_what_is_not_known() -> None:
    """A name alone is enough."""
    assert make_notes(MADE, Business("Toko"))[0].paragraphs[0] == "Toko adalah usaha perorangan."


def test_equity_by_hand() -> None:
    """October 0 + 1.000 = 1.000; November 1.000 + 500 of profit - 200 drawn = 1.300."""
    notes = {note.title: note.table for note in make_notes(MADE, Business("Toko"))}
    equity = notes["Ekuitas"]
    assert equity is not None
    assert {row.key: row.amounts for row in equity.rows} == {
        "awal": (0, 1_000),
        "setoran": (1_000, 0),
        "laba": (0, 500),
        "prive": (0, -200),
        "jumlah": (1_000, 1_300),
    }
    assert "Liabilitas" not in notes


def test_totals_are_those_of_the_statements() -> None:
    """Each note ends with the figure that it explains."""
    notes = {note.title: note.table for note in make_notes(MADE, Business("Toko"))}
    expected = {
        "Kas dan bank": MADE.position.amount("jumlah_kas"),
        "Ekuitas": MADE.position.amount("jumlah_ekuitas"),
        "Pendapatan": MADE.income.amount("jumlah_pendapatan"),
    }
    assert {t: table.amount("jumlah") for t, table in notes.items() if table} == expected
