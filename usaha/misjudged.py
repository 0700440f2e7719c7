"""Lines that stand in the wrong place: a private draw as expense, a loan as sales."""

import re
from collections.abc import Iterable
from statistics import median
from typing import Final, Literal, NamedTuple

from usaha.accounts import LOANS, MARKETPLACE_FEES, MONEY, SALES, account
from usaha.book_errors import (
    find_duplicates,
    find_negative_cash,
    find_odd_amounts,
    find_wrong_balances,
    numbered,
)
from usaha.cash_book import CashLine, LineProblem, meant_kind
from usaha.cash_words import Side, kind_of, plain_words
from usaha.journal import Entry
from usaha.money import format_rupiah

Place = Literal["penjualan", "beban"]


class _Mistake(NamedTuple):
    """A kind of line that people put where it does not belong, and what to tell them."""

    code: str
    advice: str


_MISTAKES: Final[dict[tuple[str, Place], _Mistake]] = {
    ("prive", "beban"): _Mistake(
        "prive_jadi_beban",
        "untuk keperluan pribadi, tetapi dicatat sebagai beban. Pindahkan ke prive.",
    ),
    ("alat", "beban"): _Mistake(
        "alat_jadi_beban",
        "alat yang tahan lama, tetapi dicatat sebagai beban. Pindahkan ke peralatan.",
    ),
    ("angsuran", "beban"): _Mistake(
        "pokok_jadi_beban",
        "angsuran, tetapi semuanya dicatat sebagai beban. Pisahkan pokok utang dari bunganya.",
    ),
    ("pinjaman", "penjualan"): _Mistake(
        "pinjaman_jadi_penjualan",
        "uang pinjaman, tetapi dicatat sebagai penjualan. Pindahkan ke utang.",
    ),
    ("uang_muka", "penjualan"): _Mistake(
        "uang_muka_jadi_penjualan",
        "uang muka untuk barang yang belum diserahkan, tetapi dicatat sebagai penjualan. "
        "Pindahkan ke uang muka pelanggan.",
    ),
    ("setor_modal", "penjualan"): _Mistake(
        "modal_jadi_penjualan",
        "uang pemilik sendiri, tetapi dicatat sebagai penjualan. Pindahkan ke modal.",
    ),
    ("cair_lokapasar", "penjualan"): _Mistake(
        "pencairan_jadi_penjualan",
        "pencairan saldo, tetapi dicatat sebagai penjualan. Catat penjualan bruto waktu pesanan "
        "selesai; pencairan hanya memindahkan uang.",
    ),
}  # fmt: skip
_LABELS: Final[tuple[tuple[Place, re.Pattern[str]], ...]] = (
    ("penjualan", re.compile(r"\b(?:penjualan|omzet|omset|pemasukan usaha|jualan)\b")),
    ("beban", re.compile(r"\b(?:beban|biaya|operasional|pengeluaran usaha)\b")),
)
# A buyer may pay through a bank, so that a bank's name tells something only where it is the payer.
_LENDERS: Final = re.compile(r"\b(?:koperasi|mekaar|pnm|pegadaian|bmt|kur|rentenir)\b")
_BANKS: Final = re.compile(r"\b(?:bri|bni|bsi|bank|bpr)\b")
_VAGUE: Final = re.compile(
    r"(?:belanja|beli|bayar|keperluan|kebutuhan|uang keluar|ambil(?: uang)?|pengeluaran|lain lain)?"
)
_ROUND: Final = 500_000


def find_errors(lines: Iterable[CashLine], opening: int = 0) -> tuple[LineProblem, ...]:
    """Look a cash book through for the errors that real books have.

    Args:
        lines: the book, in its own order.
        opening: cash and bank before its first line, whole rupiah.

    Returns:
        What to look at, by line. Each is a question to the owner: nothing is changed.

    Example:
        >>> from datetime import date
        >>> line = CashLine(date(2026, 11, 2), "uang sekolah anak", 0, 50_000, category="Biaya")
        >>> [problem.code for problem in find_errors([line], opening=100_000)]
        ['prive_jadi_beban']
    """
    book = tuple(lines)
    return tuple(
        sorted(
            (
                *find_duplicates(book),
                *find_odd_amounts(book),
                *find_wrong_balances(book),
                *find_negative_cash(book, opening),
                *find_mislabelled(book),
                *find_doubtful_sales(book),
                *find_vague_expenses(book),
            )
        )
    )


