"""The rows of the statements: which accounts each takes and which rows each total adds.

One table for the numbers, the workbook's formulas and the printed page, so that they cannot differ.

Source: the headings and order of the illustrative statements of SAK EMKM (IAI, in force since
1 January 2018): *Laporan Posisi Keuangan* and *Laporan Laba Rugi*. The cash-flow view is no part of
the standard; its three parts are those of PSAK 207 (operating, investing, financing), direct method.
"""

from typing import Final, Literal, NamedTuple

from usaha import accounts
from usaha.language import N_

Source = Literal["awal", "mutasi", "saldo", "kas_masuk", "kas_keluar"]
"""What of an account a row takes: balance before the period (opening entries are always part of it),
movement in it (without closing
entries), balance at its end; or money that came in and went out for its sake."""


class Term(NamedTuple):
    """One account's share in a row: rupiah (debit above zero) times `sign`."""

    source: Source
    code: int
    sign: int


class LayoutRow(NamedTuple):
    """One row of a statement.

    Attributes:
        key: its name for programs.
        label: its Indonesian name, as in documents; a page says `_(label)`.
        kind: ``judul`` has no amount, ``pos`` takes accounts, ``jumlah`` adds rows above it.
        terms: the accounts of a ``pos``.
        adds: the rows of a ``jumlah``: key and sign.

    Example:
        >>> next(row.adds for row in POSITION if row.key == "jumlah_ekuitas")
        (('modal', 1), ('prive', 1), ('saldo_laba', 1))
    """

    key: str
    label: str
    kind: Literal["judul", "pos", "jumlah"]
    terms: tuple[Term, ...] = ()
    adds: tuple[tuple[str, int], ...] = ()


Layout = tuple[LayoutRow, ...]


def _heading(label: str) -> LayoutRow:
    return LayoutRow(label.lower(), label, "judul")


def _item(key: str, source: Source, sign: int, *codes: int, label: str = "") -> LayoutRow:
    terms = tuple(Term(source, code, sign) for code in codes)
    return LayoutRow(key, label or accounts.account(codes[0]).name, "pos", terms)


def _flow(key: str, label: str, *codes: int) -> LayoutRow:
    """Money that came in less money that went out for the sake of some accounts."""
    into = tuple(Term("kas_masuk", code, 1) for code in codes)
    out = tuple(Term("kas_keluar", code, -1) for code in codes)
    return LayoutRow(key, label, "pos", into + out)


def _total(key: str, label: str, *adds: str) -> LayoutRow:
    """Add rows; a ``-`` before a key takes it away."""
    signed = tuple((each.removeprefix("-"), -1 if each.startswith("-") else 1) for each in adds)
    return LayoutRow(key, label, "jumlah", adds=signed)


_EXPENSES: Final = {
    "hpp": accounts.COST_OF_GOODS_SOLD,
    "upah": accounts.WAGES,
    "listrik": accounts.UTILITIES,
    "sewa": accounts.RENT,
    "ongkir": accounts.SHIPPING,
    "iklan": accounts.ADVERTISING,
    "biaya_lokapasar": accounts.MARKETPLACE_FEES,
    "penyusutan": accounts.DEPRECIATION,
    "beban_lain": accounts.OTHER_EXPENSES,
}
_ASSETS: Final = {
    "saldo_lokapasar": accounts.MARKETPLACE,
    "piutang": accounts.RECEIVABLES,
    "bahan_baku": accounts.MATERIALS,
    "barang_jadi": accounts.GOODS,
    "kemasan": accounts.PACKAGING,
    "pajak_dibayar_di_muka": accounts.PREPAID_TAX,
    "peralatan": accounts.EQUIPMENT,
    "akumulasi_penyusutan": accounts.ACCUMULATED_DEPRECIATION,
}
_LIABILITIES: Final = {
    "utang_usaha": accounts.PAYABLES,
    "utang_pajak": accounts.TAX_PAYABLE,
    "uang_muka": accounts.CUSTOMER_DEPOSITS,
    "upah_terutang": accounts.WAGES_PAYABLE,
    "utang_bank": accounts.LOANS,
}
_RESULT: Final = tuple(code for code in accounts.ACCOUNTS if code > accounts.DRAWINGS)

INCOME: Final[Layout] = (
    _heading(N_("PENDAPATAN")),
    _item("penjualan", "mutasi", -1, accounts.SALES),
    _item("retur_diskon", "mutasi", -1, accounts.RETURNS_AND_DISCOUNTS),
    _total("pendapatan_usaha", N_("Pendapatan usaha"), "penjualan", "retur_diskon"),
    _item("pendapatan_lain", "mutasi", -1, accounts.OTHER_INCOME),
    _total("jumlah_pendapatan", N_("JUMLAH PENDAPATAN"), "pendapatan_usaha", "pendapatan_lain"),
    _heading(N_("BEBAN")),
    *(_item(key, "mutasi", 1, code) for key, code in _EXPENSES.items()),
    _total("beban_usaha", N_("Beban usaha"), *_EXPENSES),
    _item("bunga", "mutasi", 1, accounts.INTEREST),
    _total("jumlah_beban", N_("JUMLAH BEBAN"), "beban_usaha", "bunga"),
    _total(
        "laba_sebelum_pajak",
        N_("LABA (RUGI) SEBELUM PAJAK PENGHASILAN"),
        "jumlah_pendapatan",
        "-jumlah_beban",
    ),
    _item(
        "pajak",
        "mutasi",
        1,
        accounts.FINAL_INCOME_TAX,
        label=N_("Beban pajak penghasilan (PPh final)"),
    ),
    _total(
        "laba_bersih", N_("LABA (RUGI) SETELAH PAJAK PENGHASILAN"), "laba_sebelum_pajak", "-pajak"
    ),
)
"""*Laporan laba rugi*; expenses are positive numbers that the totals take away."""

