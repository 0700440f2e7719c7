"""What grading must reach, and what a run of measurements says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.exercises import GOLDEN, PANDAS

STOCK, OURS = "nbgrader autograde", "lapak grade"
TIMES = {(PANDAS, 1): 5, (PANDAS, 2): 9, (GOLDEN, 1): 10}  # as many times as fast as stock
GROWTH = 1.1  # no worse than linear, nor more memory: a tenth for what else the machine does


@dataclass(frozen=True)
class Line:
    """One measurement: who graded how many, how fast, with how much memory, times what stock takes."""

    notebook: str
    who: str
    workers: int
    submissions: int
    seconds: float
    each: float
    megabytes: float
    ratio: float | None = None

    def __str__(self) -> str:
        """Gives a row of a table."""
        memory = f"{self.megabytes:.0f}" if self.megabytes else ""
        ratio = f"{self.ratio:.1f}" if self.ratio else ""
        return (
            f"| {self.notebook} | {self.who} | {self.workers} | {self.submissions} "
            f"| {self.seconds:.1f} | {self.each:.3f} | {memory} | {ratio} |"
        )


@dataclass(frozen=True)
class Verdict:
    """One target, and whether it was met."""

    what: str
    is_met: bool

    def __str__(self) -> str:
        """Gives a line of a list."""
        return f"{'met' if self.is_met else 'MISSED'}: {self.what}"


def verdicts(lines: Sequence[Line]) -> list[Verdict]:
    """Returns what the measurements say of each target that they speak of.

    Example:
        >>> fast = Line(PANDAS, OURS, 1, 20, 8.0, 0.4, 200.0, ratio=5.5)
        >>> slow = Line(PANDAS, OURS, 1, 100, 45.0, 0.45, 210.0, ratio=4.4)
        >>> for verdict in verdicts([fast, slow]):
        ...     print(verdict)
        MISSED: penjualan, 1 workers: 4.4 times stock, 5 wanted (100 submissions)
        MISSED: penjualan, 1 workers: 1.12 times the seconds each and 1.05 times the memory at 100 as at 20 submissions
    """
    return [*_ratios(lines), *_growth(lines)]


def _ratios(lines: Sequence[Line]) -> Iterator[Verdict]:
    compared = {
        (x.notebook, x.workers): x for x in lines if x.ratio is not None
    }  # the largest last
    for key, wanted in TIMES.items():
        if line := compared.get(key):
            assert line.ratio is not None
            what = f"{line.ratio:.1f} times stock, {wanted} wanted ({line.submissions} submissions)"
            yield Verdict(f"{_name(line)}: {what}", line.ratio >= wanted)


def _growth(lines: Sequence[Line]) -> Iterator[Verdict]:
    runs: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        if line.who == OURS:
            runs.setdefault((line.notebook, line.workers), []).append(line)
    for ran in runs.values():
        for less, more in pairwise(ran):
            time, memory = more.each / less.each, more.megabytes / less.megabytes
            counts = f"{more.submissions} as at {less.submissions} submissions"
            what = (
                f"{time:.2f} times the seconds each and {memory:.2f} times the memory at {counts}"
            )
            yield Verdict(f"{_name(more)}: {what}", max(time, memory) <= GROWTH)


def _name(line: Line) -> str:
    return f"{line.notebook}, {line.workers} workers"
