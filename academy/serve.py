"""`lapak serve`: from a clone to a running school, and back to nothing running."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import socket
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import deployment
from academy import environment, programs
from academy.build import build_all
from academy.grader import ensure_box
from academy.install import install_course
from academy.trouble import Trouble
from academy.upgrading import bring_up_to_date
from academy.web import navigation
from deployment.local import (
    bubblewrap,
    cards,
    config_files,
    folders,
    hub_pages,
    limits,
    logs,
    processes,
)
from deployment.local.bubblewrap import BoxError
from deployment.local.campus import VARIABLES, Campus
from deployment.local.gate import Gate, GateError
from deployment.local.os_accounts import AccountError
from deployment.local.school import School, others_can_enter

Echo = Callable[[str], None]
NEEDED_BYTES = 300_000_000
DATABASES = ("LAPAK_ACADEMY_DB", "LAPAK_PROGRESS_DB")
KEPT = (
    *("PATH", "LANG", "TZ", *DATABASES, "LAPAK_XAPI", "LAPAK_XAPI_LOGIN"),
    *(limits.ROOMS, limits.IDLE, limits.MEMORY, logs.VARIABLE),
    *VARIABLES,
)
TAKEN, DISK = 69, 73
LOOPBACK = ("127.0.0.1", "::1", "localhost")
HUB_CONFIG = Path(folders.__file__).parent / "jupyterhub_config.py"


def serve(school: School, echo: Echo) -> int:
    """Start the school and keep it running until Ctrl-C or SIGTERM.

    Args:
        school: the school.
        echo: prints one line.

    Returns:
        Exit code: 0 after a stop on request, 130 when that came during preparation, 1 when the
        hub ended by itself.

    Raises:
        Trouble: it cannot be started, and what to do about it.
    """
    stop = processes.Stop()
    os.umask(0o022)
    try:
        with only_one(school):
            processes.end_orphans(_mark(school))
            check(school)
            proxy = prepare(school, echo)
            return _run(school, proxy, stop, echo)
    except KeyboardInterrupt:
        echo("Dihentikan.")
        return 130
    except (AccountError, BoxError) as error:
        raise Trouble(str(error), "This machine does not allow it.", TAKEN) from error


def check(school: School) -> None:
    """Look for what would make a start fail later, and less clearly.

    Raises:
        Trouble: the first thing found.
        deployment.local.campus.CampusError: the settings for LTI make no sense.
    """
    Campus.from_environment()
    for port in school.ports.values():
        if not is_free(school.proxy_host if port == school.port else "127.0.0.1", port):
            raise Trouble(
                f"Port {port} sedang dipakai program lain. Pilih yang lain: "
                f"LAPAK_PORT={school.port + 100} ./lapak serve",
                f"Port {port} is in use.",
                TAKEN,
            )
    if school.gate:
        check_gate(school, school.gate)
    if shutil.disk_usage(school.home).free < NEEDED_BYTES:
        raise Trouble(
            f"Ruang disk di {school.home} hampir habis: sediakan sedikitnya 300 MB, lalu ulangi.",
            "The disk is almost full.",
            DISK,
        )
    for folder in (school.home.parent, school.hub_env, Path(deployment.__file__).parent):
        if school.as_root and not others_can_enter(folder):
            raise Trouble(
                f"Akun sekolah tidak dapat membuka {folder}. Pilih LAPAK_HOME dan LAPAK_ENV di "
                "luar /root, atau izinkan: chmod o+x",
                f"The school's accounts cannot enter {folder}.",
            )


def check_gate(school: School, gate: Gate) -> None:
    """Look for what would keep HTTPS from working.

    Raises:
        Trouble: a port is taken or not allowed, or the certificate cannot be used.
    """
    try:
        gate.check()
    except GateError as error:
        raise Trouble(str(error), "The certificate cannot be used.") from error
    for name, port in (("LAPAK_HTTPS_PORT", gate.https_port), ("LAPAK_HTTP_PORT", gate.http_port)):
        if not is_free(school.host, port):
            raise Trouble(
                f"Port {port} sedang dipakai program lain atau hanya untuk root. Hentikan program itu "
                f"(misalnya: systemctl disable --now caddy nginx apache2), atau pilih port lain "
                f"dengan {name}.",
                f"Port {port} is in use, or for root only.",
                TAKEN,
            )


def prepare(school: School, echo: Echo) -> list[str]:
    """Make all that the hub needs: boxes, environments, course, accounts, configuration.

    Returns:
        The command that starts the hub's proxy.

    Raises:
        Trouble: something cannot be made, and why.
    """
    bubblewrap.ensure_usable(echo)
    if school.gate:
        programs.ensure([programs.CADDY], echo)
    if school.other_trainee_env is None:
        environment.ensure_trainee_env(school.clone, school.env_root, echo)
    proxy = environment.ensure_proxy(school.clone, school.env_root, echo)
    build_all(school, echo)
    school.prepare()
    ensure_box(school)
    bring_up_to_date(school, echo)
    install_course(school, echo)
    folders.hand_over(school)
    config_files.write(school)
    drawn = cards.first_accounts(school)
    if drawn:
        echo("")
        echo(cards.as_text(drawn, school.address))
        echo(f"Tersimpan di {school.passwords}; kartu untuk dicetak: {school.cards}")
    return proxy


def _run(school: School, proxy: list[str], stop: processes.Stop, echo: Echo) -> int:
    variables = {
        **{key: os.environ[key] for key in KEPT if key in os.environ},
        **school.environment(),
        "HOME": str(school.hub),
        "LAPAK_SCHOOL": str(school.home),
        "LAPAK_PROXY_CMD": json.dumps(proxy),
        hub_pages.NAVIGATION: json.dumps(navigation.for_hub()),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "jupyterhub", "-f", str(HUB_CONFIG)]
    echo("Menyalakan sekolah …")
    code = processes.run(command, variables, school.log, stop, lambda: _announce(school, echo))
    if code is None:
        echo("Sekolah sudah berhenti.")
        return 0
    echo(f"Sekolah berhenti sendiri (kode {code}). Catatan terakhir ada di {school.log}")
    return 1


def _announce(school: School, echo: Echo) -> bool:
    doors = ("/hub/login", "/services/belajar/", "/services/pelatihan/daftar")
    if not all(_answers(school.local_address + door) for door in doors):
        return False
    if school.gate and is_free(school.host, school.gate.https_port):
        return False
    echo("")
    echo(f"Sekolah siap:  {school.address}")
    echo(f"  Pelajaran:   {school.address}/services/belajar/")
    echo(f"  Alat:        {school.address}/services/belajar/alat/")
    echo(f"  Pendamping:  {school.address}/services/lapak/formgrader")
    echo(f"  Peserta:     {school.address}/services/pelatihan/")
    if in_clear(school):
        echo(
            "PERINGATAN: tanpa HTTPS, kata sandi lewat di jaringan tanpa sandi dan dapat dibaca orang."
        )
        echo("  Alat tidak dapat dipasang di HP dan tidak dapat dipakai tanpa internet.")
        echo(
            "  Pakai LAPAK_DOMAIN, atau LAPAK_CERT dan LAPAK_KEY. (Passwords travel in clear text.)"
        )
    echo("Tekan Ctrl-C untuk berhenti.")
    return True


def in_clear(school: School) -> bool:
    """Say whether passwords cross a network that others may listen to."""
    return school.gate is None and school.host not in LOOPBACK


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=1) as answer:  # noqa: S310 (our own http)
            return bool(answer.status == 200)
    except OSError:
        return False


def is_free(host: str, port: int) -> bool:
    """Say whether a program of this account could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        # As the proxy does it: a port that is only closing counts as free.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError:
            return False
    return True


def is_running(school: School) -> bool:
    """Say whether a school is being served, by whomever."""
    try:
        with (school.home / ".lock").open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _mark(school: School) -> str:
    return f"LAPAK_SCHOOL={school.home}"


@contextmanager
def only_one(school: School) -> Iterator[None]:
    """Hold the school's lock: two hubs on one state would spoil it."""
    try:
        school.home.mkdir(parents=True, exist_ok=True)
        lock = (school.home / ".lock").open("w")
    except OSError as error:
        raise Trouble(
            f"Folder sekolah {school.home} tidak dapat ditulis: {error.strerror}.",
            "The school's folder cannot be written; name another with LAPAK_HOME.",
            DISK,
        ) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Trouble(
                f"Sekolah di {school.home} sedang berjalan. Hentikan dahulu yang itu.",
                "This school is running already.",
                TAKEN,
            ) from error
        yield
