"""Tests of `academy.cli`: help that a person can use, codes that scripts can use."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from academy.cli import app

COMMANDS = ("serve", "build", "grade", "feedback", "verify", "test", "backup", "restore", "doctor")


def test_help_lists_every_command() -> None:
    """Few commands, each with a line."""
    shown = CliRunner().invoke(app, ["--help"]).output
    assert sorted(command.callback.__name__ for command in app.registered_commands) == sorted(
        COMMANDS
    )  # type: ignore[union-attr]
    assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """Each says what it does."""
    done = CliRunner().invoke(app, [name, "--help"])
    assert done.exit_code == 0
    assert len(done.output.split("Usage")[1].splitlines()[2]) > 30


def test_a_bad_port_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """A typing slip in a setting is told, without a traceback, with a code."""
    monkeypatch.setenv("LAPAK_PORT", "delapan")
    done = CliRunner().invoke(app, ["build"])
    assert done.exit_code == 1
    assert "LAPAK_PORT" in done.output
