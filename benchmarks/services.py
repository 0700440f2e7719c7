"""The services that show one calculator: ours, stock Voila, and Gradio where it is installed."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from academy.apps import build_apps
from academy.client import build_client
from academy.environment import ensure_trainee_env

CLONE = Path(__file__).resolve().parents[1]
ENVIRONMENTS = Path(os.environ.get("LAPAK_ENV", CLONE / "build" / "env")).absolute()
PYTHON = ENVIRONMENTS / "trainee-env" / "bin" / "python"
TOOL = "kalkulator_hpp"
OURS, STOCK, GRADIO = "ours", "stock Voila", "Gradio"


@dataclass(frozen=True)
class Running:
    """A service that answers.

    Attributes:
        name: `OURS`, `STOCK` or `GRADIO`.
        port: where it listens, on this machine.
        pid: its first process.
        path: of a tool's page; `{}` stands for the tool.
    """

    name: str
    port: int
    pid: int
    path: str

    def page(self, tool: str = TOOL, port: int = 0) -> str:
        """Gives the address of a page, through another port where one is named."""
        return f"http://127.0.0.1:{port or self.port}{self.path.format(tool)}"


@contextmanager
def tools() -> Iterator[Path]:
    """Builds all notebooks, the script and the style into a folder that is gone afterwards."""
    brought_up_to_date()
    with tempfile.TemporaryDirectory(prefix="alat-") as folder:
        build_apps(CLONE, Path(folder))
        build_client(CLONE, ENVIRONMENTS, Path(folder) / "statik", lambda _: None)
        yield Path(folder)


def brought_up_to_date() -> None:
    """Brings the trainees' environment up to date, with the uv that made the operator's."""
    uv = ENVIRONMENTS / "uv-path"
    if uv.exists():
        os.environ.setdefault("LAPAK_UV", uv.read_text(encoding="utf-8").strip())
    ensure_trainee_env(CLONE, ENVIRONMENTS, say)


@contextmanager
def running(name: str, folder: Path, *settings: str, gradio: str = "") -> Iterator[Running]:
    """Starts a service on a port of its own, and waits until its calculator is there.

    Args:
        name: `OURS`, `STOCK` or `GRADIO`.
        folder: of the notebooks.
        settings: more words for its command line.
        gradio: a Python with Gradio in it.
    """
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    path = "/" if name == GRADIO else "/voila/render/{}.ipynb"
    with (folder / f"{name}.log").open("wb") as output:
        process = subprocess.Popen(
            [*_command(name, folder, port, gradio), *settings],
            env=os.environ | {"PYTHONPATH": str(CLONE), "GRADIO_ANALYTICS_ENABLED": "False"},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    found = Running(name, port, process.pid, path)
    try:
        _wait(found.page(), process)
        yield found
    finally:
        with suppress(ProcessLookupError):  # it ended by itself
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _command(name: str, folder: Path, port: int, gradio: str) -> list[str]:
    if name == GRADIO:
        return [gradio, str(CLONE / "benchmarks/gradio_app.py"), str(port)]
    where = [str(folder), f"--port={port}", "--base_url=/"]
    if name == OURS:
        return [str(PYTHON), "-m", "voila_apps.template", *where]
    return [str(PYTHON), "-m", "voila", *where, "--no-browser"]


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    """Asks until the page comes; so all services are warm when they are measured."""
    for _ in range(240):
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended")
        try:
            urllib.request.urlopen(address, timeout=60).close()  # noqa: S310  our own service
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
