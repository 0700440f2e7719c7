"""The addresses under ``<base>/lapak/`` that the buttons of the lab call."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from latihan.lab import exchange, feedback_page, tries
from latihan.lab.lessons import catalogue, lay_out
from latihan.lab.places import Places, places, unit_of
from latihan.lab.plan import entry
from latihan.lab.receipts import Receipt

# Feedback holds outputs of her own notebook: it is shown as paper, without scripts or this origin.
PAPER = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


def install(serverapp: Any) -> None:
    """Lay out the lessons and add the handlers to a running Jupyter Server."""
    here = places(Path(serverapp.root_dir))
    try:
        lay_out(here, trust=lambda path: _trust(serverapp, path))
    except OSError:
        serverapp.log.exception("Lapak: lessons could not be laid out")
    base = url_path_join(serverapp.web_app.settings["base_url"], "lapak")
    shared = {"here": here, "locks": defaultdict(asyncio.Lock)}
    serverapp.web_app.add_handlers(
        ".*$",
        [
            (url_path_join(base, "lessons"), LessonsHandler, shared),
            (
                url_path_join(base, r"(fetch|check|submit|status|feedback|again)/(\w+)"),
                ExerciseHandler,
                shared,
            ),
            (url_path_join(base, r"umpan-balik/(\w+)"), FeedbackPageHandler, shared),
        ],
    )


def _trust(serverapp: Any, path: Path) -> None:
    """Sign a lesson of ours, so that its outputs show when it is opened."""
    import nbformat

    serverapp.contents_manager.notary.sign(nbformat.read(path, as_version=4))


class _Shared:
    """What all handlers know: the places, and one lock for each assignment."""

    here: Places
    locks: dict[str, asyncio.Lock]

    def initialize(self, here: Places, locks: dict[str, asyncio.Lock]) -> None:
        """Take over what `install` has made."""
        self.here, self.locks = here, locks


class LessonsHandler(_Shared, APIHandler):
    """The list of lessons, and who is here."""

    @web.authenticated
    def get(self) -> None:
        """Answer ``{"user", "lessons": [{"title", "track", "path", "assignment", "note"}]}``."""
        lessons = [
            {**lesson._asdict(), "note": entry(self.here, lesson.exercise).note}
            for lesson in catalogue(self.here)
        ]
        self.finish(json.dumps({"user": self.here.user, "lessons": lessons}))


class ExerciseHandler(_Shared, APIHandler):
    """What can be done with one assignment."""

    @web.authenticated
    async def post(self, action: str, assignment: str) -> None:
        """Do it in a thread, one at a time for each assignment; problems answer 409 with a sentence."""
        try:
            unit_of(assignment)
        except ValueError:
            raise web.HTTPError(404) from None
        async with self.locks[assignment]:
            try:
                answer = await asyncio.to_thread(_ACTIONS[action], self.here, assignment)
            except exchange.ExchangeProblem as problem:
                self.log.warning(
                    "Lapak: %s %s: %s", action, assignment, problem.__cause__ or problem
                )
                self.set_status(409)
                answer = {"message": str(problem)}
        self.finish(json.dumps(answer))


class FeedbackPageHandler(_Shared, JupyterHandler):
    """The newest feedback page, or one that waits for it and looks again by itself."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        """Show the page; 404 for what is no assignment."""
        try:
            unit_of(assignment)
        except ValueError:
            raise web.HTTPError(404) from None
        async with self.locks[assignment]:
            found, last = await asyncio.to_thread(self._look, assignment)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if found:
            self.set_header("Content-Security-Policy", PAPER)
            note = entry(self.here, assignment).note
            self.finish(feedback_page.page(found, last, note))
            return
        self.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        if last:
            self.set_header("Refresh", str(feedback_page.REFRESH))
        self.finish(feedback_page.waiting(last))

    def _look(self, assignment: str) -> tuple[exchange.Feedback | None, Receipt | None]:
        try:
            found = exchange.feedback(self.here, assignment)
        except exchange.ExchangeProblem:
            self.log.warning("Lapak: feedback of %s cannot be fetched", assignment)
            found = None
        return found, exchange.last_receipt(self.here, assignment)


def _fetch(here: Places, assignment: str) -> dict[str, Any]:
    return {"path": exchange.fetch(here, assignment)}


def _check(here: Places, assignment: str) -> dict[str, Any]:
    return {"empty": [answer._asdict() for answer in exchange.check(here, assignment)]}


def _submit(here: Places, assignment: str) -> dict[str, Any]:
    receipt, new = exchange.submit(here, assignment)
    return {"receipt": receipt._asdict(), "new": new}


def _status(here: Places, assignment: str) -> dict[str, Any]:
    receipt = exchange.last_receipt(here, assignment)
    now = tries.present(here, assignment)
    note = entry(here, assignment).note
    return {"receipt": receipt and receipt._asdict(), "try": tries.as_told(now), "note": note}


def _again(here: Places, assignment: str) -> dict[str, Any]:
    return {"try": tries.as_told(exchange.begin_next(here, assignment))}


def _feedback(here: Places, assignment: str) -> dict[str, Any]:
    found = exchange.feedback(here, assignment)
    last = exchange.last_receipt(here, assignment)
    return {
        "found": found is not None,
        "about": found and found.receipt._asdict(),
        "newer": found.newer if found else 0,
        "last": last and last._asdict(),
    }


_ACTIONS: dict[str, Callable[[Places, str], dict[str, Any]]] = {
    "fetch": _fetch,
    "check": _check,
    "submit": _submit,
    "status": _status,
    "feedback": _feedback,
    "again": _again,
}
