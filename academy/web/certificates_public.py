"""Checking a certificate: open to all, by its address, its code or its file."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any, Final

from academy.certificates.badge import bake
from academy.certificates.files import LIMIT
from academy.certificates.models import ID
from academy.certificates.records import (
    Judged,
    State,
    judge,
    judge_document,
    revoked_positions,
)
from academy.certificates.status import status_list
from academy.web.base import Said
from academy.web.certificate_pages import CertificatePage
from academy.web.reading import run_apart
from deployment.local.attempts import in_words

TOO_MANY = "Terlalu banyak percobaan. Tunggu {}, lalu coba lagi."
TOO_LARGE = "Berkas ini terlalu besar untuk sebuah sertifikat. Pilih berkas yang Anda terima dari pemiliknya."
NO_CODE = "Kode sertifikat terdiri dari 16 huruf dan angka. Periksa lagi, lalu ketik sekali lagi."
NOTHING = "Ketik kodenya, atau pilih berkasnya, lalu tekan tombol Periksa."
KIND: Final = "application/json; charset=utf-8"
GONE: Final = 410


class Public(CertificatePage):
    """What anybody may do here, at a pace that makes guessing useless."""

    is_public = True

    def may_try(self) -> None:
        """Let the one who comes wait, who has tried too often.

        Raises:
            Said: not now.
        """
        wait = self.settings["checks"].wait(self.client)
        if wait:
            raise Said(429, TOO_MANY.format(in_words(wait)), wait)

    def judged(self, id_: str) -> Judged:
        """Judge a certificate by its id; what nobody knows counts as a try."""
        self.may_try()
        with self.store.reading() as session:
            found = judge(session, id_, self.issuer.keys)
        if found.state is State.UNKNOWN:
            self.settings["checks"].count(self.client)
        return found

    def tell(self, judged: Judged, *, by_file: bool = False) -> None:
        """Show what a certificate is worth."""
        self.set_status({State.UNKNOWN: 404, State.REVOKED: GONE}.get(judged.state, 200))
        self.show("certificate.html", judged=judged, shown=judged.shown, by_file=by_file)

    def open_to_verifiers(self) -> None:
        """Let a page of another site read this: it is public, and nobody's login is needed."""
        self.set_header("Access-Control-Allow-Origin", "*")


class Check(Public):
    """The page on which a code is typed or a file is chosen."""

    def get(self) -> None:
        """Ask for one of the two."""
        self._ask()

    async def post(self) -> None:
        """Look at what was given; nothing of it is kept."""
        self.may_try()
        files = self.request.files.get("berkas", ())
        code = re.sub(r"[\s-]", "", self.text("kode", 60)).lower()
        if files and files[0].body:
            self.settings["checks"].count(self.client)
            await self._check_file(files[0].body)
        elif re.fullmatch(ID, code):
            self.go(f"sertifikat/{code}")
        else:
            self._ask(NO_CODE if code else NOTHING)

    async def _check_file(self, data: bytes) -> None:
        if len(data) > LIMIT:
            raise Said(413, TOO_LARGE)
        answer = await run_apart(self.school, "academy.certificates.files", data)
        with self.store.reading() as session:
            judged = judge_document(session, _document(answer), self.issuer.keys)
        self.tell(judged, by_file=True)

    def _ask(self, wrong: str = "") -> None:
        if wrong:
            self.set_status(400)
        names = [key.did for key in self.issuer.keys]
        self.show("certificate_check.html", wrong=wrong, keys=names)


class One(Public):
    """Where the code on a certificate leads."""

    def get(self, id_: str) -> None:
        """Say what it is worth."""
        self.tell(self.judged(id_))


class Credential(Public):
    """The credential of a certificate that counts."""

    def get(self, id_: str) -> None:
        """Give the file."""
        found = self.judged(id_)
        if found.state is not State.VALID:
            self.tell(found)
            return
        self.open_to_verifiers()
        self.send(as_text(found), KIND, f"sertifikat-{id_}.json")


class Badge(Public):
    """The badge of a certificate that counts."""

    def get(self, id_: str) -> None:
        """Give the picture."""
        found = self.judged(id_)
        if found.shown is None:
            self.tell(found)
            return
        picture = bake(found.shown, as_text(found))
        self.send(picture, "image/svg+xml; charset=utf-8", f"lencana-{id_}.svg")


class Revoked(Public):
    """The signed list of what was revoked."""

    def get(self, short: str) -> None:
        """Give that of one of the school's keys."""
        issuer = self.issuer
        key = next((key for key in issuer.keys if key.short == short), None)
        if key is None:
            raise Said(404, "")
        with self.store.reading() as session:
            positions = tuple(revoked_positions(session))
        now = datetime.now(UTC)
        which = (short, positions, now.strftime("%Y%m%d%H"))
        lists: dict[Any, str] = self.settings.setdefault("revoked", {})
        if which not in lists:  # signing takes a while, and many may ask
            lists.clear()
            lists[which] = json.dumps(status_list(positions, key, issuer.address, now))
        self.open_to_verifiers()
        self.set_header("Content-Type", KIND)
        self.finish(lists[which])


def as_text(judged: Judged) -> str:
    """Give a credential as it goes into a file."""
    return json.dumps(judged.document, ensure_ascii=False, indent=1)


def _document(answer: bytes | None) -> Any:
    """Read what the reading process wrote; what it could not read is no certificate."""
    try:
        return json.loads(answer or b"null")
    except (ValueError, RecursionError):
        return None


routes = [
    (r"sertifikat", Check),
    (rf"sertifikat/({ID})", One),
    (rf"sertifikat/({ID})/kredensial\.json", Credential),
    (rf"sertifikat/({ID})/lencana\.svg", Badge),
    (r"sertifikat/status/([0-9a-f]{12})", Revoked),
]
