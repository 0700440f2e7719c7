"""People with grades: a real gradebook, tries and judgements that agree with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from academy.catalog import Catalog
from academy.people.models import Cohort, Group, Person
from academy.progress.models import Attempt

START = datetime(2027, 1, 4, 3)  # noqa: DTZ001 (UTC without a zone, as in the gradebook)
UNIT, BEFORE = "pembukuan_03_hpp", "pembukuan_00_uji_awal"


def person(name: str, display: str = "", group: str = "Mawar", email: str = "") -> Person:
    """A trainee of a cohort that ends after three months."""
    cohort = Cohort(name="A", starts=date(2027, 1, 4), ends=date(2027, 4, 3), code=name)
    return Person(
        user_name=name,
        display_name=display or name.title(),
        role="trainee",
        district="36.02",
        business="",
        email=email or None,
        cohort=cohort,
        group=Group(name=group, cohort=cohort) if group else None,
        registered=datetime(2027, 1, 4, tzinfo=UTC),
    )


def attempt(name: str, assignment: str, part: float, catalog: Catalog, days: float = 1) -> Attempt:
    """A try with a part of the points in every answer."""
    exercise = next(each for each in catalog.exercises if each.assignment == assignment)
    answers = {q: (part * points, float(points), "x") for q, points in exercise.points.items()}
    when = START + timedelta(days=days)
    return Attempt(
        user_name=name, assignment=assignment, number=1, seed="", handed_in=when, graded=when,
        score=sum(earned for earned, _, _ in answers.values()),
        points=float(sum(exercise.points.values())), answers=answers, minutes=None,
    )  # fmt: skip
