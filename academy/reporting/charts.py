"""Charts of a report as plain numbers: how wide each bar is, where each line begins and ends."""

from __future__ import annotations

from typing import NamedTuple

from academy.reporting.report import Report, Section


class Bar(NamedTuple):
    """The people of one line, as three bars on each other; a width is percent of the widest.

    Attributes:
        label: of the line.
        counts: enrolled, active, finished; None where hidden.
        widths: theirs; 0 where hidden.
    """

    label: str
    counts: tuple[int | None, ...]
    widths: tuple[float, ...]


class Rise(NamedTuple):
    """The gain in one track, from percent to percent."""

    label: str
    before: float
    after: float


def bars(section: Section) -> list[Bar]:
    """Draw the people of a table.

    Example:
        >>> from academy.reporting.report import Row
        >>> bars(Section("kelamin", (Row("P", 20, 15, None), Row("L", 10, 10, 5))))[1].widths
        (50.0, 50.0, 25.0)
    """
    widest = max((row.enrolled or 0 for row in section.rows), default=0) or 1
    found = []
    for row in section.rows:
        counts = (row.enrolled, row.active, row.finished)
        widths = tuple(round(100 * (count or 0) / widest, 1) for count in counts)
        found.append(Bar(row.label, counts, widths))
    return found


def rises(report: Report) -> list[Rise]:
    """Draw the gains of the tracks of which they may be shown."""
    tracks = [section for section in report.sections if section.key == "jalur"]
    return [
        Rise(row.label, round(row.gain.before, 1), round(row.gain.after, 1))
        for section in tracks
        for row in section.rows
        if row.gain
    ]
