"""What a check found: all right, a warning, or something wrong, with what to do in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "warning", "wrong"]
SIGNS: dict[Level, str] = {"ok": "baik  ", "warning": "AWAS  ", "wrong": "SALAH "}


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's.

    Attributes:
        level: how bad it is.
        what: what was looked at.
        indonesian: what was found and what to do.
        english: the same, shorter.

    Example:
        >>> print(Finding("wrong", "disk", "Penuh: kosongkan.", "Full: free some space."))
        SALAH  disk: Penuh: kosongkan. (Full: free some space.)
    """

    level: Level
    what: str
    indonesian: str = ""
    english: str = ""

    def __str__(self) -> str:
        """Give the line."""
        rest = f": {self.indonesian} ({self.english})" if self.indonesian else ""
        return f"{SIGNS[self.level]} {self.what}{rest}"


def ok(what: str) -> Finding:
    """Say that all is well with something."""
    return Finding("ok", what)


def warn(what: str, indonesian: str, english: str) -> Finding:
    """Say that something should be looked at."""
    return Finding("warning", what, indonesian, english)


def wrong(what: str, indonesian: str, english: str) -> Finding:
    """Say that something does not work, or will not."""
    return Finding("wrong", what, indonesian, english)
