"""Formgrader's buttons that make work: they put it in line for the watcher and never hold up the service."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

from jupyter_server.utils import url_path_join
from nbgrader.server_extensions.formgrader.apihandlers import CommentHandler, GradeHandler
from nbgrader.server_extensions.formgrader.base import (
    BaseApiHandler,
    check_notebook_dir,
    check_xsrf,
)
from tornado import web

from graders.queue import Answer, Queue, Request

PATIENCE = 45.0  # seconds; the hub's proxy and the mentor's browser wait longer
PAUSE = 0.2
IN_LINE = (
    "Kiriman ini masih dalam antrean dan akan dinilai dengan sendirinya. "
    "Muat ulang halaman ini sebentar lagi."
)


async def wait_for_answer(queue: Queue, ticket: str, patience: float = PATIENCE) -> Answer:
    """Waits for the watcher's answer without blocking anybody else.

    Args:
        queue: the course's.
        ticket: of the request.
        patience: seconds; after them the request stays in line and the answer says so.
    """
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if answer := queue.take_answer(ticket):
            return answer
        await asyncio.sleep(PAUSE)
    return Answer(success=False, error=IN_LINE, log=IN_LINE)


def _queue(handler: BaseApiHandler) -> Queue:
    return Queue(Path(handler.coursedir.root))


class QueuedAutograde(BaseApiHandler):
    """Grades one submission anew, in the watcher's process."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    async def post(self, assignment_id: str, student_id: str) -> None:
        """Answer as nbgrader does: success, error and log."""
        queue = _queue(self)
        ticket = queue.ask(Request(deed="grade", assignment=assignment_id, student=student_id))
        answer = await wait_for_answer(queue, ticket)
        self.finish(json.dumps(answer.model_dump()))


def _ask_for_feedback(handler: BaseApiHandler, graded: Any) -> None:
    submission = graded.notebook.assignment
    _queue(handler).ask(
        Request(deed="feedback", assignment=submission.name, student=submission.student_id)
    )


class GradeThenFeedback(GradeHandler):
    """A mentor's score reaches the trainee's feedback page by itself."""

    def put(self, grade_id: str) -> None:
        """Save it as nbgrader does, then ask for the page to be made again."""
        super().put(grade_id)
        _ask_for_feedback(self, self.gradebook.find_grade_by_id(grade_id))


class CommentThenFeedback(CommentHandler):
    """A mentor's comment reaches the trainee's feedback page by itself."""

    def put(self, grade_id: str) -> None:
        """Save it as nbgrader does, then ask for the page to be made again."""
        super().put(grade_id)
        _ask_for_feedback(self, self.gradebook.find_comment_by_id(grade_id))


def handlers(base_url: str) -> list[tuple[str, type]]:
    """Returns what takes the place of nbgrader's own handlers, by address."""
    api = url_path_join(base_url, "formgrader", "api")
    return [
        (url_path_join(api, r"submission/([^/]+)/([^/]+)/autograde"), QueuedAutograde),
        (url_path_join(api, r"grade/([^/]+)"), GradeThenFeedback),
        (url_path_join(api, r"comment/([^/]+)"), CommentThenFeedback),
    ]
