"""How a command ends when something is wrong."""

from __future__ import annotations

import pytest
import typer

from academy.explaining import explained
from academy.trouble import Trouble


@pytest.mark.parametrize(
    ("problem", "code"),
    [(Trouble("Penuh.", "Full.", 73), 73), (ValueError("salah"), 1), (RuntimeError("x"), 1)],
)
def test_a_problem_is_a_sentence_and_a_code(
    problem: Exception, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback reaches an operator."""
    with pytest.raises(typer.Exit) as left, explained():
        raise problem
    assert left.value.exit_code == code
    assert str(problem) in capsys.readouterr().err


def test_a_programmers_error_stays_one() -> None:
    """What nobody foresaw is not hidden."""
    with pytest.raises(TypeError), explained():
        raise TypeError("oops")
