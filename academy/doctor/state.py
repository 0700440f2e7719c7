"""What a school keeps: rights of its folders, its databases, its backups, what waits to be graded."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine

from academy.backup.contents import is_database, walk
from academy.backup.databases import problem
from academy.backup.making import last_backup
from academy.doctor.finding import Finding, ok, warn, wrong
from academy.people import schema
from academy.progress import store as progress
from deployment.local.course import course_of
from deployment.local.school import School
from graders.waiting import waiting

OLD_BACKUP = 7  # days
STUCK = 600.0  # seconds after which a submission should have been graded long ago
MINE = 0o077


def rights(school: School) -> Iterator[Finding]:
    """Look whether what is secret is closed to others."""
    open_ones = [path for path in _secrets(school) if stat.S_IMODE(path.lstat().st_mode) & MINE]
    for path in open_ones:
        closed = "700" if path.is_dir() else "600"
        yield wrong(
            str(path), f"Terbuka bagi orang lain: chmod {closed} {path}", "Others can look into it."
        )
    if not open_ones:
        yield ok("hak akses berkas rahasia")


def _secrets(school: School) -> list[Path]:
    folders = [school.hub, school.course, school.tls]  # closed, they close all that is in them
    files = [school.salt, school.passwords, school.cards]
    return [path for path in (*folders, *files) if path.exists()]


def databases(school: School) -> Iterator[Finding]:
    """Look whether every SQLite database is whole."""
    count = 0
    for found in walk(school.home):
        if found.handle is None or not is_database(found.path, found.handle):
            continue
        count += 1
        if said := problem(school.home / found.path):
            yield wrong(
                str(found.path),
                f"Basis data rusak: {said}. Hentikan sekolah, lalu pulihkan cadangan: lapak restore",
                "The database is damaged: restore a backup.",
            )
    yield ok(f"{count} basis data diperiksa")


def versions(school: School) -> Iterator[Finding]:
    """Look whether the databases are of this Lapak, or older: then a start brings them up to date."""
    kept = {
        school.hub / "academy.sqlite": (schema.FOLDER, schema.TABLE),
        school.course / progress.FILE: (Path(progress.__file__).parent, progress.TABLE),
    }
    for file, (folder, table) in kept.items():
        if not file.exists():
            continue
        there, known = _version(file, table), schema.known(folder)
        if there is not None and there not in known:
            yield wrong(
                file.name,
                "Dibuat oleh Lapak yang lebih baru. Perbarui Lapak di mesin ini: git pull",
                "A newer Lapak has written it.",
            )
        elif there == known[0]:
            yield ok(f"{file.name} versi {there}")
        else:
            yield warn(
                file.name,
                f"Versi {there}; dinaikkan ke {known[0]} saat sekolah dinyalakan. Buat cadangan dahulu.",
                "It is brought up to date at the next start.",
            )


def _version(file: Path, table: str) -> str | None:
    engine = create_engine(f"sqlite:///{file}")
    try:
        with closing(engine.connect()) as connection:
            return schema.version(connection, table)
    finally:
        engine.dispose()


def backups(school: School) -> Iterator[Finding]:
    """Look when the last backup was made."""
    last = last_backup(school)
    days = (datetime.now(UTC) - last).days if last else None
    if days is None or days > OLD_BACKUP:
        when = "belum pernah dibuat" if days is None else f"sudah {days} hari"
        yield warn(
            "cadangan",
            f"Cadangan {when}. Buat sekarang, dan setiap malam: lapak backup /mnt/usb --keep 14",
            "There is no recent backup.",
        )
    else:
        yield ok(f"cadangan: {days} hari yang lalu")


def grading(school: School) -> Iterator[Finding]:
    """Look whether something waits to be graded for longer than grading takes."""
    line = waiting(course_of(school))
    old = [one for one in line if one.age > STUCK]
    if old:
        minutes = int(old[0].age // 60)
        names = ", ".join(sorted({one.assignment or "permintaan pendamping" for one in old}))
        yield warn(
            "penilaian",
            f"{len(old)} kiriman menunggu, yang pertama {minutes} menit ({names}). Nyalakan sekolah, atau "
            f"lihat sebabnya: lapak grade {old[0].assignment or '…'}",
            "Submissions wait to be graded.",
        )
    else:
        yield ok(f"penilaian: {len(line)} kiriman menunggu")


def owner(school: School) -> Iterator[Finding]:
    """Look whether this command is run by the account that runs the school."""
    whose = school.home.stat().st_uid
    if whose != os.geteuid():
        yield wrong(
            "akun",
            f"Sekolah di {school.home} milik akun lain. Jalankan sebagai akun itu (atau root).",
            "Run this as the account that runs the school.",
        )
    else:
        yield ok("akun")
