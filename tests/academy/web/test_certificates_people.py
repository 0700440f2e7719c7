"""Certificates in the hands of a mentor and the office: whose, and what they may do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from academy.certificates.models import Certificate, Revocation
from academy.certificates.revoking import RENAMED
from academy.people.store import find

from .certified import certificates_of, given
from .conftest import PEOPLE, Site

HOLDERS = ("tosari", "lumiga", "kerupa")
SEEN = {
    "tosari": set(),
    "mentora": {"tosari", "lumiga"},
    "mentorb": {"kerupa"},
    "kantora": set(HOLDERS),
    "tamutak": set(),
}


@pytest.fixture(autouse=True)
def held(site: Site) -> Iterator[dict[str, str]]:
    """A certificate for each of three trainees; their names are as before afterwards."""
    with certificates_of(site):
        yield {name: given(site, name).id for name in HOLDERS}
        with site.store.writing() as session:
            for name in HOLDERS:
                find(session, name).display_name = f"Siti {name.title()}"


def revocation(site: Site, id_: str) -> Revocation | None:
    """What revoked a certificate."""
    with site.store.reading() as session:
        return session.get(Revocation, id_)


@pytest.mark.parametrize("viewer", SEEN)
def test_whose_are_listed(site: Site, viewer: str) -> None:
    """A mentor her groups', the office all, nobody else any; the same on each one's page."""
    visitor = site.visitor(viewer)
    page = visitor.get("sertifikat-peserta")
    assert page.status_code == (200 if SEEN[viewer] else 403)
    for name in HOLDERS:
        assert (f"Siti {name.title()}" in page.text) == (name in SEEN[viewer])
    opened = {
        name
        for name in [*PEOPLE, "hantua"]
        if visitor.get(f"peserta/{name}/sertifikat").status_code == 200
    }
    trainees = {name for name, role in PEOPLE.items() if role == "trainee"}
    assert opened == (trainees if viewer == "kantora" else SEEN[viewer])


@pytest.mark.parametrize("deed", ["cabut", "ganti"])
@pytest.mark.parametrize("viewer", ["", *SEEN])
def test_who_may_do_it(site: Site, held: dict[str, str], viewer: str, deed: str) -> None:
    """Each pressed by each for each, with somebody else's certificate too."""
    with site.store.writing() as session:
        for name in HOLDERS:
            find(session, name).display_name += " Aminah"
    visitor = site.visitor(viewer)
    for name in [*HOLDERS, "hantua"]:
        for id_ in held.values():
            form = {"sertifikat": id_, "yakin": "ya", "alasan": "keliru"}
            visitor.press(f"peserta/{name}/sertifikat/{deed}", **form)
    done = {name for name, id_ in held.items() if revocation(site, id_)}
    assert done == SEEN.get(viewer, set())
    with site.store.reading() as session:
        count = session.query(Certificate).count()
    assert count == len(HOLDERS) + (len(done) if deed == "ganti" else 0)


def test_revoking_needs_a_reason_and_a_tick(site: Site, held: dict[str, str]) -> None:
    """Then it is written down who did it, and the owner's page says that it counts no more."""
    visitor, id_ = site.visitor("mentora"), held["tosari"]
    path = "peserta/tosari/sertifikat/cabut"
    for form in ({"alasan": "keliru"}, {"yakin": "ya"}, {"alasan": "dihapus", "yakin": "ya"}):
        assert visitor.press(path, sertifikat=id_, **form).status_code == 400
    assert revocation(site, id_) is None
    page = visitor.press(path, sertifikat=id_, alasan="keliru", yakin="ya")
    assert "Diterbitkan karena kekeliruan." in page.text
    kept = revocation(site, id_)
    assert kept is not None
    assert (kept.reason, kept.author) == ("keliru", "mentora")
    assert "tidak berlaku lagi" in site.visitor("tosari").get("sertifikat-saya").text
    assert visitor.get(f"sertifikat-saya/{id_}/cetak").status_code == 410


def test_a_corrected_name(site: Site, held: dict[str, str]) -> None:
    """The old one is revoked and a new one given; with the same name nothing happens."""
    visitor, id_ = site.visitor("mentora"), held["tosari"]
    path = "peserta/tosari/sertifikat/ganti"
    assert visitor.press(path, sertifikat=id_, yakin="ya").status_code == 409
    with site.store.writing() as session:
        find(session, "tosari").display_name = "Siti Tosari Aminah"
    assert "Mintalah pendamping" in site.visitor("tosari").get("sertifikat-saya").text
    page = visitor.press(path, sertifikat=id_, yakin="ya")
    assert "Nama pada sertifikat: Siti Tosari Aminah." in page.text
    kept = revocation(site, id_)
    assert kept is not None
    assert kept.reason == RENAMED
    assert visitor.press(path, sertifikat=id_, yakin="ya").status_code == 409
    own = site.visitor("tosari").get("sertifikat-saya").text
    assert "Nama pada sertifikat: Siti Tosari Aminah." in own
    assert "Mintalah pendamping" not in own
