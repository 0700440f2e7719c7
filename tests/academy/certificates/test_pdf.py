"""The page to print: what stands on it, the square leads to its page, the credential lies inside."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from academy.certificates.credential import Line, Shown, read
from academy.certificates.pdf import FILE, certificate_pdf, grouped
from academy.certificates.records import Issuer
from academy.people.store import Store

from .conftest import ADDRESS, given


@pytest.fixture
def printed(store: Store, issuer: Issuer) -> tuple[Shown, str, bytes]:
    """A certificate, its credential, its page."""
    document = given(store, issuer).document
    shown = read(json.loads(document))
    return shown, document, certificate_pdf(shown, document, ADDRESS)


def test_what_stands_on_it(printed: tuple[Shown, str, bytes]) -> None:
    """One page of A4, lying; name, title, units, codes, the day, the code to type."""
    shown, _, data = printed
    (page,) = PdfReader(BytesIO(data)).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)
    text = page.extract_text()
    for words in ("Siti Tosari", "Pembukuan Usaha Mikro", "Menghitung HPP", "M.692000.022.02 *"):
        assert words in text
    assert "Banten, 3 April 2027" in text
    assert grouped(shown.id) in text
    assert "lapak.example/services/pelatihan/sertifikat" in text
    assert "* Kode rujukan, belum dicocokkan dengan naskah standarnya." in text
    assert len(data) < 150_000


def test_the_credential_lies_inside(printed: tuple[Shown, str, bytes]) -> None:
    """Letter by letter."""
    _, document, data = printed
    assert PdfReader(BytesIO(data)).attachments == {FILE: [document.encode()]}


def test_a_checked_code_has_no_mark(printed: tuple[Shown, str, bytes]) -> None:
    """And then there is no note about it either; a unit without a code has none."""
    shown, document, _ = printed
    lines = (Line("Menghitung HPP", "M.1", "SKKNI"), Line("Legalitas"))
    made = certificate_pdf(replace(shown, lines=lines), document, ADDRESS)
    text = PdfReader(BytesIO(made)).pages[0].extract_text()
    assert "M.1" in text
    assert "*" not in text


@pytest.mark.parametrize("name", ["Ü", "Hj. " + "Ratu Ayu Nurul Khasanah " * 3, "Şükrü Ćelik ỹ"])
def test_every_name_fits(printed: tuple[Shown, str, bytes], name: str) -> None:
    """Short, as long as the list of people allows, with letters from elsewhere."""
    shown, document, _ = printed
    made = certificate_pdf(replace(shown, name=name[:80]), document, ADDRESS)
    text = " ".join(PdfReader(BytesIO(made)).pages[0].extract_text().split())
    assert " ".join(name[:80].split()) in text
