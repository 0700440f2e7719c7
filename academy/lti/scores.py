"""What a platform's gradebook has to get: her best score of each exercise that she was sent to, when it is new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from academy.catalog import Catalog
from academy.interchange.marks import marks_of
from academy.lti.models import LtiLine, LtiSubject
from academy.people.models import Cohort, Person
from academy.people.store import Store
from academy.progress import store as tries
from academy.progress.models import Review
from academy.progress.store import Progress

_LATER = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Score:
    """A score that waits.

    Attributes:
        line: number of its line.
        address: of the line item.
        subject: what the platform calls her.
        percent: of the exercise's points.
        is_final: whether no written answer in it waits for a mentor.
        since: when it was new, UTC.
    """

    line: int
    address: str
    subject: str
    percent: float
    is_final: bool
    since: datetime


class Scores:
    """The scores for one platform, kept in the academy's database: what waits there is not lost.

    Args:
        store: the academy's database.
        progress: the database of tries.
        catalog: the units.
        issuer: the platform; scores of people of another one stay where they are.
    """

    def __init__(self, store: Store, progress: Progress, catalog: Catalog, issuer: str) -> None:
        self.store, self.progress, self.catalog, self.issuer = store, progress, catalog, issuer

    def gather(self, now: datetime | None = None) -> int:
        """Look for scores that are new since the last time; gives how many.

        A percent is what the school's own files for other programs have for the same
        (`academy.interchange.marks`). A score that is not sent yet is replaced by a newer one. Once a mentor has
        judged, what she has not judged yet is no score: a platform may show nothing in its place.
        """
        lines = self._lines()
        found = self._percents({line.user_name for line in lines})
        new = {
            line.id: its
            for line in lines
            if (its := found.get((line.user_name, line.assignment)))
            and its != (line.percent, line.is_final)
            and (its[1] or not line.is_final)
        }
        if not new:
            return 0
        moment = now or datetime.now(UTC)
        with self.store.writing() as session:
            for line in session.scalars(select(LtiLine).where(LtiLine.id.in_(new))):
                line.percent, line.is_final = new[line.id]
                line.since = max(moment, _utc(line.since) + _LATER) if line.since else moment
                line.waits = True
        return len(new)

    def waiting(self) -> list[Score]:
        """List what waits, the oldest first."""
        with self.store.reading() as session:
            wanted = select(LtiLine, LtiSubject.subject).join(
                LtiSubject, LtiSubject.user_name == LtiLine.user_name
            )
            rows = session.execute(
                wanted.where(LtiLine.waits, LtiSubject.issuer == self.issuer).order_by(
                    LtiLine.since, LtiLine.id
                )
            )
            return [
                Score(
                    line.id,
                    line.address,
                    subject,
                    line.percent,
                    line.is_final,
                    _utc(line.since),
                )
                for line, subject in rows
                if line.percent is not None and line.since is not None
            ]

    def done(self, score: Score) -> None:
        """Note that a score was taken, or never will be; a newer one that came since then waits on."""
        with self.store.writing() as session:
            line = session.get(LtiLine, score.line)
            if line is not None and line.since is not None and _utc(line.since) == score.since:
                line.waits = False

    def _lines(self) -> list[LtiLine]:
        with self.store.reading() as session:
            whose = LtiSubject.user_name == LtiLine.user_name
            wanted = select(LtiLine).join(LtiSubject, whose)
            return list(session.scalars(wanted.where(LtiSubject.issuer == self.issuer)))

    def _percents(self, names: set[str]) -> dict[tuple[str, str], tuple[float, bool]]:
        """Give percent and whether it is final, by person and assignment.

        Nothing without a try, and nothing of whoever has not agreed to what is kept and sent.
        """
        with self.store.reading() as session:
            agreed = Person.consent_day.is_not(None)
            wanted = select(Person).where(Person.user_name.in_(names), agreed)
            cohort = selectinload(Person.cohort).selectinload(Cohort.dues)
            people = list(session.scalars(wanted.options(cohort, selectinload(Person.group))))
        with self.progress.reading() as session:
            marks = marks_of(self.catalog, people, session)
            judged = _judged(tries.reviews(session, names))
        rubric = {one.assignment: set(one.rubric) for one in self.catalog.exercises}
        return {
            (line.user_name, name): (
                percent,
                rubric[name] <= judged.get((line.user_name, name), set()),
            )
            for line in marks.lines
            for name, percent in line.percents.items()
            if percent is not None
        }


def _judged(reviews: Iterable[Review]) -> dict[tuple[str, str], set[str]]:
    """Give the parts that a mentor has given points for, by person and assignment."""
    found: dict[tuple[str, str], set[str]] = {}
    for review in reviews:
        if review.score is not None:
            found.setdefault((review.user_name, review.assignment), set()).add(review.cell)
    return found


def _utc(moment: datetime) -> datetime:
    """Give a moment, which databases give with or without a zone, as UTC."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
