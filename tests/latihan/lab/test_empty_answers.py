"""Empty answers are found in the saved notebook, without running it."""

from typing import Any

import pytest

from latihan.lab.empty_answers import empty_answers


def _cell(
    source: str | list[str], kind: str = "code", grade_id: str = "jawab", solution: bool = True
) -> dict[str, Any]:
    meta = {"nbgrader": {"grade_id": grade_id, "solution": solution}}
    return {"cell_type": kind, "source": source, "metadata": meta, "id": grade_id}


def _names(*cells: dict[str, Any], released: list[dict[str, Any]] | None = None) -> list[str]:
    notebook = {"cells": list(cells)}
    return [
        answer.name for answer in empty_answers(notebook, {"cells": released} if released else None)
    ]


@pytest.mark.parametrize(
    "source",
    [
        "biaya = ...",
        "biaya = ...\n# Ganti tiga titik",
        "biaya = kg * ...",
        ["biaya = \\\n", "    ..."],
        "biaya: int = ...",
    ],
)
def test_a_blank_is_empty(source: str | list[str]) -> None:
    """An Ellipsis anywhere in the value leaves the answer empty."""
    assert len(_names(_cell(source))) == 1


@pytest.mark.parametrize(
    "source",
    ["biaya = 0", "biaya = kg * harga  # bukan ...", 'biaya = rp("1.250")', "biaya = 1.250.000"],
)
def test_what_she_typed_is_not_empty(source: str) -> None:
    """A wrong or unreadable answer is an answer; `cek` speaks about it."""
    assert _names(_cell(source)) == []


def test_each_blank_of_a_cell_has_its_name() -> None:
    """Two names, one filled in: only the other one is told."""
    assert _names(_cell("biaya_bahan = 5\nbiaya_tenaga = ...")) == ["biaya_tenaga"]


def test_a_cell_wiped_clean_is_empty() -> None:
    """Nothing but a remark is nothing; the heading above names it."""
    heading = _cell("## Soal 1. Biaya bahan", "markdown", "soal", solution=False)
    assert _names(heading, _cell("# nanti")) == ["Soal 1. Biaya bahan"]


def test_nbgraders_own_stub_is_empty() -> None:
    """Courses of others raise NotImplementedError."""
    assert _names(_cell("# YOUR CODE HERE\nraise NotImplementedError()")) == ["jawab"]


def test_a_text_as_handed_out_is_empty() -> None:
    """A text is empty when it is blank or still says what the release said."""
    released = [_cell("Tulis jawaban Anda di sini.", "markdown")]
    assert _names(_cell("Tulis jawaban Anda di sini.\n", "markdown"), released=released) == [
        "jawab"
    ]
    assert _names(_cell("  ", "markdown"), released=released) == ["jawab"]
    assert _names(_cell("Harga saya tetap.", "markdown"), released=released) == []


def test_given_cells_are_no_answers() -> None:
    """An Ellipsis in a locked cell is none of hers."""
    assert _names(_cell("x = ...", solution=False)) == []
