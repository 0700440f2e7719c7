"""What a school needs of its machine: boxes, ports, room, memory, and a clock that goes right."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from academy import serve
from academy.doctor.finding import Finding, ok, warn, wrong
from deployment.local import bubblewrap
from deployment.local.limits import MB, ROOM_MB, ROOMS, SCHOOL_MB, Limits
from deployment.local.school import School

LEAST, LITTLE = 300 * MB, 2000 * MB
LARGE = 1000 * MB  # of a home; one with an exercise in it takes one or two
FEW_FILES = 10_000
SLACK = 3600.0  # seconds by which a file may be newer than the clock


def boxes(_: School) -> Iterator[Finding]:
    """Look whether bubblewrap can make a box here."""
    try:
        bubblewrap.program()
        bubblewrap.ensure_usable(lambda _: None)
    except bubblewrap.BoxError as error:
        yield wrong("kotak pengaman", str(error), "No box can be made here.")
    else:
        yield ok("kotak pengaman (bubblewrap)")


def ports(school: School) -> Iterator[Finding]:
    """Look whether the ports of a school that does not run are free."""
    if serve.is_running(school):
        yield ok("port: sekolah sedang berjalan")
        return
    gate = (school.gate.https_port, school.gate.http_port) if school.gate else ()
    wanted = [
        *((school.proxy_host, p) for p in school.ports.values()),
        *((school.host, p) for p in gate),
    ]
    taken = [port for host, port in wanted if not serve.is_free(host, port)]
    if taken:
        yield wrong(
            f"port {', '.join(map(str, taken))}",
            "Sedang dipakai program lain, atau hanya untuk root. Pilih yang lain dengan LAPAK_PORT, "
            "LAPAK_HTTPS_PORT atau LAPAK_HTTP_PORT.",
            "In use, or for root only.",
        )
    else:
        yield ok("port")


def room(school: School) -> Iterator[Finding]:
    """Look for space and free names on the disk."""
    place = _existing(school.home)
    free, left = shutil.disk_usage(place).free, os.statvfs(place).f_favail
    if free < LEAST:
        yield wrong(
            "disk",
            f"Tinggal {free // MB} MB di {place}: kiriman peserta ditolak. Kosongkan sedikitnya 2 GB; "
            "cadangan dan catatan lama adalah tempat pertama untuk dilihat.",
            "The disk is full: nothing can be handed in.",
        )
    elif free < LITTLE:
        yield warn(
            "disk", f"Tinggal {free // MB} MB di {place}. Kosongkan ruang.", "Little space left."
        )
    else:
        yield ok(f"disk: {free // MB} MB kosong")
    if 0 < left < FEW_FILES:
        yield warn("disk", f"Tinggal {left} nama berkas (inode).", "Few inodes are left.")


def homes(school: School) -> Iterator[Finding]:
    """Look whose home takes much of the disk: nothing else holds it back."""
    sizes = {folder.name: _bytes_in(folder) for folder in sorted(school.homes.glob("*"))}
    large = {name: size for name, size in sizes.items() if size > LARGE}
    for name, size in large.items():
        yield warn(
            f"rumah {name}",
            f"Memakai {size // MB} MB. Mintalah pemiliknya menghapus yang tidak perlu.",
            "Takes much of the disk: ask its owner to delete what is not needed.",
        )
    if not large:
        yield ok(f"{len(sizes)} rumah peserta, semua di bawah {LARGE // MB} MB")


def _bytes_in(folder: Path) -> int:
    """Add up what is on the disk below a folder; links lead nowhere, a hole takes nothing."""
    total = 0
    for _, _, files, at in os.fwalk(folder, follow_symlinks=False):
        for name in files:
            with suppress(FileNotFoundError):  # it may vanish meanwhile
                total += 512 * os.stat(name, dir_fd=at, follow_symlinks=False).st_blocks
    return total


def memory(_: School) -> Iterator[Finding]:
    """Look whether the rooms that may be open at once fit into memory."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // MB
    limits = Limits.from_environment()
    if (
        limits.rooms * ROOM_MB + SCHOOL_MB > machine
        and limits.rooms > Limits.of(machine * MB).rooms
    ):
        fits = Limits.of(machine * MB).rooms
        yield warn(
            f"memori: {limits.rooms} ruang di {machine} MB",
            f"Terlalu banyak. Yang muat: {ROOMS}={fits}.",
            "More rooms than memory.",
        )
    else:
        yield ok(f"memori: {machine} MB, {limits.rooms} ruang")


def clock(school: School) -> Iterator[Finding]:
    """Look whether the clock went back behind what was written: cookies and certificates need it."""
    newest = max((path.stat().st_mtime for path in school.hub.glob("*")), default=0.0)
    if newest > time.time() + SLACK:
        yield wrong(
            "jam",
            "Jam komputer mundur dari berkas sekolah. Setel jam: timedatectl set-ntp true",
            "The clock is behind the school's own files.",
        )
    else:
        yield ok("jam")


def _existing(path: Path) -> Path:
    return next(p for p in (path, *path.parents) if p.exists())
