"""What a report counts of each person: where she belongs, and what came of the training for her."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from academy.catalog import Catalog, Track
from academy.people.models import Cohort, Erased, Person
from academy.progress.models import Attempt, Review
from usaha.dates import WIB

TRAINEE: Final = "trainee"
_HAIR: Final = 1e-9  # as in `journey.share`: 75 percent is 75 percent
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Counted:
    """One person as a report counts her; nothing says who she is.

    Attributes:
        cohort: number of her cohort; none without one.
        district: code of her district.
        sex: ``L``, ``P`` or unknown.
        business: group of her kind of business, or unknown.
        is_active: whether she has handed in anything.
        begun: ids of the tracks in which she has handed in something.
        finished: ids of the tracks of which she has mastered all units.
        pairs: percent in the test before and in the one after, by track, where she took both.
        rubric: percent of the points that a mentor can give; none where none were given yet.
    """

    cohort: int | None
    district: str
    sex: str | None
    business: str | None
    is_active: bool = False
    begun: frozenset[str] = frozenset()
    finished: frozenset[str] = frozenset()
    pairs: Mapping[str, Pair] = field(default_factory=dict)
    rubric: float | None = None


@dataclass(slots=True)
class _Work:
    """What the tries of one person say."""

    begun: set[str] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)
    firsts: dict[str, float] = field(default_factory=dict)


def count_everybody(people: Session, progress: Session, catalog: Catalog) -> list[Counted]:
    """Look at everybody who is or was enrolled as a trainee.

    The rules are those of `academy.progress.journey`: a unit is mastered with the catalogue's `mastery`
    percent of the machine's points, a test counts with its first try, and what comes after a cohort's
    last day counts no more. Who was erased is counted from what stays of her: she was enrolled, and
    active if anything of hers had a grade; what else she did is not known any more.

    Args:
        people: of the academy's database.
        progress: of the database of tries.
        catalog: the units.
    """
    ends = {number: _end(day) for number, day in people.execute(select(Cohort.id, Cohort.ends))}
    rows = people.execute(
        select(
            Person.user_name, Person.cohort_id, Person.district, Person.sex, Person.business_group
        ).where(Person.role == TRAINEE)
    ).all()
    until = {name: ends.get(cohort or 0, datetime.max) for name, cohort, *_ in rows}  # noqa: DTZ901 (UTC without a zone)
    work = _work(progress, catalog, until)
    given = _rubrics(progress)
    found = [
        _counted(catalog, traits, work.get(name, _Work()), given.get(name))
        for name, *traits in rows
    ]
    return [*found, *_erased(people)]


def _end(day: date) -> datetime:
    """Give the first moment, UTC without a zone, that comes after a day in Banten."""
    after = datetime.combine(day + timedelta(days=1), time(), WIB)
    return after.astimezone(UTC).replace(tzinfo=None)


def _counted(catalog: Catalog, traits: Sequence[Any], work: _Work, rubric: float | None) -> Counted:
    tracks = catalog.tracks
    cohort, district, sex, business = traits
    return Counted(
        cohort,
        district,
        sex,
        business,
        is_active=bool(work.begun),
        begun=frozenset(work.begun),
        finished=frozenset(work.finished),
        pairs=dict(_pairs(tracks, work.firsts)),
        rubric=rubric if work.begun else None,  # what came too late counts no more
    )


def _all_of(track: Track) -> set[str]:
    return {exercise.assignment for exercise in track.exercises}


def _pairs(tracks: Iterable[Track], firsts: Mapping[str, float]) -> Iterator[tuple[str, Pair]]:
    for track in tracks:
        tests = [test.assignment for test in track.tests]
        if tests and all(test in firsts for test in tests):
            yield track.id, (firsts[tests[0]], firsts[tests[-1]])


def _work(session: Session, catalog: Catalog, until: Mapping[str, datetime]) -> dict[str, _Work]:
    """Read which tracks were begun and finished in time, and the first tries of tests."""
    sizes = {track.id: len(track.units) for track in catalog.tracks}
    found: dict[str, _Work] = {}
    for name, track, first, mastered, last in session.execute(_by_track(catalog)):
        if name in until and first < until[name]:
            its = found.setdefault(name, _Work())
            its.begun.add(track)
            if mastered == sizes[track] and last < until[name]:
                its.finished.add(track)
    tests = [test.assignment for track in catalog.tracks for test in track.tests]
    for name, assignment, handed_in, score, points in session.execute(_tests(tests)):
        if name in found and handed_in < until[name]:
            percent = int(100 * score / points + _HAIR) if points else 0
            found[name].firsts.setdefault(assignment, float(percent))
    return found


def _by_track(catalog: Catalog) -> Select[str, str, datetime, int, datetime]:
    """Ask, for each person and track, when she began it, how many units she mastered, and when the last."""
    first = _firsts(catalog.mastery).subquery()
    its = first.c
    units = [unit.assignment for unit in catalog.units]
    mastered = case((its.assignment.in_(units), its.mastered))
    track = case(*((its.assignment.in_(_all_of(one)), one.id) for one in catalog.tracks))
    return (
        select(
            its.user_name, track, func.min(its.handed_in), func.count(mastered), func.max(mastered)
        )
        .where(track.is_not(None))
        .group_by(its.user_name, track)
    )


def _firsts(mastery: int) -> Select[str, str, datetime, Any]:
    """Ask for each person and assignment when it was first handed in, and when first mastered."""
    enough = 100 * Attempt.score >= (mastery - _HAIR) * Attempt.points
    reached = case((Attempt.counts & (Attempt.points > 0) & enough, Attempt.handed_in))
    return select(
        Attempt.user_name,
        Attempt.assignment,
        func.min(Attempt.handed_in).label("handed_in"),
        func.min(reached).label("mastered"),
    ).group_by(Attempt.user_name, Attempt.assignment)


def _tests(assignments: Collection[str]) -> Select[str, str, datetime, float, float]:
    return (
        select(
            Attempt.user_name,
            Attempt.assignment,
            Attempt.handed_in,
            Attempt.score,
            Attempt.points,
        )
        .where(Attempt.assignment.in_(assignments), Attempt.counts)
        .order_by(Attempt.handed_in)
    )


def _rubrics(session: Session) -> dict[str, float]:
    """Give each person's percent of the points that mentors have given her by rubric."""
    its = (Review.score.is_not(None), Review.points > 0)
    sums = select(Review.user_name, func.sum(Review.score), func.sum(Review.points)).where(*its)
    rows = session.execute(sums.group_by(Review.user_name))
    return {name: 100 * (score or 0) / points for name, score, points in rows}


def _erased(session: Session) -> list[Counted]:
    wanted = select(Erased.cohort_id, Erased.district, Erased.sex, Erased.graded)
    rows = session.execute(wanted.where(Erased.role == TRAINEE))
    return [
        Counted(cohort, district, sex, None, is_active=graded > 0)
        for cohort, district, sex, graded in rows
    ]
