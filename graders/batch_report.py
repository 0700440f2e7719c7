"""What became of a batch: one line a submission, and the whole as JSON for machines."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field


@dataclass(frozen=True)
class Graded:
    """What became of one submission.

    Attributes:
        student: whose.
        score: points in the gradebook, late penalty taken off.
        points: out of how many.
        seconds: the work on it, wherever it was done.
        error: why it was not graded; empty when it was.
        repaired: what was put right, in sentences.
        stopped: what did not run to its end, in sentences.
        skipped: it was graded before and has not changed.
    """

    student: str
    score: float = 0.0
    points: float = 0.0
    seconds: float = 0.0
    error: str = ""
    repaired: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()
    skipped: bool = False


@dataclass
class Report:
    """A whole batch.

    Example:
        >>> report = Report("hpp", "bubblewrap", 1, 2.0, [Graded("ani", 3, 4), Graded("budi", error="x")])
        >>> report.counts()
        {'graded': 1, 'repaired': 0, 'skipped': 0, 'failed': 1}
    """

    assignment: str
    box: str = ""
    workers: int = 1
    seconds: float = 0.0
    results: list[Graded] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """Returns how many were graded, of these repaired, skipped because unchanged, and failed."""
        done = [r for r in self.results if not r.error and not r.skipped]
        return {
            "graded": len(done),
            "repaired": sum(bool(r.repaired) for r in done),
            "skipped": sum(r.skipped for r in self.results),
            "failed": sum(bool(r.error) for r in self.results),
        }

    def as_json(self) -> str:
        """Returns everything as JSON."""
        return json.dumps(
            {
                "assignment": self.assignment,
                "box": self.box,
                "workers": self.workers,
                "seconds": round(self.seconds, 3),
                **self.counts(),
                "submissions": [asdict(result) for result in self.results],
            },
            indent=1,
            ensure_ascii=False,
        )
