"""An ipykernel without sockets: its messages go to a function, until sockets are given to it."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ipykernel.displayhook import ZMQDisplayHook
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from IPython.core.application import BaseIPythonApplication
from jupyter_client.session import Session
from tornado.ioloop import IOLoop
from traitlets.config import Config

from warmkernel.inside.streams import Stream

if TYPE_CHECKING:
    from warmkernel.inside.widgets import Captures

INLINE = "module://matplotlib_inline.backend_inline"
Message = dict[str, Any]


class SinkSession(Session):
    """Hands each message to a function instead of a socket."""

    sink: Callable[[Message], None] = staticmethod(lambda _message: None)

    def send(  # type: ignore[override]  # of nine parameters, those that ipykernel uses
        self,
        _stream: Any,
        msg_or_type: Any,
        content: Any = None,
        parent: Any = None,
        **more: Any,
    ) -> Message:
        """Builds the message as its parent class would, and passes it on."""
        if isinstance(msg_or_type, str):
            header, metadata = more.get("header"), more.get("metadata")
            msg_or_type = self.msg(msg_or_type, content, parent, header, metadata)
        message: Message = msg_or_type
        message["buffers"] = list(more.get("buffers") or ())
        self.sink(message)
        return message


class Kernel:
    """The kernel of this process, its two streams, and where their messages go.

    One process has one: IPython keeps its shell, and ipykernel its application, as singletons.

    Attributes:
        captures: what the Output widgets of a notebook that has been run captured, if one has.
    """

    captures: Captures | None = None

    def __init__(self) -> None:
        os.environ.setdefault("MPLBACKEND", INLINE)
        config = Config()
        # A history file would need a thread, and a fork of a process with threads is not safe.
        config.HistoryManager.enabled = False
        config.HistoryAccessor.enabled = False
        app: Any = IPKernelApp  # ipykernel has few types
        self.app = app.instance(config=config)
        BaseIPythonApplication.initialize(self.app, [])
        self.session = SinkSession(parent=self.app)
        self.app.session = self.session
        self.app.init_pdb()
        self._make_streams()
        self._make_kernel()

    def _make_streams(self) -> None:
        self.stdout = Stream("stdout", 1, self._send_stream)
        self.stderr = Stream("stderr", 2, self._send_stream)
        self.stdout.neighbour, self.stderr.neighbour = self.stderr, self.stdout
        sys.stdout, sys.stderr = self.stdout, self.stderr
        hook: Any = ZMQDisplayHook
        self.app.displayhook = hook(self.session, None)
        sys.displayhook = self.app.displayhook
        self.app.patch_io()

    def _make_kernel(self) -> None:
        app = self.app
        # ipykernel asks which thread runs the shell before it lets an interrupt cancel an `await`.
        channel = SimpleNamespace(parent_thread=threading.main_thread())
        self.kernel: Any = IPythonKernel.instance(
            parent=app,
            session=self.session,
            shell_channel_thread=channel,
            log=app.log,
            profile_dir=app.profile_dir,
            user_ns=app.user_ns,
        )
        app.kernel = self.kernel
        app.displayhook.get_execution_count = lambda: self.kernel.execution_count
        app.init_path()
        app.init_shell()
        app.init_gui_pylab()
        app.init_extensions()
        app.init_code()
        self.shell: Any = self.kernel.shell
        # ipykernel reads it after an error, and nobody has set it where the first error is one of
        # an `await` and an extension shows errors in its own way: it would never answer then.
        self.shell.__dict__.setdefault("_last_traceback", None)

    def _send_stream(self, name: str, text: str) -> None:
        self.session.send(None, "stream", {"name": name, "text": text})

    def flush(self) -> None:
        """Sends what the streams still hold, in ipykernel's order."""
        self.stdout.flush()
        self.stderr.flush()

    def execute(self, code: str, loop: asyncio.AbstractEventLoop) -> Message:
        """Runs a cell as an execute_request would; returns the content of the reply."""
        request = self.session.msg("execute_request", {"code": code, "stop_on_error": False})
        replies: list[Message] = []

        def keep(message: Message) -> None:
            if message["header"]["msg_type"] == "execute_reply":
                replies.append(message["content"])
            else:
                sink(message)

        sink, self.session.sink = self.session.sink, keep
        try:
            self.kernel.set_parent([], request)
            self.kernel.io_loop = IOLoop.current()
            loop.run_until_complete(self.kernel.execute_request(None, [], request))
        finally:
            self.session.sink = sink
        return replies[-1] if replies else {"status": "error", "execution_count": None}

    def hear(self, kind: str, content: Message, buffers: list[bytes]) -> None:
        """Takes a message of a page to a widget, as it would come over a socket.

        Args:
            kind: `comm_msg` or `comm_close`.
            content: the message's.
            buffers: the binary values that belong to it.
        """
        request = self.session.msg(kind, content)
        request["buffers"] = [memoryview(buffer) for buffer in buffers]
        self.kernel.set_parent([], request)
        getattr(self.kernel.comm_manager, kind)(None, None, request)
