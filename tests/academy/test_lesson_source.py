"""Tests of `academy.lesson_source`: what checks read of a lesson."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from academy.catalog import load_catalog
from academy.lesson_source import LessonSource


@pytest.fixture
def hpp(clone: Path) -> LessonSource:
    """The golden unit."""
    catalog = load_catalog(clone)
    return LessonSource.read(clone, catalog, catalog.unit("pembukuan/03_hpp"))


def test_gaps_have_answers_and_formulas(hpp: LessonSource) -> None:
    """A gap's folded answer stands below it, its formula in the exercise."""
    assert "**13,6 kg**" in hpp.answer("hasil_baik")
    assert hpp.formula("hasil_baik") == "hasil_kg - rusak_kg"
    assert hpp.formula("tidak_ada") == ""


def test_sections_end_where_the_next_begins(hpp: LessonSource) -> None:
    """And one that is not there is empty."""
    assert "Bahan, tenaga (Anda juga)" in hpp.section("Patokan yang diingat")
    assert "Menulis angka" not in hpp.section("Patokan yang diingat")
    assert hpp.section("Tidak ada") == ""


def test_terms_are_those_of_the_unit(hpp: LessonSource) -> None:
    """In the catalogue's order."""
    assert hpp.terms[:2] == ["HPP", "adonan"]


def test_a_formula_that_a_formatter_wrapped_comes_on_one_line(hpp: LessonSource) -> None:
    """Otherwise only its first line would be tried, and an author would look for a mistake of hers."""
    wrapped = "harga = ...\nharga = (\n    biaya\n    + untung\n)\nnama = tulis(\n    'emping',\n)"
    exercise = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(wrapped)])
    lesson = LessonSource(hpp.catalog, hpp.unit, hpp.cells, exercise)
    assert lesson.formula("harga") == "biaya + untung"
    assert lesson.formula("nama") == "tulis('emping')"
