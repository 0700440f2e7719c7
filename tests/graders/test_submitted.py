"""Tests of `graders.submitted`: whatever a file holds, a notebook comes out or a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graders.submitted import MAX_NOTEBOOK, BrokenNotebook, parse, read_text, write

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)
CELL = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw", "x"]) | JSON,
        "source": JSON,
        "metadata": JSON,
        "id": JSON,
        "attachments": JSON,
        "outputs": JSON,
    },
)


@given(
    st.fixed_dictionaries(
        {"cells": st.lists(CELL | JSON)}, optional={"metadata": JSON, "nbformat": JSON}
    )
)
def test_any_json_becomes_a_valid_notebook_or_a_sentence(raw: object) -> None:
    """What is read can be written, and nbformat finds nothing to object to in its cells."""
    try:
        notebook = parse(json.dumps(raw))
    except BrokenNotebook:
        return
    again = nbformat.reads(write(notebook), as_version=4)
    assert len({cell.id for cell in again.cells}) == len(again.cells)
    assert all(isinstance(cell.source, str) for cell in again.cells)
    assert all(cell.outputs == [] for cell in again.cells if cell.cell_type == "code")


def test_an_old_format_is_brought_up() -> None:
    """Notebooks of format 3, with worksheets, are read too."""
    old = nbformat.v3.new_notebook(
        worksheets=[nbformat.v3.new_worksheet(cells=[nbformat.v3.new_code_cell("x = 1")])]
    )
    assert parse(nbformat.v3.writes_json(old)).cells[0].source == "x = 1"


def test_what_others_wrote_is_kept() -> None:
    """Text, ids, marks and attached pictures stay; outputs go."""
    cell = nbformat.v4.new_markdown_cell(
        "![](attachment:a.png)", attachments={"a.png": {"image/png": "eA=="}}
    )
    code = nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output("stream", text="big")])
    code.metadata["nbgrader"] = {"grade_id": "x"}
    read = parse(nbformat.writes(nbformat.v4.new_notebook(cells=[cell, code])))
    assert read.cells[0] == cell
    assert (read.cells[1].id, read.cells[1].metadata, read.cells[1].outputs) == (
        code.id,
        code.metadata,
        [],
    )


def test_metadata_of_any_form_fails_nobody() -> None:
    """Tags that are no list, as nbformat would want them."""
    raw = {"cells": [{"cell_type": "code", "source": "1", "metadata": {"tags": "x", "name": 3}}]}
    assert parse(json.dumps(raw)).cells[0].source == "1"


@pytest.mark.parametrize("form", ["no json", "3", '{"cells": 3}', '{"cells": [], "nbformat": 3}'])
def test_what_is_none_is_said(form: str) -> None:
    """No traceback: a sentence."""
    with pytest.raises(BrokenNotebook, match="not a notebook"):
        parse(form)


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    """Only as much as shows that it is too large."""
    path = tmp_path / "a.ipynb"
    path.write_bytes(b"\xff" + b"x" * (MAX_NOTEBOOK + 5_000_000))
    text = read_text(path)
    assert len(text) == MAX_NOTEBOOK + 1
    with pytest.raises(BrokenNotebook, match="larger than 20 MB"):
        parse(text)
