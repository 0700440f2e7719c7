"""Where a figure of law or tariff is from: value, source, dates, and what is unsure about it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from usaha.dates import format_date
from usaha.language import _
from usaha.rules import Rule

UNSURE = _("Pastikan lagi sebelum dipakai; angkanya dapat Anda ganti di isian.")
ASK = _("Pastikan lagi ke dinas sebelum mengurusnya.")


def rate_line(label: str, rule: Rule, used: str = "") -> str:
    """Say a figure with its source in plain text: `PPh final: 0,5%. Sumber: PP 55/2022 …`.

    Args:
        label: what the figure is, in words for her; the table's own topic is a note for us.
        rule: from `usaha.rules.find_rule`.
        used: what she wrote in its place, as it is shown; empty where she kept it.
    """
    words = f"{label}: {rule.shown}. {_source(rule)}"
    if used and used != rule.shown:
        words += " " + _("Anda menggantinya dengan {used}.", used=used)
    elif not rule.certain:
        words += f" {UNSURE}"
    return words


def source_line(label: str, rule: Rule) -> str:
    """Name the source of a rule that is no single figure, such as what may have a PIRT number."""
    words = f"{label}. {_source(rule)}"
    return words if rule.certain else f"{words} {ASK}"


def rates_html(lines: Iterable[str], title: str = "") -> str:
    """List rate lines in a section of their own, under "Sumber angka aturan" unless told."""
    items = "".join(f"<p>{escape(line)}</p>" for line in lines)
    heading = escape(title or _("Sumber angka aturan"))
    return f'<section class="sumber"><h2>{heading}</h2>{items}</section>'


def _source(rule: Rule) -> str:
    return _(
        "Sumber: {instrument}, berlaku sejak {day}, {checked}.",
        instrument=rule.instrument_label,
        day=format_date(rule.effective_from),
        checked=rule.checked_label,
    )
