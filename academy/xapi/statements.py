"""Writes statements: who registered, attempted, scored, passed; a person is an account's name alone."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from academy.catalog import Catalog, Exercise, Unit
from academy.people.models import Person
from academy.progress.models import Attempt

Statement = dict[str, Any]

_VERBS: Final = "http://adlnet.gov/expapi/verbs/"
_TYPES: Final = "http://adlnet.gov/expapi/activities/"
_SHOWN: Final = {
    "registered": ("mendaftar", "registered"),
    "attempted": ("mengerjakan", "attempted"),
    "scored": ("mendapat nilai", "scored"),
    "passed": ("lulus", "passed"),
}
_COURSE: Final = ("Pelatihan Lapak", "Lapak training")


class Writer:
    """Writes the statements of one school.

    Args:
        catalog: the units.
        address: of the school; it is the home of its accounts, and the ids of activities begin so.
    """

    def __init__(self, catalog: Catalog, address: str) -> None:
        self.catalog, self.address = catalog, address
        self._exercises = {one.assignment: one for one in catalog.exercises}

    def of_person(self, person: Person) -> Iterator[Statement]:
        """Say that a trainee registered."""
        if person.role == "trainee":
            key = f"person/{person.user_name}"
            course = self._activity("", "course", _COURSE)
            yield self._statement(key, person.user_name, "registered", course, person.registered)

    def of_attempt(self, attempt: Attempt) -> Iterator[Statement]:
        """Say that a trainee attempted an exercise, how she scored, and whether she passed."""
        exercise = self._exercises.get(attempt.assignment)
        if exercise is None or not attempt.points:
            return
        share = max(0.0, min(1.0, attempt.score / attempt.points))
        score = {
            "scaled": round(share, 4),
            "raw": min(attempt.score, attempt.points),
            "min": 0,
            "max": attempt.points,
        }
        results: dict[str, dict[str, Any]] = {
            "attempted": {"completion": True, **_duration(attempt)},
            "scored": {"score": score},
        }
        if isinstance(exercise, Unit) and 100 * share + 1e-9 >= self.catalog.mastery:
            results["passed"] = {"score": score, "success": True}
        activity = self._activity(f"/{exercise.id}", "assessment", _title(exercise))
        parent = self._activity(f"/{exercise.track}", "module", self._track(exercise.track))
        for verb, result in results.items():
            key = f"attempt/{attempt.user_name}/{attempt.assignment}/{attempt.handed_in}/{verb}"
            made = self._statement(key, attempt.user_name, verb, activity, attempt.handed_in)
            made["result"] = result
            made["context"] = {
                "contextActivities": {"parent": [parent]},
                "platform": "Lapak",
                "language": "id",
            }
            yield made

    def _statement(
        self, key: str, user_name: str, verb: str, activity: dict[str, Any], moment: datetime
    ) -> Statement:
        shown = dict(zip(("id", "en"), _SHOWN[verb], strict=True))
        return {
            # The same event always gets the same id, so a store takes it once however often it is sent.
            "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self.address}/{key}")),
            "actor": {
                "objectType": "Agent",
                "account": {"homePage": self.address, "name": user_name},
            },
            "verb": {"id": f"{_VERBS}{verb}", "display": shown},
            "object": activity,
            "timestamp": _stamp(moment),
        }

    def _activity(self, path: str, kind: str, title: tuple[str, str]) -> dict[str, Any]:
        return {
            "objectType": "Activity",
            "id": f"{self.address}/xapi/pelatihan{path}",
            "definition": {
                "type": f"{_TYPES}{kind}",
                "name": dict(zip(("id", "en"), title, strict=True)),
            },
        }

    def _track(self, id_: str) -> tuple[str, str]:
        track = next(track for track in self.catalog.tracks if track.id == id_)
        return track.title.id, track.title.en


def _title(exercise: Exercise) -> tuple[str, str]:
    return exercise.title.id, exercise.title.en


def _duration(attempt: Attempt) -> dict[str, str]:
    return {} if attempt.minutes is None else {"duration": f"PT{attempt.minutes}M"}


def _stamp(moment: datetime) -> str:
    """Write a moment, which databases give with or without a zone, as UTC."""
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
