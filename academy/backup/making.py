"""`lapak backup`: the whole state of a school in one file, while the school goes on."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from academy.backup import postgresql
from academy.backup.archive import Manifest, Writer, writing
from academy.backup.contents import is_database, walk
from academy.backup.databases import snapshot
from academy.steps import Echo
from academy.trouble import Trouble
from deployment.local.cards import write_private
from deployment.local.school import School

PATTERN = "lapak-*.tar.gz"
LAST = "cadangan-terakhir.json"
MISSING, DISK, FAILED = 2, 73, 1


def back_up(school: School, target: Path, echo: Echo, keep: int = 0) -> Path:
    """Write a backup of a school, running or not.

    Databases first, all as they were at one moment, then the files: what is handed in meanwhile is
    in the files and not yet in a database, and the restored school grades it by itself.

    Args:
        school: the school.
        target: the new file, or a folder that it is put into under a name with the time.
        echo: prints one line.
        keep: how many backups stay in that folder, the newest ones; 0 deletes none.

    Returns:
        The file.

    Raises:
        Trouble: there is no school, or the file cannot be written; says what to do.
    """
    if not school.hub.is_dir():
        raise Trouble(
            f"Di {school.home} belum ada sekolah. Periksa LAPAK_HOME.", "No school there.", MISSING
        )
    made = datetime.now(UTC)
    path = _named(school, target, made)
    manifest = Manifest(lapak=version("lapak"), made=made.isoformat(), as_root=school.as_root)
    try:
        with writing(path) as archive:
            _fill(school, Writer(archive, manifest), path.parent, echo)
    except OSError as error:
        raise Trouble(
            f"Cadangan tidak dapat ditulis ke {path}: {error.strerror or error}. "
            "Sekolah dan cadangan lama tidak berubah.",
            "The backup could not be written.",
            DISK,
        ) from error
    except sqlite3.Error as error:
        raise Trouble(
            f"Basis data tidak dapat disalin: {error}. Jalankan: lapak doctor",
            "A database could not be copied.",
            FAILED,
        ) from error
    _tell(path, manifest, echo)
    _note(school, path, made)
    _forget_old(path.parent, keep)
    return path


def last_backup(school: School) -> datetime | None:
    """Give when the last backup was made; None when there never was one."""
    try:
        return datetime.fromisoformat(json.loads((school.home / LAST).read_text("utf-8"))["made"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _named(school: School, target: Path, made: datetime) -> Path:
    path = target.absolute()
    if path.is_dir():
        path /= f"lapak-{made:%Y%m%d-%H%M%S}.tar.gz"
    if path.resolve().is_relative_to(school.home):
        raise Trouble(
            f"Simpan cadangan di luar folder sekolah {school.home}.",
            "A backup does not belong into the school's own folder.",
            MISSING,
        )
    if path.exists():
        raise Trouble(f"{path} sudah ada; pilih nama lain.", "That file exists.", MISSING)
    if not path.parent.is_dir():
        raise Trouble(f"Folder {path.parent} tidak ada.", "There is no such folder.", MISSING)
    return path


def _fill(school: School, writer: Writer, place: Path, echo: Echo) -> None:
    # Beside the archive, closed to others: there is room for them where the archive is to lie.
    with tempfile.TemporaryDirectory(dir=place, prefix=".lapak-") as folder:
        dumps = _dump(Path(folder), echo)
        copies = snapshot(_databases(school), Path(folder))
        for dumped in dumps.values():
            writer.add_file(dumped.name, dumped, dumped.stat())
        for found in walk(school.home):
            copy = copies.get(school.home / found.path)
            if copy is None:
                writer.add(found)
            else:
                writer.add_file(str(found.path), copy, found.status)
    writer.finish()


def _databases(school: School) -> list[Path]:
    return [
        school.home / found.path
        for found in walk(school.home)
        if found.handle is not None and is_database(found.path, found.handle)
    ]


def _dump(folder: Path, echo: Echo) -> dict[str, Path]:
    dumps = {}
    for name, address in postgresql.addresses().items():
        dumps[name] = folder / f"{name}{postgresql.SUFFIX}"
        postgresql.dump(address, dumps[name], echo)
    return dumps


def _tell(path: Path, manifest: Manifest, echo: Echo) -> None:
    megabytes = path.stat().st_size / 1e6
    echo(f"Cadangan: {path} ({megabytes:.1f} MB, {len(manifest.checksums)} berkas)")
    for name, why in sorted(manifest.left_out.items()):
        echo(f"  tidak ikut: {name!r} ({why})")
    for name in sorted(manifest.unsettled):
        echo(f"  berubah terus selama disalin: {name!r}")
    echo("Berkas ini berisi data pribadi dan kunci rahasia: simpan di tempat terkunci.")


def _note(school: School, path: Path, made: datetime) -> None:
    text = json.dumps({"made": made.isoformat(), "path": str(path)})
    write_private(school.home / LAST, text)


def _forget_old(folder: Path, keep: int) -> None:
    if keep:
        for old in sorted(folder.glob(PATTERN))[:-keep]:
            old.unlink()
