"""A mentor's group: who needs help stands first, what waits is hers, gains need both tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from academy.catalog import Catalog
from academy.people.models import Cohort, Due, Person
from academy.progress.group import calendar_of, gains, members
from academy.progress.models import Review
from academy.progress.store import Progress
from deployment.local.layout import Layout

from .conftest import MONDAY, attempt

FIRST = "pembukuan_01_uang_usaha"
COHORT = Cohort(
    name="2027-1",
    starts=date(2027, 1, 4),
    ends=date(2027, 4, 3),
    code="x",
    dues=[Due(assignment=FIRST, day=date(2027, 1, 15))],
)


def _person(name: str) -> Person:
    return Person(user_name=name, display_name=name.title(), role="trainee", cohort=COHORT)


def _review(name: str, score: float | None, points: float = 4.0) -> Review:
    return Review(
        user_name=name,
        assignment=FIRST,
        cell=f"alasan{points}",
        points=points,
        score=score,
        comment="",
        changed=MONDAY,
    )


def test_members(catalog: Catalog, progress: Progress, tmp_path: Path) -> None:
    """One who has come far, one who never came."""
    with progress.writing() as session:
        session.add_all([attempt(FIRST, 100, days=1, user="ani"), _review("ani", None)])
        session.add(_review("ani", None, points=0.0))
        session.add(_review("budi", 3.0))
    people = [_person("ani"), _person("budi")]
    with progress.reading() as session:
        found = members(Layout(tmp_path), catalog, people, session, date(2027, 1, 8))
    assert [one.person.user_name for one in found] == ["budi", "ani"]
    assert [len(one.reasons) for one in found] == [1, 0]
    assert [one.done for one in found] == [0, 1]
    assert [[review.points for review in one.waiting] for one in found] == [[], [4.0]]


def test_the_calendar_is_the_cohorts() -> None:
    """An account without a cohort has none."""
    assert calendar_of(COHORT).dues == {FIRST: date(2027, 1, 15)}
    assert calendar_of(None).runs(date(1999, 1, 1))


def test_gains_take_the_first_try_of_both_tests(catalog: Catalog) -> None:
    """Of five people; a sixth who took one test only does not count, nor does a second try."""
    tried = []
    for number in range(5):
        tried.append(attempt("pembukuan_00_uji_awal", 40, user=f"p{number}"))
        tried.append(attempt("pembukuan_99_uji_akhir", 70, days=9, user=f"p{number}"))
        tried.append(attempt("pembukuan_99_uji_akhir", 100, days=10, user=f"p{number}"))
    assert gains(catalog, tried[:-3]) == []
    tried.append(attempt("pembukuan_00_uji_awal", 0, user="p9"))
    [(track, gain)] = gains(catalog, tried)
    assert (track.id, gain.pairs, gain.before, gain.after) == ("pembukuan", 5, 40, 70)
