"""Counts of all scopes together: what is hidden in one cannot be found with the others."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from academy.reporting.protection import SMALLEST
from academy.reporting.scopes import CohortDays, scopes_of
from academy.reporting.tables import DIMENSIONS, MEASURES, TRACK, Cell, count, hide
from academy.reporting.tally import Counted

from .crowd import COHORTS, DAY, crowd, some

SCOPES = scopes_of(COHORTS)


def test_counts_add_up() -> None:
    """Each table of a scope to its total, and cohorts to all."""
    counts = count(SCOPES, crowd())
    for measure in MEASURES:
        for scope in ("semua", "2027-1", "2027-2"):
            for dimension in DIMENSIONS:
                parts = [n for cell, n in counts[measure].items() if cell[:2] == (scope, dimension)]
                assert sum(parts) == counts[measure][Cell(scope)]
    assert counts["enrolled"][Cell("semua")] == len(crowd())
    assert counts["finished"][Cell("semua", TRACK, "pembukuan")] == 51


def test_small_ones_are_hidden_everywhere() -> None:
    """Three people of Cilegon: hidden in their cohort, in the other, or in the sum of both."""
    hidden = hide(SCOPES, count(SCOPES, crowd()))["enrolled"]
    assert Cell("2027-1", "kabupaten", "36.72") in hidden
    beside = {Cell(scope, "kabupaten", "36.72") for scope in ("2027-2", "semua")}
    assert beside & hidden
    assert Cell("semua") not in hidden


def test_what_is_counted_within_is_hidden_too() -> None:
    """Who finished is no lower bound for who is enrolled."""
    hidden = hide(SCOPES, count(SCOPES, crowd()))
    assert hidden["enrolled"] <= hidden["active"]
    assert hidden["active"] <= hidden["finished"] & hidden["paired"] & hidden["judged"]


def test_a_cohort_that_is_too_small() -> None:
    """Neither its total nor the other's: both add up to what is shown."""
    people = [*some(40), *some(3, cohort=2)]
    hidden = hide(SCOPES, count(SCOPES, people))["enrolled"]
    assert {Cell("2027-1"), Cell("2027-2")} <= hidden
    assert Cell("semua") not in hidden


def _random_people(chance: random.Random) -> list[Counted]:
    kinds = [
        next(iter(some(1, cohort, district, sex)))
        for cohort, district, sex in product((1, 2, 3, 0), ("36.01", "36.02", "36.72"), "PL")
    ]
    people: list[Counted] = []
    for kind in kinds:
        for _ in range(chance.choice((0, 0, 1, 3, 6, 12))):
            active, done = chance.random() < 0.8, chance.random() < 0.5
            finished = kind.finished if not (active and done) else frozenset({"pembukuan"})
            one = replace(kind, cohort=kind.cohort or None, finished=finished)
            people.append(one if active else Counted(one.cohort, one.district, one.sex, "jasa"))
    return people


@pytest.mark.parametrize("seed", range(12))
def test_all_reports_together_give_no_small_count_away(seed: int) -> None:
    """Solves all equations that reports of all scopes give a reader, by another way than ours.

    Unknown are the people of each cohort in each district and in each sex; whatever is shown is an
    equation. A hidden count that all solutions agree in would have been worked out.
    """
    cohorts = [*COHORTS, CohortDays(3, "2028-1", DAY.replace(year=2028), DAY.replace(year=2029))]
    scopes = scopes_of(cohorts, has_others=True)
    counts = count(scopes, _random_people(random.Random(seed)))
    hidden = hide(scopes, counts)
    for measure in ("enrolled", "active", "finished"):
        there = {cell: counts[measure].get(cell, 0) for cell in counts["enrolled"]}
        assert {cell for cell, n in there.items() if n < SMALLEST} <= hidden[measure]
        for dimension in ("kabupaten", "kelamin"):
            its = [cell for cell in there if cell.dimension in ("", dimension)]
            rows = {cell: _row(scopes, cell, dimension, its) for cell in its}
            shown = [rows[cell] for cell in its if cell not in hidden[measure]]
            rank = np.linalg.matrix_rank(np.array(shown)) if shown else 0
            for cell in set(its) & hidden[measure]:
                assert np.linalg.matrix_rank(np.array([*shown, rows[cell]])) > rank, cell


def _row(scopes, cell, dimension, its):  # type: ignore[no-untyped-def]
    """Say of which inner counts a cell is the sum."""
    inner = sorted(
        {
            (number, one.category)
            for one in its
            if one.dimension
            for number in scopes[one.scope].cohorts
        }
    )
    return [
        float(number in scopes[cell.scope].cohorts and cell.category in ("", category))
        for number, category in inner
    ]
