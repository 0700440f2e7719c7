"""A trainee's certificates: earned, issued, printed, shared; nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from academy.certificates.models import Certificate
from academy.progress.store import Progress

from .certified import AWARD, certificates_of, given
from .conftest import PEOPLE, Site
from .progressed import FIRST, SECOND, attempt, progress_of

MAY_PRINT = {  # whose certificate comes as a page for whom
    "tosari": {"tosari"},
    "kerupa": {"kerupa"},
    "mentora": {"tosari", "lumiga"},
    "mentorb": {"kerupa"},
    "kantora": {"tosari", "lumiga", "kerupa"},
    "tamutak": set(),
    "": set(),
}


@pytest.fixture
def progress(site: Site) -> Iterator[Progress]:
    """No tries, no certificates."""
    with progress_of(site) as made, certificates_of(site):
        yield made


def _finish(progress: Progress, user: str) -> None:
    with progress.writing() as session:
        session.add_all([attempt(user, FIRST, 90), attempt(user, SECOND, 80)])


def _certificates(site: Site) -> list[Certificate]:
    with site.store.reading() as session:
        return list(session.query(Certificate))


def test_only_trainees_have_the_page(site: Site, progress: Progress) -> None:
    """By role; a stranger is sent to the hub."""
    names = ("tosari", "mentora", "kantora", "tamutak")
    codes = [site.visitor(name).get("sertifikat-saya").status_code for name in names]
    assert codes == [200, 403, 403, 403]
    assert site.visitor().get("sertifikat-saya", allow_redirects=False).status_code == 302


def test_what_is_missing_is_said(site: Site, progress: Progress) -> None:
    """Nothing can be issued before it is earned, whatever a form says."""
    visitor = site.visitor("tosari")
    text = visitor.get("sertifikat-saya").text
    assert "Selesaikan Uang Usaha vs Uang Pribadi" in text
    assert "Terbitkan sertifikat" not in text
    for award in (AWARD, "pembukuan", "", "tidak_ada"):
        page = visitor.press("sertifikat-saya", sertifikat=award)
        assert page.status_code == 409
    assert _certificates(site) == []


def test_she_earns_issues_prints_and_shares_it(site: Site, progress: Progress) -> None:
    """Two units, one of which wants the other; one press, and pressing twice makes no second."""
    visitor = site.visitor("tosari")
    with progress.writing() as session:
        session.add(attempt("tosari", FIRST, 90, days=1))
    assert "Selesaikan Buku Kas Harian" in visitor.get("sertifikat-saya").text
    _finish(progress, "tosari")
    page = visitor.get("sertifikat-saya")
    assert "Nama pada sertifikat: Siti Tosari." in page.text
    assert "Siapa pun yang menerima alamat sertifikat" in page.text
    assert visitor.send_form("sertifikat-saya").status_code == 200
    visitor.press("sertifikat-saya", sertifikat=AWARD)
    (certificate,) = _certificates(site)
    assert certificate.user_name == "tosari"
    text = visitor.get("sertifikat-saya").text
    shared = unquote(text.split("https://wa.me/?text=")[1].split('"')[0])
    assert shared.endswith(f"{site.school.address}/services/pelatihan/sertifikat/{certificate.id}")
    assert "Catatan Keuangan Harian" in shared
    printed = visitor.get(f"sertifikat-saya/{certificate.id}/cetak")
    assert printed.headers["Content-Type"] == "application/pdf"
    assert "tosari" not in printed.headers["Content-Disposition"]
    assert "Siti Tosari" in PdfReader(BytesIO(printed.content)).pages[0].extract_text()
    assert "Sertifikat ini berlaku" in site.visitor().get(f"sertifikat/{certificate.id}").text


def test_an_account_of_the_first_start_gets_none(site: Site, progress: Progress) -> None:
    """Nobody knows its owner's name."""
    site.roles["peserta01"] = "trainee"
    _finish(progress, "peserta01")
    visitor = site.visitor("peserta01")
    page = visitor.get("sertifikat-saya")
    assert "tidak ada dalam daftar peserta" in page.text
    assert "Terbitkan sertifikat" not in page.text
    assert visitor.press("sertifikat-saya", sertifikat=AWARD).status_code == 404


@pytest.mark.parametrize("viewer", MAY_PRINT)
def test_who_may_print_whose(site: Site, progress: Progress, viewer: str) -> None:
    """Her own, her groups', everybody's; for others it is as if there were none."""
    made = {name: given(site, name).id for name in ("tosari", "lumiga", "kerupa")}
    visitor = site.visitor(viewer)
    pages = {
        name: visitor.get(f"sertifikat-saya/{id_}/cetak", allow_redirects=False)
        for name, id_ in {**made, "hantua": "a" * 16}.items()
    }
    assert {name for name, page in pages.items() if page.status_code == 200} == MAY_PRINT[viewer]
    closed = {page.status_code for name, page in pages.items() if name not in MAY_PRINT[viewer]}
    assert closed == {403 if viewer else 302}
    assert set(PEOPLE) > MAY_PRINT[viewer]
