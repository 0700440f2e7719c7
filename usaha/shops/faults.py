"""Mistakes put into a cash book on purpose, each written down: what real books suffer from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from usaha.cash_book import CashLine
from usaha.draws import Draws
from usaha.money import format_rupiah

FaultKind = Literal[
    "duplikat", "digit_hilang", "digit_tertukar", "prive_jadi_beban", "pinjaman_jadi_penjualan"
]


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake.

    Attributes:
        kind: which of the five.
        line: line of the book with mistakes where it stands.
        right: the line as it should be; None for a line that should not be there.
        text: an Indonesian sentence for the solution.
    """

    kind: FaultKind
    line: int
    right: CashLine | None
    text: str


HOW_MANY: Final[dict[FaultKind, int]] = {
    "duplikat": 3,
    "digit_hilang": 3,
    "digit_tertukar": 2,
    "prive_jadi_beban": 4,
    "pinjaman_jadi_penjualan": 1,
}
"""Mistakes in one year's book: as many in every shop, so that all are equally hard to mend."""


def inject(
    book: Sequence[CashLine], draws: Draws
) -> tuple[tuple[CashLine, ...], tuple[Fault, ...]]:
    """Spoil a book in the five ways, no line twice.

    Args:
        book: a right book of a year, as `usaha.shops.books` draws it.
        draws: their stream.

    Returns:
        ``(book with mistakes, mistakes)``: lines are numbered anew and carry no balance, because
        a balance would give the mistakes away.

    Raises:
        ValueError: the book has too few lines of some kind.

    Example:
        >>> from usaha.shops import make_shop
        >>> shop = make_shop("emping", "contoh")
        >>> fault = next(f for f in shop.faults if f.kind == "digit_hilang")
        >>> wrong = shop.spoiled_cash[fault.line - 1]
        >>> (wrong.money_in + wrong.money_out) * 10 == fault.right.money_in + fault.right.money_out
        True
    """
    chosen: dict[int, FaultKind] = {}
    for kind, count in HOW_MANY.items():
        fit = [i for i, line in enumerate(book) if i not in chosen and _FITS[kind](line)]
        if len(fit) < count:
            raise ValueError(f"the book has no {count} lines for {kind}")
        chosen |= dict.fromkeys(draws.some(fit, count), kind)
    return _spoil(book, chosen)


def _spoil(
    book: Sequence[CashLine], chosen: dict[int, FaultKind]
) -> tuple[tuple[CashLine, ...], tuple[Fault, ...]]:
    lines: list[CashLine] = []
    faults: list[Fault] = []
    for index, line in enumerate(book):
        right = replace(line, line=len(lines) + 1, balance=None)
        kind = chosen.get(index)
        if kind is None:
            lines.append(right)
        elif kind == "duplikat":
            lines += [right, replace(right, line=right.line + 1)]
            faults.append(Fault(kind, right.line + 1, None, _TEXTS[kind](right)))
        else:
            lines.append(_SPOILED[kind](right))
            faults.append(Fault(kind, right.line, right, _TEXTS[kind](right)))
    return tuple(lines), tuple(faults)


def _amount(line: CashLine) -> int:
    return line.money_in or line.money_out


def _with_amount(line: CashLine, amount: int) -> CashLine:
    if line.money_in:
        return replace(line, money_in=amount)
    return replace(line, money_out=amount)


def _swapped(amount: int) -> int:
    """Swap the first two digits: 450.000 becomes 540.000."""
    digits = str(amount)
    return int(digits[1] + digits[0] + digits[2:])


def _is_round(line: CashLine) -> bool:
    return line.category in ("Penjualan", "Bahan", "Upah") and "dp" not in line.words.split()


_FITS: Final[dict[FaultKind, Callable[[CashLine], bool]]] = {
    "pinjaman_jadi_penjualan": lambda line: line.category == "Pinjaman",
    "prive_jadi_beban": lambda line: line.category == "Pribadi" and "dapur" in line.words,
    "duplikat": lambda line: line.category in ("Bahan", "Upah"),
    "digit_hilang": lambda line: _is_round(line) and _amount(line) >= 100_000 and _amount(line) % 5_000 == 0,
    "digit_tertukar": lambda line: (
        _is_round(line) and len(str(_amount(line))) >= 6 and _swapped(_amount(line)) != _amount(line)
        and str(_amount(line))[1] != "0"
    ),
}  # fmt: skip
_SPOILED: Final[dict[FaultKind, Callable[[CashLine], CashLine]]] = {
    "digit_hilang": lambda line: _with_amount(line, _amount(line) // 10),
    "digit_tertukar": lambda line: _with_amount(line, _swapped(_amount(line))),
    "prive_jadi_beban": lambda line: replace(line, words="belanja", category="Biaya"),
    "pinjaman_jadi_penjualan": lambda line: replace(
        line, words="terima dari koperasi", category="Penjualan"
    ),
}
_TEXTS: Final[dict[FaultKind, Callable[[CashLine], str]]] = {
    "duplikat": lambda line: f"{line.words} {format_rupiah(_amount(line))} tertulis dua kali.",
    "digit_hilang": lambda line: (
        f"Satu angka nol hilang: seharusnya {format_rupiah(_amount(line))}."
    ),
    "digit_tertukar": lambda line: (
        f"Dua angka tertukar: seharusnya {format_rupiah(_amount(line))}."
    ),
    "prive_jadi_beban": lambda _: (
        "Uang untuk dapur adalah ambilan pribadi (prive), bukan biaya usaha."
    ),
    "pinjaman_jadi_penjualan": lambda _: (
        "Pinjaman harus dikembalikan, jadi utang, bukan penjualan."
    ),
}
