"""Registering people from a file: upload, see what is wrong in which row, mend it here, accept."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from academy.people import cards, enrolment
from academy.people.models import Cohort
from academy.people.roster import Written, to_mend
from academy.web import drafts
from academy.web.base import Page, Said
from academy.web.drafts import Draft
from academy.web.reading import read_apart
from academy.web.registering import MOST_AT_ONCE, register
from academy.web.rights import MENTOR, STAFF, groups_for
from usaha.dates import today
from usaha.districts import DISTRICTS
from usaha.importers.problems import listed

ROWS_TO_MEND, ROWS_SHOWN = 20, 100  # a page stays small: what is more comes after these
MENDED = ("name", "phone", "email", "district", "sex", "age", "business", "cohort", "group")
NO_FILE = "Pilih dahulu berkasnya."
NOBODY = "Tidak ada orang di dalam daftar ini."
GONE = (
    "Daftar ini sedang didaftarkan, sudah selesai, atau tidak disimpan lagi. Lihat dahulu Kartu masuk. "
    "Bila perlu, unggah lagi berkasnya: yang sudah terdaftar tidak berubah."
)
OTHER_LIST = (
    "Halaman ini milik daftar yang lain: Anda sudah mengunggah yang lebih baru. "
    "Buka lagi Daftarkan, lalu pilih Lanjutkan."
)


class Upload(Page):
    """The file."""

    roles = STAFF

    def get(self) -> None:
        """Ask for it."""
        self._ask()

    async def post(self) -> None:
        """Read it, and go on to what is in it."""
        files = self.request.files.get("berkas", [])
        if not files or not files[0]["body"]:
            self._ask(NO_FILE)
            return
        rows, problems = await read_apart(self.school, files[0]["body"])
        if problems or not rows:
            self._ask(problems[0].text if problems else NOBODY)
            return
        draft = Draft(rows, self.text("angkatan", 80), self.text("kelompok", 80))
        self.settings["drafts"].put(self.me.name, draft)
        self.go("impor/periksa")

    def _ask(self, wrong: str = "") -> None:
        if wrong:
            self.set_status(400)
        with self.store.reading() as session:
            cohorts = list(session.scalars(select(Cohort).order_by(Cohort.starts.desc())))
            groups = groups_for(session, self.me) if self.role == MENTOR else []
        folder = cards.folder_of(self.school, self.me.name)
        self.show(
            "import.html",
            wrong=wrong,
            cohorts=[(cohort.name, cohort.name) for cohort in cohorts],
            groups=groups,
            draft=self.settings["drafts"].of(self.me.name),
            sheets=len(list(folder.glob("kartu-*.html"))),
        )


class Check(Page):
    """What is in the file, row by row, before anybody is registered."""

    roles = STAFF

    async def get(self) -> None:
        """Show the preview, with the rows that are wrong as fields."""
        draft = self.draft()
        plan = await self.apart(self._plan, draft)
        with self.store.reading() as session:
            cohorts = list(session.scalars(select(Cohort.name).order_by(Cohort.starts.desc())))
        rows = {row.line: row for row in draft.rows}
        wrong = [rows[line] for line in plan.wrong_lines[:ROWS_TO_MEND]]
        self.show(
            "import_check.html",
            mark=draft.mark,
            plan=plan,
            repeated=listed(plan.repeated) if plan.repeated else "",
            new=plan.new[:ROWS_SHOWN],
            wrong=[(row, _sentences(plan, row.line), _to_mend(row)) for row in wrong],
            most=MOST_AT_ONCE,
            cohorts=cohorts,
            districts={district.code: district.name for district in DISTRICTS},
        )

    async def post(self) -> None:
        """Take over what was mended; register those who are right, when that was pressed."""
        kept, deed = self.settings["drafts"], self.text("aksi")
        shown = self.draft()
        if self.text("daftar") != shown.mark:
            raise Said(409, OTHER_LIST)
        draft = shown.mended(self._changes(shown))
        kept.drop(self.me.name)  # a second press finds nothing to register
        if deed == "buang":
            self.go("impor")
        elif deed == "daftarkan":
            await self._register(draft)
        else:
            kept.put(self.me.name, draft)
            self.go("impor/periksa")

    async def _register(self, draft: Draft) -> None:
        rest = draft
        try:
            rest = await self.apart(register, self.school, self.store, draft, self.me)
        finally:
            kept = self.settings["drafts"]
            # Those that are wrong, or all when something broke off; a list that came since stays.
            if rest.rows and kept.of(self.me.name) is None:
                kept.put(self.me.name, rest)
        self.go("impor/kartu")

    def _plan(self, draft: Draft) -> enrolment.Plan:
        with self.store.reading() as session:
            return drafts.plan(session, draft, self.me, today())

    def draft(self) -> Draft:
        """Give the list that this person has uploaded.

        Raises:
            Said: it is not kept any more.
        """
        kept: Draft | None = self.settings["drafts"].of(self.me.name)
        if kept is None:
            raise Said(410, GONE)
        return kept

    def _changes(self, draft: Draft) -> dict[int, Mapping[str, str] | None]:
        """Read the fields of the rows that were on the page; None for those to be left out."""
        sent = self.request.body_arguments
        lines = [row.line for row in draft.rows if f"b{row.line}-name" in sent]
        return {
            line: None
            if self.text(f"b{line}-lewati")
            else {field: self.text(f"b{line}-{field}") for field in MENDED}
            for line in lines
        }


def _to_mend(row: Written) -> list[str]:
    """Give the fields to show at once; where the fault lies between rows, all of them."""
    at_fault = [field for field in to_mend(row, today()) if field in MENDED]
    return at_fault or list(MENDED)


def _sentences(plan: enrolment.Plan, line: int) -> list[str]:
    return [problem.text for problem in plan.problems if line in problem.lines]


routes = [(r"impor", Upload), (r"impor/periksa", Check)]
