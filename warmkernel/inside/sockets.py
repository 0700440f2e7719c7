"""Gives the warm kernel the sockets of an ipykernel, in the fork, after all else was done before it."""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
from collections.abc import Callable
from typing import Any

from jupyter_client.session import Session
from zmq.eventloop.zmqstream import ZMQStream

from warmkernel.inside.kernel import Kernel


def serve(kernel: Kernel, connection_file: str, ready: Callable[[], None]) -> None:
    """Binds the sockets that a connection file names, says so, and serves until it is shut down.

    Args:
        kernel: this process's, without sockets.
        connection_file: as jupyter_client wrote it.
        ready: called when a client may connect.
    """
    atexit._clear()  # noqa: SLF001  what the warm process would do at its own end is not ours
    asyncio.set_event_loop(asyncio.new_event_loop())
    app = kernel.app
    app.session = Session(parent=app)
    app.connection_file = connection_file
    app.load_connection_file()
    app.init_sockets()
    app.init_heartbeat()
    app.init_io()
    app.init_signal()
    _hand_over(kernel)
    ready()
    app.start()
    app.close()
    atexit._run_exitfuncs()  # noqa: SLF001  as the interpreter does at its end


def _hand_over(kernel: Kernel) -> None:
    """Does to a kernel that exists what IPKernelApp.init_kernel does when it makes one."""
    app, one, shell = kernel.app, kernel.kernel, kernel.shell
    for name in ("session", "iopub_socket", "iopub_thread", "stdin_socket", "control_thread"):
        setattr(one, name, getattr(app, name))
    one.shell_channel_thread, one.debug_shell_socket = (
        app.shell_channel_thread,
        app.debug_shell_socket,
    )
    one.shell_stream = ZMQStream(app.shell_socket, app.shell_channel_thread.io_loop)
    app.shell_channel_thread.shell_stream = one.shell_stream
    one.control_stream = ZMQStream(app.control_socket, app.control_thread.io_loop)
    one.debugpy_stream = ZMQStream(app.debugpy_socket, app.control_thread.io_loop)
    app.control_thread.start()
    app.shell_channel_thread.start()
    for part in (shell.display_pub, shell.displayhook):
        part.session, part.pub_socket = app.session, app.iopub_socket
    app.displayhook.get_execution_count = lambda: one.execution_count
    ports = ("shell", "iopub", "stdin", "control", "hb")
    one.record_ports({f"{name}_port": getattr(app, f"{name}_port") for name in ports})
    if hasattr(one, "debugger"):
        _renew_debugger(one)


def _renew_debugger(one: Any) -> None:
    """Makes the debugger again: the one that is there knows no sockets."""
    one.debugger = one.debugger_class(
        one.log,
        one.debugpy_stream,
        one._publish_debug_event,  # noqa: SLF001  as ipykernel does it in its constructor
        one.debug_shell_socket,
        one.session,
        one._kernel_modules,  # noqa: SLF001
    )


def adopt(kernel: Kernel, env: dict[str, str], folder: str) -> None:
    """Makes the environment and the folder those that a new kernel would have been started with."""
    backend = os.environ.get("MPLBACKEND", "")
    os.environ.clear()
    os.environ.update(env)
    os.environ.setdefault("MPLBACKEND", backend)
    kernel.shell.init_environment()
    os.chdir(folder)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
