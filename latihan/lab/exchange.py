"""Fetch, submit and feedback, by nbgrader's own exchange classes; failures become sentences.

nbgrader takes two seconds to import, so it is imported in the functions that use it.
"""

import errno
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from latihan.lab.empty_answers import EmptyAnswer, empty_answers
from latihan.lab.places import COURSE, EXERCISES_FOLDER, Places, unit_of
from latihan.lab.plan import entry
from latihan.lab.receipts import Receipt, receipts, same_answers, submissions
from latihan.lab.tries import Try, present

_SAFE = "Jawaban Anda tetap tersimpan."
_FULL = f"Belum terkirim: tempat penyimpanan sekolah penuh. {_SAFE} Beri tahu pendamping."
PATIENCE = 30.0  # seconds; the school looks every two
PAUSE = 0.3
NOT_JUDGED = (
    "Percobaan ini belum dinilai. Kirim dulu jawaban Anda; setelah ada umpan balik, "
    "Anda dapat mencoba lagi dengan angka baru."
)
NOT_YET = "Angka baru sedang disiapkan. Tunggu sebentar, lalu tekan lagi."
JUDGED = f"Percobaan ini sudah dinilai. {_SAFE} Tekan Coba lagi dengan angka baru."


class ExchangeProblem(Exception):
    """What went wrong, as a sentence that tells the trainee what to do next."""


class Feedback(NamedTuple):
    """Released feedback.

    Attributes:
        page: newest feedback page.
        receipt: the submission it is about.
        newer: later submissions that have no feedback yet.
    """

    page: Path
    receipt: Receipt
    newer: int


def fetch(places: Places, assignment: str) -> str:
    """Fetch an assignment unless it is there already; her answers are never touched.

    Args:
        places: where the exchange and her home are.
        assignment: assignment id.

    Returns:
        The notebook's path from the root of what JupyterLab shows.

    Raises:
        ExchangeProblem: not released yet, or the exchange is out of reach.
    """
    notebook = places.exercises / assignment / f"{unit_of(assignment)}.ipynb"
    if not notebook.exists():
        if not _outbound(places, assignment).is_dir():
            raise ExchangeProblem(_why_closed(places, assignment))
        places.exercises.mkdir(parents=True, exist_ok=True)
        with _sentences("Latihan belum dapat diambil. Coba lagi sebentar lagi."):
            _nbgrader(places, assignment, "FetchAssignment").start()
    return f"{EXERCISES_FOLDER}/{assignment}/{notebook.name}"


def _why_closed(places: Places, assignment: str) -> str:
    if first := entry(places, assignment).first:
        titles = " dan ".join(first)
        return f"Latihan ini terbuka setelah Anda menyelesaikan: {titles}. Kerjakan itu dahulu."
    return "Latihan untuk pelajaran ini belum dibuka. Pendamping akan memberi tahu Anda."


def check(places: Places, assignment: str) -> list[EmptyAnswer]:
    """List the empty answers of the saved exercise.

    Raises:
        ExchangeProblem: the exercise is not there or cannot be read.
    """
    name = f"{unit_of(assignment)}.ipynb"
    released = _outbound(places, assignment) / name
    try:
        notebook = _read(places.exercises / assignment / name)
        return empty_answers(notebook, _read(released) if released.is_file() else None)
    except FileNotFoundError:
        raise ExchangeProblem(
            f"Berkas latihan {name} tidak ditemukan. Beri tahu pendamping."
        ) from None
    except (ValueError, KeyError, TypeError):
        raise ExchangeProblem(
            "Berkas latihan rusak dan tidak terbaca. Beri tahu pendamping."
        ) from None


def submit(places: Places, assignment: str) -> tuple[Receipt, bool]:
    """Submit the saved exercise, once a try: the same answers again give the earlier receipt.

    Args:
        places: where the exchange and her home are.
        assignment: assignment id.

    Returns:
        The receipt, and whether it is a new one.

    Raises:
        ExchangeProblem: nothing was submitted; says why.
    """
    now = present(places, assignment)
    earlier = submissions(places.cache, places.user, assignment, now.since)
    if earlier and same_answers(earlier[-1], places.exercises / assignment):
        return receipts(places.cache, places.user, assignment)[-1], False
    if now.judged:
        raise ExchangeProblem(JUDGED)
    with _sentences(f"Latihan belum terkirim. {_SAFE} Coba lagi sebentar lagi."):
        submitter = _nbgrader(places, assignment, "Submit")
        try:
            submitter.start()
        except Exception:
            _remove_half_copies(submitter)
            raise
    return receipts(places.cache, places.user, assignment)[-1], True


