"""A fork whose widgets a page talks to: messages go in and come out while both go on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from warmkernel.fork import PIECE, SEND_SECONDS, SLACK, Ended, Fork, verdict
from warmkernel.frames import encode
from warmkernel.job import Status

Take = Callable[[str, Any], None]


class LiveFork(Fork):
    """One kernel that goes on from the end of its notebook; made by `WarmProcess.live`.

    No code goes in, only messages to widgets. It belongs to one event loop after `listen`.
    """

    _reader: asyncio.Task[None] | None = None
    _done: asyncio.Future[Any] | None = None

    def listen(self, take: Take) -> None:
        """Hands over whatever the kernel says from now on.

        Args:
            take: called with a message's type and content: outputs; `comm_open`, `comm_msg` and
                `comm_close`, their binary values as base64 in `buffers`; `captured` with the
                `outputs` of the Output widget `comm_id`; at last `ended`, with why.
        """
        self._data.setblocking(False)
        self._reader = asyncio.create_task(self._read(take))

    async def _read(self, take: Take) -> None:
        loop = asyncio.get_running_loop()
        try:
            while True:
                self._accept(await loop.sock_recv(self._data, PIECE))
                while self._waiting:
                    kind, content = self._frame()
                    if kind != "done":
                        take(kind, content)
                    elif self._done and not self._done.done():
                        self._done.set_result(content)
        except (Ended, OSError) as problem:
            self._ended = self._ended or str(problem)
        if self._done and not self._done.done():
            self._done.set_result(None)
        take("ended", self._ended)

    async def hear(self, messages: list[dict[str, Any]]) -> Status:
        """Hands messages of a page to the widgets; waits until the notebook has answered them.

        Args:
            messages: each with `kind` (`comm_msg`), `content` and `buffers` as base64 texts.

        Returns:
            As a cell: `ok`, `error`, `timeout`, `flood` or `died`; after the last two, and where an
            interrupt did not help, the kernel is no more.
        """
        if self._ended:
            return "died"
        loop = asyncio.get_running_loop()
        self._done = loop.create_future()
        self._most = self._received + self._limits.output + SLACK
        try:
            frame = encode({"messages": messages})
            await asyncio.wait_for(loop.sock_sendall(self._data, frame), SEND_SECONDS)
        except (OSError, TimeoutError):
            return "died"
        return await self._answer(self._done)

    async def _answer(self, done: asyncio.Future[Any]) -> Status:
        await asyncio.wait([done], timeout=self._limits.cell_seconds)
        interrupted = not done.done()
        if interrupted:
            self._tell(b"interrupt")
            await asyncio.wait([done], timeout=self._limits.grace_seconds)
        if not done.done():
            await self.end("it went on after its time was up")
            return "timeout"
        if done.result() is None:
            return "died"
        return "timeout" if interrupted else verdict(done.result())[0]

    async def end(self, reason: str = "it was closed") -> None:
        """Ends the kernel and all that it started; calling it again does nothing."""
        self._ended = self._ended or reason
        if self._reader and self._reader is not asyncio.current_task():
            self._reader.cancel()
            await asyncio.wait(
                [self._reader]
            )  # whatever its taker raised: the kernel ends all the same
            self._reader = None
        await asyncio.to_thread(self.close)
