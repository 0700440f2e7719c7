"""Legal and tariff figures with source and dates, looked up by key and day in one table."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, Literal, cast, get_args

from usaha.dates import format_date
from usaha.language import _
from usaha.money import format_number, format_percent, format_rupiah

Kind = Literal["rate", "amount", "range", "date", "text"]
Value = Decimal | tuple[Decimal, Decimal] | date | str

_KINDS: Final = get_args(Kind)
_CURRENCY: Final = "IDR"
# What readers see of the table's words; whoever reads English also gets to know what a PP is.
_READ: Final = {
    " (HPP)": "",  # the tax law's short name is that of unit cost
    "as amended by": _("dengan perubahan"),
    "art.": _("pasal"),
    "Shopee seller centre": _("pusat penjual Shopee"),
    "Seller centre": _("pusat penjual"),
    "PP": _("PP"),
    "UU": _("UU"),
    "PMK": _("PMK"),
    "PerBPOM": _("PerBPOM"),
    "Permendag": _("Permendag"),
    "Permenko": _("Permenko"),
}


class UnknownRuleError(LookupError):
    """No rule has this key."""


class RuleNotInForceError(LookupError):
    """The rule exists, but not on the day that was asked for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One figure of `rules.csv` for one stretch of time.

    Attributes:
        key: its name, the same for every stretch.
        kind: what `value` is: a rate (share of 1), an amount, a range of rates, a date or a text.
        unit: of the value, in English, such as ``IDR per month``.
        instrument: the law or page that it was read in.
        effective_to: last day in force; None while no end is known.
        status: ``in force``, ``check status`` or ``changes often``.
        confidence: ``source`` where read in the instrument itself, ``secondary`` for the press.
        checked_on: the day somebody last compared it with its source; None if nobody has yet.
    """

    key: str
    kind: Kind
    topic: str
    value: Value
    unit: str
    instrument: str
    effective_from: date
    effective_to: date | None
    status: str
    confidence: str
    checked_on: date | None
    note: str

    @property
    def number(self) -> Decimal:
        """The value of a rate or an amount.

        Raises:
            TypeError: the rule is a range, a date or a text.
        """
        if not isinstance(self.value, Decimal):
            raise TypeError(f"rule {self.key!r} is a {self.kind}, not a number")
        return self.value

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The two ends of a range.

        Raises:
            TypeError: the rule is no range. Nothing makes one number out of a range: a person
                chooses within it, or both ends are shown.
        """
        if not isinstance(self.value, tuple):
            raise TypeError(f"rule {self.key!r} is a {self.kind}, not a range")
        return self.value

    @property
    def certain(self) -> bool:
        """Whether it may be shown without the words "pastikan lagi"."""
        return self.status == "in force" and self.confidence == "source"

    @property
    def instrument_label(self) -> str:
        """The law or page for readers: ``PP 7/2021 pasal 35``; the table keeps it as it was collected."""
        label = self.instrument
        for word, read in _READ.items():
            label = label.replace(word, read)
        return label

    @property
    def checked_label(self) -> str:
        """When it was last checked, for the page that shows it."""
        if self.checked_on is None:
            return _("belum diperiksa")
        return _("diperiksa {day}", day=format_date(self.checked_on))

    @property
    def shown(self) -> str:
        """The value as people read it: ``0,5%``, ``Rp1.250``, ``6,5% sampai 10%``."""
        if isinstance(self.value, tuple):
            low, high = self.value
            return _("{low} sampai {high}", low=format_percent(low), high=format_percent(high))
        if isinstance(self.value, date):
            return format_date(self.value)
        if isinstance(self.value, str):
            return self.value or self.topic  # some texts are the topic itself
        if self.kind == "rate":
            return format_percent(self.value)
        in_money = self.unit.startswith(_CURRENCY)
        return format_rupiah(self.value) if in_money else format_number(self.value)

    @property
    def caution(self) -> str:
        """What must stand beside the figure on a screen; empty where it is certain.

        The words come with every unsure figure, so that no page has to remember to ask.
        """
        if self.certain:
            return ""
        return _(
            "Pastikan lagi: {shown} menurut {instrument} ({checked}).",
            shown=self.shown,
            instrument=self.instrument_label,
            checked=self.checked_label,
        )

    def covers(self, day: date) -> bool:
        """Whether the rule is in force on `day`, first and last day included."""
        return self.effective_from <= day and (
            self.effective_to is None or day <= self.effective_to
        )


