"""Text sources become notebooks that are the same from build to build."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat
import pytest

from academy.notebooks import BuildError, read_source, without, write_notebook

LESSON = Path("curriculum/pembukuan/03_hpp.md")
EXERCISE = Path("assignments/pembukuan_03_hpp/03_hpp.py")


@pytest.mark.parametrize("source", [LESSON, EXERCISE])
def test_sources_survive_the_way_there_and_back(clone: Path, source: Path) -> None:
    """What jupytext writes from the notebook has the same cells, tags and nbgrader metadata."""
    fmt = "md:myst" if source.suffix == ".md" else "py:percent"
    first = jupytext.read(clone / source, fmt=fmt)
    again = jupytext.reads(jupytext.writes(first, fmt=fmt), fmt=fmt)
    assert [(c.cell_type, c.source, dict(c.metadata)) for c in first.cells] == [
        (c.cell_type, c.source, dict(c.metadata)) for c in again.cells
    ]


def test_reading_twice_gives_the_same(clone: Path) -> None:
    """Cell ids do not change: a trainee's copy and a newer build still fit."""
    assert read_source(clone / LESSON) == read_source(clone / LESSON)


def test_the_kernel_is_kept(clone: Path) -> None:
    """Both kinds of notebook open with the school's kernel, without asking."""
    for source in (LESSON, EXERCISE):
        assert read_source(clone / source).metadata.kernelspec.name == "python3"


def test_cells_are_left_out_by_tag(clone: Path) -> None:
    """The public page lacks what makes sense in JupyterLab only; the original keeps it."""
    lesson = read_source(clone / LESSON)
    page = without(lesson, "lab-only")
    assert 0 < len(page.cells) < len(lesson.cells)
    assert not [c for c in page.cells if "lab-only" in c.metadata.get("tags", ())]


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    """The message says which file."""
    with pytest.raises(BuildError, match=r"99_tiada\.md cannot be read"):
        read_source(tmp_path / "99_tiada.md")


def test_a_broken_notebook_is_not_written(tmp_path: Path) -> None:
    """Nothing that JupyterLab would refuse leaves the build."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1")])
    notebook.cells[0]["source"] = 1
    with pytest.raises(BuildError, match="03"):
        write_notebook(notebook, tmp_path / "03.ipynb")
    assert not (tmp_path / "03.ipynb").exists()
