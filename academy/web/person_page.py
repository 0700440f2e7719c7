"""One person, as her mentor or the office sees her: details, a new password, closing, her group."""

from __future__ import annotations

from sqlalchemy import select
from tornado import web

from academy.people import erasure
from academy.people.cards import Card
from academy.people.models import Group, Person
from academy.web import rights
from academy.web.base import Page, Said
from academy.web.rights import OPERATOR, STAFF, TRAINEE, Viewer
from usaha.districts import DISTRICTS

NAME = r"([a-z][a-z0-9]{2,23})"
CLOSED = "Akun ini sudah ditutup."
SURE = "Centang dahulu kotak di atas tombol, lalu tekan sekali lagi."


def may_manage(viewer: Viewer, person: Person) -> bool:
    """Say whether one who sees a person may also change her account; nobody does her own.

    Example:
        >>> may_manage(Viewer("tosari", "operator"), Person(user_name="tosari", role="operator"))
        False
    """
    others = viewer.role == OPERATOR or person.role == TRAINEE
    return viewer.role in STAFF and others and person.user_name != viewer.name


class PersonPage(Page):
    """What is kept about one person, and what her mentor may do for her."""

    roles = STAFF

    def get(self, user_name: str) -> None:
        """Show her."""
        with self.store.reading() as session:
            person = rights.person_for(session, self.me, user_name)
            groups = select(Group).where(Group.cohort_id == person.cohort_id).order_by(Group.name)
            self.show(
                "person.html",
                one=person,
                groups=list(session.scalars(groups)),
                may_manage=may_manage(self.me, person),
                district=next((d.name for d in DISTRICTS if d.code == person.district), ""),
            )

    def managed(self, user_name: str) -> Person:
        """Find somebody whose account this viewer may change.

        Raises:
            rights.NotHers: there is none.
            Said: her account is closed.
        """
        with self.store.reading() as session:
            person = rights.person_for(session, self.me, user_name)
            place = person.group or person.cohort
            self.place = place.name if place else ""
        if not may_manage(self.me, person):
            raise rights.NotHers(user_name)
        if person.closed:
            raise Said(409, CLOSED)
        return person


class Deed(PersonPage):
    """What is done by pressing a button on her page."""

    def get(self, user_name: str) -> None:
        """Nothing to see here without pressing it."""
        self.go(f"peserta/{user_name}")


class Reset(Deed):
    """A new one-time password."""

    async def post(self, user_name: str) -> None:
        """Make one, and show it once, as a card."""
        person = self.managed(user_name)
        password = await self.apart(erasure.new_password, self.school, self.store, user_name)
        card = Card(person.display_name, self.place, user_name, password)
        self.show("one_time.html", card=card, address=self.school.address)


class Close(Deed):
    """Closing an account."""

    async def post(self, user_name: str) -> None:
        """Close it, when the box is ticked."""
        self.managed(user_name)
        if self.text("yakin") != "ya":
            raise Said(400, SURE)
        await self.apart(erasure.close, self.school, self.store, user_name)
        self.go(f"peserta/{user_name}")


class Move(Deed):
    """Putting somebody into another group of her cohort: the office's matter."""

    roles = frozenset({OPERATOR})

    async def post(self, user_name: str) -> None:
        """Put her there; an empty choice takes her out of her group."""
        self.managed(user_name)
        await self.apart(self._move, user_name, self.text("kelompok"))
        self.go(f"peserta/{user_name}")

    def _move(self, user_name: str, chosen: str) -> None:
        with self.store.writing() as session:
            person = rights.person_for(session, self.me, user_name)
            groups = select(Group).where(Group.cohort_id == person.cohort_id)
            by_id = {str(group.id): group for group in session.scalars(groups)}
            if chosen and chosen not in by_id:
                raise web.HTTPError(400)
            person.group = by_id.get(chosen)


routes = [
    (rf"peserta/{NAME}", PersonPage),
    (rf"peserta/{NAME}/sandi", Reset),
    (rf"peserta/{NAME}/tutup", Close),
    (rf"peserta/{NAME}/kelompok", Move),
]
