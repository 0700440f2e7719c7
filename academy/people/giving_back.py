"""Everything kept about a person, as she may ask for it (UU 27/2022): one ZIP with JSON and her files."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, Table, select
from sqlalchemy.orm import Session

from academy.people import records, store
from academy.people.models import Person
from academy.progress import store as progress
from deployment.local.accounts import Accounts
from deployment.local.school import School

READ_ME = """Berkas ini berisi semua yang disimpan sekolah tentang Anda.
data.json: data diri, akun, kelompok, nilai, dan catatan pendamping.
Folder lain: buku kerja Anda, yang Anda kirim, umpan balik, dan angka soal Anda.
"""
_PIECE = 1 << 20


def rows_about(session: Session, user_name: str) -> dict[str, list[dict[str, Any]]]:
    """Give every row about a person: of each table of the database that has a `user_name`.

    Tables that other parts of the academy add are found as well, because the database is asked.
    """
    found = {}
    for table in tables_about_people(session):
        rows = session.execute(select(table).where(table.c.user_name == user_name)).mappings()
        its = [dict(row) for row in rows]
        if its:
            found[table.name] = its
    return found


def tables_about_people(session: Session) -> list[Table]:
    """List the tables of the database in which a row is about one person."""
    tables = MetaData()
    tables.reflect(session.connection())
    return [table for table in tables.sorted_tables if "user_name" in table.c]


def export(school: School, database: store.Store, user_name: str, target: Path) -> Path:
    """Write everything kept about a person into a ZIP file that only the operator can read.

    Args:
        school: the school.
        database: the academy's.
        user_name: whose.
        target: the file; it must not exist.

    Returns:
        The file.

    Raises:
        LookupError: there is no such person.
        FileExistsError: the file exists.
    """
    with database.reading() as session:
        person = store.find(session, user_name)
        kept: dict[str, Any] = {"person": _about(person), "tables": rows_about(session, user_name)}
    kept["account"] = {"role": Accounts(school.accounts).role(user_name)}
    kept["last_use"] = records.last_use(school, user_name)
    kept["grades"] = records.grades_of(school, user_name)
    kept["progress"] = progress.everything(school, user_name)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("BACA.txt", READ_ME)
        z.writestr("data.json", json.dumps(kept, default=_plain, ensure_ascii=False, indent=2))
        for label, folder in records.folders_of(school, user_name).items():
            _add_folder(z, folder, label)
        for log in records.logs_of(school, user_name):
            if log.is_file():
                z.write(log, f"catatan/{log.name}")
    return target


def _about(person: Person) -> dict[str, Any]:
    """Give what a person's row only points to."""
    return {
        "cohort": person.cohort.name if person.cohort else None,
        "group": person.group.name if person.group else None,
        "mentor": person.group.mentor if person.group else None,
    }


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _add_folder(archive: zipfile.ZipFile, folder: Path, label: str) -> None:
    """Add the files of a folder; nothing that a link in it points to, for root reads here."""
    if not folder.is_dir() or folder.is_symlink():
        return
    for place, _, names, at in os.fwalk(folder, follow_symlinks=False):
        inside = Path(label, Path(place).relative_to(folder))
        for name in names:
            _add_file(archive, at, name, inside / name)


def _add_file(archive: zipfile.ZipFile, at: int, name: str, inside: Path) -> None:
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=at)
    except OSError:  # a link, a socket, a file that has just gone
        return
    with os.fdopen(handle, "rb") as source:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            label = os.fsencode(inside).decode(errors="replace")  # a name may be no text
            with archive.open(label, "w", force_zip64=True) as into:
                while piece := source.read(_PIECE):
                    into.write(piece)
