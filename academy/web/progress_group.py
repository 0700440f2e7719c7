"""“Pendampingan”: who of a group needs help and why, and what waits for the mentor's points."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from academy.catalog import Exercise
from academy.people.models import Cohort, Group, Person
from academy.progress.group import Member, gains, members
from academy.progress.journey import State
from academy.progress.messages import message, whatsapp
from academy.progress.opening import opened_for, opened_to
from academy.progress.stuck import Why
from academy.web import rights
from academy.web.progress_pages import ProgressPage
from academy.web.rights import STAFF, TRAINEE, Viewer
from usaha.dates import today

SENTENCES = {
    Why.NOT_OPENED: "Belum membuka apa pun sejak pelatihan dimulai {days} hari lalu",
    Why.SILENT: "Tidak terlihat selama {days} hari",
    Why.FAILED_TWICE: "Dua kali mencoba {title} dan belum berhasil",
    Why.OVERDUE: "Batas waktu {title} lewat {days} hari",
    Why.NOT_SUBMITTED: "Membuka {title}, {days} hari belum mengirim",
}


class Groups(ProgressPage):
    """The groups that a mentor or the office looks after."""

    roles = STAFF

    def get(self) -> None:
        """Show the only group, or the list to choose from."""
        with self.store.reading() as session:
            counts = _counts(session)
            groups = rights.groups_for(session, self.me)
            found = [(group, group.cohort, counts.get(group.id, 0)) for group in groups]
        if len(found) == 1:
            self.go(f"pendampingan/{found[0][0].id}")
        else:
            everything = self.catalog.exercises if self.me.role == rights.OPERATOR else ()
            self.show("progress_groups.html", groups=found, exercises=everything)


class OneGroup(ProgressPage):
    """One group."""

    roles = STAFF

    async def get(self, number: str) -> None:
        """Show who needs help; the work is done apart, because it looks into many places."""
        self.show("progress_group.html", **await self.apart(self._look, int(number)))

    def _look(self, number: int) -> dict[str, object]:
        with self.store.reading() as session:
            group, people = people_of(session, self.me, number)
            opened = opened_for(session, people)
            by_hand = opened_to(session, group=group.id)
        with self.progress.reading() as session:
            found = members(self.school, self.catalog, people, session, today(), opened)
        tried = [attempt for one in found for step in one.steps for attempt in step.tries]
        handed_in = {attempt.assignment for attempt in tried}
        return {
            "group": group,
            "needy": [(one, self._chat(one)) for one in found if one.reasons],
            "fine": [one for one in found if not one.reasons],
            "waiting": [(one, review) for one in found for review in one.waiting],
            "closed": closed_to(found),
            "by_hand": [e for e in self.catalog.exercises if e.assignment in by_hand],
            "exercises": {each.assignment: each for each in self.catalog.exercises},
            "handed_in": [e for e in self.catalog.exercises if e.assignment in handed_in],
            "gains": gains(self.catalog, tried),
            "sentences": SENTENCES,
        }

    def _chat(self, member: Member) -> str:
        """Give the link that opens a chat about her most urgent reason; empty without a number."""
        name, phone = member.person.display_name, member.person.phone
        return whatsapp(phone, message(name, member.reasons[0])) if phone else ""


def closed_to(members: Sequence[Member]) -> list[Exercise]:
    """List the exercises that are locked for somebody of a group, by their ids."""
    steps = (step for one in members for step in one.steps if step.state is State.LOCKED)
    locked = {step.exercise.id: step.exercise for step in steps}
    return [locked[id_] for id_ in sorted(locked)]


def people_of(session: Session, viewer: Viewer, number: int) -> tuple[Group, list[Person]]:
    """Give a group that the viewer may see, and its trainees with all that a page needs of them.

    Raises:
        rights.NotHers: there is no such group, or it is not hers.
    """
    groups = {group.id: group for group in rights.groups_for(session, viewer)}
    if number not in groups:
        raise rights.NotHers(str(number))
    wanted = (
        select(Person)
        .where(Person.group_id == number, Person.role == TRAINEE, Person.closed.is_(None))
        .options(joinedload(Person.cohort).selectinload(Cohort.dues))
        .order_by(Person.display_name)
    )
    groups[number].cohort  # noqa: B018 (read while the database is open)
    return groups[number], list(session.scalars(wanted))


def _counts(session: Session) -> dict[int, int]:
    """Count the trainees of every group."""
    where = (Person.group_id.is_not(None), Person.role == TRAINEE, Person.closed.is_(None))
    rows = session.execute(
        select(Person.group_id, func.count()).where(*where).group_by(Person.group_id)
    )
    return {number: count for number, count in rows if number is not None}


routes = [(r"pendampingan", Groups), (r"pendampingan/(\d{1,9})", OneGroup)]
