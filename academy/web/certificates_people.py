"""Certificates as a mentor and the office look after them: the list, revoking, the name corrected."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import func, select

from academy.certificates.models import Certificate, Revocation
from academy.certificates.records import State, give, judge, of
from academy.certificates.revoking import ERASED, REASONS, RENAMED, revoke
from academy.people.models import Person
from academy.web import rights
from academy.web.base import Said
from academy.web.certificate_pages import CertificatePage
from academy.web.person_page import NAME, SURE
from academy.web.rights import STAFF
from usaha.dates import today

PAGE: Final = 50
NO_REASON = "Pilih dahulu alasannya, lalu tekan sekali lagi."
NOT_VALID = "Sertifikat ini sudah tidak berlaku."
SAME_NAME = "Nama pada sertifikat sudah sama dengan nama pada data peserta."
CHOICES: Final = {key: text for key, text in REASONS.items() if key != ERASED}


class All(CertificatePage):
    """The certificates of everybody whom the one who looks may see, the newest first."""

    roles = STAFF

    def get(self) -> None:
        """Show a page of them."""
        text = self.get_query_argument("hal", "1")
        page = int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 6 else 1
        with self.store.reading() as session:
            hers = select(Person.user_name).where(rights.visible(self.me))
            where = Certificate.user_name.in_(hers)
            count = session.scalar(select(func.count()).select_from(Certificate).where(where)) or 0
            wanted = (
                select(Certificate, Person, Revocation)
                .join(Person, Person.user_name == Certificate.user_name)
                .outerjoin(Revocation, Revocation.id == Certificate.id)
                .where(where)
                .order_by(Certificate.issued.desc(), Certificate.id)
            )
            rows = session.execute(wanted.offset((max(page, 1) - 1) * PAGE).limit(PAGE)).all()
        self.show(
            "certificates_people.html",
            rows=rows,
            count=count,
            page=page,
            pages=-(-count // PAGE),
            titles=self.titles(),
        )

    def titles(self) -> dict[str, str]:
        """Give the title of each certificate in the reader's language."""
        awards = self.catalog.certification.awards
        return {one.id: one.title.en if self.language == "en" else one.title.id for one in awards}


class Hers(All):
    """The certificates of one trainee."""

    def get(self, user_name: str) -> None:  # type: ignore[override]  # whose they are
        """Show them, each with what may be done."""
        person = self.trainee(user_name)
        keys = self.issuer.keys
        with self.store.reading() as session:
            rows = [
                (certificate, revocation, judge(session, certificate.id, keys))
                for certificate, revocation in of(session, user_name)
            ]
        self.show(
            "certificates_person.html",
            one=person,
            rows=rows,
            valid=State.VALID,
            reasons=REASONS,
            choices=[(key, text) for key, text in CHOICES.items() if key != RENAMED],
            titles=self.titles(),
        )


class Deed(CertificatePage):
    """What is done to a certificate by pressing a button."""

    roles = STAFF

    def get(self, user_name: str) -> None:
        """Nothing to see here without pressing it."""
        self.go(f"peserta/{user_name}/sertifikat")

    async def post(self, user_name: str) -> None:
        """Do it, when the box is ticked."""
        self.trainee(user_name)
        if self.text("yakin") != "ya":
            raise Said(400, SURE)
        await self.apart(self.do, user_name, self.text("sertifikat", 16))
        self.go(f"peserta/{user_name}/sertifikat")

    def do(self, user_name: str, id_: str) -> None:
        """Do it."""
        raise NotImplementedError


class Revoke(Deed):
    """Revoking, with a reason."""

    def do(self, user_name: str, id_: str) -> None:
        """Revoke a certificate that counts."""
        reason = self.text("alasan", 16)
        if reason not in CHOICES:
            raise Said(400, NO_REASON)
        with self.store.writing() as session:
            certificate = session.get(Certificate, id_)
            if certificate is None or certificate.user_name != user_name:
                raise rights.NotHers(id_)
            revoke(session, certificate, reason, self.me.name, today())


class Renew(Deed):
    """A certificate with the name as it is now, in the place of one with another."""

    def do(self, user_name: str, id_: str) -> None:
        """Revoke the old one and give a new one, both or neither."""
        issuer = self.issuer
        with self.store.writing() as session:
            certificate = session.get(Certificate, id_)
            if certificate is None or certificate.user_name != user_name:
                raise rights.NotHers(id_)
            person = rights.person_for(session, self.me, user_name)
            judged = judge(session, id_, issuer.keys)
            if judged.shown is None:
                raise Said(409, NOT_VALID)
            if judged.shown.name == person.display_name:
                raise Said(409, SAME_NAME)
            award = issuer.catalog.certification.award(certificate.award)
            revoke(session, certificate, RENAMED, self.me.name, today())
            session.flush()
            give(session, issuer, person, award, datetime.now(UTC))


routes = [
    (r"sertifikat-peserta", All),
    (rf"peserta/{NAME}/sertifikat", Hers),
    (rf"peserta/{NAME}/sertifikat/cabut", Revoke),
    (rf"peserta/{NAME}/sertifikat/ganti", Renew),
]
