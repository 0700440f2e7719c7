"""Days in Banten: what is handed in at ten in the evening belongs to that day, not to the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from usaha.dates import WIB


class Timing(StrEnum):
    """Whether a try was in time."""

    IN_TIME = "tepat waktu"
    LATE = "terlambat"
    AFTER_THE_END = "tidak dihitung"


def day_of(moment: datetime) -> date:
    """Give the day in Banten of a moment in UTC (without a zone, as the gradebook writes it).

    Example:
        >>> day_of(datetime(2027, 1, 4, 17, 30))
        datetime.date(2027, 1, 5)
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(WIB).date()


@dataclass(frozen=True)
class Calendar:
    """The days of a cohort.

    Attributes:
        starts: its first day; none for accounts without a cohort.
        ends: its last day.
        dues: the last day for an assignment, by assignment.
    """

    starts: date | None = None
    ends: date | None = None
    dues: Mapping[str, date] = field(default_factory=dict)

    def timing(self, assignment: str, handed_in: datetime) -> Timing:
        """Say whether a try was in time.

        Tries are unlimited. Up to the due day a try is in time. After it a try is late: it counts, and
        both she and her mentor see that it was late. What comes after the cohort's last day is graded
        for her own use and counts no more.

        Args:
            assignment: such as `pembukuan_03_hpp`.
            handed_in: UTC.

        Example:
            >>> calendar = Calendar(ends=date(2027, 4, 3), dues={"hpp": date(2027, 1, 15)})
            >>> [calendar.timing("hpp", datetime(2027, month, 10)).value for month in (1, 2, 5)]
            ['tepat waktu', 'terlambat', 'tidak dihitung']
        """
        day = day_of(handed_in)
        if self.ends is not None and day > self.ends:
            return Timing.AFTER_THE_END
        due = self.dues.get(assignment)
        return Timing.LATE if due is not None and day > due else Timing.IN_TIME

    def runs(self, day: date) -> bool:
        """Say whether the cohort is under way on a day; one without days always is."""
        begun = self.starts is None or self.starts <= day
        return begun and (self.ends is None or day <= self.ends)
