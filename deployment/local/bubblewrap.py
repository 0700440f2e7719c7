"""The program that makes boxes: found, installed where that is allowed, and tried."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable


class BoxError(RuntimeError):
    """Boxes cannot be made on this machine; the message tells the operator what to do."""


def program() -> str:
    """Give the path of bubblewrap.

    Raises:
        BoxError: it is not installed.
    """
    found = shutil.which("bwrap")
    if not found:
        raise BoxError("Program bubblewrap (bwrap) belum terpasang: sudo apt install bubblewrap")
    return found


def ensure_usable(echo: Callable[[str], None]) -> None:
    """Make sure that boxes work here; installs bubblewrap with apt where that is allowed.

    Args:
        echo: tells the operator what happens.

    Raises:
        BoxError: no bubblewrap, or the kernel refuses it.
    """
    if not shutil.which("bwrap"):
        _install(echo)
    tried = [program(), "--ro-bind", "/", "/", "--unshare-pid", "--proc", "/proc", "true"]
    if os.geteuid() != 0:
        tried.insert(1, "--unshare-user")
    done = subprocess.run(tried, check=False, capture_output=True, text=True)
    if done.returncode:
        raise BoxError(_refusal(done.stderr.strip()))


def _install(echo: Callable[[str], None]) -> None:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (sudo and not shutil.which("sudo")):
        return
    echo("Memasang bubblewrap (sekali saja) …")
    for step in (["update"], ["install", "--yes", "--no-install-recommends", "bubblewrap"]):
        subprocess.run([*sudo, "apt-get", *step], capture_output=True, check=False)


def _refusal(reason: str) -> str:
    if os.geteuid() == 0:
        advice = "mesin ini (wadah?) tidak mengizinkan root membuat namespace"
    else:
        advice = (
            "kernel menutup user namespace bagi pengguna biasa; buka dengan "
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu 24.04), "
            "atau jalankan sebagai root"
        )
    return f"Kotak pengaman tidak dapat dibuat: {advice}. Pesan bwrap: {reason}"
