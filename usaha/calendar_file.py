"""Days to remember as a calendar file that every phone can open (RFC 5545)."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from usaha.language import _
from usaha.tax_calendar import Duty

_LONGEST: Final = 75  # octets a line may have
_REMINDER: Final = "-P3D"  # three days before


def calendar_file(duties: Iterable[Duty], on: date) -> str:
    """Write duties as all-day events, each with a reminder three days before.

    Source: RFC 5545. The same duty keeps its identity in a later file, so that a phone changes the
    old entry and does not make a second one.

    Args:
        duties: what to remember.
        on: the day on which the file is made.

    Returns:
        Text with the line ends that the standard asks for.

    Example:
        >>> from usaha.tax_calendar import permit_duties
        >>> text = calendar_file(permit_duties(date(2026, 7, 1), sells_food=True), date(2026, 7, 1))
        >>> [line for line in text.splitlines() if line.startswith(("DTSTART", "SUMMARY"))]
        ['DTSTART;VALUE=DATE:20261017', 'SUMMARY:Miliki sertifikat halal untuk makanan dan minuman.']
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:" + _("-//Lapak//Kalender Pajak//ID"),
    ]
    for duty in duties:
        lines += _event(duty, on)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(duty: Duty, on: date) -> list[str]:
    rule = duty.rule
    source = _("Menurut {instrument}.", instrument=rule.instrument_label)
    if not rule.certain:
        source = _(
            "Menurut {instrument}, {checked}. Pastikan lagi.",
            instrument=rule.instrument_label,
            checked=rule.checked_label,
        )
    return [
        "BEGIN:VEVENT",
        f"UID:{rule.key}-{duty.day:%Y%m%d}@lapak",
        f"DTSTAMP:{on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{duty.day:%Y%m%d}",
        f"SUMMARY:{_escaped(duty.what)}",
        f"DESCRIPTION:{_escaped(source)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(duty.what)}",
        f"TRIGGER:{_REMINDER}",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a long line; what goes on starts with a space. Letters of several octets stay whole."""
    parts, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST:
            parts.append(" ")
            length = 1
        parts[-1] += character
        length += size
    return "\r\n".join(parts)
