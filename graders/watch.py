"""Collects, grades and gives feedback by itself: a submission has its score within a minute.

It looks at the names in the trainees' inbound folders, which costs nothing, and works only where
something has come. What fails is told once and tried again when something new comes from the same
trainee, so that one broken submission never keeps the others waiting.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from graders.batch_report import Graded
from graders.coordinator import Coordinator
from graders.course import Course
from graders.queue import Answer, Queue, Request
from graders.runner import Runner

PAUSE = 2.0  # seconds between two looks
CALM = 20.0  # seconds without another edit after which a mentor's scores go into the feedback
PATIENCE = 600.0  # seconds to wait for somebody's own `lapak grade`

Say = Callable[[str], None]


class Watcher:
    """Watches one course.

    Args:
        course: its folders.
        feedback: whether feedback pages are released by themselves.
        say: prints one line for the operator; no name but the hub's user name is in it.
        calm: seconds without another edit before a mentor's scores are passed on.
    """

    def __init__(
        self, course: Course, *, feedback: bool = True, say: Say = print, calm: float = CALM
    ) -> None:
        self.course, self.feedback, self.say, self.calm = course, feedback, say, calm
        self.queue = Queue(course.root)
        self.inbound = course.exchange / course.course_id / "inbound"
        self.runner, self.coordinator = Runner(course), Coordinator(course, wait=PATIENCE)
        self._seen: set[str] = set()
        self._edited: dict[tuple[str, str], float] = {}

    def run(self, stop: threading.Event, pause: float = PAUSE) -> None:
        """Watches until it is told to stop; no failure ends it."""
        while not stop.wait(pause):
            try:
                self.look()
            except Exception as problem:  # noqa: BLE001 (a watcher that dies helps nobody; the log has it)
                self.say(f"penilai: {type(problem).__name__}: {problem}")

    def look(self) -> None:
        """Takes one look, and does what there is to do."""
        for assignment, students in self._arrived().items():
            self._meet_arrivals(assignment, students)
        for ticket, request in self.queue.waiting():
            self._meet(ticket, request)
        self._pass_on_edits()

    def _arrived(self) -> dict[str, set[str]]:
        """Returns who has newly submitted what."""
        found: dict[str, set[str]] = defaultdict(set)
        for folder in _folders(self.inbound):
            for submission in _folders(folder):
                label, parts = f"{folder.name}/{submission.name}", submission.name.split("+")
                # nbgrader's submit writes the secret last: without it, it is still being written.
                if label in self._seen or not (submission / "submission_secret.txt").exists():
                    continue
                self._seen.add(label)
                if len(parts) >= 3 and (self.course.root / "source" / parts[1]).is_dir():
                    found[parts[1]].add(folder.name)
        return found

    def _meet_arrivals(self, assignment: str, students: set[str]) -> None:
        self.runner.collect(assignment)
        collected = students.intersection(self.coordinator.submitted(assignment))
        results = self.coordinator.grade(assignment, sorted(collected))
        for result in results:
            self._tell(assignment, result)
        self._release(assignment, [r.student for r in results if not (r.error or r.skipped)])

    def _meet(self, ticket: str, request: Request) -> None:
        if request.deed == "feedback":
            self.queue.answer(ticket, Answer(success=True))
            self.queue.take_answer(ticket)  # nobody waits for it
            self._edited[request.assignment, request.student] = time.monotonic()
            return
        try:
            results = self.coordinator.grade(request.assignment, [request.student], force=True)
        except Exception as problem:  # noqa: BLE001 (somebody waits for an answer, whatever it is)
            why = f"{type(problem).__name__}: {problem}"
            self.queue.answer(ticket, Answer(success=False, error=why, log=why))
            return
        for result in results:
            self._tell(request.assignment, result)
        error = "; ".join(r.error for r in results if r.error)
        self._release(request.assignment, [r.student for r in results if not r.error])
        self.queue.answer(ticket, Answer(success=not error, error=error, log=error))

    def _pass_on_edits(self) -> None:
        now = time.monotonic()
        for key in [key for key, when in self._edited.items() if now - when >= self.calm]:
            del self._edited[key]
            self._release(key[0], [key[1]])

    def _release(self, assignment: str, students: Iterable[str]) -> None:
        if not self.feedback:
            return
        for student in students:
            try:
                self.runner.feedback(assignment, student)
            except RuntimeError as problem:
                self.say(f"penilai: {assignment} {student}: umpan balik belum terbit: {problem}")

    def _tell(self, assignment: str, result: Graded) -> None:
        if result.error:
            self.say(f"penilai: {assignment} {result.student}: GAGAL: {result.error}")
        elif not result.skipped:
            self.say(
                f"penilai: {assignment} {result.student}: "
                f"{result.score:g} dari {result.points:g}, {result.seconds:.1f} detik"
            )


def _folders(folder: Path) -> list[Path]:
    """Returns the folders in a folder that may be gone or closed; links are none."""
    try:
        return [p for p in sorted(folder.iterdir()) if p.is_dir() and not p.is_symlink()]
    except OSError:
        return []
