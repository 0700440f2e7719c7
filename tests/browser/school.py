"""A real school for the browser tests: `./lapak serve`, as root or as an account without rights."""

from __future__ import annotations

import contextlib
import os
import pwd
import re
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from deployment.local.layout import Layout
from deployment.local.school import MENTOR, TRAINEES

PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


def wait_until(what: str, condition: Callable[[], object], seconds: float) -> None:
    """Wait until a condition holds; fail with what was waited for."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds:.0f} s: {what}"
        time.sleep(0.1)


@dataclass
class School:
    """One school that the tests start, stop and look into.

    Attributes:
        files: the paths of its state.
        clone: where `./lapak` lies.
        port: its public port.
        owner: the account that runs it; None is the one that runs the tests.
        variables: environment variables beside those that every school gets.
    """

    files: Layout
    clone: Path
    port: int
    owner: pwd.struct_passwd | None = None
    variables: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where people open it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> Path:
        """What `./lapak serve` printed since the last start."""
        return self.files.home.parent / "serve.txt"

    def lapak(self, *arguments: str) -> list[str]:
        """Give the command line of one of the school's commands."""
        return [str(self.clone / "lapak"), *arguments]

    def options(self) -> dict[str, object]:
        """Give what starts a program as the school's account, with nothing of this test's own."""
        user = self.owner and {
            "user": self.owner.pw_uid,
            "group": self.owner.pw_gid,
            "extra_groups": [],
        }
        variables = {
            "PATH": PATH,
            "HOME": str(self.files.home.parent),
            "LAPAK_HOME": str(self.files.home),
            "LAPAK_PORT": str(self.port),
            **{key: os.environ[key] for key in ("LAPAK_RUN",) if key in os.environ},
            **self.variables,
        }
        return {"cwd": self.files.home.parent, "env": variables, **(user or {})}

    def people(self, *words: str) -> str:
        """Type a `lapak people` command as the operator; gives what it says."""
        done = subprocess.run(  # type: ignore[call-overload]
            self.lapak("people", *words),
            capture_output=True,
            text=True,
            check=True,
            **self.options(),
        )
        return str(done.stdout)

    def start(self) -> float:
        """Start it and wait until it says that it is ready; gives the seconds that took."""
        begin = time.monotonic()
        with self.said.open("wb") as said:
            self.process = subprocess.Popen(  # type: ignore[call-overload]
                self.lapak("serve"),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                **self.options(),
            )
        wait_until("the school is ready", self._ready, 400)
        return time.monotonic() - begin

    def _ready(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.last_words()
        return "Sekolah siap" in self.said.read_text(encoding="utf-8")

    def stop(self) -> float:
        """Ask it to end as the machine would (SIGTERM); gives the seconds that took."""
        assert self.process is not None, "start it first"
        begin = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        took = time.monotonic() - begin
        self.process = None
        assert code == 0, f"ended with {code}: {self.last_words()}"
        return took

    def clear_away(self) -> None:
        """End it however it stands, so that nothing of a failed test is left."""
        if self.process is not None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=20)
        for pid in self.processes():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        wait_until("nothing of the school is left", lambda: not self.processes(), 10)

    def passwords_of_cards(self) -> dict[str, str]:
        """Read the one-time passwords that the first start has left for the operator."""
        lines = self.files.passwords.read_text(encoding="utf-8").splitlines()
        pairs = [line.split(maxsplit=1) for line in lines if line]
        return {name: rest for name, rest in pairs if name in (MENTOR, *TRAINEES)}

    def processes(self) -> dict[int, str]:
        """List the living processes that carry this school's folder: their ids and command lines."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                carried = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes()
                state = (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()[0]
            except OSError:
                continue
            if str(self.files.home).encode() in carried and state not in "ZX":
                found[int(folder.name)] = carried.decode(errors="replace")[-300:]
        return {pid: words for pid, words in found.items() if pid != os.getpid()}

    def port_of(self, user: str) -> int:
        """Find the port of a trainee's server, in the environment of its process."""
        address = re.compile(rf"JUPYTERHUB_SERVICE_URL=http://127\.0\.0\.1:(\d+)/user/{user}/")
        for environ in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError):
                text = environ.read_text(errors="replace")
                if str(self.files.home) in text and (found := address.search(text)):
                    return int(found[1])
        raise LookupError(user)

    @property
    def hub_env(self) -> Path:
        """The operator's environment."""
        return Path(self.variables.get("LAPAK_ENV") or self.clone / "build/env") / "hub-env"

    def last_words(self) -> str:
        """Give the end of all that it printed and logged, for a failed test's report."""
        logs = [self.said, self.files.log, *sorted((self.files.hub / "logs").glob("*.log"))]
        return "\n".join(f"── {path.name}\n{_tail(path)}" for path in logs)


def _tail(path: Path, characters: int = 3000) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")[-characters:]
    except OSError as error:
        return f"({error.strerror})"
