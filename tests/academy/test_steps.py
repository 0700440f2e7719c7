"""Long steps: quiet when they work, a reason when they fail, nothing left running."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from academy import steps
from academy.trouble import Trouble


def test_success_says_only_what_is_being_done(capfd: pytest.CaptureFixture[str]) -> None:
    """What the command prints is kept away from the operator."""
    said: list[str] = []
    steps.step("Bekerja", ["sh", "-c", "echo noise; echo noise >&2"], said.append)
    assert said == ["Bekerja …"]
    assert capfd.readouterr() == ("", "")


def test_failure_gives_the_reason() -> None:
    """The command's output decides which sentence is shown."""
    with pytest.raises(Trouble, match="Disk penuh"):
        steps.step("Bekerja", ["sh", "-c", "echo No space left on device; exit 1"], print)


def test_a_long_step_shows_that_it_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while a line appears, and again."""
    monkeypatch.setattr(steps, "_SIGN_OF_LIFE", 0.1)
    said: list[str] = []
    steps.step("Bekerja", ["sleep", "0.35"], said.append)
    assert sum("detik" in line for line in said) >= 2


def test_what_is_made_can_be_read_by_all(tmp_path: Path) -> None:
    """Whatever umask the operator has, other accounts can use the result."""
    old = os.umask(0o077)
    try:
        steps.step("Bekerja", ["touch", "made"], lambda _: None, folder=tmp_path)
    finally:
        os.umask(old)
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o644


def test_variables_are_added(tmp_path: Path) -> None:
    """The command sees its own variables beside those of this process."""
    command = ["sh", "-c", 'test "$MARK" = 7 && test -n "$PATH"']
    steps.step("Bekerja", command, lambda _: None, variables={"MARK": "7"})


def test_a_break_ends_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ctrl-C in the middle of a step leaves no installer running."""

    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    started: list[int] = []
    monkeypatch.setattr(
        steps, "_wait", lambda child, echo: (started.append(child.pid), interrupt())[1]
    )
    with pytest.raises(KeyboardInterrupt):
        steps.step("Bekerja", ["sleep", "60"], lambda _: None)
    assert not Path(f"/proc/{started[0]}").exists()
