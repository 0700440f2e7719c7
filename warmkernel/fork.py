"""A fork as its owner sees it: runs cells, reads values, never trusts what comes back."""

from __future__ import annotations

import json
import select
import socket
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from warmkernel.frames import Broken, Reader, TooLong, encode
from warmkernel.job import CellRun, Limits, Status
from warmkernel.record import Recorder

PIECE = 1 << 18
SLACK = 1 << 20  # what an honest fork may send beyond what it may show
SEND_SECONDS = 60
FLOOD = "it sent more than it may"


class WarmTrouble(RuntimeError):
    """The warm process did not start, or could not fork; the text says why."""


class Ended(Exception):
    """The fork is no more; the text says why."""


class Fork:
    """One kernel; made by `WarmProcess.fork`.

    Args:
        limits: what it may use.
        data: the socket to the fork itself.
        keeper: the socket to the warm process, which ends the fork and says why it ended.

    Raises:
        WarmTrouble: it could not be shut in.
    """

    def __init__(self, limits: Limits, data: socket.socket, keeper: socket.socket) -> None:
        self._limits = limits
        self._data = data
        self._keeper = keeper
        self._frames = Reader(limits.output + SLACK)
        self._waiting: list[Any] = []
        self._recorder = Recorder()
        self._received, self._most = 0, limits.output + SLACK
        self._ended, self._begun = "", False
        try:
            kind, text = self._next(time.monotonic() + SEND_SECONDS)
        except (Ended, TimeoutError) as problem:
            self.close()
            raise WarmTrouble(f"no fork: {problem}") from problem
        if kind != "ready":
            self.close()
            raise WarmTrouble(f"no fork: {text}")

    @property
    def ended(self) -> str:
        """Why it is no more; empty while it lives."""
        return self._ended

    def run(self, source: str, seconds: float | None = None) -> CellRun:
        """Runs a cell; never raises for what the cell does.

        Args:
            source: the cell's text.
            seconds: wall time for it, if not the limits' `cell_seconds`.
        """
        outputs: list[dict[str, Any]] = []
        self._recorder.begin(outputs)
        if not self._begun:
            self._begun = True
            self._tell(b"begin")  # its wall time is that of its cells; it may have waited before
        started = time.monotonic()
        status, count = self._run(source, started + (seconds or self._limits.cell_seconds))
        run = CellRun(outputs, status, time.monotonic() - started, count)
        if status in ("died", "timeout", "flood"):
            run.reason = self._ended
        return run

    def _run(self, source: str, until: float) -> tuple[Status, int | None]:
        """Returns how a cell ended; one that is told to stop has `grace_seconds` left."""
        interrupted = False
        most = self._limits.total_output + SLACK
        self._most = min(most, self._received + self._limits.output + SLACK)
        try:
            self._ask({"code": source})
            while True:
                try:
                    kind, content = self._next(until)
                except TimeoutError:
                    if interrupted:
                        self._end("it went on after its time was up")
                        return "timeout", None
                    interrupted, until = True, time.monotonic() + self._limits.grace_seconds
                    self._tell(b"interrupt")
                    continue
                if kind == "done":
                    status, count = verdict(content)
                    return ("timeout" if interrupted else status), count
                self._recorder.take(kind, content)
        except Ended as problem:
            self._end(str(problem))
            return (
                "flood" if str(problem) == FLOOD else "timeout" if interrupted else "died"
            ), None

    def value(self, name: str) -> Any:
        """Returns what the job's reader says of a name, as plain JSON data.

        None where there is no such name, the reader failed, or the fork is no more. It comes from
        the fork: whoever ran code there may have chosen it.
        """
        try:
            self._ask({"name": name})
            until = time.monotonic() + self._limits.cell_seconds
            while True:
                kind, content = self._next(until)
                if kind == "value":
                    return content
        except (Ended, TimeoutError) as problem:
            self._end(str(problem) or "it did not answer")
            return None

    def _ask(self, request: dict[str, str]) -> None:
        if self._ended:
            raise Ended(self._ended)
        self._data.settimeout(SEND_SECONDS)
        try:
            self._data.sendall(encode(request))
        except OSError as problem:
            raise Ended(self._reason()) from problem

    def _next(self, until: float) -> tuple[str, Any]:
        """Returns the next frame's kind and content.

        Raises:
            Ended: the fork ended, sent too much, or sent what is no frame.
            TimeoutError: nothing came in time.
        """
        while not self._waiting:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._data], [], [], left)[0]:
                raise TimeoutError
            self._receive()
        return self._frame()

    def _frame(self) -> tuple[str, Any]:
        """Returns the first of the frames that wait."""
        frame = self._waiting.pop(0)
        if isinstance(frame, list) and len(frame) == 2 and isinstance(frame[0], str):
            return frame[0], frame[1]
        raise Ended("it sent what is not a message")

    def _receive(self) -> None:
        try:
            self._accept(self._data.recv(PIECE))
        except OSError as problem:
            raise Ended(self._reason()) from problem

    def _accept(self, data: bytes) -> None:
        """Takes what has come.

        Raises:
            Ended: it was the end, too much, or no frame.
        """
        try:
            self._received += len(data)
            if not data:
                raise Ended(self._reason())
            if self._received > self._most:
                raise Ended(FLOOD)
            self._waiting = self._frames.feed(data)
        except TooLong as problem:
            raise Ended(FLOOD) from problem
        except Broken as problem:
            raise Ended(f"it sent what is not a message: {problem}") from problem

    def _reason(self) -> str:
        """Asks the warm process why the fork ended."""
        with suppress(OSError, ValueError):
            self._keeper.settimeout(2)
            return str(json.loads(self._keeper.recv(1 << 12))["ended"])
        return "its process ended"

    def _tell(self, what: bytes) -> None:
        with suppress(OSError):
            self._keeper.send(what)

    def _end(self, reason: str) -> None:
        if not self._ended:
            self._ended = reason
            self.close()

    def close(self) -> None:
        """Ends the fork and all that it started; calling it again does nothing."""
        self._ended = self._ended or "it was closed"
        self._data.close()
        if self._keeper.fileno() < 0:
            return
        with suppress(OSError, ValueError):
            self._keeper.settimeout(5)
            self._keeper.send(b"end")
            self._keeper.recv(1 << 12)
        self._keeper.close()

    def __enter__(self) -> Self:
        """Gives itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends it."""
        self.close()


def verdict(content: Any) -> tuple[Status, int | None]:
    """Reads the end of a cell; a fork that lies about it only harms itself."""
    if not isinstance(content, dict):
        return "error", None
    count = content.get("count")
    status: Status = "error"
    if content.get("status") == "ok":
        status = "ok"
    elif content.get("status") == "flood":
        status = "flood"
    return status, count if type(count) is int else None
