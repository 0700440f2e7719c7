"""A mentor opens an exercise by hand, or closes it again: for one trainee, or for a whole group."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import delete, select

from academy.people.models import Opening
from academy.web.base import Said
from academy.web.progress_group import people_of
from academy.web.progress_pages import ProgressPage
from academy.web.rights import STAFF

UNKNOWN = "Pilih dahulu latihan yang akan dibuka."


class ForOne(ProgressPage):
    """Opens an exercise to one trainee."""

    roles = STAFF

    async def post(self, user_name: str) -> None:
        """Note it; the trainee's room shows the exercise a moment later."""
        person = self.trainee(user_name)
        await self.apart(self.change, user_name=person.user_name)
        self.go(f"perjalanan/{person.user_name}")

    def change(self, user_name: str | None = None, group_id: int | None = None) -> None:
        """Keep who opened what to whom.

        Raises:
            Said: there is no such exercise.
        """
        assignment = self.text("latihan", 80)
        if assignment not in {exercise.assignment for exercise in self.catalog.exercises}:
            raise Said(400, UNKNOWN)
        to = {"user_name": user_name, "group_id": group_id, "assignment": assignment}
        with self.store.writing() as session:
            if session.scalars(select(Opening).filter_by(**to)).first() is None:
                session.add(Opening(**to, mentor=self.me.name, opened=datetime.now(UTC)))


class ForGroup(ForOne):
    """Opens an exercise to everybody of a group, also to those who come later."""

    async def post(self, number: str) -> None:
        """Note it."""
        with self.store.reading() as session:
            group, _ = people_of(session, self.me, int(number))
        await self.apart(self.change, group_id=group.id)
        self.go(f"pendampingan/{group.id}")


class Closing(ForOne):
    """Takes back what was opened by hand; what she has mastered, or already tried, stays open."""

    def change(self, user_name: str | None = None, group_id: int | None = None) -> None:
        """Forget who opened it; harmless where nobody has."""
        to = {"user_name": user_name, "group_id": group_id, "assignment": self.text("latihan", 80)}
        with self.store.writing() as session:
            session.execute(delete(Opening).filter_by(**to))


class ClosingForGroup(Closing, ForGroup):
    """The same for a group; what was opened to one of its trainees alone stays open to her."""


routes = [
    (r"perjalanan/([a-z][a-z0-9]{2,23})/buka", ForOne),
    (r"perjalanan/([a-z][a-z0-9]{2,23})/tutup", Closing),
    (r"pendampingan/(\d{1,9})/buka", ForGroup),
    (r"pendampingan/(\d{1,9})/tutup", ClosingForGroup),
]
