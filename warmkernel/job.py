"""What a fork is asked to do, what it may use, and what came out of one cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Status = Literal["ok", "error", "timeout", "flood", "died"]
Output = dict[str, Any]


@dataclass(frozen=True)
class Limits:
    """What one fork may use. Whatever goes beyond costs the cell, or ends the fork, never more.

    Attributes:
        cell_seconds: wall time of one cell; then it is interrupted.
        grace_seconds: how long an interrupted cell may go on before its fork is killed.
        wall_seconds: wall time of all cells together; then the fork is killed.
        cpu_seconds: processor time of the fork with everything that it started.
        memory: bytes of memory of the fork with everything that it started.
        processes: how many processes and threads it may have at a time.
        output: bytes that one cell may show; then it is interrupted.
        total_output: bytes that all cells together may show; then the fork is killed.
        file: bytes of the largest file that it may write.
        disk: bytes of everything that it may add to its folder.
        files: how many files its folder may hold.
        scratch: bytes of /tmp and of /dev/shm, each.
        open_files: how many files it may have open at a time.

    >>> Limits(cell_seconds=5).cell_seconds
    5
    """

    cell_seconds: float = 30
    grace_seconds: float = 2
    wall_seconds: float = 300
    cpu_seconds: float = 120
    memory: int = 2 << 30
    processes: int = 128
    output: int = 10 << 20
    total_output: int = 64 << 20
    file: int = 64 << 20
    disk: int = 256 << 20
    files: int = 10_000
    scratch: int = 64 << 20
    open_files: int = 256


@dataclass(frozen=True)
class Job:
    """One fork's work.

    Attributes:
        folder: the working folder, and the only thing of this machine that the fork may write. It
            shows in the box as `at`.
        at: where the folder shows in the box.
        shown: what else it may read: path in the box → file or folder of this machine.
        env: variables of its environment, besides the warm process's own.
        reader: `module:function` that turns a value into plain JSON for `Fork.value`; imported in
            the warm process. `warmkernel.plain:describe` if nothing is said.
        limits: what it may use.
    """

    folder: Path
    at: str = "/kerja"
    shown: Mapping[str, Path] = field(default_factory=dict)
    env: Mapping[str, str] = field(default_factory=dict)
    reader: str = "warmkernel.plain:describe"
    limits: Limits = field(default_factory=Limits)


@dataclass
class CellRun:
    """What came out of one cell.

    Attributes:
        outputs: as nbclient records them in a notebook. A later cell may still change one of them
            through `update_display`, as it does in a notebook.
        status: `ok`; `error`: it raised; `timeout`; `flood`: it showed too much; `died`: its
            process ended before the cell did, or had ended before the cell began.
        seconds: wall time.
        execution_count: the number in front of the cell; None where it did not run.
        reason: why a fork is no more, in English, for `timeout`, `flood` and `died`.
    """

    outputs: list[Output]
    status: Status
    seconds: float
    execution_count: int | None = None
    reason: str = ""
