"""Tests of `graders.verify`: green on the golden unit, red when a check, a hint or a solution is broken."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

import nbformat
import pytest

from graders import verify as verifying
from graders.checks import Key, load_key
from latihan.unit import Unit
from latihan.variants import load_unit

ASSIGNMENT = "pembukuan_03_hpp"


def with_check(key: Key, name: str, **changes: object) -> Key:
    """Returns a key with one check changed."""
    checks = [dataclasses.replace(c, **changes) if c.name == name else c for c in key.checks]  # type: ignore[arg-type]
    return dataclasses.replace(key, checks=tuple(checks))


def problems(source: Path, monkeypatch: pytest.MonkeyPatch, key: Key, unit: Unit) -> str:
    """Verifies with a changed key or unit."""
    monkeypatch.setattr(verifying, "load_key", lambda assignment: key)
    monkeypatch.setattr(verifying, "load_unit", lambda assignment: unit)
    return "\n".join(verifying.verify(ASSIGNMENT, source, 3).problems)


@pytest.fixture
def key() -> Key:
    """The golden unit's key."""
    key = load_key(ASSIGNMENT)
    assert key is not None
    return key


def test_the_golden_unit_is_sound(source: Path) -> None:
    """Twenty shops, every mistake, every trap."""
    report = verifying.verify(ASSIGNMENT, source)
    assert report.problems == []
    assert (report.variants, report.mistakes) == (20, 21)


def test_a_broken_check_is_seen(source: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong formula in the key makes the solution fail."""
    broken = with_check(key, "hasil_baik", correct=lambda v: v.hasil_kg)
    assert "hasil_baik" in problems(source, monkeypatch, broken, load_unit(ASSIGNMENT))


def test_a_loose_check_is_seen(source: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tolerance that lets a mistake through is found by the mistake."""
    loose = with_check(key, "hpp_per_kg", relative=Decimal("0.2"))
    assert "a3_lupa_rusak" in problems(source, monkeypatch, loose, load_unit(ASSIGNMENT))


def test_a_missing_check_is_seen(source: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    """A graded cell without a check would be full marks for nothing."""
    fewer = dataclasses.replace(key, checks=key.checks[:-1])
    assert "differ" in problems(source, monkeypatch, fewer, load_unit(ASSIGNMENT))


def test_a_shared_hint_is_seen(source: Path, key: Key, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mistake has a hint of its own."""
    unit = load_unit(ASSIGNMENT)
    first, *rest = unit.questions
    same = tuple(dataclasses.replace(m, hint="Coba lagi.") for m in first.mistakes)
    dull = dataclasses.replace(unit, questions=(dataclasses.replace(first, mistakes=same), *rest))
    assert "share a hint" in problems(source, monkeypatch, key, dull)


def test_a_wrong_solution_is_seen(source: Path, tmp_path: Path) -> None:
    """The author's own answer is checked like everybody's."""
    notebook = nbformat.read(source, as_version=4)
    for cell in notebook.cells:
        cell.source = cell.source.replace("hasil_kg - rusak_kg", "hasil_kg + rusak_kg")
    nbformat.write(notebook, tmp_path / "03_hpp.ipynb")
    found = verifying.verify(ASSIGNMENT, tmp_path / "03_hpp.ipynb", 2).problems
    assert any("the solution earns" in problem for problem in found)


def test_a_unit_without_a_key_is_seen(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forgetting the module of checks is a problem, not a silent pass."""
    monkeypatch.setattr(verifying, "load_key", lambda assignment: None)
    assert "is missing" in verifying.verify(ASSIGNMENT, source, 1).problems[0]
