"""How long somebody worked on a notebook, from the times that JupyterLab writes at its cells."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

IDLE = 10.0  # minutes; a longer pause between two runs counts as this much
STARTED = "iopub.execute_input"


def minutes_worked(path: Path) -> int | None:
    """Count the minutes between the runs of cells, long pauses cut.

    JupyterLab notes when each cell ran last (`recordTiming`). The sum of the times between runs,
    each at most ten minutes, is an estimate of time on task; see Kovanović et al., "Does time-on-task
    estimation matter?" (Journal of Learning Analytics 2(3), 2015), on why pauses have to be cut.

    Args:
        path: a notebook as it was handed in; anything may stand in it.

    Returns:
        Minutes, rounded up; None where fewer than two cells tell.

    Example:
        >>> minutes_between([datetime(2027, 1, 4, 8, minute, tzinfo=UTC) for minute in (0, 3, 50)])
        13
    """
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return minutes_between([when for cell in cells if (when := _ran(cell))])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def minutes_between(moments: list[datetime]) -> int | None:
    """Sum the times between moments, each at most `IDLE`; None for fewer than two moments."""
    if len(moments) < 2:
        return None
    gaps = [(b - a).total_seconds() / 60 for a, b in pairwise(sorted(moments))]
    return math.ceil(sum(min(gap, IDLE) for gap in gaps))


def _ran(cell: Any) -> datetime | None:
    metadata = cell.get("metadata") if isinstance(cell, dict) else None
    execution = metadata.get("execution") if isinstance(metadata, dict) else None
    text = execution.get(STARTED) if isinstance(execution, dict) else None
    if not isinstance(text, str):
        return None
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
