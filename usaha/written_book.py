"""A cash book typed line by line as one writes it in an exercise book: ``2/11 masuk jual tunai 150.000``."""

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from usaha.cash_book import CashLine, LineProblem
from usaha.cash_words import Side, kind_of
from usaha.dates import parse_date
from usaha.language import _, language
from usaha.money import format_rupiah, read_number

MOST_LINES: Final = 500
_LONGEST: Final = 200  # letters of one line
_MOST: Final = 10**12  # rupiah of one line
_MONTH: Final = (
    "jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|agt|ags|sep(?:t|tember)?"
    "|okt(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?"
)
_ENGLISH_MONTH: Final = "january|february|march|may|june|july|august|aug|october|oct|december|dec"
_SIDES: Final[dict[str, Side]] = {
    "masuk": "masuk",
    "in": "masuk",
    "+": "masuk",
    "keluar": "keluar",
    "out": "keluar",
    "-": "keluar",
    "\u2212": "keluar",
}
_SCALE: Final = "miliar|juta|jt|ribu|rb|k|thousand|million|billion"
_AMOUNT: Final = re.compile(
    r"([+\u2212-])? ?((?:rp\.? ?)?(?:\d[\d.,]* ?(?:juta|jt) )?"
    rf"\d[\d.,]* ?(?:{_SCALE})?(?:,-+)?)$",
    re.IGNORECASE,
)


class _Unclear(Exception):
    """A line that cannot be used; ``str(error)`` says what to do."""


class _Grammar(NamedTuple):
    """What a day at the start of a line looks like, and whether money came in or went out."""

    dated: re.Pattern[str]
    side: re.Pattern[str]


@cache
def _grammar(spoken: str) -> _Grammar:
    """Give the words of a language; who writes English here still writes some of them as people do."""
    sides, months = "masuk|keluar", _MONTH
    if spoken == "en":
        sides, months = f"{sides}|in|out", f"{months}|{_ENGLISH_MONTH}"
    dated = (
        r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})\b"
        r"|(?P<day>\d{1,2}) ?(?P<mark>[/-]) ?(?P<month>\d{1,2})"
        r"(?: ?(?P=mark) ?(?P<year>\d{4}|\d{2}))?\b"
        rf"|(?P<named_day>\d{{1,2}}) (?P<name>{months})\b\.?(?: (?P<named_year>\d{{4}}))?\b"
        rf"|(?:tgl\.? ?)?(?P<only_day>\d{{1,2}})(?= (?:{sides})\b)"
    )
    return _Grammar(re.compile(dated, re.IGNORECASE), re.compile(rf"({sides})\b", re.IGNORECASE))


def read_written_book(
    text: str, month: date
) -> tuple[tuple[CashLine, ...], tuple[LineProblem, ...]]:
    r"""Read a book of lines: a day, ``masuk`` or ``keluar``, what for, and the amount at the end.

    A line without a day belongs to the day above it. Without ``masuk`` or ``keluar`` the words
    decide where they can mean one of the two only. ``+`` and ``-`` before the amount do as well.

    Args:
        text: what the owner typed, a line for each time that money moved.
        month: any day of the month that a line means whose date has no month or year.

    Returns:
        ``(lines, problems)``, the lines numbered as they stand in the text; a line that cannot be
        read is left out and has a sentence that says what to do.

    Example:
        >>> lines, problems = read_written_book(
        ...     "2/11 masuk jual tunai 150.000\nbeli melinjo 90rb\n3/11 bayar utang 20.000",
        ...     date(2026, 11, 1),
        ... )
        >>> [(str(line.day), line.words, line.money_in, line.money_out) for line in lines]
        [('2026-11-02', 'jual tunai', 150000, 0), ('2026-11-02', 'beli melinjo', 0, 90000)]
        >>> problems[0].message  # doctest: +ELLIPSIS
        'Baris 3: belum jelas uangnya masuk atau keluar. Tulis misalnya "3/11 keluar bayar utang ...
    """
    rows = text.splitlines()
    lines: list[CashLine] = []
    problems: list[LineProblem] = []
    day: date | None = None
    for number, row in enumerate(rows[:MOST_LINES], start=1):
        written = " ".join(row.split())
        if not written:
            continue
        try:
            dated = _grammar(language()).dated.match(written)
            if dated:
                day = None  # a day that cannot be read is not the day above it
                day = _day(dated, month)
            lines.append(_line(written, dated.end() if dated else 0, day, number))
        except _Unclear as error:
            message = _(
                "Baris {number}: {problem} Baris ini belum dihitung.", number=number, problem=error
            )
            problems.append(LineProblem(number, message, "belum_terbaca"))
    if len(rows) > MOST_LINES:
        message = _(
            "Hanya {most} baris pertama yang dihitung. Bagilah bukunya per bulan.", most=MOST_LINES
        )
        problems.append(LineProblem(0, message, "terlalu_panjang"))
    return tuple(lines), tuple(problems)


