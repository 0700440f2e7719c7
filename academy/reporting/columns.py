"""The columns of a report's tables: which figure of a line stands in each, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from academy.reporting.report import Row, Section
from academy.reporting.tables import TRACK
from usaha.money import format_number

HIDDEN: Final = "–"
Figure = int | float | None


class Column(NamedTuple):
    """One column.

    Attributes:
        title: in Indonesian.
        figure: takes it from a line; whole people, or one decimal of percent and percentage points.
    """

    title: str
    figure: Callable[[Row], Figure]


def _of_gain(title: str, name: str) -> Column:
    """Make a column of a part of the gain."""
    return Column(title, lambda row: round(getattr(row.gain, name), 1) if row.gain else None)


def _rubric(row: Row) -> Figure:
    return None if row.rubric is None else round(row.rubric, 1)


_ENROLLED: Final = Column("Terdaftar", lambda row: row.enrolled)
_ACTIVE: Final = Column("Aktif", lambda row: row.active)
_BEGUN: Final = Column("Mulai", lambda row: row.active)
_FINISHED: Final = Column("Selesai", lambda row: row.finished)
_PAIRED: Final = Column("Ikut kedua uji", lambda row: row.paired)
_TESTS: Final = (_of_gain("Uji awal (%)", "before"), _of_gain("Uji akhir (%)", "after"))
_GAIN: Final = (
    _of_gain("Kenaikan (poin persen)", "points"),
    _of_gain("95%: dari", "low"),
    _of_gain("95%: sampai", "high"),
)
_RUBRIC: Final = (
    Column("Dinilai pendamping", lambda row: row.judged),
    Column("Nilai rubrik (%)", _rubric),
)
PEOPLE: Final = (_ENROLLED, _ACTIVE, _FINISHED, _PAIRED, *_GAIN, *_RUBRIC)
TRACKS: Final = (_BEGUN, _FINISHED, _PAIRED, *_TESTS, *_GAIN)


def columns_of(section: Section) -> tuple[Column, ...]:
    """Give the columns of a table."""
    return TRACKS if section.key == TRACK else PEOPLE


def written(figure: Figure, language: str = "id") -> str:
    """Write a figure: people grouped by thousands, all others with one decimal.

    Example:
        >>> written(1204), written(24.3), written(None), written(1204, "en"), written(24.3, "en")
        ('1.204', '24,3', '–', '1,204', '24.3')
    """
    if figure is None:
        return HIDDEN
    digits = 1 if isinstance(figure, float) else 0
    if language == "en":
        return f"{figure:,.{digits}f}"
    return format_number(figure, digits)
