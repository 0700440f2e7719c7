"""Formgrader's buttons and the line they put work in; the clicks themselves are in the browser tests."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from deployment.local import formgrader_queue
from graders.queue import Answer, Queue, Request

ASKED = Request(deed="grade", assignment="hpp", student="ani")


def test_the_answer_is_waited_for_without_blocking(tmp_path: Path) -> None:
    """Other requests are served meanwhile."""
    queue = Queue(tmp_path)
    ticket = queue.ask(ASKED)

    async def both() -> tuple[Answer, int]:
        waiting = asyncio.create_task(formgrader_queue.wait_for_answer(queue, ticket))
        served = 0
        while not waiting.done():
            await asyncio.sleep(0.01)
            served += 1
            if served == 5:
                queue.answer(ticket, Answer(success=True))
        return await waiting, served

    answer, served = asyncio.run(both())
    assert answer.success
    assert served >= 5


def test_patience_ends_and_the_work_stays_in_line(tmp_path: Path) -> None:
    """The mentor reads that it comes by itself."""
    queue = Queue(tmp_path)
    ticket = queue.ask(ASKED)
    started = time.monotonic()
    answer = asyncio.run(formgrader_queue.wait_for_answer(queue, ticket, patience=0.3))
    assert time.monotonic() - started < 5
    assert not answer.success
    assert "dalam antrean" in answer.error
    assert queue.waiting() == [(ticket, ASKED)]


def test_our_handlers_stand_where_nbgraders_do() -> None:
    """Each of them replaces one that nbgrader still has."""
    import re

    from nbgrader.server_extensions.formgrader.apihandlers import default_handlers

    theirs = [pattern for pattern, *_ in default_handlers]
    for pattern, _ in formgrader_queue.handlers("/services/lapak"):
        own = pattern.removeprefix("/services/lapak")
        assert own in theirs
        assert re.fullmatch(pattern, "/services/lapak" + own.replace("([^/]+)", "x"))