def find_rule(key: str, on: date) -> Rule:
    """Look a figure up as it stands on one day.

    Args:
        key: such as ``"pph_final_rate"``.
        on: the day of the case. There is no default: a page or exercise has a date of its own.

    Raises:
        UnknownRuleError: there is no such key; the message names the nearest ones.
        RuleNotInForceError: the day lies before the first or after the last known stretch.

    Example:
        >>> rule = find_rule("pph_final_rate", date(2026, 11, 23))
        >>> rule.number, rule.instrument, rule.certain, rule.checked_label
        (Decimal('0.005'), 'PP 55/2022 as amended by PP 20/2026', False, 'belum diperiksa')
    """
    return select_rule(_by_key().get(key) or all_rules(), key, on)


@cache
def _by_key() -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in all_rules():
        found.setdefault(rule.key, []).append(rule)
    return found


def select_rule(rules: Iterable[Rule], key: str, on: date) -> Rule:
    """Do what `find_rule` does, in any table.

    Raises:
        UnknownRuleError: there is no such key.
        RuleNotInForceError: none of its stretches covers the day.
    """
    known = tuple(rules)
    stretches = [rule for rule in known if rule.key == key]
    if not stretches:
        raise UnknownRuleError(f"no rule {key!r}; known: {', '.join(_similar(known, key))}")
    for rule in stretches:
        if rule.covers(on):
            return rule
    spans = "; ".join(
        f"{rule.effective_from} to {rule.effective_to or 'now'}" for rule in stretches
    )
    raise RuleNotInForceError(f"rule {key!r} is not in force on {on}; it is known for {spans}")


def cautions(rules: Iterable[Rule]) -> tuple[str, ...]:
    """Collect what must be shown beside a result: one sentence for each unsure figure in it.

    Example:
        >>> day = date(2026, 11, 23)
        >>> cautions([find_rule("vat_rate_effective", day), find_rule("kur_rate", day)])
        ('Pastikan lagi: 6% menurut Permenko 1/2026 (belum diperiksa).',)
    """
    return tuple(dict.fromkeys(rule.caution for rule in rules if rule.caution))


@cache
def all_rules() -> tuple[Rule, ...]:
    """Read the table that comes with Lapak.

    Raises:
        ValueError: the table contradicts itself; the message names key and column.
    """
    text = files("usaha").joinpath("rules.csv").read_text(encoding="utf-8")
    return read_rules(text.splitlines())


def read_rules(lines: Iterable[str]) -> tuple[Rule, ...]:
    """Read a table of rules from CSV lines and refuse stretches of one key that overlap.

    Raises:
        ValueError: a cell cannot be read, or two rows of one key cover the same day.
    """
    rules = tuple(_rule(row) for row in csv.DictReader(lines))
    ordered = sorted(rules, key=lambda rule: (rule.key, rule.effective_from))
    for earlier, later in pairwise(ordered):
        if earlier.key == later.key and earlier.covers(later.effective_from):
            raise ValueError(f"rule {later.key!r} has two values on {later.effective_from}")
    return rules


def _rule(row: dict[str, str]) -> Rule:
    try:
        kind = _kind(row["kind"])
        return Rule(
            key=row["key"],
            kind=kind,
            topic=row["topic"],
            value=_value(kind, row["value"]),
            unit=row["unit"],
            instrument=row["instrument"],
            effective_from=date.fromisoformat(row["effective_from"]),
            effective_to=_date(row["effective_to"]),
            status=row["status"],
            confidence=row["confidence"],
            checked_on=_date(row["checked_on"]),
            note=row["note"],
        )
    except (ArithmeticError, ValueError) as error:
        raise ValueError(f"rule {row['key']!r} cannot be read: {error!r}") from error


def _kind(text: str) -> Kind:
    if text not in _KINDS:
        raise ValueError(f"unknown kind {text!r}")
    return cast("Kind", text)


def _value(kind: Kind, text: str) -> Value:
    if kind == "text":
        return text
    if kind == "date":
        return date.fromisoformat(text)
    if kind == "range":
        low, _dash, high = text.partition("-")
        return Decimal(low), Decimal(high)
    return Decimal(text)


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _similar(rules: Iterable[Rule], key: str) -> list[str]:
    """List the keys that share a first word with `key`, or else all of them."""
    keys = sorted({rule.key for rule in rules})
    head = key.split("_", maxsplit=1)[0]
    return [known for known in keys if known.startswith(head)] or keys
