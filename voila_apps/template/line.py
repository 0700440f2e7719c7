"""One websocket, one kernel: what a page says goes to its widgets, what they say comes back."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Any

from tornado.ioloop import PeriodicCallback
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from usaha.language import SOURCE, _, speaking
from voila_apps.template import wire
from voila_apps.template.crowd import Full
from voila_apps.template.full import FullModels, beyond
from voila_apps.template.live import LiveModels
from voila_apps.template.models import model_of
from voila_apps.template.ran import KERNEL
from voila_apps.template.shelf import Broken, Tool
from voila_apps.template.wire import BadFrame, Batch, Frame
from warmkernel.live import LiveFork

if TYPE_CHECKING:
    from voila_apps.template.app import Service

SILENT, CHANGED, CROWDED, ENDED = 4000, 4001, 4002, 4003
HELLO_SECONDS = 10
WAITING_FRAMES = 200  # that one page may send while its kernel is at work
WAITING_MESSAGES = 2  # so many of the largest size, all together
HERE_SECONDS = 1.5  # while a page waits it hears so often that the line is not cut
FLUSH_SECONDS = 0.25  # what a kernel says while it works goes out at least so often
TROUBLE = "Hitungan ini belum berhasil. Periksa isian terakhir Anda, lalu coba lagi."
TOO_LONG = "Hitungan ini terlalu lama dan dihentikan. Ubah isian terakhir Anda, lalu coba lagi."
BROKEN = "Alat ini sedang tidak dapat menghitung. Isian Anda aman di ponsel ini. Coba lagi nanti."
FULL = "Alat ini sedang ramai. Isian Anda aman di ponsel ini. Coba lagi beberapa menit lagi."
log = logging.getLogger("alat")


class Line(WebSocketHandler):
    """The line of one page to a kernel of its own; who knows no kernel's name cannot reach one.

    Args:
        service: shelf, seats, rates and settings of this service.
    """

    _service: Service
    _task: asyncio.Task[None] | None = None

    def initialize(self, service: Service) -> None:
        """Takes what the service's handlers share."""
        self._service = service
        self._arrived: asyncio.Queue[Frame] = asyncio.Queue(WAITING_FRAMES)
        self._greeted = self._ready = False
        self._owes = False  # an answer
        self._here = PeriodicCallback(self._tell_here, HERE_SECONDS * 1000)
        self._taken = 0  # frames that the kernel has got since `hello`
        self._weight = 0  # bytes of those that wait
        self._pieces = StringIO()  # of an upload that is still on its way
        self._coming = False
        self._batch = Batch()
        self._flush: asyncio.TimerHandle | None = None
        self._patience = 0.0  # seconds of silence
        self._widen: Callable[[], None] | None = None  # where the page is a lean one

    async def prepare(self) -> None:
        """Refuses who is no page of ours, or comes too often."""
        # A page in a browser says where it comes from; tornado compares that with this host.
        if "Origin" not in self.request.headers:
            self.send_error(403)
        elif not self._service.line_rates.allow(str(self.request.remote_ip)):
            self.send_error(429)

    def get_compression_options(self) -> dict[str, Any]:
        """Compresses: what a calculation says is HTML, and a phone pays by the kilobyte."""
        return {"compression_level": 6, "mem_level": 5}

    def open(self, name: str) -> None:
        """Begins to serve the page of that tool."""
        self._task = asyncio.create_task(self._serve_in(name.partition(".")[2] or SOURCE, name))

    def on_message(self, message: str | bytes) -> None:
        """Takes a frame; what is no frame of ours, or too many of them, ends the line."""
        try:
            frame = wire.read_frame(message)
            if frame["kind"] == wire.PIECE:
                if not (text := self._joined(frame)):
                    return
                frame = wire.read_frame(text)
        except BadFrame:
            self.close(1008)
            return
        first, self._greeted = not self._greeted, True
        self._weight += len(message)
        # A page holds its edits back until it is told that all is ready.
        expected = first if frame["kind"] == wire.HELLO else self._ready
        if expected and frame["kind"] != wire.PIECE and not self._too_many():
            self._arrived.put_nowait(frame)
        else:
            self.close(1008)

    def _joined(self, piece: Frame) -> str:
        """Keeps a piece; gives the whole frame with the last one, and nothing before.

        A file takes minutes on a slow line: each piece shows both sides that the other is there.
        """
        self._coming = True
        self._pieces.write(piece["text"])
        if not self._ready or self._pieces.tell() > self._service.message_size:
            raise BadFrame("pieces")
        if not piece["last"]:
            self._send({"kind": "got"})
            return ""
        whole, self._pieces = self._pieces.getvalue(), StringIO()
        self._weight += len(whole)
        return whole

    def _too_many(self) -> bool:
        return self._arrived.full() or self._weight > WAITING_MESSAGES * self._service.message_size

    def on_close(self) -> None:
        """Ends the kernel, or gives up the place in the queue."""
        self._here.stop()
        if self._task:
            self._task.cancel()

    async def _serve_in(self, language: str, name: str) -> None:
        """Speaks the page's language as long as this line is there."""
        with speaking(language):
            await self._serve(name)

    async def _serve(self, name: str) -> None:
        address = str(self.request.remote_ip)
        try:
            hello = await asyncio.wait_for(self._arrived.get(), HELLO_SECONDS)
            self._owes = True
            self._here.start()
            tool = await self._service.shelf.tool(name)
            if hello["digest"] != tool.ran.digest:
                self._end(CHANGED, {"kind": "changed"})
                return
            async with (
                self._service.seats.seat(address, self._tell_place),
                self._service.shelf.kernel(tool) as kernel,
                self._kept(tool),
            ):
                await self._talk(tool, kernel, hello)
        except TimeoutError:
            self._end(SILENT)
        except Full:
            self._end(CROWDED, _trouble(_(FULL)))
        except Broken:
            self._end(ENDED, _trouble(_(BROKEN)))
        except Exception:
            # A visitor may fill a widget with what no page of ours would: that ends her own line.
            log.exception("%s: a line ended", name)
            self._end(ENDED, _trouble(_(BROKEN)))

    @asynccontextmanager
    async def _kept(self, tool: Tool) -> AsyncIterator[None]:
        """Is patient with a page whose state lies in its kernel, as long as there are not too many."""
        service = self._service
        keeps = tool.ran.state == KERNEL and service.kept < service.kept_count
        self._patience = service.kept_idle if keeps else service.idle
        service.kept += keeps
        try:
            yield
        finally:
            service.kept -= keeps

    async def _talk(self, tool: Tool, kernel: LiveFork, hello: Frame) -> None:
        """Hands frames on, until the page has been silent for long, or the kernel is no more."""
        models = (FullModels if hello["full"] else LiveModels)(tool.ran)
        self._widen = None if hello["full"] else partial(self._service.shelf.widen, tool)
        kernel.listen(lambda kind, content: self._said(models, kind, content))
        frames, after = [hello], "ready"
        while True:
            self._weight, self._owes = 0, True
            self._send({"kind": "busy", "frames": self._taken})
            for frame in frames:
                models.heard(frame)
            status = await kernel.hear([one for frame in frames for one in wire.messages(frame)])
            self._send_batch(models)
            if status in ("timeout", "flood"):
                self._send(_trouble(_(TOO_LONG)))
            self._ready = True
            self._send({"kind": after})
            after, self._owes = "idle", False
            if kernel.ended:
                log.error("%s: the kernel ended: %s", tool.ran.name, kernel.ended)
                self._end(ENDED, _trouble(_(BROKEN)))
                return
            frames = await self._await_next()

    async def _await_next(self) -> list[Frame]:
        """Waits for frames; as long as a file is coming in, nobody is silent."""
        while True:
            self._coming = False
            try:
                return await asyncio.wait_for(self._next(), self._patience)
            except TimeoutError:
                if not self._coming:
                    raise

    async def _next(self) -> list[Frame]:
        """Waits for frames; gives all that are there, of values one after the other the last."""
        frames = [await self._arrived.get()]
        self._taken += 1
        while not self._arrived.empty():
            frame, last = self._arrived.get_nowait(), frames[-1]
            self._taken += 1
            if frame["kind"] == last["kind"] == wire.SET and frame["id"] == last["id"]:
                frame = {**frame, "state": {**last["state"], **frame["state"]}}
                frames.pop()
            frames.append(frame)
        return frames

    def _said(self, models: LiveModels | FullModels, kind: str, content: Any) -> None:
        """Takes a message of the kernel; it goes out with what else comes in these moments."""
        if kind == "error":
            # Without its last line, in which there may be what the visitor typed.
            where = "\n".join(map(str, content.get("traceback", ())[:-1]))
            log.warning("%s\n%s", content.get("ename"), where)
            self._send(_trouble(_(TROUBLE)))
        elif (frame := wire.frame_of(kind, content)) is not None:
            self._batch.add(frame)
            if self._flush is None:
                loop = asyncio.get_running_loop()
                self._flush = loop.call_later(FLUSH_SECONDS, self._send_batch, models)

    def _send_batch(self, models: LiveModels | FullModels) -> None:
        if self._flush:
            self._flush.cancel()
            self._flush = None
        for frame in self._batch.take():
            if self._widen and frame["kind"] == "open" and beyond(model_of(frame)):
                self._widen()
                self._end(CHANGED, {"kind": "changed"})
                return
            for told in models.told(frame):
                self._send(told)

    def _tell_here(self) -> None:
        if self._owes:
            self._send({"kind": "here"})

    def _tell_place(self, place: int) -> None:
        self._send({"kind": "waiting", "place": place})

    def _send(self, frame: Frame) -> None:
        text = json.dumps(frame, ensure_ascii=False, separators=(",", ":"))
        with suppress(WebSocketClosedError):
            self.write_message(text)

    def _end(self, code: int, frame: Frame | None = None) -> None:
        if frame:
            self._send(frame)
        self.close(code)


def _trouble(text: str) -> Frame:
    return {"kind": "trouble", "text": text}
