"""The school moves to another machine: saved while it runs, put back, and opened there over HTTPS."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from deployment.local.layout import Layout
from tests.authority import Authority
from tests.browser.conftest import browser_that_trusts
from tests.browser.people import PATIENCE, Trainee
from tests.browser.school import School, wait_until
from tests.browser.test_day import TOOL
from tests.campus import Platform
from tests.ports import seven_free

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

NAME = "lapak.test"
# Keys, releases, course: what a hub that only runs does not change.
STILL = ("exchange", "course/source", "course/release", "salt", "hub/cookie_secret")

# The tool is on the phone, and its own worker answers for it.
KEPT = (
    "async () => !!(await caches.match(location.pathname)) && !!navigator.serviceWorker.controller"
)


@pytest.fixture(scope="module")
def place(school: School) -> Iterator[Path]:
    """The other machine: a folder of the school's account, with nothing of the first one in it."""
    folder = Path(tempfile.mkdtemp(prefix="pindah-", dir=school.files.home.parent))
    folder.chmod(0o755)
    if school.owner:
        os.chown(folder, school.owner.pw_uid, school.owner.pw_gid)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def authority(place: Path) -> Authority:
    """Signs the school's certificate."""
    return Authority.new(place)


@pytest.fixture(scope="module")
def away(school: School, authority: Authority, place: Path) -> Iterator[School]:
    """The school elsewhere, from a backup of the running one, which goes on."""
    cert, key = authority.sign(place / "surat", NAME)
    if school.owner:
        for path in (cert, key):
            os.chown(path, school.owner.pw_uid, school.owner.pw_gid)
    gate = seven_free()
    settings = {
        **school.variables,
        "LAPAK_CERT": str(cert),
        "LAPAK_KEY": str(key),
        "LAPAK_HTTPS_PORT": str(gate),
        "LAPAK_HTTP_PORT": str(gate + 1),
    }
    there = School(Layout(place / "sekolah"), school.clone, seven_free(), school.owner, settings)
    file = place / "cadangan.tar.gz"
    for which, words in ((school, ("backup", file)), (there, ("restore", file))):
        command = which.lapak(*map(str, words))
        done = subprocess.run(  # type: ignore[call-overload]
            command, capture_output=True, text=True, check=False, **which.options()
        )
        assert done.returncode == 0, done.stdout + done.stderr
    try:
        there.start()
        yield there
    finally:
        there.clear_away()


@pytest.fixture(scope="module")
def visitor(browser: Browser, authority: Authority, place: Path) -> Iterator[BrowserContext]:
    """A computer that trusts the authority and finds the school by its name."""
    with browser_that_trusts(browser, authority.root, place / "rumah", NAME) as trusting:
        context = trusting.new_context(viewport={"width": 1280, "height": 800}, locale="id-ID")
        context.set_default_timeout(PATIENCE)
        yield context


def checksums(files: Layout) -> dict[str, str]:
    """What matters and stays still, as checksums."""
    found = {}
    for name in STILL:
        top = files.home / name
        for path in [top, *top.rglob("*")] if top.is_dir() else [top]:
            if path.is_file():
                digest = hashlib.sha256(path.read_bytes()).hexdigest()
                found[str(path.relative_to(files.home))] = digest
    return found


def test_all_that_matters_is_there(school: School, away: School) -> None:
    """Equal checksums; the second start is no first one: nobody gets a new password."""
    here = checksums(school.files)
    assert len(here) > 10
    assert checksums(away.files) == here
    assert "sekali pakai" not in away.said.read_text(encoding="utf-8")


def test_from_the_login_to_a_tool(away: School, visitor: BrowserContext, shots: Path) -> None:
    """Over HTTPS: her card, her room, and a tool that installs itself and calculates."""
    address = f"https://{NAME}:{away.variables['LAPAK_HTTPS_PORT']}"
    page = visitor.new_page()
    plain = page.goto(f"http://{NAME}:{away.variables['LAPAK_HTTP_PORT']}/hub/login")
    assert plain is not None
    assert page.url.startswith(f"{address}/hub/login")
    assert "max-age" in plain.headers["strict-transport-security"]
    trainee = Trainee("peserta01", page, shots)
    trainee.log_in_with_card(address, away.passwords_of_cards()["peserta01"])
    expect(trainee.button("Kerjakan latihan")).to_be_visible(timeout=2 * PATIENCE)
    trainee.take_picture("https-ruang")
    cookies = visitor.cookies()
    assert len(cookies) > 3
    # `_xsrf` is no login: each page shows it to its own scripts.
    in_clear = {cookie["name"] for cookie in cookies if not cookie["secure"]}
    assert in_clear <= {"_xsrf"}

    tool = visitor.new_page()
    tool.goto(address + TOOL)
    expect(tool.locator("link[rel=manifest]")).to_have_count(1)
    wait_until("the tool is on the phone", lambda: tool.evaluate(KEPT), 60)
    price = tool.locator(".isian-price input")
    price.fill("12.000")
    price.blur()
    expect(tool.locator(".jawaban")).to_contain_text("Dengan harga Rp12.000, Anda rugi Rp783")
    visitor.set_offline(True)
    tool.reload()
    expect(tool.locator(".jawaban")).to_be_visible()
    tool.screenshot(path=f"{shots}/https-alat.png")


def test_a_campus_over_https(
    school: School, away: School, visitor: BrowserContext, platform: Platform
) -> None:
    """Its platform, another site, brings the browser back with our cookies; the cohort is not made yet."""
    if "LAPAK_LTI_ISSUER" not in away.variables:
        return
    address = f"https://{NAME}:{away.variables['LAPAK_HTTPS_PORT']}"
    end = f"{address}/hub/lti13/oauth_callback"
    visitor.set_offline(False)
    page = visitor.new_page()
    platform.knows(address)
    try:
        page.route(end, lambda route: route.abort())
        page.goto(platform.click("17"))
        wait_until("a launch has begun", lambda: _of_a_launch(visitor), 20)
        assert {(cookie["sameSite"], cookie["secure"]) for cookie in _of_a_launch(visitor)} == {
            ("None", True)
        }
        page.unroute(end)
        page.goto(platform.click("17"))
    finally:
        platform.knows(school.address)
    expect(page.get_by_text("belum menerima peserta baru dari kampus")).to_be_visible()
    page.close()


def _of_a_launch(context: BrowserContext) -> list[Any]:
    return [cookie for cookie in context.cookies() if cookie["name"].startswith("lti13")]
