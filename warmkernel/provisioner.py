"""The kernel provisioner `warm`: a kernelspec that names it gets forks instead of new processes.

{"argv": ["python", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
 "display_name": "Python (warm)", "language": "python",
 "metadata": {"kernel_provisioner": {"provisioner_name": "warm",
              "config": {"imports": ["pandas", "ipywidgets"], "notebook": "/path/app.ipynb"}}}}
"""

from __future__ import annotations

import asyncio
import atexit
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Any

from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import List, Unicode

from warmkernel.box import Box
from warmkernel.process import WarmProcess

# One warm process for each Python, list of imports and notebook; all end with this process.
_warm: dict[tuple[str, tuple[str, ...], str], WarmProcess] = {}
_lock = threading.Lock()


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel as a fork of a warm process of the same Python."""

    imports = List(Unicode(), help="Modules that the warm process imports").tag(config=True)
    notebook = Unicode(help="A notebook that it runs first; each kernel goes on from its end").tag(
        config=True
    )
    _folder = ""

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Lets the kernel listen on sockets in a folder of its own, whose name is short enough."""
        manager = self.parent
        if manager is not None and not self._folder:
            self._folder = tempfile.mkdtemp(prefix="warm-")
            manager.cache_ports = False
            manager.transport = "ipc"
            manager.ip = f"{self._folder}/k"
        found: dict[str, Any] = await super().pre_launch(**kwargs)
        return found

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Forks the kernel; the first one of its kind waits for the imports."""
        env = {**kwargs.get("env", os.environ)}
        folder = Path(kwargs.get("cwd") or Path.cwd())
        connection = Path(cmd[cmd.index("-f") + 1])
        process = await asyncio.to_thread(self._fork, cmd[0], connection, folder, env)
        self.process, self.pid, self.pgid = process, process.pid, process.pid
        self.cwd = str(folder)
        return self.connection_info

    def _fork(self, python: str, connection: Path, folder: Path, env: dict[str, str]) -> Any:
        warm = warm_process(python, tuple(self.imports), self.notebook)
        return warm.attach(connection, folder, env)

    async def cleanup(self, restart: bool = False) -> None:
        """Removes the folder of the sockets, when the kernel will not come back."""
        await super().cleanup(restart)
        if not restart and self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = ""


def warm_process(python: str, imports: tuple[str, ...], notebook: str) -> WarmProcess:
    """Returns the warm process of that kind, a new one where there is none that lives.

    Raises:
        WarmTrouble: it does not start.
    """
    key = (python, imports, notebook)
    with _lock:
        warm = _warm.get(key)
        if warm is None or not warm.alive:
            path = Path(notebook) if notebook else None
            env = dict(os.environ)
            warm = WarmProcess(Path(python), imports, box=Box("none"), notebook=path, env=env)
            _warm[key] = warm
        return warm


@atexit.register
def _end_all() -> None:
    for warm in _warm.values():
        warm.close()
