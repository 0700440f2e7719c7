"""The hub's service `penilai`: collects, grades, gives feedback and keeps tries, as the grader."""

from __future__ import annotations

import os
import signal
import threading

from academy.progress.keeping import Keeper
from academy.progress.store import open_progress
from deployment.local import logs
from deployment.local.course import course_of
from deployment.local.school import School
from graders.watch import Watcher


def main() -> None:
    """Watch until the hub ends it."""
    school, stop = School.from_environment(), threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    os.umask(0o027)
    os.chdir(school.course)  # nbgrader goes back to where it came from
    say = logs.set_up("penilai").info
    course = course_of(school)
    keeper = Keeper(course, open_progress(school))
    watcher = Watcher(course, feedback=school.releases_feedback, say=say, keep=keeper.keep)
    watcher.attempt(keeper.catch_up)
    watcher.run(stop)


if __name__ == "__main__":
    main()
