"""Counts what a page and its kernel say to each other, so that a test knows when all is answered."""

from __future__ import annotations

import json
import time
from typing import Any

from playwright.sync_api import Page, WebSocket

EDITS = ("set", "custom", "upload", "piece")


class Talk:
    """What goes over the lines of one page, from now on.

    Attributes:
        lines: how many were opened.
        sent: edits on the line that was opened last.
        bytes_sent: characters of all edits on all lines.
        bytes_heard: characters of all that kernels said.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self.lines = self.sent = self.bytes_sent = self.bytes_heard = 0
        self._got, self._idle, self.frames = 0, True, list[Any]()
        page.on("websocket", self._open)

    def _open(self, line: WebSocket) -> None:
        self.lines += 1
        self.sent = self._got = 0
        self._idle = False
        line.on("framesent", self._said)
        line.on("framereceived", self._told)

    def _said(self, text: str | bytes) -> None:
        frame = json.loads(text)
        self.bytes_sent += len(text)
        # A file in pieces is one edit.
        if frame["kind"] in EDITS and frame.get("last", True):
            self.sent += 1

    def _told(self, text: str | bytes) -> None:
        frame = json.loads(text)
        self.bytes_heard += len(text)
        self.frames.append(frame)
        if frame["kind"] == "busy":
            self._got, self._idle = frame["frames"], False
        elif frame["kind"] in ("idle", "ready"):
            self._idle = True

    def wait(self, seconds: float = 30) -> None:
        """Wait until a line is open and the kernel has answered every edit."""
        until = time.monotonic() + seconds
        while not (self.lines and self._idle and self._got >= self.sent):
            assert time.monotonic() < until, (self.lines, self._idle, self._got, self.sent)
            self._page.wait_for_timeout(20)
