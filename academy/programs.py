"""Programs that no Python package brings: found on the machine, or added with apt if allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from typing import NamedTuple

from academy.steps import Echo, step
from academy.trouble import Trouble


class Program(NamedTuple):
    """A program by the names it may have, and the Debian package that brings it.

    Example:
        >>> Program(("no-such-program",), "none").path() is None
        True
    """

    names: tuple[str, ...]
    package: str

    def path(self) -> str | None:
        """Give where it is, or None."""
        found = (shutil.which(name) for name in self.names)
        return next((path for path in found if path), None)


BUBBLEWRAP = Program(("bwrap",), "bubblewrap")
CHROMIUM = Program(
    ("chromium", "google-chrome-stable", "google-chrome", "chromium-browser"), "chromium"
)
CADDY = Program(("caddy",), "caddy")
PEBBLE = Program(("pebble",), "pebble")  # gives certificates by ACME, to tests only
CERTUTIL = Program(
    ("certutil",), "libnss3-tools"
)  # lets a test's browser trust the test's authority
POSTGRESQL = Program(("postgres", "pg_createcluster"), "postgresql")  # Debian hides the first
OF_TESTS = (BUBBLEWRAP, CHROMIUM, POSTGRESQL, CADDY, PEBBLE, CERTUTIL)


def ensure(programs: Iterable[Program], echo: Echo) -> None:
    """See to it that programs are there.

    Args:
        programs: those needed.
        echo: prints one line of progress; silent when all are there.

    Raises:
        Trouble: one is missing and this account may not install it; says what to type.
    """
    missing = [program.package for program in programs if not program.path()]
    if not missing:
        return
    apt = _apt()
    wanted = " ".join(missing)
    if apt is None:
        raise Trouble(
            f"Program belum ada: {wanted}. Pasang sekali dengan: sudo apt-get install {wanted}",
            "These programs are missing and this account may not install them.",
        )
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    step("Memperbarui daftar paket", [*apt, "update", "-q"], echo, variables=quiet)
    install = [*apt, "install", "-qy", "--no-install-recommends", *missing]
    step(f"Memasang {wanted}", install, echo, variables=quiet)


def _apt() -> list[str] | None:
    """Give the command that runs apt-get with the right to install, or None."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get"]
    if not shutil.which("sudo"):
        return None
    # Only without a password: nobody may be there to type one.
    allowed = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n", "apt-get"] if allowed.returncode == 0 else None