def begin_next(places: Places, assignment: str, patience: float = PATIENCE) -> Try:
    """Ask the school for new numbers, and wait for them.

    Args:
        places: where the exchange is.
        assignment: assignment id.
        patience: seconds.

    Returns:
        The new try.

    Raises:
        ExchangeProblem: the present try has not been judged, or no answer came in time.
    """
    before = present(places, assignment)
    if not before.judged:
        raise ExchangeProblem(NOT_JUDGED)
    with _sentences(NOT_YET):
        (places.exchange / COURSE / "inbound" / f"baru+{assignment}").touch()
    until = time.monotonic() + patience
    while time.monotonic() < until:
        now = present(places, assignment)
        if now.number > before.number:
            return now
        time.sleep(PAUSE)
    raise ExchangeProblem(NOT_YET)


def last_receipt(places: Places, assignment: str) -> Receipt | None:
    """Return the receipt of her last submission, if any."""
    return next(reversed(receipts(places.cache, places.user, assignment)), None)


def feedback(places: Places, assignment: str) -> Feedback | None:
    """Fetch released feedback and return the newest.

    Returns:
        None as long as there is none.

    Raises:
        ExchangeProblem: the exchange is out of reach.
    """
    name = f"{unit_of(assignment)}.html"
    if places.exchange.is_dir() and not (places.exchange / COURSE / "feedback").is_dir():
        return None
    folder = places.exercises / assignment / "feedback"
    # nbgrader copies over the pages it has; a page may be released again with the mentor's score.
    shutil.rmtree(folder, ignore_errors=True)
    with _sentences("Umpan balik belum dapat diambil. Coba lagi sebentar lagi."):
        _nbgrader(places, assignment, "FetchFeedback").start()
    found = receipts(places.cache, places.user, assignment)
    pages = {receipt: folder / receipt.timestamp / name for receipt in found}
    ready = [receipt for receipt in found if pages[receipt].is_file()]
    if not ready:
        return None
    return Feedback(pages[ready[-1]], ready[-1], len(found) - ready[-1].number)


def _nbgrader(places: Places, assignment: str, role: str) -> Any:
    """Make one of nbgrader's exchange objects, with a configuration that depends on no file."""
    from nbgrader.auth import Authenticator
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange import ExchangeFactory
    from traitlets.config import Config

    config = Config()
    config.CourseDirectory.course_id = COURSE
    config.CourseDirectory.student_id = places.user
    config.CourseDirectory.assignment_id = assignment
    config.Exchange.root = str(places.exchange)
    config.Exchange.cache = str(places.cache.parent)
    config.Exchange.assignment_dir = str(places.exercises)
    config.ExchangeFetchAssignment.replace_missing_files = True
    config.ExchangeSubmit.strict = True
    course = CourseDirectory(config=config)
    make = getattr(ExchangeFactory(config=config), role)
    return make(coursedir=course, authenticator=Authenticator(config=config), config=config)


@contextmanager
def _sentences(otherwise: str) -> Iterator[None]:
    """Turn what nbgrader and the disk raise into a sentence for the trainee."""
    from nbgrader.exchange import ExchangeError

    try:
        yield
    except OSError as error:
        raise ExchangeProblem(_FULL if _is_full(error) else otherwise) from error
    except (ExchangeError, RuntimeError, shutil.Error) as error:
        raise ExchangeProblem(otherwise) from error


def _is_full(error: OSError) -> bool:
    """Say whether the disk is full; copying a folder tells only in words what went wrong with each file."""
    numbers = (errno.ENOSPC, errno.EDQUOT)
    return error.errno in numbers or any(os.strerror(number) in str(error) for number in numbers)


def _remove_half_copies(submitter: Any) -> None:
    """Take back what a failed submission has left, so that no half notebook is graded."""
    name = getattr(submitter, "assignment_filename", None)
    if name:
        shutil.rmtree(Path(submitter.inbound_path) / name, ignore_errors=True)
        shutil.rmtree(Path(submitter.cache_path) / name.rsplit("+", 1)[0], ignore_errors=True)


def _outbound(places: Places, assignment: str) -> Path:
    """Return the folder in which an assignment is released."""
    return places.exchange / COURSE / "outbound" / assignment


def _read(path: Path) -> dict[str, Any]:
    """Read a notebook as JSON."""
    notebook: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return notebook
