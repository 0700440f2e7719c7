"""The list of people: by cohort and group, for a mentor hers, for the office everybody."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from academy.people.models import Cohort, Group, Person
from academy.web import rights
from academy.web.base import Page
from academy.web.rights import STAFF, TRAINEE, Viewer

PAGE = 50  # people


class PeopleList(Page):
    """The people whom a mentor or the office looks after."""

    roles = STAFF

    def get(self) -> None:
        """Show a cohort, a group, a page of them; all by numbers that say nothing."""
        self._show("")

    def post(self) -> None:
        """Look for somebody by a part of a name: by POST, so that no address holds it."""
        self._show(self.text("cari", 80))

    def _show(self, sought: str) -> None:
        cohort, group, page = (self._number(name) for name in ("angkatan", "kelompok", "hal"))
        page = max(page, 1)
        with self.store.reading() as session:
            where = _where(self.me, cohort, group, sought)
            count = session.scalar(select(func.count()).select_from(Person).where(*where)) or 0
            people = _people(session, where, page)
            cohorts = cohorts_for(session, self.me)
            groups = [g for g in rights.groups_for(session, self.me) if cohort in (0, g.cohort_id)]
        self.show(
            "people_list.html",
            people=people,
            count=count,
            cohorts=cohorts,
            open_cohorts=[cohort for cohort in cohorts if cohort.open_code],
            groups=groups,
            chosen=(cohort, group),
            page=page,
            pages=-(-count // PAGE),
            sought=sought,
        )

    def _number(self, name: str) -> int:
        text: str = self.get_query_argument(name, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def cohorts_for(session: Session, viewer: Viewer) -> list[Cohort]:
    """List the cohorts that somebody may see the code of: the office all, a mentor her groups'."""
    wanted = select(Cohort).order_by(Cohort.starts.desc(), Cohort.name)
    if viewer.role != rights.OPERATOR:
        hers = [group.cohort_id for group in rights.groups_for(session, viewer)]
        wanted = wanted.where(Cohort.id.in_(hers))
    return list(session.scalars(wanted))


def _where(viewer: Viewer, cohort: int, group: int, sought: str) -> list[ColumnElement[bool]]:
    where = [rights.visible(viewer)]
    if viewer.role == rights.MENTOR:
        where.append(Person.role == TRAINEE)
    if cohort:
        where.append(Person.cohort_id == cohort)
    if group:
        where.append(Person.group_id == group)
    if sought:
        named = Person.display_name.icontains(sought, autoescape=True)
        where.append(named | (Person.user_name == sought.lower()))
    return where


def _people(session: Session, where: list[ColumnElement[bool]], page: int) -> list[Person]:
    wanted = (
        select(Person)
        .where(*where)
        .outerjoin(Person.cohort)
        .outerjoin(Person.group)
        .options(joinedload(Person.cohort), joinedload(Person.group))
        .order_by(Cohort.starts.desc(), Group.name, Person.display_name, Person.id)
    )
    return list(session.scalars(wanted.offset((page - 1) * PAGE).limit(PAGE)))


routes = [(r"peserta", PeopleList)]
