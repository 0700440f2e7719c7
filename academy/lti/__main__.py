"""Runs the service as the hub starts it: `python -m academy.lti`."""

from __future__ import annotations

import os
import signal
import threading

from academy.catalog import load_catalog
from academy.lti.gradebook import Gradebook
from academy.lti.passback import Passback
from academy.lti.scores import Scores
from academy.people.store import Store, address
from academy.progress.store import open_progress
from deployment.local.campus import Campus
from deployment.local.school import School


def main() -> None:
    """Send until the hub ends it.

    Raises:
        SystemExit: no campus is set.
    """
    school, campus, stop = School.from_environment(), Campus.from_environment(), threading.Event()
    if campus is None:
        raise SystemExit("LAPAK_LTI_… are not set")
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    os.umask(0o077)
    catalog = load_catalog(school.clone)
    scores = Scores(Store(address(school)), open_progress(school), catalog, campus.issuer)
    Passback(
        scores,
        Gradebook(campus, school),
        say=lambda line: print(line, flush=True),  # noqa: T201 (the hub's log takes it)
    ).run(stop)


if __name__ == "__main__":
    main()
