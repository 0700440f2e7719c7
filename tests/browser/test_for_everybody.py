"""Every kind of page that people open: axe-core, keys alone, a phone's width, a metered line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.axe import GRAVE, violations
from tests.browser.conftest import COHORT, NAME
from tests.browser.mentor import Mentor
from tests.browser.people import Trainee, phone
from tests.browser.school import School
from tests.keys import faults, go_to

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

TRAINING = "/services/pelatihan/"
OPEN = ("/hub/login", "/services/belajar/", TRAINING + "daftar", "/hub/tidak-ada")
HEAVIEST = 150_000  # bytes, with nothing kept from before
WEIGHT = """() => ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  .reduce((sum, each) => sum + each.transferSize, 0)"""
# A user name, a sheet of cards, and all with a digit in it: of each kind one is looked at.
ONE_OF_MANY = r"(?<=pelatihan/)(peserta|perjalanan|kunjungan|impor/kartu)/[^/]+|[^/]*\d[^/]*"
LINKS = "() => [...document.querySelectorAll('a[href]')].map((each) => each.href)"


def test_of_the_open_pages(school: School, browser: Browser) -> None:
    """Without an account, on a phone: the login, the lists of lessons, a lesson of each kind."""
    page = phone(browser)
    found = {}
    for start in OPEN:
        for address in _linked(page, school.address + start, "/services/belajar/"):
            found[address] = violations(page, *GRAVE)
    page.context.close()
    assert {address: words for address, words in found.items() if words} == {}
    assert len(found) > 6


def test_english_by_a_click_through_the_tools(school: School, browser: Browser) -> None:
    """From the list of lessons to the tools, to English, into a tool, and back to the list in English."""
    page = phone(browser)
    page.goto(f"{school.address}/services/belajar/")
    page.get_by_role("link", name="Semua alat dengan gambarnya").click()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Tools", exact=True)).to_be_visible()
    assert page.get_by_text("in Indonesian").count() == 1  # the start page alone
    page.get_by_role("link", name="Cash book").click()
    expect(page.get_by_role("heading", name="Cash book", exact=True)).to_be_visible()
    expect(page.locator(".jawaban")).to_contain_text("By the book your business has")
    page.get_by_role("link", name="All tools").click()
    expect(page.get_by_role("heading", name="Tools", exact=True)).to_be_visible()
    page.get_by_role("link", name="Indonesia", exact=True).click()
    expect(page.get_by_role("heading", name="Alat hitung", exact=True)).to_be_visible()
    page.context.close()


def test_without_a_mouse(school: School, mentor: Mentor, office: Page, registered: Trainee) -> None:
    """Enter and Space do what a click does: past the links, to a page, into a list, to a report."""
    page = registered.page.context.new_page()
    page.goto(f"{school.address}{TRAINING}")
    go_to(page, "Langsung ke isi")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.goto(f"{school.address}{TRAINING}")
    go_to(page, "Data saya")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Data saya", exact=True)).to_be_visible()
    page.close()

    page = mentor.page.context.new_page()
    page.goto(f"{school.address}{TRAINING}")
    go_to(page, "Saring dan cari")
    page.keyboard.press("Space")
    go_to(page, "Cari nama atau nama pengguna")
    page.keyboard.type(registered.name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 orang")
    go_to(page, NAME)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    page.close()

    page = office.context.new_page()
    page.goto(f"{school.address}{TRAINING}laporan")
    go_to(page, "Angkatan atau masa")
    page.keyboard.type(f"Angkatan {COHORT}")
    go_to(page, "Tampilkan")
    page.keyboard.press("Space")
    expect(page.get_by_text(f"Angkatan {COHORT}, keadaan")).to_be_visible()
    page.close()


def test_of_a_trainees_pages(school: School, registered: Trainee) -> None:
    """Her start, her way through the lessons, her certificates, her data."""
    _assert_none(registered.page, school, 4)


def test_of_a_mentors_pages(school: School, mentor: Mentor, registered: Trainee) -> None:
    """Her start, her trainees and groups, one of each, the lists to fill in."""
    _assert_none(mentor.page, school, 12)


def test_of_the_offices_pages(school: School, office: Page, registered: Trainee) -> None:
    """The same of everybody, the cohorts, the report."""
    _assert_none(office, school, 14)


def _assert_none(hers: Page, school: School, least: int) -> None:
    page = hers.context.new_page()
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    found, seen = {}, []
    for start in ("/hub/home", TRAINING):
        for address in _linked(page, school.address + start, TRAINING):
            seen.append(address)
            found[address] = [*violations(page, *GRAVE), *_of_a_phone(page), *faults(page)]
    page.close()
    assert {address: words for address, words in found.items() if words} == {}
    assert len(seen) >= least, seen


def _of_a_phone(page: Page) -> Iterator[str]:
    """What is too wide or too heavy for a phone on a metered line."""
    weight = page.evaluate(WEIGHT)
    if weight > HEAVIEST:
        yield f"{weight} bytes come over the line"
    screen = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "it is wider than a phone"
    page.set_viewport_size(screen or {"width": 1280, "height": 800})


def _linked(page: Page, start: str, below: str) -> Iterator[str]:
    """Open a page and what it leads to below an address, of each kind of page one."""
    to_see, kinds = [start], set()
    while to_see:
        address = to_see.pop(0)
        kind = re.sub(ONE_OF_MANY, r"\1/+", urlsplit(address).path)
        if kind in kinds:
            continue
        kinds.add(kind)
        try:
            page.goto(address)
        except Error as problem:  # a file to keep, no page
            assert "Download" in str(problem), problem  # noqa: PT017
            continue
        to_see += [link for link in page.evaluate(LINKS) if urlsplit(link).path.startswith(below)]
        yield urlsplit(page.url).path
