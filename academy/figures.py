"""Figures of law and tariffs in lessons and exercises: put in from the table of rules, never typed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from nbformat import NotebookNode

from academy.notebooks import BuildError
from usaha.rules import Rule, UnknownRuleError, all_rules, find_rule

CASE_DAY = date(2026, 11, 23)  # the day on which all cases of the curriculum play
MARK = re.compile(r"\[\[(sumber )?([a-z][a-z0-9_]*)\]\]")
# A figure is taken for one of law only where the sentence speaks of such a thing.
TOPICS = re.compile(
    r"\b(pajak|pph|ppn|npwp|kur|qris|upah minimum|um[kp]|bpjs|halal|nib|pirt|usaha mikro|omzet setahun"
    r"|komisi|biaya admin|potongan lokapasar|shopee|tokopedia|tiktok)\b",
    re.IGNORECASE,
)
TOLERANCES = frozenset({"absolute", "relative", "grain"})
ROUND = Decimal("0.05")  # a rate in steps of 5 % may be anybody's margin
LARGE = 10_000_000  # rupiah; up to here an amount may be any shop's


def fill_figures(text: str) -> str:
    """Puts the figures in: `[[kur_rate]]` becomes 6%, `[[sumber kur_rate]]` where it is from.

    A figure that is not sure is followed by its caution at its source.

    Raises:
        BuildError: the table has no such rule.

    >>> fill_figures("Bunga KUR [[kur_rate]] setahun. [[sumber kur_rate]]")
    'Bunga KUR 6% setahun. Sumber: Permenko 1/2026, belum diperiksa. Pastikan lagi sebelum dipakai.'
    """
    return MARK.sub(lambda match: _filled(match[2], source=bool(match[1])), text)


def with_figures(notebook: NotebookNode) -> NotebookNode:
    """Fills the figures of a notebook's prose, in place, and gives it back."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = fill_figures(cell.source)
    return notebook


def _filled(key: str, *, source: bool) -> str:
    try:
        rule = find_rule(key, CASE_DAY)
    except LookupError as error:
        raise BuildError(f"[[{key}]]: {error}") from None
    if not source:
        return rule.shown
    caution = "" if rule.certain else " Pastikan lagi sebelum dipakai."
    return f"Sumber: {rule.instrument_label}, {rule.checked_label}.{caution}"


def unsourced(raw_prose: str) -> Iterator[str]:
    """Names unsure figures that stand in a text without their source."""
    marks = MARK.findall(raw_prose)
    sourced = {key for source, key in marks if source}
    for key in dict.fromkeys(key for source, key in marks if not source):
        if key not in sourced and not _certain(key):
            yield f"[[{key}]] is not sure: put [[sumber {key}]] below it"


def _certain(key: str) -> bool:
    try:
        return find_rule(key, CASE_DAY).certain
    except (UnknownRuleError, LookupError):
        return False


def typed_in_prose(raw_prose: str) -> Iterator[str]:
    """Names figures of the table that were typed into a text which speaks of law or tariffs.

    >>> list(typed_in_prose("Bunga KUR 6% setahun."))
    ['6% is typed: write [[kur_rate]]']
    >>> list(typed_in_prose("Untungnya 6% dari harga."))
    []
    """
    for sentence in re.split(r"(?<=[.!?])\s+|\n\n", raw_prose):
        if not TOPICS.search(sentence):
            continue
        for shown, key in _shown().items():
            if re.search(rf"(?<![\w.,]){re.escape(shown)}(?![\w%]|[.,]\d)", sentence):
                yield f"{shown} is typed: write [[{key}]]"


def typed_in_code(source: str) -> Iterator[str]:
    """Names figures of the table that were typed into code: take them from `usaha.rules`.

    >>> list(typed_in_code("bunga = Decimal('0.0697')"))
    ["'0.0697' is typed: it is tokopedia_commission_default of usaha.rules"]
    """
    tree = ast.parse(source)
    tolerances = {
        id(node)
        for keyword in ast.walk(tree)
        if isinstance(keyword, ast.keyword) and keyword.arg in TOLERANCES
        for node in ast.walk(keyword.value)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in tolerances:
            key = _numbers().get(_number(node.value))
            if key:
                yield f"{node.value!r} is typed: it is {key} of usaha.rules"


def _number(value: object) -> Decimal | None:
    text = str(value).replace("_", "")
    return Decimal(text) if re.fullmatch(r"\d+(\.\d+)?", text) else None


def _distinctive(rule: Rule) -> bool:
    """Whether a number can hardly be anything else: a crooked rate, a large or crooked amount."""
    if rule.kind == "rate":
        return rule.number > 0 and rule.number % ROUND != 0
    return rule.unit.startswith("IDR") and (rule.number > LARGE or rule.number % 1000 != 0)


def _numbers() -> dict[Decimal | None, str]:
    """The distinctive numbers of the table, each with the first rule that has it."""
    found: dict[Decimal | None, str] = {}
    for rule in all_rules():
        if rule.kind in ("rate", "amount") and _distinctive(rule) and rule.covers(CASE_DAY):
            found.setdefault(rule.number, rule.key)
    return found


def _shown() -> dict[str, str]:
    """All figures of the table as they are written, each with the first rule that has it."""
    found: dict[str, str] = {}
    for rule in all_rules():
        written = rule.kind in ("rate", "date") or rule.unit.startswith("IDR")
        if written and rule.covers(CASE_DAY) and any(c.isdigit() for c in rule.shown):
            found.setdefault(rule.shown, rule.key)
    return found