def _day(match: re.Match[str], month: date) -> date:
    """Read the day at the start of a line; what it leaves out is that of the month."""
    parts = match.groupdict()
    name = parts["name"] or parts["month"] or str(month.month)
    year = parts["year"] or parts["named_year"] or str(month.year)
    number = parts["day"] or parts["named_day"] or parts["only_day"]
    text = parts["iso"] or f"{number} {name} {year if len(year) == 4 else f'20{year}'}"
    found = parse_date(text if parts["iso"] or parts["name"] else text.replace(" ", "/"))
    if found is None:
        raise _Unclear(
            _(
                'tanggal "{day}" tidak ada. Tulis hari lalu bulan, seperti 2/11.',
                day=match[0].strip(),
            )
        )
    return found


def _line(written: str, start: int, day: date | None, number: int) -> CashLine:
    rest = written[start:].lstrip(" .,:;")
    if len(written) > _LONGEST:
        raise _Unclear(_("terlalu panjang. Tulis satu kejadian saja, dengan singkat."))
    if day is None:
        raise _Unclear(_('tanggalnya belum ada. Tulis misalnya "2/11 {rest}".', rest=rest[:40]))
    match = _AMOUNT.search(rest)
    if match is None:
        raise _Unclear(_("jumlah uangnya belum ada. Tulis di akhir baris, seperti 150.000."))
    words, amount = rest[: match.start()].strip(" =:,;"), _amount(match[2])
    named = _grammar(language()).side.match(words)
    if named:
        words = words[named.end() :].lstrip(" .,:;")
    side = _side(words, {named[1].lower() if named else "", match[1] or ""} - {""})
    if side is None:
        example = f"{written[:start].strip()} {_('keluar')} {rest}".strip()[:60]
        raise _Unclear(
            _('belum jelas uangnya masuk atau keluar. Tulis misalnya "{example}".', example=example)
        )
    money = (amount, 0) if side == "masuk" else (0, amount)
    return CashLine(day, words, *money, line=number, spoken=language())


def _amount(text: str) -> int:
    value, problems = read_number(text)
    if value is None:
        raise _Unclear(problems[0])
    if value <= 0 or value != int(value):
        raise _Unclear(_("jumlah uangnya harus lebih dari nol, tanpa sen."))
    if value > _MOST:
        raise _Unclear(
            _("jumlah uangnya lebih dari {most}. Periksa jumlah nolnya.", most=format_rupiah(_MOST))
        )
    return int(value)


def _side(words: str, marks: set[str]) -> Side | None:
    """Tell whether the money came in or went out; None where that is not clear."""
    sides: set[Side] = {_SIDES[mark] for mark in marks}
    if not marks:
        both: tuple[Side, ...] = ("masuk", "keluar")
        sides = {side for side in both if kind_of(words, side)}
    return sides.pop() if len(sides) == 1 else None
