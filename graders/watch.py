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
from functools import partial
from pathlib import Path

from graders import shops
from graders.batch_report import Graded
from graders.bench import KeptBench
from graders.checks import load_key
from graders.cluster import Here
from graders.coordinator import Coordinator
from graders.course import Course
from graders.queue import Answer, Queue, Request, asked_at
from graders.runner import Runner

PAUSE = 2.0  # seconds between two looks
CALM = 20.0  # seconds without another edit after which a mentor's scores go into the feedback
PATIENCE = 600.0  # seconds to wait for somebody's own `lapak grade`

Say = Callable[[str], None]
Keep = Callable[[str, list[str]], object]


class Watcher:
    """Watches one course.

    Args:
        course: its folders.
        feedback: whether feedback pages are released by themselves.
        say: prints one line for the operator; no name but the hub's user name is in it.
        calm: seconds without another edit before a mentor's scores are passed on.
        keep: told of an assignment and of those who were graded or reviewed in it, after their
            feedback is out.
    """

    def __init__(
        self,
        course: Course,
        *,
        feedback: bool = True,
        say: Say = print,
        calm: float = CALM,
        keep: Keep = lambda _assignment, _students: None,
    ) -> None:
        self.course, self.feedback, self.say, self.calm = course, feedback, say, calm
        self.keep = keep
        self.queue = Queue(course.root)
        self.inbound = course.exchange / course.course_id / "inbound"
        self.runner, self.bench = Runner(course), KeptBench()
        self.coordinator = Coordinator(
            course, lambda recipe, _: Here(recipe, self.bench), wait=PATIENCE
        )
        self._seen: set[str] = set()

    def run(self, stop: threading.Event, pause: float = PAUSE) -> None:
        """Watches until it is told to stop; no failure ends it."""
        while not stop.wait(pause):
            self.attempt(self.look)
        self.close()

    def close(self) -> None:
        """Ends the warm process that is kept from one batch to the next."""
        self.bench.close()

    def attempt(self, work: Callable[[], object]) -> None:
        """Does something; a failure is told, and nothing ends."""
        try:
            work()
        except Exception as problem:  # noqa: BLE001 (a watcher that dies helps nobody; the log has it)
            self.say(f"penilai: {type(problem).__name__}: {problem}")

    def look(self) -> None:
        """Takes one look, and does what there is to do."""
        for assignment, students in self._arrived().items():
            self._meet_arrivals(assignment, students)
        self._issue_asked()
        edited: dict[tuple[str, str], list[str]] = defaultdict(list)
        for ticket, request in self.queue.waiting():
            if request.deed == "feedback":
                edited[request.assignment, request.student].append(ticket)
            else:
                self._meet(ticket, request)
        for (assignment, student), tickets in edited.items():
            self._pass_on(assignment, student, tickets)
        self.bench.let_go()

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
        self._give_back(assignment, [r.student for r in results if not (r.error or r.skipped)])

    def _issue_asked(self) -> None:
        """Issues the next shop to whoever asks for it and may have it."""
        course = self.course
        for folder in _folders(self.inbound):
            for assignment in shops.take_requests(folder):
                names = (course.course_id, folder.name, assignment)
                if load_key(assignment):
                    self.attempt(partial(shops.issue_next, course.variants, course.salt, *names))

    def _meet(self, ticket: str, request: Request) -> None:
        try:
            results = self.coordinator.grade(request.assignment, [request.student], force=True)
        except Exception as problem:  # noqa: BLE001 (somebody waits for an answer, whatever it is)
            why = f"{type(problem).__name__}: {problem}"
            self.queue.answer(ticket, Answer(success=False, error=why, log=why))
            return
        for result in results:
            self._tell(request.assignment, result)
        error = "; ".join(r.error for r in results if r.error)
        self._give_back(request.assignment, [r.student for r in results if not r.error])
        self.queue.answer(ticket, Answer(success=not error, error=error, log=error))

    def _pass_on(self, assignment: str, student: str, tickets: list[str]) -> None:
        """Gives back what a mentor has written, once she types no more; a stop meanwhile loses nothing."""
        if time.time() - asked_at(tickets[-1]) >= self.calm:
            self._give_back(assignment, [student])
            for ticket in tickets:
                self.queue.withdraw(ticket)

    def _give_back(self, assignment: str, students: list[str]) -> None:
        self._release(assignment, students)
        if students:
            self.attempt(lambda: self.keep(assignment, students))

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
