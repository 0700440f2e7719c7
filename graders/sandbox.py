"""The grading box: one notebook runs in bubblewrap, sees nothing of the school, and is gone after.

No network, no other process, no file but the interpreter, the trainee environment and her own
variant; a small folder in memory to write in. What it sends back is read as data and never trusted.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/sbin",
    "/etc/ld.so.cache",
    "/etc/fonts",
    "/etc/localtime",
)
SCRATCH = "/kerja"
VARIANTS = "/srv/lapak/variants"


class BoxUnavailable(RuntimeError):
    """No box can be made on this machine; the message says what to do."""


@dataclass(frozen=True)
class Limits:
    """What one notebook may use: seconds, bytes, processes."""

    cell_seconds: int = 20
    wall_seconds: int = 120
    cpu_seconds: int = 60
    memory: int = 2 << 30
    scratch: int = 64 << 20
    file: int = 32 << 20
    processes: int = 200
    answer: int = 16 << 20


def box_command(trainee_env: Path, variant: Path | None, limits: Limits) -> list[str]:
    """Returns the bubblewrap command in front of the program that runs inside.

    Raises:
        BoxUnavailable: bubblewrap is not installed.
    """
    bwrap = shutil.which("bwrap", path="/usr/bin:/bin:/usr/local/bin")
    if bwrap is None:
        raise BoxUnavailable("bubblewrap is missing: install it with `apt-get install bubblewrap`.")
    as_root = os.geteuid() == 0
    args = [bwrap, "--die-with-parent", "--new-session", "--clearenv", "--hostname", "lapak"]
    args += ["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-net"]
    if not as_root:
        args += ["--unshare-user", "--uid", "65534", "--gid", "65534"]
    args += ["--proc", "/proc", "--dev", "/dev"]
    args += ["--perms", "1777", "--size", str(limits.scratch), "--tmpfs", "/tmp"]  # noqa: S108 (its own)
    args += ["--perms", "1777", "--size", str(limits.scratch), "--tmpfs", SCRATCH]
    for path in SYSTEM:
        args += ["--ro-bind-try", path, path]
    for prefix in (base_prefix(trainee_env), trainee_env):
        args += [*open_parents(prefix), "--ro-bind", str(prefix), str(prefix)]
    if variant is not None:
        target = Path(VARIANTS) / variant.name
        args += [*open_parents(target), "--ro-bind", str(variant), str(target)]
    for name, value in environment(trainee_env).items():
        args += ["--setenv", name, value]
    args += ["--chdir", SCRATCH, "--", "prlimit", *prlimit(limits)]
    if as_root:
        args += ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        args += ["--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"]
    return args


def open_parents(path: Path) -> list[str]:
    """Makes the folders above a path enterable inside; bubblewrap would keep them to itself."""
    parents = [str(p) for p in reversed(path.parents) if str(p) != "/"]
    return [word for p in parents for word in ("--perms", "0755", "--dir", p)]


def base_prefix(env: Path) -> Path:
    """Returns where the Python under a virtual environment lives."""
    for line in (env / "pyvenv.cfg").read_text().splitlines():
        name, _, value = line.partition("=")
        if name.strip() == "home":
            return Path(value.strip()).resolve().parent
    raise BoxUnavailable(f"{env} is not a virtual environment: run `lapak serve` to make it.")


def environment(trainee_env: Path) -> dict[str, str]:
    """Returns the whole environment inside: nothing of the school's own gets in."""
    return {
        "PATH": f"{trainee_env}/bin:/usr/bin:/bin",
        "HOME": SCRATCH,
        "LANG": "C.UTF-8",
        "LAPAK_VARIANTS": VARIANTS,
        "IPYTHONDIR": f"{SCRATCH}/.ipython",
        "MPLCONFIGDIR": f"{SCRATCH}/.mpl",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def prlimit(limits: Limits) -> list[str]:
    """Returns the options of `prlimit` for the limits that a process can carry."""
    return [
        f"--as={limits.memory}",
        f"--cpu={limits.cpu_seconds}",
        f"--fsize={limits.file}",
        f"--nproc={limits.processes}",
        "--nofile=256",
        "--core=0",
    ]


def check(trainee_env: Path) -> None:
    """Runs nothing much in a box, to know that boxes work here.

    Raises:
        BoxUnavailable: with a sentence that says what to do.
    """
    command = [*box_command(trainee_env, None, Limits()), "true"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    if done.returncode:
        raise BoxUnavailable(
            "bubblewrap cannot make a box here (are unprivileged user namespaces switched off?): "
            + done.stderr.strip()[-300:]
        )


def replay(
    cells: list[dict[str, Any]], trainee_env: Path, variant: Path | None, limits: Limits
) -> dict[int, dict[str, Any]]:
    """Runs cells in a box and returns what came out, by cell index.

    Cells that are absent from the result did not run: the process had died or its time was up.
    """
    reader, writer = os.pipe()
    python = str(trainee_env / "bin" / "python")
    command = [*box_command(trainee_env, variant, limits), python, "-m", "latihan.replay"]
    request = json.dumps({"cells": cells, "timeout": limits.cell_seconds}).encode()
    with subprocess.Popen(
        [*command, str(writer)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(writer,),
        start_new_session=True,
    ) as process:
        os.close(writer)
        timer = threading.Timer(limits.wall_seconds, _kill, (process,))
        timer.start()
        try:
            _send(process, request)
            lines = {line["index"]: line for line in _lines(reader, limits.answer)}
        finally:
            timer.cancel()
            _kill(process)
            os.close(reader)
    return lines


def _send(process: subprocess.Popen[bytes], request: bytes) -> None:
    assert process.stdin is not None
    with suppress(BrokenPipeError):
        process.stdin.write(request)
        process.stdin.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _lines(reader: int, limit: int) -> Iterator[dict[str, Any]]:
    """Yields the well-formed lines that come through the pipe, up to a limit of bytes."""
    rest, size = b"", 0
    while chunk := os.read(reader, 1 << 16):
        size += len(chunk)
        if size > limit:
            return
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            if (parsed := _parse(line)) is not None:
                yield parsed


def _parse(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    well_formed = (
        isinstance(value, dict)
        and type(value.get("index")) is int
        and isinstance(value.get("outputs"), list)
        and (value.get("answer") is None or _is_plain(value["answer"]))
    )
    return value if well_formed else None


def _is_plain(answer: object) -> bool:
    return (
        isinstance(answer, dict)
        and set(answer) == {"kind", "text"}
        and all(isinstance(v, str) and len(v) <= 1000 for v in answer.values())
    )
