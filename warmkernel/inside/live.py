"""The face of a fork for a page: no code comes in, only what a page says to the notebook's widgets."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import signal
from base64 import b64decode
from typing import Any

from warmkernel.frames import receive
from warmkernel.inside.cells import KINDS, REQUEST_SIZE, Cells
from warmkernel.inside.widgets import CAPTURED

TO_THE_PAGE = ("comm_open", "comm_msg", "comm_close", CAPTURED)
FROM_THE_PAGE = ("comm_msg", "comm_close")


_trim = ctypes.CDLL(None).malloc_trim


def _give_back() -> None:
    """Gives back what an answer has left behind: a figure is a heap of cycles, and there may be many forks.

    What the fork shares with its warm process is frozen, and not looked at.
    """
    gc.collect()
    _trim(0)


class LiveWidgets(Cells):
    """The loop of a fork whose notebook has been run: takes messages to widgets, sends theirs."""

    def serve(self) -> None:
        """Answers until the socket is closed; what the notebook has begun goes on meanwhile."""
        self._sink.kinds = (*KINDS, *TO_THE_PAGE)
        self._sink.answer(["ready", None])
        self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        while True:
            await self._arrival()
            request = receive(self._sock, REQUEST_SIZE)
            if request is None:
                return
            self._sink.answer(["done", self._hear(request["messages"])])
            _give_back()

    async def _arrival(self) -> None:
        """Waits for a request; the socket stays a blocking one, because outputs are sent on it too."""
        arrived = asyncio.Event()
        self._loop.add_reader(self._sock.fileno(), arrived.set)
        try:
            await arrived.wait()
        finally:
            self._loop.remove_reader(self._sock.fileno())

    def _hear(self, messages: list[dict[str, Any]]) -> dict[str, Any]:
        """Hands messages to their widgets; says how that ended, as of a cell."""
        self._sink.begin()
        status = "error"
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            for message in messages:
                if message["kind"] in FROM_THE_PAGE:
                    buffers = [b64decode(text) for text in message.get("buffers", ())]
                    self._kernel.hear(message["kind"], message["content"], buffers)
            self._descriptors.drain()
            self._kernel.flush()
            self._captures.sync()
            status = "ok"
        except BaseException:  # noqa: BLE001  an interrupt, or more than it may show
            status = "error"
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        return {"status": "flood" if self._sink.flooded else status, "count": None}
