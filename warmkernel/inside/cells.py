"""Runs cells on request, over a socket, and sends what they show while they show it."""

from __future__ import annotations

import _thread
import asyncio
import importlib
import json
import os
import signal
import socket
import threading
from base64 import b64encode
from pathlib import Path
from typing import Any

from jupyter_client.session import json_packer

from warmkernel.frames import HEADER, encode, receive
from warmkernel.inside.kernel import Kernel, Message
from warmkernel.inside.streams import Descriptors
from warmkernel.inside.widgets import Captures

KINDS = ("stream", "display_data", "update_display_data", "execute_result", "error", "clear_output")
REQUEST_SIZE = 1 << 28


class OutputFlood(BaseException):
    """A cell showed more than it may."""


class Sink:
    """Sends a cell's messages to the other side, and counts their bytes.

    Args:
        sock: to the process that asked.
        limit: bytes that one cell may show.
    """

    def __init__(self, sock: socket.socket, limit: int) -> None:
        self._sock = sock
        self._limit = limit
        self._pid = os.getpid()
        self._lock = threading.RLock()
        self.left = limit
        self.flooded = False
        self.kinds: tuple[str, ...] = KINDS

    def begin(self) -> None:
        """Starts the count of a cell."""
        self.left, self.flooded = self._limit, False

    def show(self, message: Message) -> None:
        """Sends a kernel's message, if it is one that a notebook records.

        Raises:
            OutputFlood: it was too much; only an error's own message still passes.
        """
        kind = message["header"]["msg_type"]
        if kind not in self.kinds or os.getpid() != self._pid:
            return
        content = message["content"]
        if message.get("buffers"):
            content = {**content, "buffers": [b64encode(b).decode() for b in message["buffers"]]}
        body = json_packer([kind, content])
        self.left -= len(body)
        if self.left >= 0 or (kind == "error" and len(body) < self._limit // 10):
            self._write(HEADER.pack(len(body)) + body)
            return
        self.flooded = True
        text = f"more than {self._limit} bytes of output"
        if threading.current_thread() is threading.main_thread():
            raise OutputFlood(text)
        _thread.interrupt_main()

    def answer(self, value: Any) -> None:
        """Sends the end of a request."""
        self._write(encode(value))

    def _write(self, frame: bytes) -> None:
        # An interrupt in the middle of a frame would spoil all that follow.
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            with self._lock:
                self._sock.sendall(frame)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


class Cells:
    """The loop of a fork: takes requests, runs cells, reads values, until the other side has gone."""

    def __init__(self, kernel: Kernel, sock: socket.socket, output: int, reader: str) -> None:
        self._kernel = kernel
        self._sock = sock
        self._sink = Sink(sock, output)
        # Output widgets of a notebook that was run before the fork go on with what they hold.
        self._captures = kernel.captures or Captures(kernel, self._sink.show)
        self._captures.show = self._sink.show
        kernel.stdout.adopt()
        kernel.stderr.adopt()
        kernel.session.pid = os.getpid()
        kernel.session.sink = self._captures.take
        self._descriptors = Descriptors((kernel.stdout, kernel.stderr))
        kernel.shell.user_ns["_dh"][:] = [Path.cwd()]
        module, _, function = reader.partition(":")
        self._read = getattr(importlib.import_module(module), function)
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)
        # With a handler of its own a loop wakes for every signal: for the interrupt of an `await`.
        self._loop.add_signal_handler(signal.SIGWINCH, lambda: None)

    def serve(self) -> None:
        """Answers until the socket is closed."""
        self._sink.answer(["ready", None])
        while (request := receive(self._sock, REQUEST_SIZE)) is not None:
            if "code" in request:
                self._sink.answer(["done", self._run(request["code"])])
            else:
                self._sink.answer(["value", self._value(request["name"])])
            if self._kernel.shell.exit_now:
                return

    def _run(self, code: str) -> dict[str, Any]:
        self._sink.begin()
        reply = {}
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            reply = self._kernel.execute(code, self._loop)
            self._descriptors.drain()
            self._kernel.flush()
            self._captures.sync()
        except BaseException:  # noqa: BLE001  not the cell's own: it came between two lines of ours
            reply.setdefault("status", "error")
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        status = "flood" if self._sink.flooded else reply.get("status")
        return {"status": status, "count": reply.get("execution_count")}

    def _value(self, name: str) -> Any:
        names = self._kernel.shell.user_ns
        try:
            value = self._read(names[name]) if name in names else None
            json.dumps(value, allow_nan=False)
        except Exception:  # noqa: BLE001  an object of somebody's own making may do anything
            return None
        return value
