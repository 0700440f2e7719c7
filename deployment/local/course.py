"""The school's course as the graders know it."""

from __future__ import annotations

from deployment.local.school import School
from graders.course import Course


def course_of(school: School) -> Course:
    """Returns the folders of the school's course.

    Example:
        >>> from pathlib import Path
        >>> course_of(School(Path("/s"), Path("/c"), Path("/e"))).root
        PosixPath('/s/course')
    """
    return Course(
        root=school.course,
        exchange=school.exchange,
        variants=school.variants,
        trainee_env=school.trainee_env,
    )
