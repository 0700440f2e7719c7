"""axe-core on every page of the school that people open: the door, the lessons, the training."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.axe import GRAVE, violations
from tests.browser.mentor import Mentor
from tests.browser.people import Trainee, phone
from tests.browser.school import School

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

TRAINING = "/services/pelatihan/"
OPEN = ("/hub/login", "/services/belajar/", TRAINING + "daftar", "/hub/tidak-ada")
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


def test_of_a_trainees_pages(school: School, trainees: dict[str, Trainee]) -> None:
    """Her start, her way through the lessons, her data."""
    _assert_none(trainees["peserta02"].page, school, 3)


def test_of_a_mentors_pages(school: School, mentor: Mentor) -> None:
    """Her start, her trainees and groups (made by the test before), the lists to fill in."""
    _assert_none(mentor.page, school, 5)


def _assert_none(hers: Page, school: School, least: int) -> None:
    page = hers.context.new_page()
    found = {}
    for start in ("/hub/home", TRAINING):
        for address in _linked(page, school.address + start, TRAINING):
            found[address] = violations(page, *GRAVE)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.close()
    assert {address: words for address, words in found.items() if words} == {}
    assert len(found) >= least, list(found)


def _linked(page: Page, start: str, below: str) -> Iterator[str]:
    """Open a page and what it leads to below an address, of each kind of page one."""
    to_see, kinds = [start], set()
    while to_see:
        address = to_see.pop(0)
        kind = re.sub(r"[^/]*\d[^/]*|\?.*|#.*", "", urlsplit(address).path)
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
