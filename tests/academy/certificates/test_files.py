"""Finding the credential in whatever file somebody chooses."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.errors import PyPdfError

from academy.certificates.badge import bake
from academy.certificates.credential import read
from academy.certificates.files import LONGEST, credential_in
from academy.certificates.pdf import certificate_pdf
from academy.certificates.records import Issuer
from academy.people.store import Store

from .conftest import ADDRESS, given


def _pdf(name: str = "", data: bytes = b"{}") -> bytes:
    writer, file = PdfWriter(), BytesIO()
    writer.add_blank_page(10, 10)
    if name:
        writer.add_attachment(name, data)
    writer.write(file)
    return file.getvalue()


def test_all_three_kinds(store: Store, issuer: Issuer) -> None:
    """The same credential comes out of JSON, PDF and badge."""
    text = given(store, issuer).document
    right = json.loads(text)
    shown = read(right)
    assert credential_in(text.encode()) == right
    assert credential_in(b"\xef\xbb\xbf" + text.encode()) == right
    assert credential_in(certificate_pdf(shown, text, ADDRESS)) == right
    assert credential_in(bake(shown, text).encode()) == right


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xff\xfe",
        b"<svg/>",
        b"[" * 100_000,
        b'{"a": 1, "a": 2}',
        b'{"a": {"name": "Siti", "name": "Ani"}}',
        b'"' + b"a" * LONGEST + b'"',
        b"%PDF-1.7 rusak",
        _pdf(),
        _pdf("foto.png"),
        _pdf("kredensial.json", b"bukan"),
    ],
)
def test_other_files_have_none(data: bytes) -> None:
    """Whatever is wrong with them, it is found while they are read."""
    with pytest.raises((ValueError, RecursionError, PyPdfError)):
        credential_in(data)


def test_the_process_writes_what_it_found() -> None:
    """As JSON, for the page that asked."""
    command = [sys.executable, "-m", "academy.certificates.files"]
    done = subprocess.run(command, input=b' {"id": "\xc3\xbc"}', capture_output=True, check=True)
    assert json.loads(done.stdout) == {"id": "ü"}
    broken = subprocess.run(command, input=b"[" * 100_000, capture_output=True, check=False)
    assert broken.returncode != 0
    assert broken.stdout == b""
