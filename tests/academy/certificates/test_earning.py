"""Who has earned one: mastered units, judged answers, and no shortcut."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from academy.catalog import Catalog, load_catalog
from academy.certificates.earning import Standing, standings
from academy.progress.days import Calendar
from academy.progress.journey import journey
from academy.progress.models import Attempt, Review

MOMENT = datetime(2027, 1, 5, 3, 0, tzinfo=UTC).replace(tzinfo=None)
UNITS = ("01_uang_usaha", "02_buku_kas", "03_hpp", "06_laporan")


@pytest.fixture(scope="module")
def catalog(clone: object) -> Catalog:
    """The real catalogue."""
    return load_catalog(clone)  # type: ignore[arg-type]


def attempt(unit: str, score: float) -> Attempt:
    """A try with a score out of 100."""
    return Attempt(
        user_name="tosari",
        assignment=f"pembukuan_{unit}",
        handed_in=MOMENT,
        score=score,
        points=100.0,
    )


def review(unit: str, cell: str, score: float | None) -> Review:
    """What a mentor gave out of four points."""
    return Review(assignment=f"pembukuan_{unit}", cell=cell, points=4.0, score=score, comment="")


def standing(catalog: Catalog, award: str, tries: list[Attempt], reviews: list[Review]) -> Standing:
    """How far she is on the way to one certificate."""
    steps = journey(catalog, tries, Calendar())
    found = standings(catalog, steps, reviews)
    assert len(found) == len(catalog.certification.awards)
    return next(one for one in found if one.award.id == award)


def test_two_units_earn_the_first(catalog: Catalog) -> None:
    """Their exercises have no written answer; one of them is not enough."""
    one, two = attempt(UNITS[0], 75), attempt(UNITS[1], 90)
    assert standing(catalog, "catatan_harian", [one, two], []).is_earned
    missing = standing(catalog, "catatan_harian", [one, attempt(UNITS[1], 74.9)], [])
    assert [unit.name for unit in missing.to_master] == ["02_buku_kas"]
    assert not missing.is_earned


def test_a_mentor_has_the_last_word(catalog: Catalog) -> None:
    """A whole track waits for her, and for enough points; a comment alone is no judgement."""
    tries = [attempt(unit, 100) for unit in UNITS]
    waiting = standing(catalog, "pembukuan", tries, [review("03_hpp", "alasan_harga", None)])
    assert [unit.name for unit in waiting.to_judge] == ["03_hpp", "06_laporan"]
    judged = [review("03_hpp", "alasan_harga", 2.0), review("06_laporan", "catatan_laporan", 2.4)]
    half = standing(catalog, "pembukuan", tries, judged)
    assert [unit.name for unit in half.to_improve] == ["03_hpp"]
    assert half.to_judge == ()
    assert not half.is_earned
    judged[0].score = 2.4  # 60 percent of four
    assert standing(catalog, "pembukuan", tries, judged).is_earned


def test_points_for_another_cell_help_nobody(catalog: Catalog) -> None:
    """A review of something else, or of another unit, is not this answer's."""
    tries = [attempt(unit, 100) for unit in UNITS]
    reviews = [review("03_hpp", "lain", 4.0), review("06_laporan", "alasan_harga", 4.0)]
    assert len(standing(catalog, "pembukuan", tries, reviews).to_judge) == 2


def test_a_written_answer_alone_earns_nothing(catalog: Catalog) -> None:
    """What is not mastered is to be mastered, whatever a mentor gave."""
    found = standing(catalog, "pembukuan", [], [review("03_hpp", "alasan_harga", 4.0)])
    assert len(found.to_master) == 4
    assert not found.is_earned
