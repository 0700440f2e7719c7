"""The catalogue of tracks and units, and the glossary: read once, used by whatever lists them."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Annotated, Any, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

Sentence = Annotated[str, Field(min_length=1)]
UnitId = Annotated[str, Field(pattern=r"^[a-z]+/\d\d_[a-z_]+$")]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Points = Annotated[int, Field(gt=0)]
Percent = Annotated[int, Field(ge=1, le=100)]
TESTS = ("00_uji_awal", "99_uji_akhir")
_LAB = "/hub/user-redirect/lab"  # whoever opens it comes to her own room


class CatalogError(RuntimeError):
    """The catalogue or the glossary cannot be used; the message names the file and the place."""


class _Entry(BaseModel):
    """A part of the catalogue: nothing unknown in it, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Entry):
    """The same words in Indonesian and in English."""

    id: Sentence
    en: Sentence


class Minutes(_Entry):
    """How long a unit takes, in minutes."""

    lesson: Points
    exercise: Points


class Competency(_Entry):
    """A unit of a national competency standard; `verified` only when someone has read it there."""

    code: Sentence
    standard: Sentence
    verified: bool = False


class Tool(_Entry):
    """The public tool that a unit becomes."""

    app: Name
    title: Words
    sentence: Words

    @property
    def address(self) -> str:
        """Path behind the hub's proxy."""
        return f"/services/alat/voila/render/{self.app}.ipynb"

    @property
    def english_address(self) -> str:
        """The same in English; it is there where the tool says all of it in English."""
        return f"/services/alat/voila/render/{self.app}.en.ipynb"


class Exercise(_Entry):
    """What is answered and graded: of a unit, or as a test of a track.

    `points` are those of the answers that are graded by machine, `rubric` those that a mentor gives.
    """

    id: UnitId
    assignment: Name
    title: Words
    points: dict[Name, Points]
    rubric: dict[Name, Points] = Field(default_factory=dict)

    @property
    def track(self) -> str:
        """Id of the track, the first half of the id."""
        return self.id.split("/")[0]

    @property
    def name(self) -> str:
        """Name of the notebook, without suffix: `03_hpp`."""
        return self.id.split("/")[1]

    @property
    @abstractmethod
    def total_minutes(self) -> int:
        """How long all of it takes, in minutes."""

    @property
    def room(self) -> str:
        """The address at which a trainee's room opens with it: a unit's lesson, else the room alone."""
        return _LAB

    @property
    def max_points(self) -> int:
        """All points of the exercise."""
        return sum(self.points.values()) + sum(self.rubric.values())


class Unit(Exercise):
    """One unit: a lesson, its exercise and what they promise."""

    sentence: Words
    outcome: Words
    minutes: Minutes
    prerequisites: tuple[UnitId, ...] = ()
    competency: tuple[Competency, ...] = ()
    data: Sentence
    tool: Tool | None = None
    misconceptions: tuple[Name, ...] = ()
    glossary: tuple[Name, ...] = ()

    @property
    def room(self) -> str:
        """The address at which a trainee's room opens with the lesson."""
        # Only this one: what was open before would come up below it, and at times above it.
        return f"{_LAB}/tree/pelajaran/{self.id}.ipynb?reset"

    @property
    def total_minutes(self) -> int:
        """Lesson and exercise together."""
        return self.minutes.lesson + self.minutes.exercise


class TrackTest(Exercise):
    """The test before a track (`00_uji_awal`) or after it (`99_uji_akhir`): an exercise, no lesson."""

    minutes: Points

    @property
    def total_minutes(self) -> int:
        """How long the test takes."""
        return self.minutes


class Track(_Entry):
    """A row of units that lead to one thing, and the tests before and after it."""

    id: Name
    title: Words
    sentence: Words
    tests: tuple[TrackTest, ...] = ()
    units: tuple[Unit, ...]

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """All that is answered, in order: the test before, the units, the test after."""
        return tuple(sorted((*self.tests, *self.units), key=lambda exercise: exercise.name))


class Term(_Entry):
    """A word that a lesson explains."""

    term: Sentence
    en: Sentence
    meaning: Sentence


class Award(_Entry):
    """What a certificate is given for: units that are mastered, their written answers judged well."""

    id: Name
    title: Words
    sentence: Words
    units: tuple[UnitId, ...] = Field(min_length=1)


