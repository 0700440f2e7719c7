"""Where a figure of law or tariff is from: value, source, dates, and what is unsure about it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from usaha.dates import format_date
from usaha.rules import Rule

UNSURE = "Pastikan lagi sebelum dipakai; angkanya dapat Anda ganti di isian."


def rate_line(label: str, rule: Rule, used: str = "") -> str:
    """Say a figure with its source in plain text: `PPh final: 0,5%. Sumber: PP 55/2022 …`.

    Args:
        label: what the figure is, in Indonesian; the table's own topic is English.
        rule: from `usaha.rules.find_rule`.
        used: what she wrote in its place, as it is shown; empty where she kept it.
    """
    words = f"{label}: {rule.shown}. {_source(rule)}"
    if used and used != rule.shown:
        words += f" Anda menggantinya dengan {used}."
    elif not rule.certain:
        words += f" {UNSURE}"
    return words


def source_line(label: str, rule: Rule) -> str:
    """Name the source of a rule that is no single figure, such as what may have a PIRT number."""
    unsure = "" if rule.certain else " Pastikan lagi ke dinas sebelum mengurusnya."
    return f"{label}. {_source(rule)}{unsure}"


def rates_html(lines: Iterable[str], title: str = "Sumber angka aturan") -> str:
    """List rate lines in a section of their own."""
    items = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f'<section class="sumber"><h2>{escape(title)}</h2>{items}</section>'


def _source(rule: Rule) -> str:
    return (
        f"Sumber: {rule.instrument_label}, berlaku sejak {format_date(rule.effective_from)}, "
        f"{rule.checked_label}."
    )
