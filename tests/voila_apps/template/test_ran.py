"""A notebook with what it showed, and what says that it has changed."""

from __future__ import annotations

import doctest
import os
from pathlib import Path

import nbformat

from voila_apps.template import ran
from warmkernel import CellRun


def test_examples() -> None:
    """What the docstrings say."""
    assert doctest.testmod(ran).failed == 0


def test_outputs_stand_in_their_cells(tmp_path: Path) -> None:
    """Text cells are counted by nobody."""
    cells = [nbformat.v4.new_markdown_cell("# A"), nbformat.v4.new_code_cell("1")]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"title": "Buku Kas"})
    nbformat.write(notebook, tmp_path / "buku_kas.ipynb")
    output = {"output_type": "stream", "name": "stdout", "text": "satu"}
    runs = [CellRun([output], "ok", 0.1)]
    found = ran.ran_notebook(tmp_path / "buku_kas.ipynb", runs, {"a": {}}, "/alat/", "d")
    assert (found.name, found.title, found.language) == ("buku_kas", "Buku Kas", "id")
    assert found.cells[1].outputs[0].text == "satu"


def test_a_changed_file_changes_stamp_and_digest(tmp_path: Path) -> None:
    """A new time alone changes the stamp and not the digest: the page is the same."""
    (tmp_path / "rules.csv").write_text("a")
    before = ran.stamp([tmp_path]), ran.digest([tmp_path])
    os.utime(tmp_path / "rules.csv", (1, 1))
    touched = ran.stamp([tmp_path]), ran.digest([tmp_path])
    (tmp_path / "rules.csv").write_text("b")
    changed = ran.stamp([tmp_path]), ran.digest([tmp_path])
    assert len({before[0], touched[0], changed[0]}) == 3
    assert before[1] == touched[1] != changed[1]
    assert ran.digest([tmp_path], "pandas=4") != changed[1]


def test_the_rules_table_is_part_of_every_tool() -> None:
    """It lies in the business library."""
    assert any(path.name == "rules.csv" for folder in ran.packages() for path in folder.rglob("*"))
    assert "pandas=" in ran.installed()
