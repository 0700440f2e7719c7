"""Tables of a run of measurements, and which of its targets were met."""

from __future__ import annotations

from benchmarks.services import say


class Report:
    """Prints tables, and keeps what they say of the targets."""

    def __init__(self) -> None:
        self.missed: list[str] = []
        self._said: list[str] = []

    def table(self, *heads: str) -> None:
        """Begins a table."""
        say(f"\n| {' | '.join(heads)} |\n|{'---|' * 2}{'--:|' * (len(heads) - 2)}")

    def target(self, what: str, is_met: bool) -> None:
        """Notes a target."""
        self._said.append(f"{'met' if is_met else 'MISSED'}: {what}")
        self.missed += [] if is_met else [what]

    def end(self) -> int:
        """Prints all targets; returns the exit code."""
        say("\n" + "\n".join(self._said))
        return 1 if self.missed else 0
