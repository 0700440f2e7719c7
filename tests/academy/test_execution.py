"""A lesson that raises, warns or hangs never reaches a reader."""

from __future__ import annotations

import signal
import tempfile
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from academy import execution
from academy.execution import execute, warm_up
from academy.notebooks import BuildError

SOURCE = Path("curriculum/x/01_x.md")


def lesson(*cells: str) -> NotebookNode:
    """A notebook with these code cells."""
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])


def run(trainee_env: Path, *cells: str) -> NotebookNode:
    """Runs code cells in the trainee environment."""
    return execute(lesson(*cells), SOURCE, trainee_env / "bin" / "python")


def running(mark: str) -> list[str]:
    """Command lines of the processes that mention the mark."""
    lines = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(file.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return [line for line in lines if mark in line]


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where this test's kernels have their files: their command lines name it, nobody else's does."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return f"{tmp_path}/lapak-lesson-"


def test_outputs_come_from_the_trainee_environment(trainee_env: Path, own_folder: str) -> None:
    """The lesson runs where trainees run it, and the kernel is gone afterwards."""
    done = run(trainee_env, "import sys; print(sys.prefix)", "1 + 1")
    assert done.cells[0].outputs[0].text.strip() == str(trainee_env)
    assert done.cells[1].outputs[0].data["text/plain"] == "2"
    assert not running(own_folder)


def test_the_given_notebook_stays_as_it_is(trainee_env: Path) -> None:
    """Running gives a copy."""
    notebook = lesson("1")
    execute(notebook, SOURCE, trainee_env / "bin" / "python")
    assert notebook.cells[0].outputs == []


def test_the_signals_of_who_runs_a_lesson_stay(trainee_env: Path) -> None:
    """A school that has just built its lessons still ends in good order on SIGTERM."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda *_: None) for number in numbers]
    mine = [signal.getsignal(number) for number in numbers]
    try:
        run(trainee_env, "1")
        assert [signal.getsignal(number) for number in numbers] == mine
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("biaya = 1 / 0", r"cell 2 \(biaya = 1 / 0\): ZeroDivisionError"),
        ("import warnings; warnings.warn('lama')", "lama"),
        ("import sys; print('bocor', file=sys.stderr)", "bocor"),
        ("harga = 1.250.000", "SyntaxError"),
    ],
)
def test_whatever_goes_wrong_is_named(trainee_env: Path, cell: str, said: str) -> None:
    """The message names the file, the cell and the reason."""
    with pytest.raises(BuildError, match=said) as caught:
        run(trainee_env, "ok = 1", cell, "ok")
    assert str(SOURCE) in str(caught.value)


def test_a_lesson_that_hangs_ends(
    trainee_env: Path, own_folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cell has its time; then the build says so and leaves no process."""
    monkeypatch.setattr(execution, "CELL_SECONDS", 2)
    with pytest.raises(BuildError, match="did not run to its end"):
        run(trainee_env, "import time; time.sleep(60)")
    assert not running(own_folder)


def test_a_kernel_that_dies_is_told(trainee_env: Path) -> None:
    """So is a kernel that ends in the middle."""
    with pytest.raises(BuildError, match="did not run to its end"):
        run(trainee_env, "import os; os._exit(1)")


def test_an_environment_without_latihan_is_told(tmp_path: Path) -> None:
    """Before any lesson runs, the interpreter is tried."""
    with pytest.raises(BuildError, match="does not run"):
        warm_up(tmp_path / "bin" / "python")


@pytest.mark.parametrize(
    "line",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
    ],
)
def test_a_lesson_may_not_use_the_network(trainee_env: Path, line: str) -> None:
    """Not even this machine's: it would fail on the day when nobody is online."""
    with pytest.raises(BuildError, match="may not use the network"):
        run(trainee_env, line)
