"""Tests of `latihan.variants`: which shop a notebook opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from latihan.variants import SAMPLE_SEED, draw, issued_variant, load_unit

UNIT = load_unit("pembukuan_03_hpp")


def issue(folder: Path, text: str) -> None:
    """Writes what the school would issue."""
    (folder / "pembukuan_03_hpp.json").write_text(text)


def test_the_issued_shop_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seed in the school's file decides, and the attempt is known."""
    monkeypatch.setenv("LAPAK_VARIANTS", str(tmp_path))
    issue(tmp_path, json.dumps({"seed": "abc", "attempt": 2}))
    variant = issued_variant(UNIT)
    assert (variant.given, variant.attempt) == (draw(UNIT, "abc").given, 2)
    assert not variant.is_sample


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"seed": "x", "attempt": "dua"}'])
def test_a_broken_file_opens_the_sample(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Nothing a file holds makes a trainee read a traceback."""
    monkeypatch.setenv("LAPAK_VARIANTS", str(tmp_path))
    issue(tmp_path, text)
    assert issued_variant(UNIT).seed == SAMPLE_SEED


@pytest.mark.parametrize("name", ["tidak_ada", "../etc", "", "os.path"])
def test_an_unknown_assignment_is_a_lookup_error(name: str) -> None:
    """Names come from notebooks, so they are looked up with care."""
    with pytest.raises(LookupError):
        load_unit(name)
