"""Reads an uploaded file in a process of its own: without rights, and without stopping the pages."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from typing import Any, Final

from academy.people.roster import Written, read_rows
from deployment.local.school import TOOLS, School
from usaha.importers.problems import Problem

SECONDS: Final = 40.0
MEMORY: Final = 1_500_000_000  # bytes
TOO_MUCH: Final = (
    "Berkas ini tidak dapat dibaca. Simpan lagi sebagai .xlsx atau .csv, lalu coba lagi."
)


async def read_apart(
    school: School, data: bytes
) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """Do what `academy.people.roster.read_rows` does, where a harmful file can do no harm.

    Args:
        school: in root's one, the reading process runs without rights.
        data: the file.
    """
    answer = await run_apart(school, "academy.web.reading", data)
    if answer is None:
        return (), (Problem(TOO_MUCH),)
    said = json.loads(answer)
    rows = tuple(Written(line, fields) for line, fields in said["rows"])
    return rows, tuple(Problem(text) for text in said["problems"])


async def run_apart(school: School, module: str, data: bytes) -> bytes | None:
    """Hand a stranger's file to a program of ours in a process of its own.

    Args:
        school: in root's one, that process runs without rights.
        module: the program; it reads from its standard input.
        data: the file.

    Returns:
        What it wrote; None where it failed or took too long.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd="/",
        env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        **without_rights(school),
    )
    try:
        answer, _ = await asyncio.wait_for(process.communicate(data), SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
        return None
    return answer if process.returncode == 0 else None


def without_rights(school: School) -> dict[str, Any]:
    """Give what starts a process as the account of the public tools; in a plain user's school, his."""
    whose = {"user": TOOLS, "group": TOOLS, "extra_groups": []}
    return whose if school.as_root else {}


def main() -> None:
    """Read a file from the standard input, and write its rows as JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))
    rows, problems = read_rows(sys.stdin.buffer.read())
    said = {"rows": rows, "problems": [str(problem) for problem in problems]}
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
