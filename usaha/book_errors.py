"""The errors of real cash books: found, never mended in silence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final, NamedTuple

from usaha.accounts import BANK, CASH, MONEY
from usaha.cash_book import CashLine, LineProblem, post_cash_book
from usaha.cash_words import plain_words
from usaha.dates import format_date
from usaha.digit_slips import Slip, digit_slip
from usaha.language import _
from usaha.money import format_rupiah

_SLIPS: Final[dict[Slip, str]] = {
    "angka_tertukar": _("dua angkanya tampak tertukar"),
    "angka_kurang": _("tampaknya kurang satu angka"),
    "angka_lebih": _("tampaknya kelebihan satu angka"),
}
_AROUND: Final = 8  # lines of the same words that one is held against
_ENOUGH: Final = 4  # of them, at least
_ALIKE: Final = 0.7  # share of them that must lie within half and double of their median


class Numbered(NamedTuple):
    """A line with the number that its owner knows it by."""

    number: int
    line: CashLine

    @property
    def amount(self) -> int:
        """What moved, whichever way."""
        return self.line.money_in or self.line.money_out


def numbered(lines: Iterable[CashLine]) -> tuple[Numbered, ...]:
    """Give every line its number: its own, or its place in the book.

    Example:
        >>> from datetime import date
        >>> numbered([CashLine(date(2026, 11, 2), "jual", 9_000, 0)])[0].number
        1
    """
    return tuple(Numbered(line.line or count, line) for count, line in enumerate(lines, start=1))


def find_duplicates(lines: Iterable[CashLine]) -> tuple[LineProblem, ...]:
    """Find lines that say the same as an earlier one: day, words, party and amounts.

    Example:
        >>> from datetime import date
        >>> line = CashLine(date(2026, 11, 2), "Jual tunai", 9_000, 0)
        >>> find_duplicates([line, line])[0].message
        'Baris 2: sama dengan baris 1 (2 November 2026, "Jual tunai", Rp9.000). Jika hanya terjadi sekali, hapus salah satunya.'
    """
    seen: dict[tuple[object, ...], int] = {}
    problems = []
    for number, line in numbered(lines):
        # The whole words count, numbers too: "jual no 3" is not "jual no 4".
        words, party = " ".join(line.words.lower().split()), line.party.strip().lower()
        key = (line.day, words, party, line.money_in, line.money_out)
        first = seen.setdefault(key, number)
        if first != number:
            message = _(
                'Baris {number}: sama dengan baris {first} ({day}, "{words}", {amount}). '
                "Jika hanya terjadi sekali, hapus salah satunya.",
                number=number,
                first=first,
                day=format_date(line.day),
                words=_short(line.words),
                amount=format_rupiah(line.money_in or line.money_out),
            )
            problems.append(LineProblem(number, message, "duplikat"))
    return tuple(problems)


def find_odd_amounts(lines: Iterable[CashLine]) -> tuple[LineProblem, ...]:
    """Find amounts ten times too small or too large beside lines of the same words.

    Each line is held against the eight around it. Only where these agree is there a usual amount:
    four at least, seven tenths of them within half and double of their median.

    Example:
        >>> from datetime import date
        >>> book = [CashLine(date(2026, 11, 2 + i), "upah tumbuk", 0, 45_000) for i in range(5)]
        >>> find_odd_amounts([*book, CashLine(date(2026, 11, 9), "upah tumbuk", 0, 4_500)])[0].message
        'Baris 6: Rp4.500 untuk "upah tumbuk", biasanya sekitar Rp45.000: tampaknya kurang satu angka. Periksa notanya.'
    """
    groups: defaultdict[tuple[str, bool], list[Numbered]] = defaultdict(list)
    for each in numbered(lines):
        if each.amount > 0:
            groups[plain_words(each.line.words), each.line.money_in > 0].append(each)
    problems = [problem for group in groups.values() for problem in _odd_in(group)]
    return tuple(sorted(problems))


def find_wrong_balances(lines: Iterable[CashLine]) -> tuple[LineProblem, ...]:
    """Follow the balance that the owner wrote beside her lines and find where it breaks.

    Example:
        >>> from datetime import date
        >>> day = date(2026, 11, 2)
        >>> book = [
        ...     CashLine(day, "jual tunai", 100_000, 0, balance=100_000),
        ...     CashLine(day, "beli gas", 0, 54_000, balance=55_000),
        ... ]
        >>> find_wrong_balances(book)[0].message
        'Baris 2: menurut saldonya Rp45.000, tertulis Rp54.000: dua angkanya tampak tertukar. Periksa notanya.'
    """
    problems = []
    before: int | None = None
    for number, line in numbered(lines):
        if before is not None and line.balance is not None:
            change = line.balance - before
            if change != line.money_in - line.money_out:
                problems.append(_wrong_balance(number, line, before))
        moved = line.money_in - line.money_out
        before = line.balance if line.balance is not None else before and before + moved
    return tuple(problems)


def find_negative_cash(lines: Iterable[CashLine], opening: int = 0) -> tuple[LineProblem, ...]:
    """Find the first day whose end leaves less than no money: something is missing or wrong.

    Args:
        lines: the book, in any order.
        opening: cash and bank before its first line, whole rupiah.

    Example:
        >>> from datetime import date
        >>> find_negative_cash([CashLine(date(2026, 11, 2), "beli bahan", 0, 50_000)])[0].code
        'kas_minus'
    """
    entries = sorted(post_cash_book(lines)[0], key=lambda entry: entry.day)
    running = opening
    for place, entry in enumerate(entries):
        running += sum(amount for code, amount in entry.postings if code in MONEY)
        day_ends = place + 1 == len(entries) or entries[place + 1].day != entry.day
        if running < 0 and day_ends:
            message = _(
                "Baris {number}: sampai {day} uang keluar lebih banyak {amount} daripada yang ada. "
                "Cari uang masuk, setoran, atau saldo awal yang belum dicatat.",
                number=entry.line,
                day=format_date(entry.day),
                amount=format_rupiah(-running),
            )
            return (LineProblem(entry.line, message, "kas_minus"),)
    return ()


def explain_difference(
    lines: Sequence[CashLine], recorded: int, counted: int
) -> tuple[LineProblem, ...]:
    """Look for the one line that explains why the money in the box is not what the book says.

    Each candidate alone closes the gap: the line was booked twice or never happened, stands on the
    wrong side, or its amount has two digits swapped, one missing or one too many.

    Args:
        lines: the book.
        recorded: the balance by the book, whole rupiah.
        counted: the money that is there, whole rupiah.

    Returns:
        Candidates to look at, in the order of the book; none where the two agree.

    Example:
        >>> from datetime import date
        >>> book = [CashLine(date(2026, 11, 2), "beli gas", 0, 54_000)]
        >>> explain_difference(book, 46_000, 55_000)[0].message
        'Baris 1: jika Rp54.000 seharusnya Rp45.000, selisihnya habis: dua angkanya tampak tertukar. Periksa notanya.'
    """
    gap = counted - recorded
    if not gap:
        return ()
    found = [_explained(number, line, gap) for number, line in numbered(lines)]
    return tuple(problem for problem in found if problem is not None)


def money_by_book(lines: Iterable[CashLine], opening: int = 0) -> int:
    """Give the cash and bank that a book says there is, for `explain_difference`.

    Example:
        >>> from datetime import date
        >>> money_by_book([CashLine(date(2026, 11, 2), "jual tunai", 9_000, 0)], opening=1_000)
        10000
    """
    entries, _problems = post_cash_book(lines)
    return opening + sum(
        amount for entry in entries for code, amount in entry.postings if code in {CASH, BANK}
    )


def _explained(number: int, line: CashLine, gap: int) -> LineProblem | None:
    amount = line.money_in or line.money_out
    sign = 1 if line.money_in else -1
    shown = format_rupiah(amount)
    if -gap == sign * amount:
        message = _(
            "Baris {number}: jika {amount} ini tercatat dua kali atau tidak terjadi, "
            "selisihnya habis. Periksa notanya.",
            number=number,
            amount=shown,
        )
        return LineProblem(number, message, "tercatat_lebih")
    if -gap == 2 * sign * amount:
        message = _(
            "Baris {number}: jika {amount} seharusnya di {place}, selisihnya habis. "
            "Periksa notanya.",
            number=number,
            amount=shown,
            place=_("uang keluar") if line.money_in else _("uang masuk"),
        )
        return LineProblem(number, message, "salah_kolom")
    meant = amount + sign * gap
    if slip := digit_slip(amount, meant):
        message = _(
            "Baris {number}: jika {amount} seharusnya {meant}, selisihnya habis: {slip}. "
            "Periksa notanya.",
            number=number,
            amount=shown,
            meant=format_rupiah(meant),
            slip=_SLIPS[slip],
        )
        return LineProblem(number, message, slip)
    return None


def _short(words: str) -> str:
    return " ".join(words.split())[:60]


def _odd_in(group: Sequence[Numbered]) -> list[LineProblem]:
    problems = []
    for place, (number, line) in enumerate(group):
        amount, usual = group[place].amount, _usual_around(group, place)
        slip: Slip | None = None
        if usual and amount < usual / 4 and _near(amount * 10, usual):
            slip = "angka_kurang"
        if usual and amount > usual * 4 and _near(amount / 10, usual):
            slip = "angka_lebih"
        if slip and usual:
            message = _(
                'Baris {number}: {amount} untuk "{words}", biasanya sekitar {usual}: {slip}. '
                "Periksa notanya.",
                number=number,
                amount=format_rupiah(amount),
                words=_short(line.words),
                usual=format_rupiah(usual),
                slip=_SLIPS[slip],
            )
            problems.append(LineProblem(number, message, slip))
    return problems


def _usual_around(group: Sequence[Numbered], place: int) -> float | None:
    """Give the median of the lines around one, not of the year: business has its seasons."""
    start = max(0, min(place - _AROUND // 2, len(group) - 1 - _AROUND))
    window = range(start, min(start + _AROUND + 1, len(group)))
    around = [group[other].amount for other in window if other != place]
    if len(around) < _ENOUGH:
        return None
    middle = median(around)
    alike = sum(middle / 2 <= amount <= middle * 2 for amount in around)
    return middle if alike >= _ALIKE * len(around) else None


def _near(amount: float, usual: float) -> bool:
    return usual * 0.6 <= amount <= usual / 0.6


def _wrong_balance(number: int, line: CashLine, before: int) -> LineProblem:
    balance, amount = line.balance or 0, line.money_in or line.money_out
    sign = 1 if line.money_in else -1
    meant = sign * (balance - before)
    if slip := digit_slip(amount, meant):
        message = _(
            "Baris {number}: menurut saldonya {right}, tertulis {written}: {slip}. "
            "Periksa notanya.",
            number=number,
            right=format_rupiah(meant),
            written=format_rupiah(amount),
            slip=_SLIPS[slip],
        )
        return LineProblem(number, message, slip)
    expected = before + line.money_in - line.money_out
    message = _(
        "Baris {number}: saldo tertulis {balance}, seharusnya {expected}. "
        "Hitung lagi baris ini, lalu saldo di bawahnya.",
        number=number,
        balance=format_rupiah(balance),
        expected=format_rupiah(expected),
    )
    return LineProblem(number, message, "saldo_salah")
