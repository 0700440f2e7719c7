"""What is open, mastered and next follows from the catalogue and from the tries alone."""

from __future__ import annotations

from datetime import date

import pytest

from academy.catalog import Catalog
from academy.progress.days import Calendar
from academy.progress.journey import State, Step, journey, minutes_left, next_step
from academy.progress.models import Attempt

from .conftest import attempt

ALWAYS = Calendar()
FIRST, SECOND, THIRD = "pembukuan_01_uang_usaha", "pembukuan_02_buku_kas", "pembukuan_03_hpp"


def _steps(catalog: Catalog, *tried: Attempt, calendar: Calendar = ALWAYS) -> dict[str, Step]:
    return {step.exercise.assignment: step for step in journey(catalog, tried, calendar)}


def test_in_the_beginning(catalog: Catalog) -> None:
    """What needs nothing is open, all else says what it needs; the first test comes first."""
    steps = _steps(catalog)
    assert steps[FIRST].state is State.OPEN
    assert steps[SECOND].state is State.LOCKED
    assert [unit.assignment for unit in steps[SECOND].missing] == [FIRST]
    ahead = next_step(list(steps.values()))
    assert ahead is not None
    assert ahead.exercise.assignment == "pembukuan_00_uji_awal"
    assert minutes_left(list(steps.values())) == sum(e.total_minutes for e in catalog.exercises)


def test_the_threshold_is_the_catalogues(catalog: Catalog) -> None:
    """A point below it opens nothing; at it the next unit opens."""
    needed = catalog.mastery
    below, at = (_steps(catalog, attempt(FIRST, score)) for score in (needed - 0.5, needed))
    assert (below[FIRST].state, below[SECOND].state) == (State.TRIED, State.LOCKED)
    assert (at[FIRST].state, at[SECOND].state) == (State.DONE, State.OPEN)
    assert below[FIRST].best == needed - 1


def test_the_best_try_counts(catalog: Catalog) -> None:
    """A worse one later takes nothing away."""
    steps = _steps(catalog, attempt(FIRST, 90), attempt(FIRST, 20, days=1))
    assert (steps[FIRST].state, steps[FIRST].best, len(steps[FIRST].tries)) == (State.DONE, 90, 2)


def test_what_is_no_try_opens_nothing(catalog: Catalog) -> None:
    """A corrected submission for a shop whose feedback she had read."""
    again = attempt(FIRST, 100, days=1)
    again.counts = False
    steps = _steps(catalog, attempt(FIRST, 40), again)
    assert (steps[FIRST].best, steps[SECOND].state) == (40, State.LOCKED)


def test_late_and_after_the_end(catalog: Catalog) -> None:
    """Late counts and is said; after the last day it is a try that counts no more."""
    calendar = Calendar(date(2027, 1, 4), date(2027, 1, 20), {FIRST: date(2027, 1, 8)})
    late = _steps(catalog, attempt(FIRST, 90, days=6), calendar=calendar)[FIRST]
    assert (late.state, late.is_late, late.due) == (State.DONE, True, date(2027, 1, 8))
    after = _steps(catalog, attempt(FIRST, 90, days=30), calendar=calendar)[FIRST]
    assert (after.state, after.best, len(after.tries)) == (State.TRIED, None, 1)


def test_a_test_measures_once(catalog: Catalog) -> None:
    """Done with the first try, whatever its score; later ones change nothing."""
    own = "pembukuan_00_uji_awal"
    steps = _steps(catalog, attempt(own, 10), attempt(own, 100, days=1))
    assert (steps[own].state, steps[own].best) == (State.DONE, 10)


def test_the_test_after_a_track_waits_for_its_units(catalog: Catalog) -> None:
    """For all of them, not for the test before."""
    track = catalog.tracks[0]
    last = track.tests[-1].assignment
    tried = [attempt(unit.assignment, 100) for unit in track.units]
    assert _steps(catalog, *tried[:-1])[last].state is State.LOCKED
    assert _steps(catalog, *tried)[last].state is State.OPEN


def test_what_is_due_first_comes_first(catalog: Catalog) -> None:
    """Before what only stands earlier in the catalogue; when all is done there is nothing."""
    calendar = Calendar(dues={FIRST: date(2027, 1, 9)})
    ahead = next_step(list(_steps(catalog, calendar=calendar).values()))
    assert ahead is not None
    assert ahead.exercise.assignment == FIRST
    everything = [attempt(e.assignment, 100) for e in catalog.exercises]
    done = list(_steps(catalog, *everything).values())
    assert next_step(done) is None
    assert minutes_left(done) == 0


@pytest.mark.parametrize("points", [0.0, 16.0])
def test_a_share_is_never_rounded_up(catalog: Catalog, points: float) -> None:
    """11.99 of 16 are not 75 %; an exercise without points has no share."""
    tried = attempt(FIRST, 11.99)
    tried.points = points
    assert _steps(catalog, tried)[FIRST].best == (74 if points else 0)


def test_hpp_comes_after_the_cash_book(catalog: Catalog) -> None:
    """The order of the track."""
    steps = _steps(catalog, attempt(FIRST, 80), attempt(SECOND, 80))
    assert steps[THIRD].state is State.OPEN
