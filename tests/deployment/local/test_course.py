"""The course of a school."""

from __future__ import annotations

from deployment.local.course import course_of
from deployment.local.school import School


def test_it_is_this_schools(school: School) -> None:
    """Course, exchange and shops of the school that is named."""
    course = course_of(school)
    assert (course.root, course.exchange, course.variants) == (
        school.course,
        school.exchange,
        school.variants,
    )
