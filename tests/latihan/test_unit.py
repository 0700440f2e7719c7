"""Tests of `latihan.unit`: questions by name, and what becomes a name in the notebook."""

from __future__ import annotations

from latihan.unit import Question
from latihan.variants import draw, load_unit
from tests.latihan.mixed import UNIT


def test_a_question_is_found_by_name() -> None:
    """A name that is not asked gives None."""
    unit = load_unit("pembukuan_03_hpp")
    found = unit.question("hpp_per_kg")
    assert isinstance(found, Question)
    assert found.is_money
    assert unit.question("umur_bumi") is None


def test_given_values_and_choices_become_names() -> None:
    """Material for tables does not."""
    names = UNIT.names(draw(UNIT, "a").given)
    assert list(names) == ["NAIK", "TETAP", "harga", "modal", "mulai"]
    assert names["NAIK"] == "NAIK"
