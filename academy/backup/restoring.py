"""`lapak restore`: a school from a backup, on this machine or a fresh one."""

from __future__ import annotations

import os
import shutil
import tarfile
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from packaging.version import Version
from sqlalchemy.exc import OperationalError

from academy.backup import postgresql
from academy.backup.archive import Damaged
from academy.backup.databases import problem
from academy.backup.unpacking import Unpacked, unpack
from academy.serve import only_one
from academy.steps import Echo
from academy.trouble import Trouble
from deployment.local import folders, os_accounts
from deployment.local.owners import owner_of
from deployment.local.school import GRADER, TOOLS, School

STAGE = ".pulih"
FAILED, MISSING, DISK = 1, 2, 73
_OWN_NAMES = ("root", "lapak-")


def restore(school: School, file: Path, echo: Echo) -> None:
    """Put a school back from a backup; nothing is kept of one that does not check out.

    Args:
        school: where to; its folder is empty or missing.
        file: the backup.
        echo: prints one line.

    Raises:
        Trouble: the folder is not empty, a school runs there, or the backup cannot be trusted.
    """
    if not file.is_file():
        raise Trouble(f"{file} tidak ada.", "There is no such file.", MISSING)
    os.umask(0o022)
    with only_one(school):
        _refuse_what_is_there(school)
        stage = school.home / STAGE
        stage.mkdir(mode=0o700)
        try:
            _restore(school, file, stage, echo)
        except Damaged as error:
            raise Trouble(
                f"Cadangan {file} tidak dapat dipercaya: {error}. Tidak ada yang dipulihkan; "
                "pakai cadangan lain.",
                "The backup is damaged; nothing was restored.",
                FAILED,
            ) from error
        except OSError as error:
            raise Trouble(
                f"Cadangan tidak dapat dipulihkan ke {school.home}: {error.strerror or error}.",
                "The school's folder could not be written.",
                DISK,
            ) from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _restore(school: School, file: Path, stage: Path, echo: Echo) -> None:
    echo(f"Memeriksa {file} …")
    unpacked = unpack(file, stage)
    if Version(unpacked.manifest.lapak) > Version(version("lapak")):
        raise Damaged(f"dibuat oleh Lapak {unpacked.manifest.lapak}: perbarui Lapak dahulu")
    for database in (*stage.glob("hub/*.sqlite"), *stage.glob("course/*.*")):
        if database.suffix in {".sqlite", ".db"} and (said := problem(database)):
            raise Damaged(f"{database.name}: {said}")
    _put_databases_back(stage, echo)
    if school.as_root:
        _make_accounts(school, unpacked)
    _give_back(school, stage, unpacked)
    # `hub` comes last: a folder without it is no school, and nothing starts there.
    for part in sorted(stage.iterdir(), key=lambda path: (path.name == "hub", path.name)):
        part.rename(school.home / part.name)
    school.prepare()
    for user in _people(unpacked):
        folders.prepare_person(school, user)
    echo(
        f"Dipulihkan ke {school.home}: keadaan {unpacked.manifest.made}. Mulai dengan: lapak serve"
    )


def _refuse_what_is_there(school: School) -> None:
    if left := sorted(path.name for path in school.home.iterdir() if path.name != ".lock"):
        raise Trouble(
            f"Folder {school.home} tidak kosong ({left[0]}, …). Pindahkan isinya, atau pilih folder "
            "lain dengan LAPAK_HOME.",
            "A backup is restored into an empty folder only.",
            MISSING,
        )


def _put_databases_back(stage: Path, echo: Echo) -> None:
    dumps = {path.stem: path for path in sorted(stage.glob(f"*{postgresql.SUFFIX}"))}
    here = postgresql.addresses()
    for name in dumps:
        if name not in here:
            raise Trouble(
                f"Cadangan ini memuat basis data PostgreSQL. Buat basis data kosong, lalu sebut "
                f"alamatnya: {name}=postgresql://…",
                "This backup holds a PostgreSQL database; say where it is to go.",
                MISSING,
            )
    try:
        full = [name for name in dumps if not postgresql.is_empty(here[name])]
    except OperationalError as error:
        raise Trouble(
            f"Basis data PostgreSQL tidak dapat dibuka: {error.orig}", "No database there.", FAILED
        ) from error
    if full:
        raise Trouble(
            f"Basis data {full[0]} tidak kosong. Buat yang kosong.", "It is not empty.", MISSING
        )
    for name, dump in dumps.items():
        postgresql.put_back(here[name], dump, echo)
        dump.unlink()


def _people(unpacked: Unpacked) -> list[str]:
    """Give those who have a home, services left out."""
    places = (PurePosixPath(name).parts for name in unpacked.infos)
    homes = {parts[1] for parts in places if len(parts) == 2 and parts[0] == "homes"}
    return sorted(homes - {GRADER, TOOLS})


def _make_accounts(school: School, unpacked: Unpacked) -> None:
    for name in (GRADER, TOOLS):
        os_accounts.ensure(name, school.home_of(name))
    for user in _people(unpacked):
        os_accounts.ensure(school.account_of(user), school.home_of(user))


def _give_back(school: School, stage: Path, unpacked: Unpacked) -> None:
    """Give each thing its owner on this machine, its mode and its time; what is inside comes first."""
    moved = school.as_root and not unpacked.manifest.as_root
    for name in sorted(unpacked.infos, key=lambda name: -name.count("/")):
        path, info = stage / name, unpacked.infos[name]
        if "/" not in name and name.endswith(postgresql.SUFFIX):
            continue  # it is in its database by now
        if school.as_root:
            os.chown(path, *_ids(school, info, unpacked), follow_symlinks=False)
        if not info.issym():
            path.chmod(_mode(info, moved=moved))
            os.utime(path, (info.mtime, info.mtime))


def _ids(school: School, info: tarfile.TarInfo, unpacked: Unpacked) -> tuple[int, int]:
    by_place = owner_of(school, PurePosixPath(info.name))
    named = (info.uname, info.gname)
    ours = unpacked.manifest.as_root and all(name.startswith(_OWN_NAMES) for name in named)
    found = [os_accounts.find(name) for name in (named if ours else by_place)]
    if not all(found):
        found = [os_accounts.find(name) for name in by_place]
    user, group = found
    return (user.pw_uid if user else 0), (group.pw_gid if group else 0)


def _mode(info: tarfile.TarInfo, *, moved: bool) -> int:
    # What was handed in in a plain user's school must open for the grader of root's.
    handed_in = moved and info.name.startswith("exchange/") and "/inbound/" in info.name
    return info.mode | ((0o050 if info.isdir() else 0o040) if handed_in else 0)
