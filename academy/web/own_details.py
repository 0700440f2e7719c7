"""A person's own details: what is kept about her, correcting it, agreeing to it."""

from __future__ import annotations

from academy.lti.models import LtiSubject
from academy.people.enrolment import CONSENT_TEXT
from academy.people.models import Person
from academy.web import details as forms
from academy.web.base import Said
from academy.web.details import Details, choices, read_details
from academy.web.progress_pages import ProgressPage
from academy.web.registration import FIELDS, NO_CONSENT
from academy.web.rights import person_for
from usaha.dates import today

NOTHING_KEPT = "Tidak ada data diri yang disimpan tentang akun ini."
HOME = "beranda"


class Own(ProgressPage):
    """What is kept about whoever looks; nobody else's is ever shown here."""

    def get(self) -> None:
        """Show it as a form."""
        saved = self.get_query_argument("tersimpan", "") == "ya"
        self._show(forms.as_form(self.person) if self.person else {}, saved=saved)

    async def post(self) -> None:
        """Correct it."""
        own = self.own()
        details, wrong = read_details(self.text)
        if details:
            wrong = await self.apart(self._save, details, own.user_name)
        if wrong:
            self.set_status(400)
            self._show({name: self.text(name) for name in FIELDS}, wrong)
        else:
            self.go("saya?tersimpan=ya")

    def own(self) -> Person:
        """Give her row.

        Raises:
            Said: an account of the first start has none.
        """
        if self.person is None:
            raise Said(404, NOTHING_KEPT)
        return self.person

    def _save(self, details: Details, name: str) -> dict[str, str]:
        with self.store.writing() as session:
            wrong = forms.taken(session, details, but=name)
            if not wrong:
                details.put_into(person_for(session, self.me, name))
        return wrong

    def _show(
        self, said: dict[str, str], wrong: dict[str, str] | None = None, *, saved: bool = False
    ) -> None:
        with self.store.reading() as session:
            own = person_for(session, self.me, self.me.name) if self.person else None
            came = session.get(LtiSubject, self.me.name) is not None
            onward = self.get_query_argument("lanjut", "")[:80]
            more = {"campus": came, "onward": onward, **choices()}
            self.show("own.html", own=own, said=said, wrong=wrong or {}, saved=saved, **more)


class Agree(Own):
    """Agreeing to what is kept, for those who were registered from a list."""

    def get(self) -> None:
        """Nothing to see here without pressing the button."""
        self.go("saya")

    async def post(self) -> None:
        """Note the day and the text."""
        name = self.own().user_name
        if self.text("setuju") != "ya":
            raise Said(400, NO_CONSENT)
        await self.apart(self._agree, name)
        if onward := self._onward(self.text("lanjut")):
            self.redirect(onward, status=303)
        else:
            self.go("saya?tersimpan=ya")

    def _onward(self, named: str) -> str:
        """Give where somebody goes who came from her campus to something else than this page."""
        rooms = {exercise.assignment: exercise.room for exercise in self.catalog.exercises}
        return {HOME: "/hub/", **rooms}.get(named, "")

    def _agree(self, name: str) -> None:
        with self.store.writing() as session:
            person = person_for(session, self.me, name)
            person.consent_day = today()
            person.consent_text = CONSENT_TEXT


routes = [(r"saya", Own), (r"saya/setuju", Agree)]
