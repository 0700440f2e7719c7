"""Runs a lesson in the trainee environment and refuses whatever a reader should not see."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from academy.notebooks import KERNELSPEC, BuildError

CELL_SECONDS = 60
# A lesson that needs the network fails on the day when there is none: it may not even try.
KERNEL = """
import sys
def stay(event, args):
    if event == "socket.getaddrinfo" or (event == "socket.connect" and isinstance(args[1], tuple)):
        raise PermissionError("a lesson may not use the network")
sys.addaudithook(stay)
from ipykernel import kernelapp
kernelapp.launch_new_instance()
"""
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class _OneKernel(KernelSpecManager):
    """Knows one kernel: the given Python's, whatever is installed elsewhere on this machine."""

    def __init__(self, python: Path) -> None:
        super().__init__()
        self._spec = KernelSpec(
            argv=[str(python), "-c", KERNEL, "-f", "{connection_file}"],
            display_name=KERNELSPEC["display_name"],
            language=KERNELSPEC["language"],
        )

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        del kernel_name
        return self._spec


def warm_up(python: Path) -> None:
    """Lets matplotlib list the fonts now: its notice about doing so has no place in a lesson.

    Raises:
        BuildError: this Python cannot run lessons; the message holds its last line.
    """
    wanted = "import ipykernel, latihan, matplotlib.font_manager"
    try:
        done = subprocess.run(
            [str(python), "-c", wanted], capture_output=True, text=True, check=False, timeout=180
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"the trainee environment's {python} does not run: {error}") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise BuildError(f"the trainee environment's {python} cannot run lessons: {last}")


def execute(notebook: NotebookNode, source: Path, python: Path) -> NotebookNode:
    """Runs every cell and gives the notebook with its outputs.

    Args:
        notebook: what to run; it stays as it is.
        source: the file it was made from, for messages.
        python: interpreter of the trainee environment. It inherits this process's variables.

    Returns:
        A copy with outputs.

    Raises:
        BuildError: a cell raises, warns, writes to stderr, asks for the network or takes too long;
            the message names it.
    """
    run: NotebookNode = nbformat.from_dict(notebook)
    replies: dict[int, dict[str, Any]] = {}

    def remember(cell_index: int, execute_reply: dict[str, Any], **_: object) -> None:
        replies[cell_index] = execute_reply["content"]

    with tempfile.TemporaryDirectory(prefix="lapak-lesson-") as folder:
        client = NotebookClient(
            run,
            km=_manager(python, folder),
            timeout=CELL_SECONDS,
            allow_errors=True,  # every complaint is collected below, with the cell's name
            record_timing=False,
            shutdown_kernel="immediate",
            on_cell_executed=remember,
            resources={"metadata": {"path": folder}},
        )
        # A profile of the person who builds must not change what a lesson shows.
        environment = {**os.environ, "IPYTHONDIR": f"{folder}/.ipython"}
        try:
            with _signals_kept():
                client.execute(env=environment, cleanup_kc=True)
        except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
            line = str(error).strip().splitlines()[0]
            raise BuildError(f"{source}: the lesson did not run to its end: {line}") from None
    if found := complaints(run, replies):
        raise BuildError("\n".join(f"{source}: {complaint}" for complaint in found))
    # The kernel's patch version would change the file from machine to machine.
    run.metadata.pop("language_info", None)
    return run


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Put back what SIGINT and SIGTERM do here: nbclient leaves them at the system's defaults."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _manager(python: Path, folder: str) -> AsyncKernelManager:
    """Gives a manager whose kernel listens on sockets in `folder` only, not on the network."""
    return AsyncKernelManager(
        kernel_spec_manager=_OneKernel(python),
        kernel_name=KERNELSPEC["name"],
        transport="ipc",
        ip=f"{folder}/kernel",
        connection_file=f"{folder}/kernel.json",
    )


def complaints(notebook: NotebookNode, replies: Mapping[int, Mapping[str, Any]]) -> list[str]:
    """Lists the cells that raised or wrote to stderr (where warnings go), each with its reason.

    Args:
        notebook: the notebook after its run.
        replies: what the kernel answered, by the cell's place. The trainee's kernel tells errors in
            friendly words instead of error outputs, so the outputs alone do not show them.
    """
    found = []
    for at, cell in enumerate(notebook.cells):
        reasons = [_stderr(output) for output in cell.get("outputs", ())]
        reasons.append(_error(replies.get(at, {})))
        first = (cell.source.strip().splitlines() or [""])[0]
        found += [f"cell {at + 1} ({first}): {reason}" for reason in reasons if reason]
    return found


def _stderr(output: NotebookNode) -> str:
    if output.output_type == "stream" and output.name == "stderr":
        return COLOURS.sub("", output.text).strip() or "writes to stderr"
    return ""


def _error(reply: Mapping[str, Any]) -> str:
    if reply.get("status", "ok") == "ok":
        return ""
    return COLOURS.sub("", f"{reply.get('ename', 'error')}: {reply.get('evalue', '')}")