def find_mislabelled(lines: Iterable[CashLine]) -> tuple[LineProblem, ...]:
    """Find lines whose label (sale, expense) contradicts their own words.

    Example:
        >>> from datetime import date
        >>> line = CashLine(date(2026, 11, 2), "cair KUR", 5_000_000, 0, category="Penjualan")
        >>> find_mislabelled([line])[0].message
        'Baris 1: "cair KUR" adalah uang pinjaman, tetapi dicatat sebagai penjualan. Pindahkan ke utang.'
    """
    problems = []
    for number, line in numbered(lines):
        label = line.category.lower()
        side: Side = "masuk" if line.money_in else "keluar"
        for place, pattern in _LABELS:
            if label and pattern.search(label):
                problems += _mistaken(number, line.words, side, place)
    return tuple(problems)


def find_misposted(entries: Iterable[Entry]) -> tuple[LineProblem, ...]:
    """Find journal entries whose accounts contradict their own words.

    Args:
        entries: written by a person or a learner; those without a line are counted.

    Example:
        >>> from datetime import date
        >>> from usaha.journal import entry
        >>> day = date(2026, 11, 2)
        >>> draw = entry(day, "belanja dapur", debit={5901: 50_000}, credit={1101: 50_000})
        >>> find_misposted([draw])[0].code
        'prive_jadi_beban'
    """
    problems = []
    for count, entry in enumerate(entries, start=1):
        number = entry.line or count
        debits = {code for code, amount in entry.postings if amount > 0}
        credits_ = {code for code, amount in entry.postings if amount < 0}
        # Interest may stand beside the principal; an instalment without principal is the mistake.
        if LOANS not in debits and any(account(code).group == "beban" for code in debits):
            problems += _mistaken(number, entry.words, "keluar", "beban")
        if SALES in credits_ and debits & {*MONEY, MARKETPLACE_FEES}:
            problems += _mistaken(number, entry.words, "masuk", "penjualan")
    return tuple(problems)


def find_doubtful_sales(lines: Iterable[CashLine]) -> tuple[LineProblem, ...]:
    """Find sales that look like a loan: from a lender, or large, round and unlike all others.

    Large means ten times the median of at least five sales, in steps of Rp500.000.

    Example:
        >>> from datetime import date
        >>> line = CashLine(date(2026, 11, 2), "jual", 5_000_000, 0, party="Koperasi Maju")
        >>> find_doubtful_sales([line])[0].code
        'pinjaman_jadi_penjualan'
    """
    sales = [each for each in numbered(lines) if _is_cash_sale(each.line)]
    middle = median(each.amount for each in sales) if len(sales) >= 5 else None
    problems = []
    for number, line in sales:
        large = middle is not None and line.money_in >= 10 * middle
        if _is_from_lender(line) or (large and line.money_in % _ROUND == 0):
            message = (
                f"Baris {number}: {format_rupiah(line.money_in)} dicatat sebagai penjualan. Apakah "
                "ini pinjaman atau setoran modal? Jika ya, tulis begitu di keterangannya."
            )
            problems.append(LineProblem(number, message, "pinjaman_jadi_penjualan"))
    return tuple(problems)


def find_vague_expenses(lines: Iterable[CashLine]) -> tuple[LineProblem, ...]:
    """Find expenses whose words do not say whether they were for the business or the home.

    Example:
        >>> from datetime import date
        >>> line = CashLine(date(2026, 11, 2), "belanja", 0, 50_000, category="Biaya")
        >>> find_vague_expenses([line])[0].message
        'Baris 1: "belanja" Rp50.000 dicatat sebagai beban. Untuk usaha atau untuk rumah? Yang untuk rumah adalah prive.'
    """
    problems = []
    for number, line in numbered(lines):
        label = line.category.lower()
        expense = any(place == "beban" and pattern.search(label) for place, pattern in _LABELS)
        if line.money_out > 0 and expense and _VAGUE.fullmatch(plain_words(line.words)):
            message = (
                f'Baris {number}: "{line.words.strip()}" {format_rupiah(line.money_out)} dicatat '
                "sebagai beban. Untuk usaha atau untuk rumah? Yang untuk rumah adalah prive."
            )
            problems.append(LineProblem(number, message, "prive_jadi_beban"))
    return tuple(problems)


def _is_cash_sale(line: CashLine) -> bool:
    kind = meant_kind(line.words, line.category, "masuk") if line.money_in > 0 else None
    return kind is not None and kind.code == "jual_tunai"


def _is_from_lender(line: CashLine) -> bool:
    payer = line.party.lower()
    return bool(_LENDERS.search(f"{payer} {plain_words(line.words)}") or _BANKS.search(payer))


def _mistaken(number: int, words: str, side: Side, place: Place) -> list[LineProblem]:
    kind = kind_of(words, side)
    mistake = _MISTAKES.get((kind.code, place)) if kind else None
    if mistake is None:
        return []
    shown = " ".join(words.split())[:60]
    return [LineProblem(number, f'Baris {number}: "{shown}" adalah {mistake.advice}', mistake.code)]
