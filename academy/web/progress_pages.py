"""What the pages of progress share: the catalogue, the database of tries, words for days and minutes."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from academy.catalog import Catalog, Words, load_catalog
from academy.people.models import Person
from academy.progress.store import Progress, open_progress
from academy.web import rights, words
from academy.web.base import Page
from usaha.dates import format_date

MONTHS = "January February March April May June July August September October November December"


class ProgressPage(Page):
    """A page that knows the units and the tries."""

    @property
    def catalog(self) -> Catalog:
        """The units, as they were when this service started."""
        return _catalog(self.school.clone)

    @property
    def progress(self) -> Progress:
        """The database of tries, opened with the first page that asks for it."""
        if "progress" not in self.settings:
            self.settings["progress"] = open_progress(self.school)
        progress: Progress = self.settings["progress"]
        return progress

    def trainee(self, user_name: str) -> Person:
        """Find a trainee whom the viewer may see, with her cohort's days.

        Raises:
            rights.NotHers: there is none, or not for her eyes.
        """
        with self.store.reading() as session:
            person = rights.person_for(session, self.me, user_name)
            if person.role != rights.TRAINEE:
                raise rights.NotHers(user_name)
            if person.cohort:
                person.cohort.dues  # noqa: B018 (read while the database is open)
            return person

    def show(self, template: str, **values: Any) -> None:
        """Finish with a page that also has words for titles, days and minutes."""
        language = self.language
        said = {
            "titled": lambda words_: titled(words_, language),
            "day": lambda day: in_words(day, language),
            "lasting": lambda minutes: lasting(minutes, language),
        }
        super().show(template, **{**said, **values})


@cache
def _catalog(clone: Path) -> Catalog:
    return load_catalog(clone)


def titled(title: Words, language: str) -> str:
    """Give a title in the reader's language."""
    return title.en if language == "en" else title.id


def in_words(day: date, language: str) -> str:
    """Write a day in the reader's language.

    Example:
        >>> in_words(date(2027, 1, 4), "id"), in_words(date(2027, 1, 4), "en")
        ('4 Januari 2027', '4 January 2027')
    """
    if language == "en":
        return f"{day.day} {MONTHS.split()[day.month - 1]} {day.year}"
    return format_date(day)


def lasting(minutes: int, language: str) -> str:
    """Write a length of time in hours and minutes.

    Example:
        >>> lasting(45, "id"), lasting(125, "id"), lasting(120, "en")
        ('45 menit', '2 jam 5 menit', '2 h')
    """
    t = words.translator(language)
    hours, rest = divmod(minutes, 60)
    parts = [t("{} jam").format(hours)] if hours else []
    if rest or not hours:
        parts.append(t("{} menit").format(rest))
    return " ".join(parts)
