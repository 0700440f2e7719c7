"""The hub's service `penilai`: collects, grades and gives feedback by itself, as the grader's account."""

from __future__ import annotations

import os
import signal
import threading

from deployment.local.course import course_of
from deployment.local.school import School
from graders.watch import Watcher


def main() -> None:
    """Watches until the hub ends it."""
    school, stop = School.from_environment(), threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    os.umask(0o027)
    os.chdir(school.course)  # nbgrader goes back to where it came from
    say = lambda line: print(line, flush=True)  # noqa: E731, T201 (the hub's log takes it)
    Watcher(course_of(school), feedback=school.releases_feedback, say=say).run(stop)


if __name__ == "__main__":
    main()
