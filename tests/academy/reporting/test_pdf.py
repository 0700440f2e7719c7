"""The report as pages: its words and figures, and each page's number."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode

from academy.reporting.pdf import report_pdf
from academy.reporting.scopes import scopes_of

from .crowd import COHORTS, DAY, crowd, reports


def words(pdf: bytes) -> list[str]:
    """Give the strings of a PDF of ours in their order."""
    texts: list[bytes] = []
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        page = zlib.decompress(a85decode(b"<~" + stream.strip(), adobe=True))
        texts += re.findall(rb"\(((?:[^()\\]|\\.)*)\) Tj", page)
    return [_plain(text.decode("latin-1")) for text in texts]


def _plain(text: str) -> str:
    letters = re.sub(r"\\(\d{3}|.)", lambda m: m[1] if len(m[1]) == 1 else chr(int(m[1], 8)), text)
    return letters.encode("latin-1").decode("cp1252")


def test_pages() -> None:
    """Sentence, tables, day; each page says which it is and how many there are."""
    pdf = report_pdf(reports().of("semua", DAY))
    text = " ".join(words(pdf))
    for expected in (
        "Laporan hasil pelatihan",
        "Semua angkatan, keadaan 30 Juni 2027",
        "114 peserta terdaftar, 102 di antaranya aktif",
        "Menurut kabupaten/kota",
        "Kota Cilegon",
        "Arti angka",
    ):
        assert expected in text, expected
    pages = re.findall(r"Halaman (\d+) dari (\d+)", text)
    assert [page for page, _ in pages] == [str(n + 1) for n in range(len(pages))]
    assert {count for _, count in pages} == {str(len(pages))}


def test_the_same_report_gives_the_same_file() -> None:
    """So that a filed one can be compared."""
    assert report_pdf(reports().of("a1", DAY)) == report_pdf(reports(crowd()).of("a1", DAY))


def test_names_that_no_reader_can_show() -> None:
    """A cohort may be called anything."""
    made = reports()
    odd = [cohort._replace(name="中 <b>&") for cohort in COHORTS]
    report = type(made)(made.catalog, scopes_of(odd), made.people).of("semua", DAY)
    assert "?<b>&" in "".join(words(report_pdf(report))).replace(" ", "")
