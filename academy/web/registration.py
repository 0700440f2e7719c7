"""The page on which somebody registers herself: open to all, with the code of her cohort."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from academy.people.models import Cohort, Group
from academy.web.base import Page, Said
from academy.web.details import choices, read_details
from academy.web.signing_up import Taken, cohort_of, sign_up
from deployment.local.attempts import in_words
from deployment.local.passwords import problem
from usaha.dates import today

WRONG_CODE = (
    "Kode ini belum tepat, atau angkatannya sudah selesai. Tanyakan kodenya kepada pendamping Anda."
)
NO_CONSENT = "Centang kotak ini bila Anda setuju. Tanpa persetujuan, Anda tidak dapat didaftarkan."
TOO_MANY = "Terlalu banyak percobaan. Tunggu {}, lalu coba lagi."
FIELDS = ("name", "phone", "email", "district", "business", "sex", "age")


class Register(Page):
    """The code first; then what she says about herself; then her user name."""

    is_public = True

    def get(self) -> None:
        """Ask for the code."""
        self._ask_code()

    async def post(self) -> None:
        """Look at the code, and register her once the rest of the form is there."""
        self._may_try()
        code = self.text("kode", 40)
        with self.store.reading() as session:
            cohort = cohort_of(session, code, today())
        if cohort is None:
            self.settings["codes"].count(self.client)
            self._ask_code(WRONG_CODE)
        elif not self.text("tahap"):
            self._ask_details(cohort, code)
        else:
            await self._register(cohort, code)

    def _may_try(self) -> None:
        limits = (self.settings["codes"], self.settings["registrations"])
        wait = max(limit.wait(self.client) for limit in limits)
        if wait:
            raise Said(429, TOO_MANY.format(in_words(wait)), wait)

    async def _register(self, cohort: Cohort, code: str) -> None:
        details, wrong = read_details(self.text)
        password = self.get_body_argument("sandi", "", strip=False)
        again = self.get_body_argument("ulang", "", strip=False)
        if weak := problem(False, "", password, again):
            wrong["sandi"] = weak
        if self.text("setuju") != "ya":
            wrong["setuju"] = NO_CONSENT
        if wrong or details is None:
            self._ask_details(cohort, code, wrong)
            return
        self.settings["registrations"].count(self.client)
        chosen = self.text("kelompok", 9)
        group = int(chosen) if chosen.isascii() and chosen.isdigit() else None
        try:
            name = await self.apart(
                sign_up, self.school, self.store, cohort, group, details, password
            )
        except Taken as error:
            self._ask_details(cohort, code, error.wrong)
            return
        self.show("registered.html", name=name, login="/hub/login")

    def _ask_code(self, wrong: str = "") -> None:
        if wrong:
            self.set_status(403)
        self.show("register_code.html", wrong=wrong)

    def _ask_details(self, cohort: Cohort, code: str, wrong: dict[str, Any] | None = None) -> None:
        if wrong:
            self.set_status(400)
        with self.store.reading() as session:
            groups = select(Group).where(Group.cohort_id == cohort.id).order_by(Group.name)
            self.show(
                "register.html",
                cohort=cohort,
                code=code,
                groups=list(session.scalars(groups)),
                said={name: self.text(name) for name in (*FIELDS, "kelompok", "setuju")},
                wrong=wrong or {},
                **choices(),
            )


routes = [(r"daftar", Register)]
