"""She comes by a click in her campus' platform, works, and her score is there; others' launches are nothing."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import CAMPUS
from tests.browser.kernel import hand_in_what_is_right
from tests.browser.people import PATIENCE, desk, phone
from tests.browser.school import School, wait_until
from tests.campus import DEPLOYMENT, Platform

# After the other files of the school: a cohort of one person hides figures in the office's report.
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

UNIT = "pembukuan_01_uang_usaha"
TITLE = "Uang Usaha vs Uang Pribadi"


@pytest.fixture(scope="module")
def is_set(school: School) -> bool:
    """Whether the school belongs to the campus; then there is a cohort for its people."""
    if "LAPAK_LTI_ISSUER" not in school.variables:
        return False
    days = ("--starts", "2026-11-02", "--ends", "2099-04-03")
    school.people("cohort", "add", CAMPUS, *days)
    return True


def test_from_a_click_to_a_grade(
    school: School, browser: Browser, platform: Platform, shots: Path, is_set: bool
) -> None:
    """She agrees, lands on the unit, hands in; within a minute or two the platform has her score."""
    page = desk(browser)
    if not is_set:
        for address in ("hub/lti13/oauth_login", "services/pelatihan/lti/kunci.json"):
            answer = page.goto(f"{school.address}/{address}")
            assert answer
            assert answer.status == 404
        assert (platform.grades, (school.files.hub / "kunci-lti.pem").exists()) == ({}, False)
        return
    name = _she_comes_the_first_time(page, phone(browser), platform, shots)
    expect(page.locator(".jp-NotebookPanel:visible h1")).to_contain_text(TITLE, timeout=PATIENCE)
    page.screenshot(path=shots / "kampus-ruang.png")
    assert hand_in_what_is_right(page, name, school, UNIT) == 1
    wait_until("her score is at the campus", lambda: (UNIT, "17") in platform.grades, 180)
    grade = platform.grades[UNIT, "17"]
    assert (grade["scoreMaximum"], grade["gradingProgress"]) == (100, "FullyGraded")
    assert grade["scoreGiven"] == 100
    page.context.close()
    log = school.files.log.read_text(encoding="utf-8", errors="replace")
    assert "Ratna" not in log
    assert "kampus.example" not in log


def _she_comes_the_first_time(page: Page, small: Page, platform: Platform, shots: Path) -> str:
    """Her name is drawn, she reads what is kept, agrees, and goes on to what she clicked."""
    for each in (small, page):
        each.goto(platform.click("17", UNIT))
        expect(each.get_by_role("heading", name="Data saya", exact=True)).to_be_visible()
    name = page.locator("dd").first.inner_text()
    assert re.fullmatch("[a-z]{6}", name)
    expect(small.locator(".who")).to_have_text(name)
    expect(small.get_by_text("Anda datang dari kampus").first).to_be_visible()
    small.screenshot(path=shots / "kampus-data-saya.png", full_page=True)
    small.context.close()
    page.get_by_label(re.compile("Saya setuju")).check()
    page.get_by_role("button", name="Simpan persetujuan").click()
    return name


def test_what_lets_nobody_in(
    school: School, browser: Browser, platform: Platform, shots: Path, is_set: bool
) -> None:
    """A teacher, a form that another browser sends, another deployment, an old token."""
    if not is_set:
        return
    page = phone(browser)
    page.goto(platform.click("90"))
    page.screenshot(path=shots / "kampus-pengajar.png", full_page=True)
    _refused(page, "Mintalah akun pendamping")
    _refused(_sent_elsewhere(browser, page, school, platform), "tidak dapat diperiksa")

    signer = platform.registration
    signer.set_deployment_id("8")
    page.goto(platform.click("17"))
    signer.set_deployment_id(DEPLOYMENT)
    _refused(page, "tidak dapat diperiksa")
    platform.lasts = -1
    page.goto(platform.click("17"))
    platform.lasts = None
    _refused(page, "tidak dapat diperiksa")
    page.goto(platform.click("17"))
    page.wait_for_url(lambda url: "lti13" not in url and "localhost" not in url)
    assert urlsplit(page.url).netloc == urlsplit(school.address).netloc
    page.context.close()


def _refused(page: Page, sentence: str) -> None:
    expect(page.get_by_text(sentence)).to_be_visible()
    page.goto(urlsplit(page.url)._replace(path="/hub/home", query="").geturl())
    expect(page.get_by_role("heading", name="Masuk", exact=True)).to_be_visible()


def _sent_elsewhere(browser: Browser, page: Page, school: School, platform: Platform) -> Page:
    """Somebody catches the form of her launch, and sends it from a browser of her own."""
    caught: list[str] = []
    end = f"{school.address}/hub/lti13/oauth_callback"

    def catch(route: object, request: object) -> None:
        caught.append(request.post_data)  # type: ignore[attr-defined]
        route.abort()  # type: ignore[attr-defined]

    page.route(end, catch)
    page.goto(platform.click("17"))
    wait_until("the form was sent", lambda: page.evaluate("1") and caught, 20)
    page.unroute(end)
    other = phone(browser)
    other.goto(f"{school.address}/hub/login")
    fields = dict(pair.split("=", 1) for pair in caught[0].split("&"))
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    other.set_content(f'<form id="f" method="post" action="{end}">{inputs}</form>')
    other.evaluate("document.getElementById('f').submit()")
    return other
