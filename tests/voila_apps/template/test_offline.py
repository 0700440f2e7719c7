"""A tool on a phone without a line: opened once over HTTPS, then cut off, loaded again and filled in."""

from __future__ import annotations

import json
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.chromium import launched
from tests.voila_apps.serving import BASE, Service
from tests.voila_apps.tls import HOST, Front, make_certificate

pytestmark = [pytest.mark.browser]

# A field of each calculator, what is typed, and a part of the answer that no example shows.
EDITS = {
    "harga_lokapasar": ("price", "200.000", "Rp167.375"),
    "kalender_pajak": ("month_01", "600 juta", "Rp3.300.000"),
    "kalkulator_hpp": ("price", "12.000", "Anda rugi Rp783"),
    "kalkulator_hpp.en": ("price", "12,000", "you lose Rp783"),
    "pemandu_izin": ("hari", "3", "surat laik higiene"),
    "pemeriksa_iklan": ("sales", "9.000.000", "untung Rp2.340.000"),
    "simulasi_kur": ("principal", "50jt", "Rp1.521.097"),
    "titik_impas": ("price", "30.000", "324"),
}
MOST = 100_000  # bytes that a tool may weigh with all that works without a line


@pytest.fixture(scope="module")
def secure(
    service: Service, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Front, Browser]]:
    """The service behind HTTPS, and a browser that trusts its authority."""
    certificate, trusted = make_certificate(tmp_path_factory.mktemp("tls"))
    option = f"--ignore-certificate-errors-spki-list={trusted}"
    with Front(certificate, service.port) as front, launched(option) as browser:
        yield front, browser


@pytest.fixture
def phone(secure: tuple[Front, Browser]) -> Iterator[BrowserContext]:
    """A phone that has opened nothing yet."""
    with secure[1].new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context


def _address(front: Front, tool: str) -> str:
    return f"https://{HOST}:{front.port}{BASE}voila/render/{tool}.ipynb"


def _open(phone: BrowserContext, front: Front, tool: str) -> Page:
    """Open a tool and stay until it is kept."""
    page = phone.new_page()
    page.goto(_address(front, tool))
    _until_kept(page)
    return page


def _until_kept(page: Page) -> None:
    """Wait until the page is on the phone, and its worker answers for it."""
    kept = "async () => !!(await caches.match(location.pathname)) && !!navigator.serviceWorker.controller"
    for _ in range(300):
        if page.evaluate(kept):
            return
        page.wait_for_timeout(100)
    raise AssertionError


@pytest.mark.parametrize("tool", EDITS)
def test_opens_without_a_line_and_calculates(
    tool: str, phone: BrowserContext, secure: tuple[Front, Browser]
) -> None:
    """Loaded again without a line; the right answer to an edit; all of it at most 100 KB."""
    front = secure[0]
    before = front.bytes_out
    page = _open(phone, front, tool)
    assert front.bytes_out - before <= MOST
    phone.set_offline(True)
    page.reload()
    alone = re.compile("dihitung di ponsel ini|calculated on this phone")
    expect(page.get_by_role("status")).to_have_text(alone)
    name, typed, told = EDITS[tool]
    answer = page.locator(".jawaban")
    assert told not in answer.inner_text()
    page.locator(f".isian-{name} input").fill(typed)
    page.keyboard.press("Tab")
    expect(answer).to_contain_text(told)
    expect(page.get_by_role("status")).to_have_text(alone)


def test_the_line_takes_over_again(phone: BrowserContext, secure: tuple[Front, Browser]) -> None:
    """What was filled in without a line is answered by the service, and the page says no more of it."""
    page = _open(phone, secure[0], "kalkulator_hpp")
    phone.set_offline(True)
    slider = page.locator(".isian-price + .geser input")
    page.locator(".isian-price input").fill("12.000")
    page.keyboard.press("Tab")
    expect(page.locator(".jawaban")).to_contain_text("Anda rugi Rp783")
    expect(slider).to_have_value("12000")
    slider.fill("20000")
    slider.dispatch_event("change")
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000")
    expect(page.locator(".isian-price input")).to_have_value("20.000")
    phone.set_offline(False)
    expect(page.get_by_role("status")).to_be_empty()
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000")


