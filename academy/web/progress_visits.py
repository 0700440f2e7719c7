"""Notes of mentoring visits: what was told to her, which she reads again, and what mentors keep."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from academy.people.models import Person
from academy.progress import store
from academy.progress.models import Visit
from academy.web.base import Said
from academy.web.progress_pages import ProgressPage
from academy.web.rights import STAFF
from usaha.dates import today

LIMIT = 2000  # characters of a note
NOTHING = "Tulis dahulu apa yang Anda sampaikan atau catat."
WHEN = "Tanggal kunjungan harus sebuah hari yang sudah lewat, atau hari ini."


class Visits(ProgressPage):
    """The visits to one trainee."""

    roles = STAFF

    def get(self, user_name: str) -> None:
        """Show the notes and a form for the next one."""
        self._show(self.trainee(user_name))

    async def post(self, user_name: str) -> None:
        """Keep a note."""
        person = self.trainee(user_name)
        told, note = self.text("disampaikan", LIMIT), self.text("catatan", LIMIT)
        written = self.text("tanggal", 10)
        day = _day(written)
        wrong = {} if day else {"tanggal": WHEN}
        if not told and not note:
            wrong["disampaikan"] = NOTHING
        if day is None or wrong:
            self.set_status(400)
            typed = {"tanggal": written, "disampaikan": told, "catatan": note}
            self._show(person, wrong, typed)
            return
        said = {"mentor": self.me.name, "day": day, "told": told, "note": note}
        await self.apart(self._keep, {"user_name": person.user_name, **said})
        self.go(f"kunjungan/{person.user_name}")

    def _keep(self, visit: Mapping[str, Any]) -> None:
        with self.progress.writing() as session:
            same = select(Visit).filter_by(**visit)
            if session.scalars(same).first() is None:  # the button may be pressed twice
                session.add(Visit(**visit))

    def _show(
        self,
        person: Person,
        wrong: dict[str, str] | None = None,
        typed: dict[str, str] | None = None,
    ) -> None:
        with self.progress.reading() as session:
            visits = store.visits(session, [person.user_name])
        self.show(
            "progress_visits.html",
            one=person,
            visits=visits,
            wrong=wrong or {},
            typed=typed or {},
            today=today(),
            this_month=sum(_same_month(visit.day) for visit in visits),
        )


class Removal(ProgressPage):
    """Takes a note back that was written by mistake."""

    roles = STAFF

    async def post(self, user_name: str, number: str) -> None:
        """Remove it, if the one who asks wrote it."""
        person = self.trainee(user_name)
        await self.apart(self._remove, person.user_name, int(number))
        self.go(f"kunjungan/{person.user_name}")

    def _remove(self, user_name: str, number: int) -> None:
        with self.progress.writing() as session:
            visit = session.get(Visit, number)
            if visit is None or (visit.user_name, visit.mentor) != (user_name, self.me.name):
                raise Said(403, "Catatan ini hanya dapat dihapus oleh penulisnya.")
            session.delete(visit)


def _day(text: str) -> date | None:
    """Read a day of the form; None for none, and for one that is yet to come."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day <= today() else None


def _same_month(day: date) -> bool:
    now = today()
    return (day.year, day.month) == (now.year, now.month)


_NAME = r"kunjungan/([a-z][a-z0-9]{2,23})"
routes = [(_NAME, Visits), (_NAME + r"/hapus/(\d{1,9})", Removal)]
