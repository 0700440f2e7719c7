"""“Angkatan”: cohorts with their days, codes and groups; the office changes them, mentors look."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from tornado import web

from academy.people import cohorts, store
from academy.people.models import Cohort, Group, Person
from academy.web import rights
from academy.web.people_list import cohorts_for
from academy.web.progress_pages import ProgressPage
from academy.web.rights import OPERATOR, STAFF, TRAINEE
from deployment.local.accounts import Accounts

NUMBER = r"(\d{1,9})"
NAMELESS = "Beri angkatan nama, paling panjang 80 huruf."
TAKEN = "Angkatan dengan nama ini sudah ada."


class Cohorts(ProgressPage):
    """All cohorts of the office; of a mentor those of her groups."""

    roles = STAFF

    def get(self) -> None:
        """List them, and let the office add one."""
        self.list_them({}, {})

    def list_them(self, wrong: dict[str, str], said: dict[str, str]) -> None:
        """Show the list."""
        with self.store.reading() as session:
            found = cohorts_for(session, self.me)
            counts = _counts(session)
        shown = [(one, counts.get(one.id, 0)) for one in found]
        both = {"wrong": defaultdict(str, wrong), "said": defaultdict(str, said)}
        self.show("cohorts.html", cohorts=shown, **both)

    def day(self, name: str) -> date | None:
        """Give a day of the form as the browser sends it; None for an empty or a wrong one."""
        try:
            return date.fromisoformat(self.text(name, 10))
        except ValueError:
            return None


class Adding(Cohorts):
    """A new cohort: the office's matter."""

    roles = frozenset({OPERATOR})

    def get(self) -> None:
        """Nothing to see here without the form."""
        self.go("angkatan")

    async def post(self) -> None:
        """Add it, with a code."""
        name = " ".join(self.text("nama", 81).split())
        fresh = Cohort(name=name, code=cohorts.new_code())
        wrong = cohorts.set_days(fresh, (self.day("mulai"), self.day("selesai")), {})
        if not name or len(name) > 80:
            wrong["nama"] = NAMELESS
        number = 0 if wrong else await self.apart(self._add, fresh)
        if number:
            self.go(f"angkatan/{number}")
            return
        self.set_status(400)
        said = {field: self.text(field) for field in ("nama", "mulai", "selesai")}
        self.list_them(wrong or {"nama": TAKEN}, said)

    def _add(self, fresh: Cohort) -> int:
        """Give the new cohort's number; 0 where there is one of this name."""
        with self.store.writing() as session:
            try:
                days = (fresh.starts, fresh.ends)
                return store.add_cohort(session, fresh.name, days, fresh.code).id
            except ValueError:
                return 0


class OneCohort(Cohorts):
    """One cohort."""

    def get(self, number: str) -> None:  # type: ignore[override]  # its address has a number
        """Show it."""
        self.show_one(int(number), {})

    def show_one(
        self, number: int, wrong: dict[str, str], said: dict[str, Any] | None = None
    ) -> None:
        """Show a cohort, with what was wrong in a form and what was typed there."""
        with self.store.reading() as session:
            cohort = self.seen(session, number)
            groups = select(Group).where(Group.cohort_id == number).order_by(Group.name)
            mentors = cohorts.mentors(session, Accounts(self.school.accounts))
            dues = {due.assignment: due.day for due in cohort.dues}
            self.show(
                "cohort.html",
                cohort=cohort,
                groups=list(session.scalars(groups)),
                count=_counts(session).get(number, 0),
                mentors=mentors,
                tracks=self.catalog.tracks,
                dues=dues,
                wrong=defaultdict(str, wrong),
                said=defaultdict(str, said or {}),
            )

    def seen(self, session: Session, number: int) -> Cohort:
        """Find a cohort that the viewer may see.

        Raises:
            rights.NotHers: there is none, or not for her eyes.
        """
        found = {cohort.id: cohort for cohort in cohorts_for(session, self.me)}
        if number not in found:
            raise rights.NotHers(str(number))
        return found[number]


class Deed(OneCohort):
    """What the office changes by a form on a cohort's page."""

    roles = frozenset({OPERATOR})

    def get(self, number: str) -> None:  # type: ignore[override]
        """Nothing to see here without the form."""
        self.go(f"angkatan/{number}")

    async def post(self, number: str) -> None:
        """Do it, or say what is wrong."""
        wrong = await self.apart(self.do, int(number))
        if not wrong:
            self.go(f"angkatan/{number}")
            return
        self.set_status(400)
        arguments = self.request.body_arguments
        said = {name: self.text(name) for name in arguments if name != "_xsrf"}
        self.show_one(int(number), wrong, said)

    def do(self, number: int) -> dict[str, str]:
        """Do it; gives a sentence for each wrong field."""
        raise NotImplementedError


class Days(Deed):
    """First and last day, and what is due when."""

    def do(self, number: int) -> dict[str, str]:
        """Set them."""
        names = [exercise.assignment for exercise in self.catalog.exercises]
        with self.store.writing() as session:
            cohort = self.seen(session, number)
            days = (self.day("mulai"), self.day("selesai"))
            return cohorts.set_days(cohort, days, {name: self.day(name) for name in names})


class Code(Deed):
    """A new code, or none."""

    def do(self, number: int) -> dict[str, str]:
        """Draw one, or end the one that there is."""
        with self.store.writing() as session:
            cohort = self.seen(session, number)
            if self.text("kode") == "baru":
                cohort.code = cohorts.new_code()
            else:
                cohorts.end_code(cohort)
        return {}


class Groups(Deed):
    """A new group."""

    def do(self, number: int) -> dict[str, str]:
        """Add it."""
        name = " ".join(self.text("kelompok", 81).split())
        with self.store.writing() as session:
            wrong = cohorts.add_group(session, self.seen(session, number), name)
        return {"kelompok": wrong} if wrong else {}


class Mentor(Deed):
    """The mentor of a group."""

    def do(self, number: int) -> dict[str, str]:
        """Give the group its mentor; an empty choice takes him away."""
        chosen, which = self.text("pendamping", 24), self.text("yang", 9)
        with self.store.writing() as session:
            cohort = self.seen(session, number)
            group = session.scalar(
                select(Group).where(Group.cohort_id == cohort.id, Group.id == _number(which))
            )
            if group is None:
                raise web.HTTPError(400)
            if chosen and not store.is_mentor(session, Accounts(self.school.accounts), chosen):
                return {"pendamping": cohorts.NO_MENTOR}
            group.mentor = chosen or None
        return {}


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _counts(session: Session) -> dict[int, int]:
    """Count the trainees of every cohort."""
    where = (Person.cohort_id.is_not(None), Person.role == TRAINEE, Person.closed.is_(None))
    rows = session.execute(
        select(Person.cohort_id, func.count()).where(*where).group_by(Person.cohort_id)
    )
    return {number: count for number, count in rows if number is not None}


routes = [
    (r"angkatan", Cohorts),
    (r"angkatan/baru", Adding),
    (rf"angkatan/{NUMBER}", OneCohort),
    (rf"angkatan/{NUMBER}/hari", Days),
    (rf"angkatan/{NUMBER}/kode", Code),
    (rf"angkatan/{NUMBER}/kelompok", Groups),
    (rf"angkatan/{NUMBER}/pendamping", Mentor),
]
