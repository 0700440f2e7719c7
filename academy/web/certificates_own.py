"""A trainee's certificates: what she has, what she may have, what is missing for the others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from academy.certificates.credential import page_of
from academy.certificates.earning import Standing, standings
from academy.certificates.models import ID, Certificate
from academy.certificates.pdf import certificate_pdf
from academy.certificates.records import State, give, judge, of
from academy.people.models import Person
from academy.people.store import find
from academy.progress import store as progress
from academy.progress.group import calendar_of
from academy.progress.journey import journey
from academy.web import rights
from academy.web.base import Said
from academy.web.certificate_pages import CertificatePage
from academy.web.rights import STAFF, TRAINEE

NOT_LISTED = "Akun ini tidak ada dalam daftar peserta, jadi tidak dapat menerima sertifikat."
NOT_EARNED = "Sertifikat ini belum dapat diterbitkan. Lihat apa yang masih perlu diselesaikan."
NOT_VALID = "Sertifikat ini sudah tidak berlaku, jadi tidak dapat diunduh."
SHARED: Final = "Saya menyelesaikan pelatihan “{}”. Sertifikat saya dapat diperiksa di {}"


class Own(CertificatePage):
    """The certificates of whoever looks."""

    roles = frozenset({TRAINEE})

    def get(self) -> None:
        """Show them all."""
        name = self.me.name
        issuer = self.issuer
        with self.store.reading() as session:
            # Of several for one thing the one that counts, else the newest.
            rows = sorted(of(session, name), key=lambda row: (row[1] is None, row[0].issued))
            held = {
                certificate.award: (certificate, judge(session, certificate.id, issuer.keys))
                for certificate, _ in rows
            }
        self.show(
            "certificates_own.html",
            one=self.person,
            standings=self.standings(self.person),
            held=held,
            valid=State.VALID,
            public=lambda certificate: page_of(issuer.address, certificate.id),
            share=self._share,
        )

    async def post(self) -> None:
        """Give her the one that she asks for, when she has earned it."""
        if self.person is None:
            raise Said(404, NOT_LISTED)
        wanted = self.text("sertifikat", 80)
        earned = [one for one in self.standings(self.person) if one.is_earned]
        standing = next((one for one in earned if one.award.id == wanted), None)
        if standing is None:
            raise Said(409, NOT_EARNED)
        await self.apart(self._give, standing)
        self.go("sertifikat-saya")

    def _give(self, standing: Standing) -> None:
        with self.store.writing() as session:
            person = find(session, self.me.name)
            give(session, self.issuer, person, standing.award, datetime.now(UTC))

    def standings(self, person: Person | None) -> list[Standing]:
        """Say how far somebody is on the way to each certificate."""
        own = self.trainee(person.user_name) if person else None
        calendar = calendar_of(own.cohort if own else None)
        with self.progress.reading() as session:
            tries = progress.attempts(session, [self.me.name])
            reviews = progress.reviews(session, [self.me.name])
        return standings(self.catalog, journey(self.catalog, tries, calendar), reviews)

    def _share(self, certificate: Certificate, title: str) -> str:
        text = SHARED.format(title, page_of(self.school.address, certificate.id))
        return f"https://wa.me/?text={quote(text, safe='')}"


class Printed(CertificatePage):
    """A certificate to print: for its owner, her mentor and the office."""

    roles = STAFF | {TRAINEE}

    async def get(self, id_: str) -> None:
        """Make the page.

        Raises:
            rights.NotHers: it is not for the one who asks, or there is none.
            Said: it does not count any more.
        """
        issuer = self.issuer
        with self.store.reading() as session:
            certificate = session.get(Certificate, id_)
            if certificate is None:
                raise rights.NotHers(id_)
            rights.person_for(session, self.me, certificate.user_name)
            judged = judge(session, id_, issuer.keys)
        if judged.shown is None:
            raise Said(410, NOT_VALID)
        args: Any = (judged.shown, certificate.document, issuer.address)
        made = await self.apart(certificate_pdf, *args)
        self.send(made, "application/pdf", f"sertifikat-{id_}.pdf")


routes = [(r"sertifikat-saya", Own), (rf"sertifikat-saya/({ID})/cetak", Printed)]
