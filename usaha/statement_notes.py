"""Notes to the statements: who the business is, how it keeps its books, what the totals hold."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from usaha import accounts, inventory
from usaha.accounts import ACCOUNTS
from usaha.depreciation import Method as DepreciationMethod
from usaha.statement_layouts import Layout, LayoutRow, Source, Term
from usaha.statements import Statement, Statements, statement_of

_STOCK: Final[dict[inventory.Method, str]] = {
    "mpkp": "masuk pertama keluar pertama (MPKP)",
    "rata_rata": "rata-rata tertimbang",
}
_WEAR: Final[dict[DepreciationMethod, str]] = {
    "garis_lurus": "garis lurus",
    "saldo_menurun": "saldo menurun",
}
_RESULT: Final = tuple(code for code in ACCOUNTS if code > accounts.DRAWINGS)


@dataclass(frozen=True, slots=True)
class Business:
    """Who the statements are about; what is empty is left out of them.

    Attributes:
        name: of the business.
        owner: of the person who signs.
        place: village or district and regency.
        activity: what it makes or sells.
        stock_method: how stock is valued.
        depreciation_method: how tools are depreciated.
    """

    name: str
    owner: str = ""
    place: str = ""
    activity: str = ""
    stock_method: inventory.Method = "mpkp"
    depreciation_method: DepreciationMethod = "garis_lurus"


class Note(NamedTuple):
    """One note: its number, title and text, and its figures where it has some."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    table: Statement | None


def make_notes(statements: Statements, business: Business) -> tuple[Note, ...]:
    """Write the notes: general, policies, and what each total of the statements holds.

    Source: SAK EMKM (IAI), illustrative *Catatan atas Laporan Keuangan*: 1 Umum, 2 Ikhtisar
    kebijakan akuntansi penting, then one note for each item.

    Args:
        statements: what the notes belong to.
        business: whose statements they are.

    Returns:
        Notes in their order; an item that is zero in every period has none.

    Example:
        >>> from datetime import date
        >>> from usaha.cash_book import CashLine, post_cash_book
        >>> from usaha.periods import month_of
        >>> from usaha.statements import make_statements
        >>> day = date(2026, 11, 2)
        >>> entries, _ = post_cash_book([CashLine(day, "jual tunai", 150_000, 0)])
        >>> notes = make_notes(make_statements(entries, [month_of(day)]), Business("Emping Menes"))
        >>> [note.title for note in notes]
        ['Umum', 'Ikhtisar kebijakan akuntansi', 'Kas dan bank', 'Ekuitas', 'Pendapatan']
    """
    texts: list[tuple[str, tuple[str, ...], Statement | None]] = [
        ("Umum", _general(business), None),
        ("Ikhtisar kebijakan akuntansi", _policies(business), None),
    ]
    for title, layout in _TABLES.items():
        table = statement_of(title, statements, layout)
        if any(any(row.amounts) for row in table.rows):
            texts.append((title, (), table))
    return tuple(Note(number, *text) for number, text in enumerate(texts, start=1))


def _general(business: Business) -> tuple[str, ...]:
    where = f" berada di {business.place}" if business.place else ""
    what = f" bergerak di bidang {business.activity}" if business.activity else ""
    about = " dan".join(part for part in (where, what) if part)
    owner = f" Pemiliknya {business.owner}." if business.owner else ""
    first = f"{business.name} adalah usaha perorangan{' yang' + about if about else ''}.{owner}"
    return (
        first,
        "Laporan ini disusun pemilik dari catatannya sendiri dan belum diperiksa akuntan.",
    )


def _policies(business: Business) -> tuple[str, ...]:
    stock, wear = _STOCK[business.stock_method], _WEAR[business.depreciation_method]
    return (
        "a. Laporan keuangan disusun menurut Standar Akuntansi Keuangan Entitas Mikro, Kecil, dan "
        "Menengah (SAK EMKM).",
        "b. Dasar penyusunan adalah biaya historis dan dasar akrual. Mata uangnya rupiah. Arus kas "
        "disertakan sebagai alat kelola; SAK EMKM tidak mewajibkannya.",
        "c. Piutang usaha disajikan sebesar tagihan.",
        f"d. Persediaan dinilai sebesar biaya perolehan dengan cara {stock}.",
        f"e. Peralatan dicatat sebesar biaya perolehan dan disusutkan dengan cara {wear}, tanpa "
        "nilai sisa.",
        "f. Pendapatan diakui ketika barang diserahkan. Penjualan lokapasar dicatat bruto; biaya "
        "lokapasar dicatat sebagai beban. Beban diakui ketika terjadi.",
        "g. Tenaga pemilik yang tidak dibayar bukan beban. Uang yang diambil pemilik adalah prive.",
        "h. Pajak penghasilan mengikuti ketentuan PPh final yang berlaku pada periodenya.",
    )


def _row(key: str, label: str, source: Source, sign: int, *codes: int) -> LayoutRow:
    return LayoutRow(key, label, "pos", tuple(Term(source, code, sign) for code in codes))


def _detail(source: Source, sign: int, codes: tuple[int, ...], total: str = "Jumlah") -> Layout:
    """List accounts and add them up."""
    rows = tuple(_row(str(code), ACCOUNTS[code].name, source, sign, code) for code in codes)
    adds = tuple((row.key, 1) for row in rows)
    return (*rows, LayoutRow("jumlah", total, "jumlah", adds=adds))


def _group(first: int, last: int) -> tuple[int, ...]:
    return tuple(code for code in ACCOUNTS if first <= code <= last)


_EQUITY: Final[Layout] = (
    _row("awal", "Ekuitas awal periode", "awal", -1, *_group(3000, 5999)),
    _row("setoran", "Setoran modal", "mutasi", -1, *_group(3100, 3199)),
    _row("laba", "Laba (rugi) bersih", "mutasi", -1, *_RESULT),
    _row("prive", "Prive (ambilan pribadi)", "mutasi", -1, accounts.DRAWINGS),
    LayoutRow(
        "jumlah",
        "Ekuitas akhir periode",
        "jumlah",
        adds=(("awal", 1), ("setoran", 1), ("laba", 1), ("prive", 1)),
    ),
)
_TABLES: Final[dict[str, Layout]] = {
    "Kas dan bank": _detail("saldo", 1, (accounts.CASH, accounts.BANK)),
    "Saldo lokapasar dan piutang": _detail(
        "saldo", 1, (accounts.MARKETPLACE, accounts.RECEIVABLES, accounts.PREPAID_TAX)
    ),
    "Persediaan": _detail("saldo", 1, accounts.INVENTORIES),
    "Peralatan": _detail(
        "saldo", 1, (accounts.EQUIPMENT, accounts.ACCUMULATED_DEPRECIATION), "Nilai buku"
    ),
    "Liabilitas": _detail("saldo", -1, _group(2000, 2999)),
    "Ekuitas": _EQUITY,
    "Pendapatan": _detail("mutasi", -1, _group(4000, 4999)),
    "Beban": _detail("mutasi", 1, _group(5000, 5999)),
}
