"""Who may see what: every address of the service, asked for by everybody who is not meant to have it.

A row says for whom an address opens when it is about tosari, her group Mawar, its cohort or her
certificate. A new address without a row fails. What the pages then show is in their own tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from academy.people.models import Cohort, Group
from academy.progress.models import Visit
from academy.web.app import routes

from .certified import certificates_of, given
from .conftest import PEOPLE, PREFIX, Site
from .progressed import progress_of, visit

HERS = {"mentora", "kantora"}  # who looks after tosari
HERSELF = HERS | {"tosari"}
STAFF = HERS | {"mentorb"}
OFFICE = {"kantora"}
TRAINEES = {name for name, role in PEOPLE.items() if role == "trainee"}
KNOWN = set(PEOPLE)
ANYBODY = KNOWN | {"", "tamutak"}
VIEWERS = ("", "tamutak", *PEOPLE)  # a stranger, one in no group of ours, and everybody
NAME, NUMBER, ID = r"([a-z][a-z0-9]{2,23})", r"(\d{1,9})", r"([a-z2-7]{16})"
SHEET = r"(kartu-[a-z0-9-]{1,60})"
TABLE = {
    "": KNOWN,
    "bahasa/([a-z]+)": ANYBODY,
    r"gaya\.css": ANYBODY,
    "daftar": ANYBODY,
    "peserta": STAFF,
    f"peserta/{NAME}": HERS,
    f"peserta/{NAME}/sandi": HERS,
    f"peserta/{NAME}/tutup": HERS,
    f"peserta/{NAME}/kelompok": OFFICE,
    f"peserta/{NAME}/sertifikat": HERS,
    f"peserta/{NAME}/sertifikat/cabut": HERS,
    f"peserta/{NAME}/sertifikat/ganti": HERS,
    "impor": STAFF,
    "impor/periksa": STAFF,
    "impor/kartu": STAFF,
    f"impor/kartu/{SHEET}": STAFF,  # each her own sheets: nobody has this one
    f"impor/kartu/{SHEET}/hapus": STAFF,
    "saya": KNOWN,
    "saya/setuju": KNOWN,
    "saya/berkas": KNOWN,
    "perjalanan": TRAINEES,
    f"perjalanan/{NAME}": HERSELF,
    f"perjalanan/{NAME}/buka": HERS,
    f"perjalanan/{NAME}/tutup": HERS,
    "pendampingan": STAFF,
    f"pendampingan/{NUMBER}": HERS,
    f"pendampingan/{NUMBER}/buka": HERS,
    f"pendampingan/{NUMBER}/tutup": HERS,
    r"pendampingan/(\d{1,9}|semua)/soal/([a-z0-9_]{3,80})": HERS,
    f"kunjungan/{NAME}": HERS,
    f"kunjungan/{NAME}/hapus/{NUMBER}": {"mentora"},  # who wrote the note
    "sertifikat-saya": TRAINEES,
    f"sertifikat-saya/{ID}/cetak": HERSELF,
    "sertifikat-peserta": STAFF,
    "sertifikat": ANYBODY,
    r"lti/kunci\.json": ANYBODY,
    f"sertifikat/{ID}": ANYBODY,
    rf"sertifikat/{ID}/kredensial\.json": ANYBODY,
    rf"sertifikat/{ID}/lencana\.svg": ANYBODY,
    "sertifikat/status/([0-9a-f]{12})": ANYBODY,
    "laporan": OFFICE,
    "laporan/excel": OFFICE,
    "laporan/pdf": OFFICE,
    "angkatan": STAFF,
    "angkatan/baru": OFFICE,
    f"angkatan/{NUMBER}": HERS,
    f"angkatan/{NUMBER}/hari": OFFICE,
    f"angkatan/{NUMBER}/kode": OFFICE,
    f"angkatan/{NUMBER}/kelompok": OFFICE,
    f"angkatan/{NUMBER}/pendamping": OFFICE,
    "nilai": STAFF,
    rf"nilai/(angkatan|kelompok)/{NUMBER}/(moodle-surel|moodle|excel|csv)": HERS,
}
ELSEWHERE = {
    "oauth_callback",
    "metrik",
}  # the hub asks at the one, Prometheus with a token at the other
GUESSED = {NAME: "hantua", NUMBER: "4711", ID: "a" * 16, r"(\d{1,9}|semua)": "4711"}
PAGES = {path.removeprefix(PREFIX): page for path, page in routes(PREFIX)}


@dataclass(frozen=True)
class Asked:
    """The service with something of tosari's in it, and what an address needs to be about it."""

    site: Site
    real: dict[str, str]

    def address(self, row: str, *, guessed: bool = False) -> str:
        """Fill in an address: with what is hers, or with what nobody has."""
        known = {**self.real, **GUESSED} if guessed else self.real
        at = row
        for pattern, value in known.items():
            at = at.replace(pattern, value)
        if row.startswith("angkatan/") and not guessed:
            at = row.replace(NUMBER, self.real["cohort"])
        if row.startswith("kunjungan/") and not guessed:
            at = at.replace(f"/hapus/{self.real[NUMBER]}", f"/hapus/{self.real['visit']}")
        return at.replace("\\", "")

    def ask(self, viewer: str, address: str, row: str) -> tuple[int, str]:
        """Ask for a page, or press its button where it has none to look at."""
        visitor, page = self.site.visitor(viewer), PAGES[row]
        if not is_ours(page.get):
            answer = visitor.press(address)
        else:
            answer = visitor.get(address, allow_redirects=False)
            if is_ours(page.post) and viewer and viewer not in TABLE[row]:
                # Looking is harmless where a page only leads on: what matters is its button.
                answer = visitor.press(address)
        return answer.status_code, answer.text


