"""Certificates as people meet them: the square on the paper, the pages on a phone, nothing in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from academy.certificates.models import Certificate
from academy.certificates.revoking import revoke
from academy.people.store import find
from academy.progress.store import Progress
from tests.axe import by_day_and_night
from tests.paper import square_on
from usaha.dates import today

from .certified import certificates_of, given
from .conftest import PREFIX, Site, Visitor
from .progressed import FIRST, SECOND, attempt, progress_of

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def reachable(site: Site) -> Iterator[Site]:
    """The service as others reach it: its own address stands on what it prints."""
    before = site.school
    site.school = replace(before, port=urlsplit(site.base).port or 0)
    site.app.settings["school"] = site.school
    yield site
    site.school = site.app.settings["school"] = before


@pytest.fixture
def progress(reachable: Site) -> Iterator[Progress]:
    """No tries, no certificates."""
    with progress_of(reachable) as made, certificates_of(reachable):
        yield made


def opened(browser: Browser, visitor: Visitor, path: str) -> Page:
    """A page on a phone, as a visitor of these tests sees it."""
    context = browser.new_context(viewport=PHONE, locale="id-ID")  # type: ignore[arg-type]
    host = urlsplit(visitor.base).hostname
    context.add_cookies(
        [
            {"name": str(c.name), "value": str(c.value), "domain": host, "path": PREFIX}  # type: ignore[list-item]
            for c in visitor.cookies
        ]
    )
    page = context.new_page()
    page.goto(visitor.base + path)
    return page


def looked_at(page: Page, name: str) -> list[str]:
    """What keeps somebody from using a page, sideways scrolling too; a picture where one is wanted."""
    if folder := os.environ.get("LAPAK_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
    found = by_day_and_night(page)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("it is wider than the phone")
    page.context.close()
    return found


def test_the_square_leads_to_a_page_that_verifies_it(reachable: Site, progress: Progress) -> None:
    """Two units, one press, the PDF drawn as a printer would, the square read, its address opened."""
    with progress.writing() as session:
        session.add_all([attempt("tosari", FIRST, 90), attempt("tosari", SECOND, 80)])
    visitor = reachable.visitor("tosari")
    visitor.send_form("sertifikat-saya")
    with reachable.store.reading() as session:
        (certificate,) = session.query(Certificate)
    printed = visitor.get(f"sertifikat-saya/{certificate.id}/cetak").content
    square = square_on(printed)
    answer = reachable.visitor().get(square)
    assert answer.url == square == f"{reachable.base}sertifikat/{certificate.id}"
    assert "Sertifikat ini berlaku" in answer.text
    with reachable.store.writing() as session:
        revoke(session, certificate, "keliru", "mentora", today())
    assert "sudah dicabut" in reachable.visitor().get(square).text


def test_nothing_is_in_the_way(reachable: Site, progress: Progress, chromium: Browser) -> None:
    """Every page of certificates, by day and by night, with everything unfolded."""
    with progress.writing() as session:
        session.add_all([attempt("tosari", FIRST, 90), attempt("tosari", SECOND, 80)])
    open_to_issue = opened(chromium, reachable.visitor("tosari"), "sertifikat-saya")
    found = {"ready": looked_at(open_to_issue, "siap")}
    valid, gone = given(reachable, "tosari"), given(reachable, "lumiga")
    with reachable.store.writing() as session:
        find(session, "tosari").display_name = "Siti Tosari Aminah"
        revoke(session, gone, "diminta", "mentora", today())
    for viewer, path in (
        ("tosari", "sertifikat-saya"),
        ("mentora", "sertifikat-peserta"),
        ("mentora", "peserta/tosari/sertifikat"),
        ("", "sertifikat"),
        ("", f"sertifikat/{valid.id}"),
        ("", f"sertifikat/{gone.id}"),
    ):
        page = opened(chromium, reachable.visitor(viewer), path)
        page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")
        found[path] = looked_at(page, f"{viewer}-{path.replace('/', '-')}"[:40])
    with reachable.store.writing() as session:
        find(session, "tosari").display_name = "Siti Tosari"
    assert {path: words for path, words in found.items() if words} == {}
