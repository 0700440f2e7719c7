"""A line that is cut for real, between the browser and the service: nothing is lost, the answer comes."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.chromium import kill, killable
from tests.relay import Relay, relayed
from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]

SOON = 8_000  # ms; benchmarks/lines.py measures that it is three seconds on a quiet machine


@pytest.fixture(scope="module")
def relay(service: Service) -> Iterator[Relay]:
    """The line of all these tests."""
    with relayed(service.port) as line:
        yield line


@pytest.fixture
def page(chromium: Browser, service: Service, relay: Relay) -> Iterator[Page]:
    """A phone with the calculator, at work, behind the line."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        _work(page, service.page("kalkulator_hpp", relay.port))
        yield page
    relay.mend()


@pytest.mark.parametrize("silently", [True, False], ids=["silent", "reset"])
def test_a_cut_for_longer_than_a_kernel_lives(page: Page, relay: Relay, silently: bool) -> None:
    """Two fields are filled in meanwhile; a notice is seen; both are answered when the line is back."""
    relay.cut(silently)
    page.locator(".isian-price input").fill("20.000")
    page.locator(".isian-product input").fill("Keripik")
    page.wait_for_timeout(5_000)  # the service ends a kernel after three
    expect(page.get_by_role("status")).to_contain_text("Isian Anda aman")
    relay.mend()
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000", timeout=SOON)
    expect(page.locator(".hasil h2").first).to_have_text("Keripik")
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize("silently", [True, False], ids=["silent", "reset"])
def test_a_cut_between_an_edit_and_its_answer(page: Page, relay: Relay, silently: bool) -> None:
    """The edit may have arrived and its answer be lost: it comes all the same, also after a reload."""
    price = page.locator(".isian-price input")
    price.fill("20.000")
    price.dispatch_event("change")
    relay.cut(silently)
    page.wait_for_timeout(500)
    relay.mend()
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000", timeout=SOON)
    page.reload()
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000")
    expect(price).to_have_value("20.000")


def test_a_line_that_died_unnoticed(page: Page, relay: Relay) -> None:
    """It was cut and mended while nobody typed; the next edit finds it dead, and is answered."""
    relay.cut(silently=True)
    relay.mend()
    page.locator(".isian-price input").fill("20.000")
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000", timeout=SOON)


# ---- what is left behind ---------------------------------------------------------------------
def test_no_kernel_outlives_its_page(
    chromium: Browser, service: Service, page: Page, relay: Relay
) -> None:
    """Not a closed tab's, not a killed browser's, not that of a phone that is simply gone."""
    _wait_for_kernels(service, 1)
    page.close()
    _wait_for_kernels(service, 0)
    with killable(chromium) as (browser, process):
        _work(browser.new_page(), service.page("kalkulator_hpp"))
        _wait_for_kernels(service, 1)
        kill(process)
        _wait_for_kernels(service, 0)
    with chromium.new_context() as context:
        _work(context.new_page(), service.page("kalkulator_hpp", relay.port))
        _wait_for_kernels(service, 1)
        relay.cut(silently=True)
        _wait_for_kernels(service, 0)


def _work(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".isian-price input").fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("rugi Rp783")


def _wait_for_kernels(service: Service, count: int, seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while (found := service.kernels()) != count:
        assert time.monotonic() < until, f"{found} kernels live"
        time.sleep(0.05)
