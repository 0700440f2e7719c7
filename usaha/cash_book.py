"""From a shopkeeper's cash book of one column of words to double entry."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from usaha.accounts import OTHER_EXPENSES, OTHER_INCOME
from usaha.cash_words import Kind, Part, Side, kind_of, wallet_of
from usaha.journal import Entry, Posting, Role
from usaha.language import SOURCE, _, language, speaking
from usaha.money import read_number

_AMOUNT: Final = r"\s*(?:rp\.?)?\s*(\d[\d.,]*\s*(?:rb|ribu|k|jt|juta)?)\b"


@dataclass(frozen=True, slots=True)
class CashLine:
    """One line of a cash book as its owner wrote it; amounts in whole rupiah.

    Attributes:
        day: when the money moved.
        words: what for, in the owner's words: ``jual tunai``, ``ambil pribadi``.
        money_in: what came in, 0 if nothing.
        money_out: what went out, 0 if nothing.
        party: who paid or was paid; empty where not written.
        line: line number in her book or file, for messages to her; from 1. A 0 is counted on.
        category: the label that she or her app gave (``Penjualan``, ``Biaya``); empty without one.
        balance: the balance that she wrote beside it; None without one.
        spoken: the language that numbers inside the words are written in: that of a file, or of the page.

    Example:
        >>> CashLine(date(2026, 11, 2), "jual tunai", 150_000, 0, line=1).money_in
        150000
    """

    day: date
    words: str
    money_in: int
    money_out: int
    party: str = ""
    line: int = 0
    category: str = ""
    balance: int | None = None
    spoken: str = SOURCE


class LineProblem(NamedTuple):
    """Something to look at: the line of the person's own file and a sentence for people.

    Attributes:
        line: line number in her file; 0 if the whole file is meant.
        message: what it is and what to do next; begins with ``Baris <line>:`` where there is one.
        code: a short name for programs: ``duplikat``, ``pinjaman_jadi_penjualan``.
    """

    line: int
    message: str
    code: str = ""


class _Plan(NamedTuple):
    """How a line of certain words is posted."""

    kind: Kind | None
    account: int
    wallet: int


def post_cash_book(
    lines: Iterable[CashLine],
) -> tuple[tuple[Entry, ...], tuple[LineProblem, ...]]:
    """Turn a cash book into journal entries.

    A line whose words are not understood is booked as other income or other expense, so that the
    cash still agrees, and reported. A line without a usable amount is reported and left out.

    Source: the entries of DOMAIN.md ("One line of a cash book becomes a journal entry"); cash sale
    D Kas / K Penjualan, private draw D Prive / K Kas, loan D Kas / K Utang bank, and so on.

    Args:
        lines: the book, in its own order.

    Returns:
        ``(entries, problems)``.

    Example:
        >>> day = date(2026, 11, 2)
        >>> entries, problems = post_cash_book(
        ...     [
        ...         CashLine(day, "jual tunai", 150_000, 0),
        ...         CashLine(day, "ambil pribadi", 0, 50_000),
        ...         CashLine(day, "angsuran KUR bunga 10.000", 0, 110_000),
        ...     ]
        ... )
        >>> [entry.postings for entry in entries[:2]]
        [((1101, 150000), (4101, -150000)), ((3201, 50000), (1101, -50000))]
        >>> entries[2].postings
        ((2301, 100000), (5701, 10000), (1101, -110000))
        >>> problems
        ()
    """
    entries: list[Entry] = []
    problems: list[LineProblem] = []
    for count, line in enumerate(lines, start=1):
        number = line.line or count
        money = line.money_in or line.money_out
        if (line.money_in and line.money_out) or money <= 0:
            problems.append(_amount_problem(line, number))
            continue
        side: Side = "masuk" if line.money_in else "keluar"
        plan = _plan(line.words, line.category, side, language())
        debit, credit = plan.wallet, plan.account
        if side == "keluar":
            debit, credit = credit, debit
        postings: tuple[Posting, ...] = ((debit, money), (credit, -money))
        if plan.kind is None:
            problems.append(_unknown(line, number, side))
        elif plan.kind.parts:
            postings, found = _with_parts(plan.kind, postings, line, number)
            problems += found
        role: Role = "pembuka" if plan.kind and plan.kind.code == "saldo_awal" else "biasa"
        entries.append(Entry(line.day, line.words, postings, number, role))
    return tuple(entries), tuple(problems)


@lru_cache(maxsize=65_536)
def _plan(words: str, category: str, side: Side, _spoken: str) -> _Plan:
    kind = meant_kind(words, category, side)
    if kind is None:
        return _Plan(None, OTHER_INCOME if side == "masuk" else OTHER_EXPENSES, wallet_of(words))
    return _Plan(kind, kind.account, kind.wallet or wallet_of(words))


def meant_kind(words: str, category: str, side: Side) -> Kind | None:
    """Recognise a line by its words; by its label where the words do not tell.

    An owner who labels a line as private knows best, whatever was bought.

    Example:
        >>> meant_kind("beras", "Pribadi", "keluar").code, meant_kind("Bu Ani", "Upah", "keluar").code
        ('prive', 'upah')
    """
    by_label = kind_of(category, side) if category else None
    if by_label is not None and by_label.code == "prive":
        return by_label
    return kind_of(words, side) or by_label


def _with_parts(
    kind: Kind, postings: tuple[Posting, ...], line: CashLine, number: int
) -> tuple[tuple[Posting, ...], list[LineProblem]]:
    """Move the amounts that stand in the words to their own accounts."""
    sums: Counter[int] = Counter()
    for code, amount in postings:
        sums[code] += amount
    money, problems = postings[0][1], []
    for part in kind.parts:
        value, problem = _read_part(part, line, money)
        sums[part.debit] += value
        sums[part.credit] -= value
        if problem:
            message = _("Baris {number}: {problem}", number=number, problem=problem)
            problems.append(LineProblem(number, message, f"bagian_{kind.code}"))
    ordered = sorted(sums.items(), key=lambda item: (item[1] < 0, item[0]))
    return tuple((code, amount) for code, amount in ordered if amount), problems


def _read_part(part: Part, line: CashLine, money: int) -> tuple[int, str]:
    match = re.search(rf"\b{part.pattern}{_AMOUNT}", line.words.lower())
    if match is None:
        return 0, _(part.ask) if part.ask else ""
    written = match[1].strip().rstrip(".,")
    with speaking(line.spoken):
        value, problems = read_number(written)
    if value is None and line.spoken == language():
        return 0, problems[0]
    if value is None or value != int(value) or (value >= money and not part.may_exceed):
        return 0, _(
            'angka "{written}" tidak cocok dengan jumlah uangnya. Periksa keduanya.',
            written=match[0].strip(),
        )
    return int(value), ""


def _amount_problem(line: CashLine, number: int) -> LineProblem:
    if line.money_in and line.money_out:
        message = _("terisi uang masuk dan uang keluar sekaligus. Pisahkan menjadi dua baris.")
    elif line.money_in or line.money_out:
        message = _("jumlahnya kurang dari nol. Hapus tanda minus, lalu pilih masuk atau keluar.")
    else:
        message = _("belum ada jumlah uangnya. Isi uang masuk atau uang keluar.")
    message = _(
        "Baris {number}: {problem} Baris ini belum dihitung.", number=number, problem=message
    )
    return LineProblem(number, message, "jumlah")


def _unknown(line: CashLine, number: int, side: Side) -> LineProblem:
    words = " ".join(line.words.split())[:60]
    what = _('"{words}" belum dikenali', words=words) if words else _("keterangannya kosong")
    place, example = _("Beban lain"), _("beli bahan atau ambil pribadi")
    if side == "masuk":
        place, example = _("Pendapatan lain"), _("jual tunai")
    message = _(
        "Baris {number}: {what}, sementara dicatat sebagai {place}. "
        "Tulis lebih jelas, misalnya {example}.",
        number=number,
        what=what,
        place=place,
        example=example,
    )
    return LineProblem(number, message, "belum_dikenali")
