"""From a launch to an account, in a school's own databases."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from academy.catalog import load_catalog
from academy.lti.admission import NO_COHORT, admit
from academy.lti.launch import Launch, Refused
from academy.lti.models import LtiLine, LtiSubject
from academy.people import erasure, giving_back
from academy.people.store import Store, find
from deployment.local.campus import Campus
from deployment.local.school import School

LINE = "https://kampus.example/lines/3"


@pytest.fixture
def school(school_apart: School) -> School:
    """A school's folders."""
    return school_apart


@pytest.fixture
def launch(clone: Path) -> Launch:
    """To a unit, from a course, with a place for the score."""
    unit = load_catalog(clone).unit("pembukuan/03_hpp")
    return Launch("17", "SITI AMINAH", "KWU-1", unit, LINE)


def test_once_registered(school: School, store: Store, campus: Campus, launch: Launch) -> None:
    """The second launch changes nothing; one from another course adds a place for the score."""
    first = admit(school, store, campus, launch)
    assert not first.has_agreed
    assert admit(school, store, campus, launch) == first
    elsewhere = Launch("17", "Siti A.", "KWU-2", launch.exercise, f"{LINE}/lain")
    assert admit(school, store, campus, elsewhere).user_name == first.user_name
    with store.reading() as session:
        person = find(session, first.user_name)
        assert person.group
        assert (person.display_name, person.group.name) == ("Siti Aminah", "KWU-1")
        lines = session.scalars(select(LtiLine.address).order_by(LtiLine.id)).all()
        assert lines == [LINE, f"{LINE}/lain"]
        assert {line.waits for line in session.scalars(select(LtiLine))} == {False}


def test_subjects_of_two_platforms_are_two_people(
    school: School, store: Store, campus: Campus, launch: Launch
) -> None:
    """17 is somebody else elsewhere."""
    other = replace(campus, issuer="https://kampus-lain.example")
    assert admit(school, store, campus, launch) != admit(school, store, other, launch)


def test_without_a_name_she_has_a_drawn_one(school: School, store: Store, campus: Campus) -> None:
    """And no group outside of a course."""
    name = admit(school, store, campus, Launch("18", "", "", None, "")).user_name
    with store.reading() as session:
        person = find(session, name)
        assert (person.display_name, person.group) == (name, None)


def test_no_cohort_no_account(school: School, store: Store, campus: Campus, launch: Launch) -> None:
    """Nor one after the cohort's last day; whoever is there already still comes in."""
    known = admit(school, store, campus, launch)
    with store.writing() as session:
        find(session, known.user_name).cohort.ends = date(2026, 2, 1)  # type: ignore[union-attr]
    newcomer = Launch("19", "Rina Wati", "KWU-1", None, "")
    with pytest.raises(Refused, match=NO_COHORT):
        admit(school, store, campus, newcomer)
    assert admit(school, store, campus, launch) == known
    with pytest.raises(Refused, match=NO_COHORT):
        admit(school, store, replace(campus, cohort="tiada"), newcomer)


def test_giving_back_and_erasing_know_her_subject(
    school: School, store: Store, campus: Campus, launch: Launch, tmp_path: Path
) -> None:
    """What the campus calls her, and where her scores go."""
    name = admit(school, store, campus, launch).user_name
    with zipfile.ZipFile(giving_back.export(school, store, name, tmp_path / "a.zip")) as file:
        tables = json.loads(file.read("data.json"))["tables"]
    assert tables["lti_subjects"][0]["subject"] == "17"
    assert tables["lti_lines"][0]["address"] == LINE
    erasure.erase(school, store, name)
    with store.reading() as session:
        assert session.scalars(select(LtiSubject)).all() == []
        assert session.scalars(select(LtiLine)).all() == []
