"""What waits to be graded because somebody asked for it, as small files in the course's folder.

Formgrader writes a request and reads its answer; the watcher reads requests and writes answers. Files
survive both of them: a request that was made before a restart is met after it.
"""

from __future__ import annotations

import secrets
import time
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

FOLDER = ".antrean"
FORGOTTEN = 24 * 3600  # seconds after which nobody asks for an answer any more


class Request(BaseModel):
    """One submission that is to be graded again, or whose feedback page is to be made again."""

    model_config = ConfigDict(frozen=True)

    deed: Literal["grade", "feedback"]
    assignment: str
    student: str


class Answer(BaseModel):
    """What became of a request, in the form in which formgrader's page reads it."""

    success: bool
    error: str = ""
    log: str = ""


def asked_at(ticket: str) -> float:
    """Returns when something was asked for, in seconds since the epoch.

    Example:
        >>> asked_at("01795947622500000000-1a2b3c4d")
        1795947622.5
    """
    return int(ticket.partition("-")[0]) / 1e9


class Queue:
    """The requests of one course.

    Args:
        course: the course's folder.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     queue = Queue(Path(folder))
        ...     ticket = queue.ask(Request(deed="grade", assignment="hpp", student="ani"))
        ...     waiting = [request.student for _, request in queue.waiting()]
        ...     queue.answer(ticket, Answer(success=True))
        ...     waiting, queue.take_answer(ticket).success, queue.waiting()
        (['ani'], True, [])
    """

    def __init__(self, course: Path) -> None:
        self.folder = course / FOLDER

    def ask(self, request: Request) -> str:
        """Puts a request in line and returns its ticket."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        ticket = f"{time.time_ns():020}-{secrets.token_hex(4)}"
        self._put(f"{ticket}.minta", request)
        return ticket

    def waiting(self) -> list[tuple[str, Request]]:
        """Returns the tickets and requests without an answer, oldest first."""
        found = []
        for path in sorted(self.folder.glob("*.minta")):
            try:
                found.append((path.stem, Request.model_validate_json(path.read_bytes())))
            except (OSError, ValidationError):
                path.unlink(missing_ok=True)  # cut off by a full disk: nobody can meet it
        return found

    def answer(self, ticket: str, answer: Answer) -> None:
        """Writes an answer and takes its request out of the line."""
        self._put(f"{ticket}.jawab", answer)
        self.withdraw(ticket)
        for path in self.folder.glob("*.jawab"):
            if time.time() - path.stat().st_mtime > FORGOTTEN:
                path.unlink(missing_ok=True)

    def withdraw(self, ticket: str) -> None:
        """Takes a request out of the line without an answer: nobody waits for one."""
        (self.folder / f"{ticket}.minta").unlink(missing_ok=True)

    def take_answer(self, ticket: str) -> Answer | None:
        """Returns the answer to a request, once; None as long as there is none."""
        path = self.folder / f"{ticket}.jawab"
        try:
            answer = Answer.model_validate_json(path.read_bytes())
        except FileNotFoundError:
            return None
        path.unlink(missing_ok=True)
        return answer

    def _put(self, name: str, content: BaseModel) -> None:
        draft = self.folder / f".{name}"
        draft.write_text(content.model_dump_json(), encoding="utf-8")
        draft.replace(self.folder / name)
