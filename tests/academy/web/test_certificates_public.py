"""Checking by anybody: valid, revoked, changed, unknown; nothing but what a certificate says."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from academy.certificates.models import Certificate
from academy.certificates.proofs import is_intact
from academy.certificates.revoking import revoke, withdraw
from usaha.dates import today

from .certified import certificates_of, given, issuer_of
from .conftest import Site


@pytest.fixture
def certificate(site: Site) -> Iterator[Certificate]:
    """One of tosari's; without it nobody has any."""
    with certificates_of(site):
        yield given(site, "tosari")


def upload(site: Site, data: bytes, name: str = "kredensial.json") -> str:
    """What the page says to a file, as text."""
    page = site.visitor().send_form("sertifikat", files={"berkas": (name, data)})
    return page.text


def test_a_valid_one(site: Site, certificate: Certificate) -> None:
    """Name, units, day; and nothing else of her, also in the page's source."""
    page = site.visitor().get(f"sertifikat/{certificate.id}")
    assert page.status_code == 200
    for words in ("Sertifikat ini berlaku", "Siti Tosari", "Buku Kas Harian", "M.692000.007.02"):
        assert words in page.text
    for secret in ("tosari", "081211", "62812", "36.02", "Emping", "2027-1", "Mawar"):
        assert secret not in page.text
    assert "<script" not in page.text
    english = site.visitor()
    english.cookies.set("lapak-bahasa", "en", path="/")
    assert "This certificate is valid" in english.get(f"sertifikat/{certificate.id}").text


def test_the_files_are_the_credential(site: Site, certificate: Certificate) -> None:
    """Download and badge; each is found valid when it is shown again, as is the PDF."""
    visitor = site.visitor()
    file = visitor.get(f"sertifikat/{certificate.id}/kredensial.json")
    assert is_intact(file.json())
    assert file.headers["Access-Control-Allow-Origin"] == "*"
    badge = visitor.get(f"sertifikat/{certificate.id}/lencana.svg")
    printed = site.visitor("tosari").get(f"sertifikat-saya/{certificate.id}/cetak")
    for data, name in ((file, "a.json"), (badge, "b.svg"), (printed, "c.pdf")):
        assert "huruf demi huruf" in upload(site, data.content, name)


def test_one_changed_letter_is_refused(site: Site, certificate: Certificate) -> None:
    """In the file; and in the database, where it would be the school's own doing."""
    text = certificate.document
    assert "Isi sertifikat ini sudah diubah" in upload(site, text.replace("Siti", "Sita").encode())
    assert "Isi sertifikat ini sudah diubah" in upload(
        site, text.replace('"name"', '"nama"', 1).encode()
    )
    with site.store.writing() as session:
        row = session.get_one(Certificate, certificate.id)
        row.document = text.replace("Siti", "Sita")
    page = site.visitor().get(f"sertifikat/{certificate.id}")
    assert "Isi sertifikat ini sudah diubah" in page.text
    assert "Tosari" not in page.text
    assert "kredensial.json" not in page.text


@pytest.mark.parametrize("erased", [False, True])
def test_a_revoked_one(site: Site, certificate: Certificate, erased: bool) -> None:
    """It says so and nothing more, by address and by file, also when its owner was erased."""
    with site.store.writing() as session:
        if erased:
            withdraw(session, "tosari", today())
            session.delete(session.get_one(Certificate, certificate.id))
        else:
            revoke(session, certificate, "keliru", "mentora", today())
    for path in ("", "/kredensial.json", "/lencana.svg"):
        page = site.visitor().get(f"sertifikat/{certificate.id}{path}")
        assert page.status_code == 410
        assert "sudah dicabut" in page.text
        assert "Tosari" not in page.text
        assert "kekeliruan" not in page.text
    assert "sudah dicabut" in upload(site, certificate.document.encode())
    (key,) = issuer_of(site).keys
    listed = site.visitor().get(f"sertifikat/status/{key.short}").json()
    before = given(site, "lumiga")
    again = site.visitor().get(f"sertifikat/status/{key.short}").json()
    assert is_intact(listed)
    assert listed == again
    assert before.position != certificate.position


def test_the_list_changes_with_a_revocation(site: Site, certificate: Certificate) -> None:
    """At once, though it is kept; there is none for a key that the school has not."""
    (key,) = issuer_of(site).keys
    path = f"sertifikat/status/{key.short}"
    before = site.visitor().get(path).json()
    with site.store.writing() as session:
        revoke(session, certificate, "keliru", "mentora", today())
    after = site.visitor().get(path).json()
    assert before["credentialSubject"] != after["credentialSubject"]
    assert is_intact(after)
    assert site.visitor().get("sertifikat/status/0123456789ab").status_code == 404


def test_the_code_is_typed(site: Site, certificate: Certificate) -> None:
    """With lines between, with capitals; a wrong one is explained and sends nobody anywhere."""
    typed = "-".join(certificate.id[at : at + 4] for at in range(0, 16, 4)).upper()
    page = site.visitor().send_form("sertifikat", kode=f" {typed} ")
    assert page.url.endswith(f"sertifikat/{certificate.id}")
    assert "Sertifikat ini berlaku" in page.text
    for code, sentence in (("abc", "16 huruf dan angka"), ("", "Ketik kodenya")):
        page = site.visitor().send_form("sertifikat", kode=code)
        assert page.status_code == 400
        assert sentence in page.text


def test_what_nobody_gave(site: Site, certificate: Certificate) -> None:
    """An unknown code, and files of all kinds."""
    page = site.visitor().get("sertifikat/aaaaaaaaaaaaaaaa")
    assert page.status_code == 404
    assert "tidak dikenal" in page.text
    for data in (b"{}", b"halo", b"%PDF-1.7 rusak", json.dumps({"id": "x"}).encode()):
        assert "tidak dikenal" in upload(site, data)
    assert "terlalu besar" in upload(site, b"0" * 3_000_001)


def test_guessing_gets_slow(site: Site, certificate: Certificate) -> None:
    """After sixty unknown codes an address waits, for valid ones too; a class's phones do not."""
    visitor = site.visitor()
    for _ in range(70):
        assert visitor.get(f"sertifikat/{certificate.id}").status_code == 200
    codes = [visitor.get(f"sertifikat/{'a' * 15}{letter}").status_code for letter in "bcd" * 22]
    assert codes.count(404) == 60
    assert set(codes[60:]) == {429}
    assert visitor.get(f"sertifikat/{certificate.id}").status_code == 429
    assert visitor.press("sertifikat", kode="abc").status_code == 429
    assert "Retry-After" in visitor.get(f"sertifikat/{certificate.id}").headers


def test_the_keys_are_shown(site: Site, certificate: Certificate) -> None:
    """Who checks without this page can compare them."""
    assert issuer_of(site).keys[0].did in site.visitor().get("sertifikat").text
