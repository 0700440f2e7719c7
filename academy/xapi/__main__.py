"""Runs the service as the hub starts it: `python -m academy.xapi`."""

from __future__ import annotations

import os
import signal
import threading

from academy.catalog import load_catalog
from academy.people.store import Store, address
from academy.progress.store import open_progress
from academy.xapi.delivery import LOGIN, PLACE, delivery_to
from academy.xapi.outbox import FILE, Outbox
from academy.xapi.sending import Sender
from academy.xapi.statements import Writer
from deployment.local.school import School


def main() -> None:
    """Send until the hub ends it."""
    school, stop = School.from_environment(), threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    os.umask(0o077)
    sender = Sender(
        (Store(address(school)), open_progress(school)),
        Writer(load_catalog(school.clone), school.address),
        Outbox(school.hub / FILE),
        delivery_to(os.environ[PLACE], os.environ.get(LOGIN, "")),
        say=lambda line: print(line, flush=True),  # noqa: T201 (the hub's log takes it)
    )
    sender.run(stop)


if __name__ == "__main__":
    main()