def test_a_tool_that_needs_python_waits_for_the_line(
    phone: BrowserContext, secure: tuple[Front, Browser]
) -> None:
    """It opens, says what is missing, keeps what is typed, and answers by itself later."""
    page = _open(phone, secure[0], "buku_kas")
    phone.set_offline(True)
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Tidak ada sambungan internet")
    page.locator(".isian-usaha input").fill("Kue Bu Siti, Serang")
    page.keyboard.press("Tab")
    expect(page.get_by_role("status")).to_contain_text("Isian Anda aman")
    page.reload()
    expect(page.locator(".isian-usaha input")).to_have_value("Kue Bu Siti, Serang")
    phone.set_offline(False)
    expect(page.locator(".hasil h2")).to_have_text("Kue Bu Siti, Serang")
    expect(page.get_by_role("status")).to_be_empty()


def test_a_new_version_comes_through(
    phone: BrowserContext, secure: tuple[Front, Browser], apps: Path, service: Service
) -> None:
    """With a line the page is always the newest one; the old one leaves the phone."""
    page = _open(phone, secure[0], "titik_impas")
    stores = (
        "async () => (await caches.keys()).filter((name) => name.startsWith('alat:titik_impas:'))"
    )
    old = page.evaluate(stores)
    path = apps / "titik_impas.ipynb"
    before = path.read_text(encoding="utf-8")
    notebook = json.loads(before)
    notebook["cells"].append(
        {"cell_type": "markdown", "id": "baru", "metadata": {}, "source": "Baru!"}
    )
    path.write_text(json.dumps(notebook), encoding="utf-8")
    try:
        page.wait_for_timeout(1100)  # the service looks for changes once a second
        urllib.request.urlopen(service.page("titik_impas"), timeout=60).close()  # it is run anew
        page.reload()
        expect(page.get_by_text("Baru!")).to_be_visible()
        for _ in range(100):
            if len(new := page.evaluate(stores)) == 1 and new != old:
                break
            page.wait_for_timeout(100)
        assert len(new) == 1
        assert new != old
    finally:
        path.write_text(before, encoding="utf-8")


def test_a_dead_line_opens_the_kept_page(
    phone: BrowserContext, secure: tuple[Front, Browser]
) -> None:
    """Nothing comes for long, though the phone thinks that it has a line; nothing else was kept."""
    front = secure[0]
    page = _open(phone, front, "pemandu_izin")
    listed = page.evaluate(
        "async () => { const found = []; for (const name of await caches.keys())"
        " for (const each of await (await caches.open(name)).keys()) found.push(each.url);"
        " return found.map((url) => new URL(url).pathname) }"
    )
    kinds = [re.sub(r"[.][0-9a-f]{12}", "", path.removeprefix(BASE)) for path in listed]
    assert sorted(kinds) == [
        "statik/halaman.js",
        "statik/hitung-pemandu_izin.js",
        "voila/render/pemandu_izin.ipynb",
    ]
    front.slow = 20
    try:
        page.reload(wait_until="domcontentloaded", timeout=15_000)
        expect(page.locator(".jawaban")).to_contain_text("nomor PIRT")
    finally:
        front.slow = 0


def test_a_phone_may_install_it(phone: BrowserContext, secure: tuple[Front, Browser]) -> None:
    """Chromium finds nothing wrong with the manifest, the icons and the worker."""
    page = _open(phone, secure[0], "kalkulator_hpp")
    browser = phone.new_cdp_session(page)
    found = browser.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert (manifest["short_name"], manifest["display"]) == ("Kalkulator HPP", "standalone")
    wrong = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [each["errorId"] for each in wrong if each["errorId"] != "in-incognito"] == []
