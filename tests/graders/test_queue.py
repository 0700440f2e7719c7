"""The line of requests between formgrader and the watcher."""

from __future__ import annotations

import os
import time
from pathlib import Path

from graders.queue import FORGOTTEN, Answer, Queue, Request

ANI = Request(deed="grade", assignment="hpp", student="ani")
BUDI = Request(deed="feedback", assignment="hpp", student="budi")


def test_oldest_first_and_only_once(tmp_path: Path) -> None:
    """An answered request is out of the line, and its answer is taken once."""
    queue = Queue(tmp_path)
    assert queue.waiting() == []
    first, second = queue.ask(ANI), queue.ask(BUDI)
    assert queue.waiting() == [(first, ANI), (second, BUDI)]
    assert queue.take_answer(first) is None
    queue.answer(first, Answer(success=False, error="rusak"))
    assert queue.waiting() == [(second, BUDI)]
    assert queue.take_answer(first) == Answer(success=False, error="rusak")
    assert queue.take_answer(first) is None


def test_a_restart_loses_nothing(tmp_path: Path) -> None:
    """Another process finds the line as it was."""
    ticket = Queue(tmp_path).ask(ANI)
    assert Queue(tmp_path).waiting() == [(ticket, ANI)]


def test_half_a_request_is_thrown_away(tmp_path: Path) -> None:
    """It was cut off by a full disk: it must not stop the ones after it."""
    queue = Queue(tmp_path)
    ticket = queue.ask(ANI)
    (queue.folder / "0.minta").write_text('{"deed": "gr')
    assert queue.waiting() == [(ticket, ANI)]
    assert queue.waiting() == [(ticket, ANI)]
    assert len(list(queue.folder.iterdir())) == 1


def test_answers_that_nobody_took_are_cleared_away(tmp_path: Path) -> None:
    """A mentor who closed the page never asks again."""
    queue = Queue(tmp_path)
    old, new = queue.ask(ANI), queue.ask(BUDI)
    queue.answer(old, Answer(success=True))
    long_ago = time.time() - FORGOTTEN - 1
    os.utime(queue.folder / f"{old}.jawab", (long_ago, long_ago))
    queue.answer(new, Answer(success=True))
    assert queue.take_answer(old) is None
    assert queue.take_answer(new) is not None


def test_only_the_grader_reads_it(tmp_path: Path) -> None:
    """Names of trainees are in it."""
    queue = Queue(tmp_path)
    queue.ask(ANI)
    assert queue.folder.stat().st_mode & 0o777 == 0o700