class Certification(_Entry):
    """Who gives certificates, and for what.

    `rubric` is the share of a mentor's points for a unit's written answers, in percent, that is
    enough.
    """

    issuer: Sentence
    rubric: Percent
    awards: tuple[Award, ...]

    def award(self, id_: str) -> Award:
        """Finds what a certificate is given for by its id.

        Raises:
            KeyError: no such certificate.
        """
        for award in self.awards:
            if award.id == id_:
                return award
        raise KeyError(id_)


class ToolGroup(_Entry):
    """Public tools that serve one wish, in the order in which they are shown."""

    title: Words
    apps: tuple[Name, ...] = Field(min_length=1)


class Catalog(_Entry):
    """All tracks, in the order in which they are shown, and all terms by their key.

    `mastery` is the share of the machine's points, in percent, from which a unit is mastered.
    """

    mastery: Percent
    certification: Certification
    tool_groups: tuple[ToolGroup, ...] = ()
    tracks: tuple[Track, ...]
    terms: dict[Name, Term]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every unit of every track, in order."""
        return tuple(unit for track in self.tracks for unit in track.units)

    @property
    def tools(self) -> dict[str, Tool]:
        """Every public tool by the name of its app, in the order of the groups."""
        known = {unit.tool.app: unit.tool for unit in self.units if unit.tool}
        return {app: known[app] for group in self.tool_groups for app in group.apps}

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """Everything that is answered: the exercises of units and the tests of tracks, in order."""
        return tuple(exercise for track in self.tracks for exercise in track.exercises)

    def unit(self, id_or_assignment: str) -> Unit:
        """Finds a unit by its id (`pembukuan/03_hpp`) or its assignment (`pembukuan_03_hpp`).

        Raises:
            KeyError: no such unit.
        """
        for unit in self.units:
            if id_or_assignment in (unit.id, unit.assignment):
                return unit
        raise KeyError(id_or_assignment)

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        ids = [exercise.id for exercise in self.exercises]
        for track in self.tracks:
            for exercise in track.exercises:
                _well_named(track, exercise, ids)
            for unit in track.units:
                _all_known(unit.id, "prerequisite", unit.prerequisites, ids)
                _all_known(unit.id, "glossary term", unit.glossary, self.terms)
            if track.tests and [test.name for test in track.tests] != list(TESTS):
                raise ValueError(f"{track.id}: its tests must be {' and '.join(TESTS)}")
        grouped = sorted(app for group in self.tool_groups for app in group.apps)
        if grouped != sorted({unit.tool.app for unit in self.units if unit.tool}):
            raise ValueError("tool_groups must name every tool once")
        for award in self.certification.awards:
            units = [unit.id for unit in self.units]
            _all_known(f"certificate {award.id}", "unit", award.units, units)
        return self


def load_catalog(root: Path) -> Catalog:
    """Reads `curriculum/catalog.yml` and `curriculum/glosarium.yml` of a clone.

    Args:
        root: the clone's folder.

    Raises:
        CatalogError: a file is missing or says something that it may not; the message names it.

    Example:
        >>> load_catalog(Path(__file__).parents[1]).unit("pembukuan/03_hpp").title.id
        'Menghitung HPP'
    """
    folder = root / "curriculum"
    listed = _read(folder / "catalog.yml")
    terms = _read(folder / "glosarium.yml")
    try:
        return Catalog.model_validate({**listed, "terms": terms})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "whole file"
        raise CatalogError(f"{folder / 'catalog.yml'}: {place}: {first['msg']}") from None


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogError(f"{path} cannot be read: {error.strerror}") from None
    except yaml.YAMLError as error:
        raise CatalogError(f"{path} is not valid YAML: {error}") from None
    if not isinstance(content, dict):
        raise CatalogError(f"{path} must hold keys and values")
    return content


def _well_named(track: Track, exercise: Exercise, ids: list[str]) -> None:
    if exercise.track != track.id:
        raise ValueError(f"{exercise.id} stands under the track {track.id}")
    if ids.count(exercise.id) > 1:
        raise ValueError(f"{exercise.id} is listed twice")
    if exercise.assignment != exercise.id.replace("/", "_"):
        raise ValueError(f"{exercise.id}: its assignment is not called {exercise.assignment}")


def _all_known(unit: str, what: str, names: tuple[str, ...], known: Any) -> None:
    for name in names:
        if name not in known:
            raise ValueError(f"{unit}: {what} {name} does not exist")
