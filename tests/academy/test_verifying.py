"""Tests of `academy.verifying`: `lapak verify` green on what is there, red on what is broken."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from academy.verifying import verify_units
from deployment.local.school import School


def test_every_unit_is_sound(school: School, capsys: pytest.CaptureFixture[str]) -> None:
    """The whole catalogue, solutions run in the box."""
    assert verify_units(school, "", 20) == 0
    assert "pembukuan/03_hpp: 20 varian, 21 salah paham, 0 masalah" in capsys.readouterr().out


def test_a_broken_unit_is_red(
    school: School, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A solution that is wrong on purpose is found, with its name."""
    for folder in ("curriculum", "assignments"):
        shutil.copytree(school.clone / folder, tmp_path / folder)
    path = tmp_path / "assignments" / "pembukuan_03_hpp" / "03_hpp.py"
    path.write_text(path.read_text().replace("hasil_kg - rusak_kg", "hasil_kg + rusak_kg"))
    broken = dataclasses.replace(school, clone=tmp_path)
    assert verify_units(broken, "pembukuan/03_hpp", 2) == 1
    assert "hasil_baik" in capsys.readouterr().out


def test_an_unknown_unit_is_told(school: School) -> None:
    """Nothing verified is not the same as all well."""
    with pytest.raises(LookupError, match="pembukuan/99"):
        verify_units(school, "pembukuan/99", 1)
