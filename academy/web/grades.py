"""“Nilai”: the grades of a group or a cohort as files, for mentors of theirs and for the office."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from academy.interchange.marks import Marks, marks_of
from academy.interchange.sheets import marks_csv, marks_workbook, moodle_csv
from academy.people.models import Cohort, Group, Person
from academy.web import rights
from academy.web.people_list import cohorts_for
from academy.web.progress_pages import ProgressPage
from academy.web.report import EXCEL
from academy.web.rights import OPERATOR, STAFF, TRAINEE
from usaha.dates import today

CSV = "text/csv; charset=utf-8"
KINDS: dict[str, tuple[str, str, Callable[[Marks, str], bytes]]] = {
    "excel": (EXCEL, "xlsx", marks_workbook),
    "csv": (CSV, "csv", lambda marks, _: marks_csv(marks)),
    "moodle": (CSV, "csv", lambda marks, _: moodle_csv(marks)),
    "moodle-surel": (CSV, "csv", lambda marks, _: moodle_csv(marks, by_email=True)),
}


class Grades(ProgressPage):
    """What there is to download."""

    roles = STAFF

    def get(self) -> None:
        """List the groups of a cohort, the newest where none was chosen; for the office the whole too."""
        chosen = self.get_query_argument("angkatan", "")
        with self.store.reading() as session:
            cohorts = cohorts_for(session, self.me)
            cohort = next(
                (one for one in cohorts if str(one.id) == chosen), next(iter(cohorts), None)
            )
            groups = [g for g in rights.groups_for(session, self.me) if g.cohort is cohort]
        shown = [(f"angkatan/{cohort.id}", "")] if cohort and self.me.role == OPERATOR else []
        shown += [(f"kelompok/{group.id}", group.name) for group in groups]
        self.show("grades.html", cohorts=cohorts, cohort=cohort, shown=shown)


class GradeFile(ProgressPage):
    """One file."""

    roles = STAFF

    async def get(self, what: str, number: str, kind: str) -> None:
        """Make it apart, and send it; it holds names, so no browser keeps it."""
        content_type, end, write = KINDS[kind]
        content = await self.apart(self._made, what, int(number), write)
        name = f"nilai-{what}-{number}-{kind}-{today().isoformat()}.{end}"
        self.set_header("Content-Type", content_type)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(content)

    def _made(self, what: str, number: int, write: Callable[[Marks, str], bytes]) -> bytes:
        with self.store.reading() as session:
            title = self._title(session, what, number)
            whose = Person.group_id if what == "kelompok" else Person.cohort_id
            wanted = (
                select(Person)
                .where(whose == number, Person.role == TRAINEE, Person.closed.is_(None))
                .options(
                    joinedload(Person.group), joinedload(Person.cohort).selectinload(Cohort.dues)
                )
                .order_by(Person.display_name, Person.user_name)
            )
            people = list(session.scalars(wanted))
        with self.progress.reading() as session:
            return write(marks_of(self.catalog, people, session), title)

    def _title(self, session: Session, what: str, number: int) -> str:
        """Say whose grades these are.

        Raises:
            rights.NotHers: they are not for the viewer's eyes.
        """
        if what == "kelompok":
            groups: dict[int, Group] = {g.id: g for g in rights.groups_for(session, self.me)}
            if number in groups:
                return f"Nilai kelompok {groups[number].name}, {groups[number].cohort.name}"
        elif self.me.role == OPERATOR:
            cohort = session.get(Cohort, number)
            if cohort:
                return f"Nilai angkatan {cohort.name}"
        raise rights.NotHers(str(number))


routes = [
    (r"nilai", Grades),
    (
        rf"nilai/(angkatan|kelompok)/(\d{{1,9}})/({'|'.join(sorted(KINDS, reverse=True))})",
        GradeFile,
    ),
]
