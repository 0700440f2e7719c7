"""Tests of `graders.verify`: green on the golden unit, red when a check, a hint or a solution is broken."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

import nbformat
import pytest

from graders import verify as verifying
from graders.checks import Key, load_key
from latihan.unit import Choice, Given, Unit
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
    monkeypatch.setattr("graders.variants.load_unit", lambda assignment: unit)
    monkeypatch.setattr("graders.variants.load_key", lambda assignment: key)
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
    assert (report.variants, report.blanks) == (20, 9)
    assert (report.mistakes, report.detected) == (21, 21)


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
    assert "share the hint" in problems(source, monkeypatch, key, dull)


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


def changed(unit: Unit, **changes: object) -> Unit:
    """Returns the golden unit with its first question changed."""
    first, *rest = unit.questions
    return dataclasses.replace(unit, questions=(dataclasses.replace(first, **changes), *rest))  # type: ignore[type-var]


def test_a_mistake_that_hardly_arises_is_seen(
    source: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hint that nobody could ever get is not a known mistake."""
    unit = load_unit(ASSIGNMENT)
    never = dataclasses.replace(unit.questions[0].mistakes[0], formula=lambda v: None)
    found = problems(source, monkeypatch, key, changed(unit, mistakes=(never,)))
    assert "a3_pakai_hasil was met in 0 of 3 shops only" in found


def test_a_range_that_hides_a_slip_is_still_told(
    source: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lost thousands are known by the right value, even where a range is too wide."""
    wide = changed(load_unit(ASSIGNMENT), low=Decimal(0))
    assert problems(source, monkeypatch, key, wide) == ""


def test_a_grain_that_is_too_coarse_is_seen(
    source: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No shop tells the mistakes apart then."""
    unit = load_unit(ASSIGNMENT)
    blind = changed(unit, grain=Decimal(10_000_000))
    assert "none of 500 shops" in problems(source, monkeypatch, key, blind)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Given("biaya_bahan", "Biaya", "Rp"), "biaya_bahan names two things"),
        (Given("umur", "Umur", "tahun"), "not drawn: umur"),
    ],
)
def test_a_wrong_name_on_the_card_is_seen(
    source: Path, key: Key, monkeypatch: pytest.MonkeyPatch, given: Given, said: str
) -> None:
    """A number that is an answer's name, or that no shop has."""
    unit = load_unit(ASSIGNMENT)
    wrong = dataclasses.replace(unit, given=(*unit.given, given))
    assert said in problems(source, monkeypatch, key, wrong)


def test_a_code_that_is_no_name_is_seen(
    source: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`buka` could not make it one."""
    unit = load_unit(ASSIGNMENT)
    choice = Choice("biaya_bahan", "biaya", {"SPP-IRT": "izin", "lambda": "lain"})
    wrong = dataclasses.replace(unit, questions=(choice, *unit.questions[1:]))
    found = problems(source, monkeypatch, key, wrong)
    assert "the code SPP-IRT cannot be a name" in found
    assert "the code lambda cannot be a name" in found


def test_too_many_questions_are_seen(
    source: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sitting has six to ten; a test eight."""
    unit = load_unit(ASSIGNMENT)
    few = dataclasses.replace(unit, questions=unit.questions[:5])
    assert "5 blanks" in problems(source, monkeypatch, key, few)
    test = dataclasses.replace(unit, is_test=True)
    assert "a test has 8 questions, this one 9" in problems(source, monkeypatch, key, test)