def is_ours(deed: Callable[..., object]) -> bool:
    """Whether a page has it: the framework's own says 405."""
    return not deed.__module__.startswith("tornado")


@pytest.fixture(scope="module")
def asked(site: Site) -> Iterator[Asked]:
    """A certificate and a note about tosari."""
    with certificates_of(site), progress_of(site) as progress:
        certificate = given(site, "tosari").id
        with progress.writing() as session:
            session.add(visit("tosari", note="rahasia"))
        with progress.reading() as session:
            note = session.query(Visit).one().id
        with site.store.reading() as session:
            group = session.query(Group).filter_by(name="Mawar").one().id
            cohort = session.query(Cohort).filter_by(name="2027-1").one().id
        real = {
            NAME: "tosari",
            ID: certificate,
            SHEET: "kartu-mawar",
            NUMBER: str(group),
            r"(\d{1,9}|semua)": str(group),
            "(angkatan|kelompok)": "kelompok",
            "([a-z0-9_]{3,80})": "pembukuan_01_uang_usaha",
            "([a-z]+)": "id",
            "(moodle-surel|moodle|excel|csv)": "csv",
            "([0-9a-f]{12})": "0" * 12,
            "cohort": str(cohort),
            "visit": str(note),
        }
        yield Asked(site, real)


def test_every_address_has_a_row() -> None:
    """Whoever adds a page says here for whom it is; whoever takes one away, too."""
    assert set(PAGES) - ELSEWHERE == set(TABLE)


@pytest.mark.parametrize("row", TABLE)
def test_it_opens_for_those_only(asked: Asked, row: str) -> None:
    """For all others 403, or the way to the login, and nothing about her or anybody."""
    address, opened = asked.address(row), set()
    for viewer in VIEWERS:
        status, text = asked.ask(viewer, address, row)
        away = status == 403 or (status == 302 and not viewer)
        if not away:
            opened.add(viewer)
        else:
            assert "Siti" not in text
            assert "+62812" not in text
            assert "rahasia" not in text
    # What cannot be looked at is not done here by those who may.
    assert opened == TABLE[row]


@pytest.mark.parametrize("row", [row for row in TABLE if any(part in row for part in GUESSED)])
def test_what_nobody_has_is_as_closed(asked: Asked, row: str) -> None:
    """A guessed name, number or certificate: nobody learns whether it is somebody's."""
    for viewer in VIEWERS:
        status, text = asked.ask(viewer, asked.address(row, guessed=True), row)
        assert status in (302, 303, 403, 404)
        assert not re.search(r"Siti|\+62812|rahasia", text)
