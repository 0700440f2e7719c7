"""The owner's side: starts a warm process, and asks it for forks."""

from __future__ import annotations

import array
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from warmkernel import box as boxes
from warmkernel.attached import Attached
from warmkernel.box import Box
from warmkernel.fork import Fork, WarmTrouble
from warmkernel.job import CellRun, Job
from warmkernel.live import LiveFork
from warmkernel.scratch import scratch, sweep

__all__ = ["Fork", "WarmProcess", "WarmTrouble"]

HERE = Path(__file__).resolve().parent
MESSAGE = 1 << 17
PREFIX = "warm-lib-"
ENVIRONMENT = {
    "LANG": "C.UTF-8",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    # A process with threads must not be forked.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NUMEXPR_NUM_THREADS": "1",
}
IN_THE_BOX = {
    "HOME": "/tmp",  # noqa: S108  the box's own
    "IPYTHONDIR": "/tmp/.ipython",  # noqa: S108
    "MPLCONFIGDIR": "/tmp/.matplotlib",  # noqa: S108
}


class WarmProcess:
    """A process that has imported what notebooks need; each fork of it is a kernel of its own.

    Several threads may ask it for forks at once; each fork is used by one at a time.

    Args:
        python: the Python that runs inside, of a virtual environment with ipykernel.
        imports: modules to import before the first fork. Pandas and Matplotlib are also used once.
        box: what `find_box()` returned.
        notebook: a notebook to run first; every fork goes on from its end.
        widgets: what the ids of its widgets begin with; then they are the same at every run.
        packages: folders of packages that stand before the environment's own of the same name.
        env: variables of its environment, which every fork has too.
        start_seconds: how long the imports and the notebook may take.

    Attributes:
        runs: what the code cells of `notebook` showed.
        widgets: the states of its widgets by id, as a notebook saves them.

    Raises:
        WarmTrouble: it did not start, an import failed, or an import started a thread.
    """

    def __init__(  # noqa: PLR0913  each has a default that is right for most
        self,
        python: Path | None,
        imports: Iterable[str] = (),
        *,
        box: Box,
        notebook: Path | None = None,
        widgets: str = "",
        packages: Iterable[Path] = (),
        env: Mapping[str, str] | None = None,
        start_seconds: float = 120,
    ) -> None:
        self.box = box
        self.runs: list[CellRun] = []
        self.widgets: dict[str, Any] = {}
        found = {path.name: path.resolve() for path in (HERE, *packages)}
        environment = python.absolute().parent.parent if python else None
        config = {
            "probe": python is None,
            "imports": list(imports),
            "notebook": box.host + str(notebook.resolve(strict=True)) if notebook else "",
            "widgets": widgets,
            "boxed": box.shuts_in,
            "host": box.host,
            "as_root": box.shuts_in and os.geteuid() == 0,
            "base": boxes.base_of(environment, found) if box.shuts_in else {},
        }
        sweep(PREFIX)
        self._kept = ExitStack()
        self._library = _links(self._kept.enter_context(scratch(PREFIX)), found)
        home = IN_THE_BOX if box.shuts_in else {"HOME": str(Path.home())}
        whole_env = {"PATH": _path(environment), **home, **ENVIRONMENT, **(env or {})}
        self._start(str(python or _base_python()), config, whole_env)
        try:
            self._wait_until_ready(time.monotonic() + start_seconds)
        except BaseException:
            self.close(patience=0.2)
            raise

    def _start(self, python: str, config: dict[str, Any], env: dict[str, str]) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        owner = os.pidfd_open(os.getpid())
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  closed with the process
        fds = [theirs.fileno(), owner]
        library = boxes.LIBRARY if self.box.name == "bubblewrap" else str(self._library)
        program = _program(python, library, self.box.name, fds)
        command = self.box.command(config["base"], env) + program
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                pass_fds=fds,
                env=env,
                cwd="/",
                start_new_session=True,
            )
            with suppress(ConnectionError):  # it has ended at once; what it said is told below
                self._control.send(json.dumps(config).encode())
        finally:
            theirs.close()
            os.close(owner)

    def _wait_until_ready(self, until: float) -> None:
        first = self._message(until)
        if "failed" in first:
            raise WarmTrouble(f"the warm process could not start: {first['failed']}")
        body = bytearray()
        while len(body) < first["ready"]:
            body += self._packet(until)
        ran = json.loads(body)
        self.widgets = ran.get("widgets", {})
        for run in ran.get("runs", ()):
            self.runs.append(CellRun(run["outputs"], run["status"], 0.0, run["count"]))

    def _message(self, until: float) -> dict[str, Any]:
        found = json.loads(self._packet(until))
        assert isinstance(found, dict)
        return found

    def _packet(self, until: float) -> bytes:
        ready, _, _ = select.select([self._control], [], [], max(0, until - time.monotonic()))
        with suppress(ConnectionError):
            if ready and (packet := self._control.recv(MESSAGE)):
                return packet
        why = "it took too long" if not ready else "it ended"
        raise WarmTrouble(f"the warm process did not start: {why}. {self._said()}".strip())

    def _said(self) -> str:
        """Returns the end of what it wrote on standard error, as long as that is kept."""
        if self._errors.closed:
            return ""
        size = self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, size - 4000))
        return self._errors.read().decode("utf-8", "replace")

    @property
    def pid(self) -> int:
        """The process that was started, as this machine counts."""
        return self._process.pid

    def fork(self, job: Job) -> Fork:
        """Returns a new kernel, shut in as the job says. Close it, or use it with `with`.

        Raises:
            WarmTrouble: the warm process has ended, or the box could not be made.
            FileNotFoundError: the job's folder, or what it shows, is not there.
        """
        data, keeper = self._ask(_request(job))
        return Fork(job.limits, data, keeper)

    def live(self, job: Job) -> LiveFork:
        """Returns a new kernel whose widgets a page may talk to, and that runs no other code.

        Raises:
            WarmTrouble: as `fork`.
            FileNotFoundError: as `fork`.
        """
        return LiveFork(job.limits, *self._ask({**_request(job), "live": True}))

    def attach(self, connection_file: Path, folder: Path, env: Mapping[str, str]) -> Attached:
        """Returns a new ipykernel that listens where a connection file of jupyter_client's says.

        Args:
            connection_file: it names the sockets.
            folder: the kernel's working folder.
            env: its whole environment.

        Raises:
            WarmTrouble: the warm process has ended, or the kernel could not listen there.
            ValueError: the warm process is boxed; a box has no way out for such a kernel.
        """
        if self.box.shuts_in:
            raise ValueError("a boxed warm process forks kernels for cells only")
        request = {"connection": str(connection_file), "folder": str(folder), "env": dict(env)}
        return Attached(*self._ask(request))

    @property
    def alive(self) -> bool:
        """Whether it can be asked for forks."""
        return self._process.poll() is None

    def _ask(self, request: dict[str, Any]) -> tuple[socket.socket, socket.socket]:
        """Sends a request with a socket for data and one to keep the fork by; returns our ends."""
        data, their_data = socket.socketpair()
        keeper, their_keeper = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        fds = array.array("i", [their_data.fileno(), their_keeper.fileno()])
        try:
            body = json.dumps(request).encode()
            self._control.sendmsg([body], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, fds)])
        except OSError as problem:
            data.close()
            keeper.close()
            raise WarmTrouble(f"the warm process has ended. {self._said()}".strip()) from problem
        finally:
            their_data.close()
            their_keeper.close()
        return data, keeper

    def close(self, patience: float = 5) -> None:
        """Ends the warm process with all its forks; calling it again does nothing.

        Args:
            patience: seconds in which it may end by itself, before it is killed.
        """
        with suppress(OSError):  # it is closed already, or the other side is
            self._control.shutdown(socket.SHUT_RDWR)
        self._control.close()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._kill()
        self._errors.close()
        self._kept.close()

    def _kill(self) -> None:
        """Kills it; behind bubblewrap it is the child of what was started."""
        pid = self._process.pid
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split():
            with suppress(ProcessLookupError):
                os.kill(int(child), signal.SIGKILL)
        self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        """Gives itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Ends it."""
        self.close()


def _links(folder: Path, packages: Mapping[str, Path]) -> Path:
    """Makes a folder one in which only these packages can be found; their neighbours cannot."""
    for name, path in packages.items():
        (folder / name).symlink_to(path)
    return folder


def _program(python: str, library: str, box: str, fds: list[int]) -> list[str]:
    """Returns the command of the warm process, inside the outer wall or before it makes its own."""
    module = "outer" if box == "namespaces" else "server"
    numbers = ", ".join(map(str, fds))
    code = f"import sys; sys.path[0] = {library!r}; from warmkernel.inside.{module} import main; "
    return [python, "-c", f"{code}main({numbers})"]


def _request(job: Job) -> dict[str, Any]:
    return {
        "folder": str(job.folder.resolve(strict=True)),
        "at": job.at,
        "shown": {at: str(path.resolve(strict=True)) for at, path in job.shown.items()},
        "env": dict(job.env),
        "reader": job.reader,
        "limits": asdict(job.limits),
    }


def _base_python() -> str:
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _path(environment: Path | None) -> str:
    own = [f"{environment}/bin"] if environment else []
    return os.pathsep.join([*own, "/usr/local/bin", "/usr/bin", "/bin"])