POSITION: Final[Layout] = (
    _heading(N_("ASET")),
    _item("kas", "saldo", 1, accounts.CASH),
    _item("bank", "saldo", 1, accounts.BANK),
    _total("jumlah_kas", N_("Jumlah kas dan setara kas"), "kas", "bank"),
    *(_item(key, "saldo", 1, code) for key, code in _ASSETS.items()),
    _total("jumlah_aset", N_("JUMLAH ASET"), "jumlah_kas", *_ASSETS),
    _heading(N_("LIABILITAS")),
    *(_item(key, "saldo", -1, code) for key, code in _LIABILITIES.items()),
    _total("jumlah_liabilitas", N_("JUMLAH LIABILITAS"), *_LIABILITIES),
    _heading(N_("EKUITAS")),
    _item("modal", "saldo", -1, accounts.CAPITAL),
    _item("prive", "saldo", -1, accounts.DRAWINGS),
    _item(
        "saldo_laba",
        "saldo",
        -1,
        accounts.RETAINED_EARNINGS,
        *_RESULT,
        label=N_("Saldo laba (defisit)"),
    ),
    _total("jumlah_ekuitas", N_("JUMLAH EKUITAS"), "modal", "prive", "saldo_laba"),
    _total(
        "jumlah_liabilitas_ekuitas",
        N_("JUMLAH LIABILITAS DAN EKUITAS"),
        "jumlah_liabilitas",
        "jumlah_ekuitas",
    ),
)
"""*Laporan posisi keuangan*; what takes away from its group (drawings, wear) is below zero."""

_LOANS_IN: Final = (Term("kas_masuk", accounts.LOANS, 1),)
_LOANS_OUT: Final = (Term("kas_keluar", accounts.LOANS, -1),)

CASH_FLOW: Final[Layout] = (
    _heading(N_("KEGIATAN USAHA")),
    _flow(
        "dari_pembeli",
        N_("Diterima dari pembeli"),
        accounts.SALES,
        accounts.RETURNS_AND_DISCOUNTS,
        accounts.MARKETPLACE,
        accounts.RECEIVABLES,
        accounts.CUSTOMER_DEPOSITS,
    ),
    _flow("penerimaan_lain", N_("Penerimaan lain"), accounts.OTHER_INCOME),
    _flow(
        "untuk_barang",
        N_("Dibayar untuk bahan, barang, dan kemasan"),
        *accounts.INVENTORIES,
        accounts.PAYABLES,
        accounts.COST_OF_GOODS_SOLD,
    ),
    _flow("untuk_upah", N_("Dibayar untuk upah"), accounts.WAGES, accounts.WAGES_PAYABLE),
    _flow(
        "untuk_beban",
        N_("Dibayar untuk beban usaha lain"),
        accounts.UTILITIES,
        accounts.RENT,
        accounts.SHIPPING,
        accounts.ADVERTISING,
        accounts.MARKETPLACE_FEES,
        accounts.DEPRECIATION,
        accounts.OTHER_EXPENSES,
    ),
    _flow("untuk_bunga", N_("Dibayar untuk bunga"), accounts.INTEREST),
    _flow(
        "untuk_pajak",
        N_("Dibayar untuk pajak"),
        accounts.FINAL_INCOME_TAX,
        accounts.TAX_PAYABLE,
        accounts.PREPAID_TAX,
    ),
    _total(
        "kas_usaha",
        N_("Kas dari kegiatan usaha"),
        "dari_pembeli",
        "penerimaan_lain",
        "untuk_barang",
        "untuk_upah",
        "untuk_beban",
        "untuk_bunga",
        "untuk_pajak",
    ),
    _heading(N_("INVESTASI")),
    _flow(
        "untuk_alat",
        N_("Dibayar untuk peralatan"),
        accounts.EQUIPMENT,
        accounts.ACCUMULATED_DEPRECIATION,
    ),
    _heading(N_("PENDANAAN")),
    LayoutRow("pinjaman_masuk", N_("Pinjaman diterima"), "pos", _LOANS_IN),
    LayoutRow("pokok_dibayar", N_("Pokok pinjaman dibayar"), "pos", _LOANS_OUT),
    _flow("setoran_modal", N_("Setoran modal"), accounts.CAPITAL, accounts.RETAINED_EARNINGS),
    _flow("ambilan_pribadi", N_("Ambilan pribadi (prive)"), accounts.DRAWINGS),
    _total(
        "kas_pendanaan",
        N_("Kas dari pendanaan"),
        "pinjaman_masuk",
        "pokok_dibayar",
        "setoran_modal",
        "ambilan_pribadi",
    ),
    _total(
        "perubahan_kas", N_("KENAIKAN (PENURUNAN) KAS"), "kas_usaha", "untuk_alat", "kas_pendanaan"
    ),
    _item(
        "kas_awal", "awal", 1, *sorted(accounts.MONEY), label=N_("Kas dan bank pada awal periode")
    ),
    _total("kas_akhir", N_("KAS DAN BANK PADA AKHIR PERIODE"), "perubahan_kas", "kas_awal"),
)
"""The cash-flow view: direct method, money is cash and bank (1101, 1102)."""
