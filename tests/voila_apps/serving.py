"""The service of the tools, started as the school starts it, without the school's outer box."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

from warmkernel.inside.watch import tree

BASE = "/services/alat/"


def kernels_of(service: int) -> int:
    """Count the kernels of a service: each is two processes, under a warm one under its box."""
    boxes = [pid for pid in tree(service) if _parent(pid) == service]
    inside = [pid for box in boxes for pid in tree(box)[1:]]
    warm = [pid for pid in inside if _parent(pid) in boxes]
    return sum(_parent(pid) in warm for pid in inside)


def _parent(pid: int) -> int:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0
    return int(stat.rpartition(")")[2].split()[1])


class Service:
    """A running service; it can be ended and started again at the same address.

    Args:
        python: of the trainees' environment.
        clone: whose code is served.
        folder: of the notebooks, with `statik/` in it.
        idle: seconds of silence after which a kernel ends.
    """

    def __init__(self, python: Path, clone: Path, folder: Path, idle: int) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            self.port = listener.getsockname()[1]
        self._command = [
            *(str(python), "-m", "voila_apps.template", str(folder), f"--port={self.port}"),
            *(f"--base_url={BASE}", f"--idle={idle}"),
        ]
        self._environment = os.environ | {"PYTHONPATH": str(clone)}
        self._log = folder.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None

    def page(self, name: str, port: int = 0) -> str:
        """Give the address of a tool's page, through another port where one is named."""
        return f"http://127.0.0.1:{port or self.port}{BASE}voila/render/{name}.ipynb"

    def kernels(self) -> int:
        """Count the kernels that live."""
        return kernels_of(self._process.pid) if self._process else 0

    def start(self) -> None:
        """Start the service and wait until it answers."""
        with self._log.open("ab") as output:
            self._process = subprocess.Popen(
                self._command,
                env=self._environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        for _ in range(300):
            assert self._process.poll() is None, self._log.read_text(encoding="utf-8")
            try:
                urllib.request.urlopen(self.page("tidak_ada"), timeout=2)
            except urllib.error.HTTPError:
                return  # it answers: there is no such tool
            except OSError:
                time.sleep(0.1)
        raise AssertionError(self._log.read_text(encoding="utf-8"))

    def stop(self) -> None:
        """End the service and all its kernels."""
        if self._process is None:
            return
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(5)
        self._process = None
