"""A piece of line between a browser and a service that can be cut, in silence or with a bang."""

from __future__ import annotations

import asyncio
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

RESET = struct.pack("ii", 1, 0)  # close with RST


@dataclass(eq=False)
class _Way:
    """One connection through the relay; `lost` once it was cut in silence."""

    ends: list[asyncio.StreamWriter]
    lost: bool = False


class Relay:
    """Carries bytes to a port of this machine, until it is cut.

    What was cut in silence never comes back: like a phone's connection whose way through the network
    is forgotten. Neither side hears of it; only new connections get through, once the line is mended.

    Args:
        target: the port of the service.
        latency: seconds there and back.
        rate: bytes a second each way, for all connections together; 0 for as it is.

    Attributes:
        port: where the browser connects to.
        carried: bytes that went through, both ways.
    """

    def __init__(self, target: int, latency: float = 0, rate: float = 0) -> None:
        self._target, self._state = target, "open"
        self._latency, self._rate = latency, rate
        self.carried = 0
        self._free = [
            0.0,
            0.0,
        ]  # when the line will have carried all that was given to it, each way
        self._ways: list[_Way] = []
        self._loop = asyncio.new_event_loop()
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port: int = listener.getsockname()[1]
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)

    def cut(self, silently: bool) -> None:
        """Cut all connections; new ones are swallowed, or refused by a reset, until `mend`."""
        self._do(self._cut, silently)

    def mend(self) -> None:
        """Let new connections through."""
        self._do(self._mend)

    def close(self) -> None:
        """End it, with all connections."""
        self._do(self._reset)
        self._do(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _do(self, deed: object, *words: bool) -> None:
        done = threading.Event()

        def run() -> None:
            deed(*words)  # type: ignore[operator]
            done.set()

        self._loop.call_soon_threadsafe(run)
        assert done.wait(10)

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        serving = asyncio.start_server(self._take, "127.0.0.1", self.port)
        self._server = self._loop.run_until_complete(serving)
        started.set()
        self._loop.run_forever()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.close()

    def _cut(self, silently: bool) -> None:
        self._state = "silent" if silently else "reset"
        if silently:
            for way in self._ways:
                way.lost = True
        else:
            self._reset()

    def _mend(self) -> None:
        self._state = "open"

    def _reset(self) -> None:
        for way in self._ways:
            for end in way.ends:
                with suppress(OSError):
                    raw = end.get_extra_info("socket")
                    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
                end.transport.abort()
        self._ways.clear()

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        way = _Way([writer], lost=self._state == "silent")
        self._ways.append(way)
        if self._state == "reset":
            self._reset()
        if self._state != "open":
            return
        try:
            back, forth = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            writer.transport.abort()
            return
        way.ends.append(forth)
        await asyncio.sleep(self._latency)  # its handshake
        await asyncio.gather(self._carry(way, reader, 1), self._carry(way, back, 0))

    async def _carry(self, way: _Way, source: asyncio.StreamReader, end: int) -> None:
        to = way.ends[end]
        with suppress(OSError):
            while data := await source.read(1 << 12):
                if way.lost:
                    continue
                self.carried += len(data)
                if self._rate or self._latency:
                    free = max(self._free[end], self._loop.time()) + len(data) / (
                        self._rate or 1e12
                    )
                    self._free[end] = free
                    self._loop.call_at(free + self._latency / 2, _give, way, to, data)
                    await asyncio.sleep(free - self._loop.time())
                else:
                    to.write(data)
                    await to.drain()
            if not way.lost:
                self._loop.call_at(self._free[end] + self._latency / 2, _end, way, to)


def _give(way: _Way, to: asyncio.StreamWriter, data: bytes) -> None:
    if not way.lost and not to.is_closing():
        to.write(data)


def _end(way: _Way, to: asyncio.StreamWriter) -> None:
    if not way.lost:
        to.close()


@contextmanager
def relayed(target: int, latency: float = 0, rate: float = 0) -> Iterator[Relay]:
    """Start a relay to a port; it ends with the block."""
    relay = Relay(target, latency, rate)
    try:
        yield relay
    finally:
        relay.close()
