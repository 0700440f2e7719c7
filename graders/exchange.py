"""nbgrader's exchange, one folder a trainee: who submitted is whose folder it lies in.

A trainee's box shows her own inbound and feedback folders as the whole exchange, so that nbgrader's
stock fetch and submit work there. On the school's side these two classes know all the folders.
"""

from __future__ import annotations

import os
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange import ExchangeError
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash, parse_utc
from traitlets import Int, Unicode

from graders import shops

MAX_FILES = 100


class Refused(Exception):
    """A submission that is not taken, and why."""


def safe_copy(source: Path, target: Path, max_bytes: int) -> None:
    """Copies a trainee's folder: plain files only, no link is ever followed, files and bytes limited.

    The folder is hers and may change while it is copied, so each file is opened without following
    links and looked at through its open handle.

    Raises:
        Refused: something in it is not a plain file, or it is too much.
    """
    room, count = max_bytes, 0
    for folder, _, files, handle in os.fwalk(source, follow_symlinks=False):
        into = target / Path(folder).relative_to(source)
        into.mkdir(parents=True, exist_ok=True)
        for name in files:
            count += 1
            data = _read_plain(name, handle, room)
            room -= len(data)
            if count > MAX_FILES:
                raise Refused(f"more than {MAX_FILES} files")
            (into / name).write_bytes(data)


def _read_plain(name: str, folder: int, room: int) -> bytes:
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError as problem:
        raise Refused(f"{name}: {problem.strerror}") from problem
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused(f"{name} is not a plain file")
        data = file.read(room + 1)
    if len(data) > room:
        raise Refused("it is too large")
    return data


class CollectOwn(ExchangeCollect):
    """Collects from `inbound/<user>/`: the folder says who it is, and a name that differs is refused."""

    max_bytes = Int(20 << 20, help="The largest submission that is taken, in bytes").tag(
        config=True
    )
    variants_dir = Unicode(help="The folder with everybody's issued shops").tag(config=True)

    def init_src(self) -> None:
        """Finds the newest submission of each trainee."""
        if not self.coursedir.course_id:
            self.fail("No course id specified.")
        self.inbound_path = str(Path(self.root, self.coursedir.course_id, "inbound"))
        duedate = self._duedate()
        self.refused: list[str] = []
        wanted = self.coursedir.student_id if self.coursedir.student_id not in ("", "*") else None
        self.src_records = []
        for folder in sorted(Path(self.inbound_path).iterdir()):
            if not folder.is_dir() or folder.is_symlink() or (wanted and folder.name != wanted):
                continue
            records = self._records(folder)
            in_time = [r for r in records if not duedate or r["timestamp"] <= duedate]
            if newest := (in_time if self.before_duedate and in_time else records)[-1:]:
                self.src_records += newest

    def _duedate(self) -> Any:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                return gradebook.find_assignment(self.coursedir.assignment_id).duedate
            except MissingEntry:
                return None

    def _records(self, folder: Path) -> list[dict[str, Any]]:
        """Returns a trainee's submissions of this assignment, oldest first; names that lie are refused."""
        found = []
        try:
            names = sorted(path.name for path in folder.iterdir())
        except OSError:
            return self._refuse(folder.name, "the folder cannot be read")
        for name in names:
            parts = name.rsplit("+", 3)
            if len(parts) < 3 or parts[1] != self.coursedir.assignment_id:
                continue
            try:
                when = parse_utc(parts[2])
            except ValueError:
                self._refuse(folder.name, "its date cannot be read")
                continue
            if not (folder / name / "submission_secret.txt").exists():
                continue  # still being written: nbgrader's submit puts it last
            if parts[0] != folder.name or (folder / name).is_symlink():
                self._refuse(folder.name, "it claims to be somebody else's")
                continue
            filename = f"{folder.name}/{name}"
            found.append({"username": folder.name, "filename": filename, "timestamp": when})
        return sorted(found, key=lambda record: record["timestamp"])

    def _refuse(self, user: str, why: str) -> list[dict[str, Any]]:
        self.refused.append(user)
        self.log.error("A submission in %s's folder is refused: %s", user, why)
        return []

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:  # noqa: ARG002 (nbgrader's signature)
        """Copies one submission; one that is refused leaves the others alone."""
        try:
            safe_copy(Path(src), Path(dest), self.max_bytes)
            self._note_shop(Path(src), Path(dest))
        except (Refused, OSError) as problem:
            shutil.rmtree(dest, ignore_errors=True)
            self._refuse(Path(src).parent.name, str(problem))

    def _note_shop(self, source: Path, target: Path) -> None:
        """Keeps beside the copy which shop was in force when it was written.

        The change times tell: their owner may set any other time, or her timestamp. A folder's changes
        when it gets its name, so what lay ready under another one is no earlier.
        """
        changed = max(path.lstat().st_ctime for path in (source, *source.iterdir()))
        variants, user = Path(self.variants_dir), source.parent.name
        record = shops.read(shops.path_of(variants, user, self.coursedir.assignment_id))
        shops.note_beside(target, record, datetime.fromtimestamp(changed, UTC))


class ReleaseOwnFeedback(ExchangeReleaseFeedback):
    """Releases feedback into `feedback/<user>/`, under the names that nbgrader's fetch looks for."""

    def init_dest(self) -> None:
        """Knows where everybody's folders are."""
        if not self.coursedir.course_id:
            self.fail("No course id specified.")
        self.dest_path = str(Path(self.root, self.coursedir.course_id, "feedback"))

    def copy_files(self) -> None:
        """Copies each page to its owner; a page whose owner has no folder is an error."""
        excluded = set(filter(None, self.coursedir.student_id_exclude.split(",")))
        assignment = self.coursedir.assignment_id
        for page in sorted(Path(self.coursedir.root).glob(f"feedback/*/{assignment}/*.html")):
            user = page.parent.parent.name
            if user in excluded or self.coursedir.student_id not in ("", "*", user):
                continue
            folder = Path(self.dest_path, user)
            if not folder.is_dir():
                raise ExchangeError(f"{user} has no feedback folder")
            try:
                secret = (page.parent / "submission_secret.txt").read_text()
            except OSError:
                self.log.warning(
                    "%s's submission came without its secret: ask to submit again", user
                )
                continue
            name = notebook_hash(secret=secret, notebook_id=page.stem)
            draft = folder / f".{name}.tmp"
            shutil.copyfile(page, draft)
            draft.chmod(0o640)
            draft.replace(folder / f"{name}.html")
            self.log.info("Feedback released for %s", user)
