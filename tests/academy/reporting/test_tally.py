"""What is counted of a person, from two real databases, by the rules that her own page has."""

from __future__ import annotations

import pwd
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from academy.catalog import Catalog, load_catalog
from academy.people.models import Cohort, Erased, Person
from academy.people.store import Store
from academy.progress.days import Calendar
from academy.progress.journey import journey
from academy.progress.models import Attempt, Review
from academy.progress.store import Progress
from academy.reporting.tally import Counted, count_everybody
from tests.graders.databases import running_postgresql

START = datetime(2027, 1, 4, 3)  # noqa: DTZ001 (UTC without a zone, as in the gradebook)
BEFORE, AFTER = "rintisan_00_uji_awal", "rintisan_99_uji_akhir"


@pytest.fixture(scope="module")
def catalog(clone: Path) -> Catalog:
    """The real catalogue."""
    return load_catalog(clone)


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Store, Progress]]:
    """Two empty databases."""
    store = Store(f"sqlite:///{tmp_path / 'academy.sqlite'}")
    progress = Progress(f"sqlite:///{tmp_path / 'kemajuan.sqlite'}")
    yield store, progress
    store.close()
    progress.close()


def _person(name: str, cohort: Cohort | None, role: str = "trainee") -> Person:
    return Person(
        user_name=name,
        display_name=name.title(),
        role=role,
        district="36.02",
        business="Emping",
        business_group="makanan dan minuman",
        sex="P",
        cohort=cohort,
        registered=datetime(2027, 1, 4, tzinfo=UTC),
    )


def _attempt(name: str, assignment: str, score: float, days: float = 1) -> Attempt:
    when = START + timedelta(days=days)
    return Attempt(
        user_name=name, assignment=assignment, number=1, seed="", handed_in=when, graded=when,
        score=score, points=16.0, answers={}, minutes=None,
    )  # fmt: skip


def _everything(name: str, catalog: Catalog, days: float = 1) -> list[Attempt]:
    track = next(track for track in catalog.tracks if track.id == "rintisan")
    return [_attempt(name, each.assignment, 12.0, days) for each in track.exercises]


def test_everybody(stores: tuple[Store, Progress], catalog: Catalog) -> None:
    """One who finished, one just below, one too late, one who never came, a mentor, one erased."""
    store, progress = stores
    with store.writing() as session:
        cohort = Cohort(name="A", starts=date(2027, 1, 4), ends=date(2027, 4, 3), code="x")
        session.add_all(_person(name, cohort) for name in ("ani", "budi", "cici", "dedi"))
        session.add_all([_person("ema", None), _person("mentora", cohort, "mentor")])
        session.flush()
        kept = {"day": date(2027, 2, 1), "role": "trainee", "cohort_id": cohort.id, "share": None}
        session.add(Erased(user_name="f", district="36.01", sex="L", graded=2, **kept))
        session.add(Erased(user_name="g", district="36.01", sex=None, graded=0, **kept))
    with progress.writing() as session:
        session.add_all(_everything("ani", catalog))
        session.add_all([_attempt("ani", BEFORE, 4.0, days=0.5), _attempt("ani", AFTER, 16, 9)])
        session.add_all(_everything("budi", catalog, days=100))  # after the last day
        session.add(_attempt("cici", "rintisan_03_titik_impas", 11.99))
        again = _everything("cici", catalog, days=2)  # for a shop that was judged before
        for attempt in again:
            attempt.counts = False
        session.add_all(again)
        session.add_all(_everything("ema", catalog, days=400))  # no cohort, no last day
        session.add(_attempt("mentora", BEFORE, 16.0))
        for name, score in (("ani", 3.0), ("budi", 4.0), ("cici", None)):
            session.add(
                Review(user_name=name, assignment="x", cell="a", points=4.0, score=score,
                       comment="", changed=START)
            )  # fmt: skip
    with store.reading() as people, progress.reading() as session:
        found = count_everybody(people, session, catalog)
    traits = (1, "36.02", "P", "makanan dan minuman")
    its = frozenset({"rintisan"})
    assert found[0] == Counted(*traits, True, its, its, {"rintisan": (25.0, 75.0)}, 75.0)
    assert found[1] == Counted(*traits)  # budi
    assert found[2] == Counted(*traits, is_active=True, begun=its)  # cici: 74 percent
    assert found[3] == Counted(*traits)  # dedi
    assert (found[4].cohort, found[4].finished) == (None, its)
    assert [one.is_active for one in found[5:]] == [True, False]
    assert len(found) == 7


def _counted_in(url: str, own: str, catalog: Catalog) -> list[Counted]:
    """Fill two databases with the same people, and count them."""
    store, progress = Store(url), Progress(own)
    with store.writing() as session:
        cohort = Cohort(name="A", starts=date(2027, 1, 4), ends=date(2027, 4, 3), code="x")
        session.add_all(_person(name, cohort) for name in ("ani", "budi", "cici"))
    with progress.writing() as session:
        session.add_all([*_everything("ani", catalog), *_everything("budi", catalog, days=100)])
        session.add(_attempt("cici", "rintisan_03_titik_impas", 12.0))
        session.add(
            Review(user_name="cici", assignment="x", cell="a", points=4.0, score=3.0, comment="",
                   changed=START)
        )  # fmt: skip
    with store.reading() as people, progress.reading() as session:
        found = count_everybody(people, session, catalog)
    store.close()
    progress.close()
    return found


def test_postgresql_counts_the_same(
    work: Path, plain_user: pwd.struct_passwd, tmp_path: Path, catalog: Catalog
) -> None:
    """Both of the academy's databases in one of a real server."""
    files = [f"sqlite:///{tmp_path / name}" for name in ("academy.sqlite", "kemajuan.sqlite")]
    expected = _counted_in(files[0], files[1], catalog)
    with running_postgresql(work / "pg-report", plain_user) as url:
        assert _counted_in(url, url, catalog) == expected
    assert [len(one.finished) for one in expected] == [1, 0, 0]


def test_the_same_as_on_her_own_page(stores: tuple[Store, Progress], catalog: Catalog) -> None:
    """Around the threshold and around midnight of the last day in Banten."""
    calendar = Calendar(date(2027, 1, 4), date(2027, 1, 5))
    days = (0, 1.58, 1.59, 1.62, 1.63)  # 3 a.m. UTC is 10 a.m. in Banten
    tried = [
        _attempt(f"p{score}x{days.index(day)}", unit.assignment, score, day)
        for score in (11.99, 12.0, 12.01)
        for day in days
        for unit in catalog.tracks[0].units
    ]
    expected = []
    names = list(dict.fromkeys(attempt.user_name for attempt in tried))
    for name in names:
        steps = journey(catalog, [one for one in tried if one.user_name == name], calendar)
        units = {unit.assignment for unit in catalog.tracks[0].units}
        expected.append(all(s.is_done for s in steps if s.exercise.assignment in units))
    store, progress = stores
    with store.writing() as session:
        cohort = Cohort(name="A", starts=calendar.starts, ends=calendar.ends, code="x")
        session.add_all(_person(name, cohort) for name in names)
    with progress.writing() as session:
        session.add_all(tried)
    with store.reading() as people, progress.reading() as session:
        found = count_everybody(people, session, catalog)
    assert [bool(one.finished) for one in found] == expected
    assert set(expected) == {True, False}
