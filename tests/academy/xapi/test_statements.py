"""Statements: right by somebody else's rules, the same each time, and about an account only."""

from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

from academy.environment import node_program
from academy.xapi.statements import Statement, Writer
from tests.axe import modules

from .conftest import ADDRESS, attempt, person


def verbs(statements: list[Statement]) -> list[str]:
    """The verbs, in order."""
    return [one["verb"]["id"].rsplit("/", 1)[1] for one in statements]


def faults(statements: list[Any]) -> list[list[str]]:
    """What Learning Locker's validator finds wrong with each."""
    done = subprocess.run(
        [str(node_program()), str(Path(__file__).parent / "validate.cjs"), str(modules())],
        input=json.dumps(statements),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_they_are_right_by_the_standard(writer: Writer) -> None:
    """All kinds of them; and the validator does find what is wrong."""
    made = [
        *writer.of_person(person("tosari", 1)),
        *writer.of_attempt(attempt("tosari", "pembukuan_03_hpp", 12)),
        *writer.of_attempt(attempt("tosari", "pembukuan_00_uji_awal", 3)),
    ]
    wrong = copy.deepcopy(made[0])
    wrong["actor"]["account"]["homePage"] = "lapak"
    found = faults([*made, wrong])
    assert found[:-1] == [[]] * len(made)
    assert len(found[-1]) == 1


def test_what_they_say(writer: Writer) -> None:
    """Score, duration, unit and track; passed from the catalogue's share on."""
    attempted, scored, passed = writer.of_attempt(attempt("tosari", "pembukuan_03_hpp", 12))
    assert verbs([attempted, scored, passed]) == ["attempted", "scored", "passed"]
    assert attempted["result"] == {"completion": True, "duration": "PT20M"}
    assert scored["result"]["score"] == {"scaled": 0.75, "raw": 12.0, "min": 0, "max": 16.0}
    assert passed["result"]["success"] is True
    assert scored["object"]["id"] == f"{ADDRESS}/xapi/pelatihan/pembukuan/03_hpp"
    assert scored["object"]["definition"]["name"]["id"] == "Menghitung HPP"
    assert scored["timestamp"] == "2027-01-05T03:01:00Z"
    assert verbs(list(writer.of_attempt(attempt("tosari", "pembukuan_03_hpp", 11.99)))) == [
        "attempted",
        "scored",
    ]


def test_a_test_of_a_track_is_passed_by_nobody(writer: Writer) -> None:
    """It measures; what is not ours is left alone."""
    made = list(writer.of_attempt(attempt("tosari", "pembukuan_00_uji_awal", 16)))
    assert verbs(made) == ["attempted", "scored"]
    assert list(writer.of_attempt(attempt("tosari", "statistika", 16))) == []


def test_nothing_about_a_person(writer: Writer) -> None:
    """The account's name, and where it is; only trainees are told of."""
    made = [
        *writer.of_person(person("tosari", 1)),
        *writer.of_attempt(attempt("tosari", "pembukuan_03_hpp", 12)),
    ]
    for statement in made:
        assert statement["actor"] == {
            "objectType": "Agent",
            "account": {"homePage": ADDRESS, "name": "tosari"},
        }
    text = json.dumps(made)
    assert not any(secret in text for secret in ("Siti", "62812", "36.02", "Emping"))
    assert list(writer.of_person(person("mentora", 3, "mentor"))) == []


def test_the_same_event_has_the_same_id(writer: Writer) -> None:
    """So that a store keeps it once; another event has another."""
    tries = [attempt("tosari", "pembukuan_03_hpp", 12, number) for number in (1, 1, 2)]
    ids = [[one["id"] for one in writer.of_attempt(each)] for each in tries]
    assert ids[0] == ids[1]
    assert not set(ids[0]) & set(ids[2])
    assert len(set(ids[0])) == 3
