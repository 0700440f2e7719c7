"""Tests of `graders.variants`: shops are issued once, cannot be guessed, and tell mistakes apart."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from graders.checks import load_key
from graders.variants import MAX_TRIES, UnfairShops, collisions, fair_seed, issue, school_salt
from latihan.unit import Values
from latihan.variants import draw, load_unit
from tests.latihan import mixed

UNIT = load_unit("pembukuan_03_hpp")


def issued(folder: Path, user: str) -> str:
    """Issues a shop and returns its seed."""
    path = issue(folder / "v", folder / "salt", "lapak", user, UNIT.id, UNIT.assignment)
    return str(json.loads(path.read_text())["seed"])


def test_a_shop_is_issued_once(tmp_path: Path) -> None:
    """Asking again gives the same shop; another trainee gets another."""
    assert issued(tmp_path, "ani") == issued(tmp_path, "ani")
    assert issued(tmp_path, "ani") != issued(tmp_path, "budi")


def test_another_school_gives_other_shops(tmp_path: Path) -> None:
    """Without the salt nobody can tell a trainee's numbers beforehand."""
    assert issued(tmp_path / "a", "ani") != issued(tmp_path / "b", "ani")


def test_the_salt_is_for_its_owner_only(tmp_path: Path) -> None:
    """It is made once, long, and closed to others."""
    salt = school_salt(tmp_path / "salt")
    assert salt == school_salt(tmp_path / "salt")
    assert len(salt) == 32
    assert stat.S_IMODE((tmp_path / "salt").stat().st_mode) == 0o600


def test_issued_shops_tell_every_mistake_apart() -> None:
    """No right answer equals a mistake, no two mistakes of a question are equal."""
    key = load_key(UNIT.assignment)
    assert key is not None
    for number in range(20):
        seed = fair_seed(b"salt", str(number), UNIT.assignment)
        assert collisions(UNIT, key, Values.of(draw(UNIT, seed).given)) == []


def test_a_collision_is_found() -> None:
    """A shop without spoilage hides two mistakes; it would not be issued."""
    key = load_key(UNIT.assignment)
    assert key is not None
    given = Values.of(draw(UNIT, "contoh-180").given)
    given["rusak_kg"] = Decimal(0)
    assert any("a3_rusak_ikut_dihitung" in line for line in collisions(UNIT, key, given))


def test_shops_that_are_never_fair_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a bounded search, with the mistakes that meet."""
    unit = load_unit(UNIT.assignment)
    first, *rest = unit.questions
    same = replace(first.mistakes[0], formula=lambda v: v.kg_melinjo * v.harga_melinjo)
    hopeless = replace(first, mistakes=(same,))  # type: ignore[type-var]
    bad = replace(unit, questions=(hopeless, *rest))
    monkeypatch.setattr("graders.variants.load_unit", lambda assignment: bad)
    with pytest.raises(UnfairShops, match="biaya_bahan: benar = a3_pakai_hasil") as caught:
        fair_seed(b"salt", "ani", UNIT.assignment)
    assert str(MAX_TRIES) in str(caught.value)


def test_words_and_days_meet_when_they_are_equal() -> None:
    """A mistake that gives the right row or code cannot be told from it; one that does not arise can."""
    given = Values.of(draw(mixed.UNIT, "a").given)
    assert collisions(mixed.UNIT, mixed.KEY, given) == []
    given["baris"] = "CCCCCCCCCC"  # nothing to confuse
    assert collisions(mixed.UNIT, mixed.KEY, given) == ["label: benar = tertukar"]
