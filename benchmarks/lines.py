"""What a cut line costs: 5 s, a minute, ten minutes, a service that restarts; and what is left behind."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

from academy.apps import build_apps
from academy.client import build_client
from benchmarks.report import Report
from benchmarks.services import CLONE, ENVIRONMENTS, PYTHON, TOOL, brought_up_to_date, say
from tests.chromium import kill, killable, launched
from tests.relay import Relay, relayed
from tests.voila_apps.serving import Service

ANSWER_SECONDS = 3  # after the line's return
LEFT_SECONDS = 90  # after which no kernel may live whose tab, browser or phone is gone
IDLE = 60  # as in a school
HEADS = ("kept", "notice", "answer s")


@dataclass
class Cut:
    """A page whose line is cut, and how it is when the line is back."""

    how: str
    seconds: float
    page: Page
    relay: Relay
    notices: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Cuts the line; then a price and a name are typed."""
        self.relay.cut(self.how == "silent")
        self.page.locator(".isian-price input").fill("20.000")
        self.page.locator(".isian-product input").fill("Keripik")

    def look(self) -> None:
        """Notes what the page says meanwhile."""
        self.notices.add(self.page.get_by_role("status").inner_text())

    def end(self, report: Report) -> None:
        """Mends the line, waits for the answer, and loads the page again."""
        self.relay.mend()
        seconds = _answered(self.page, "20.000")
        kept = _kept(self.page)
        self.page.reload()
        _answered(self.page, "20.000")
        _judge(report, f"{self.how}, {self.seconds:g} s", seconds, kept, self.notices)


def main(arguments: Sequence[str] | None = None) -> int:
    """Cuts all lines at once, mends them one after the other; then restarts, closes and kills."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", nargs="*", type=float, default=[5, 60, 600])
    seconds = parser.parse_args(arguments).seconds
    report = Report()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="alat-")))
        brought_up_to_date()
        build_apps(CLONE, folder / "alat")
        build_client(CLONE, ENVIRONMENTS, folder / "alat/statik", lambda _: None)
        service = Service(PYTHON, CLONE, folder / "alat", idle=IDLE)
        stack.callback(service.stop)
        service.start()
        browser = stack.enter_context(launched())
        report.table("what happened to the line", "", *HEADS)
        _cut(report, stack, browser, service, sorted(seconds))
        _restart(report, browser, service)
        _leave(report, browser, service)
    return report.end()


def _cut(
    report: Report, stack: ExitStack, browser: Browser, service: Service, seconds: Sequence[float]
) -> None:
    cuts = []
    for each in seconds:
        for how in ("silent", "reset"):
            relay = stack.enter_context(relayed(service.port))
            cuts.append(Cut(how, each, _at_work(browser, service, relay.port), relay))
    began = {id(cut): time.monotonic() for cut in cuts if not cut.begin()}
    for at, cut in enumerate(cuts):
        while time.monotonic() - began[id(cut)] < cut.seconds:
            cut.page.wait_for_timeout(250)
            for other in cuts[at:]:
                other.look()
        cut.end(report)
        cut.page.context.close()


def _restart(report: Report, browser: Browser, service: Service) -> None:
    """The service ends while a page is at work, and begins anew without anything warm."""
    page = _at_work(browser, service)
    service.stop()
    page.locator(".isian-price input").fill("20.000")
    page.locator(".isian-product input").fill("Keripik")
    page.wait_for_timeout(5000)
    notices = {page.get_by_role("status").inner_text()}
    service.start()
    _judge(report, "service restarted", _answered(page, "20.000"), _kept(page), notices)
    page.context.close()


def _leave(report: Report, browser: Browser, service: Service) -> None:
    """A tab is closed, a browser killed, a phone gone for good: what lives ninety seconds later."""
    _until(lambda: not service.kernels(), 2 * LEFT_SECONDS)
    closed = _at_work(browser, service)
    with killable(browser) as (other, process), relayed(service.port) as relay:
        _at_work(other, service)
        gone = _at_work(browser, service, relay.port)
        before = service.kernels()
        closed.context.close()
        kill(process)
        relay.cut(silently=True)
        times = {}
        for left in range(before - 1, -1, -1):
            times[left] = _until(lambda left=left: service.kernels() <= left, LEFT_SECONDS)  # type: ignore[misc]
        gone.context.close()
    left = service.kernels()
    took = sum(times.values())
    report.target(f"{before} kernels, {left} after {took:.0f} s", before == 3 and left == 0)


def _at_work(browser: Browser, service: Service, port: int = 0) -> Page:
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    # Without the script with which a phone calculates alone: what answers here is the service.
    context.route(f"**/{TOOL}.*.js", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(service.page(TOOL, port))
    page.locator(".isian-price input").fill("12.000")
    _answered(page, "12.000")
    return page


def _answered(page: Page, price: str) -> float:
    began = time.perf_counter()
    page.locator(".jawaban", has_text=f"Dengan harga Rp{price}").wait_for()
    return time.perf_counter() - began


def _kept(page: Page) -> bool:
    name = page.locator(".hasil h2", has_text="Keripik")
    name.wait_for()
    return page.locator(".isian-price input").input_value() == "20.000"


def _judge(report: Report, what: str, seconds: float, kept: bool, notices: set[str]) -> None:
    notice = any("Isian Anda aman" in text for text in notices)
    say(f"| {what} | | {kept} | {notice} | {seconds:.2f} |")
    report.target(f"{what}: nothing lost, a notice", kept and notice)
    report.target(f"{what}: answer after {seconds:.2f} s", seconds <= ANSWER_SECONDS)


def _until(condition: Callable[[], bool], seconds: float) -> float:
    began = time.monotonic()
    while not condition() and time.monotonic() - began < seconds:
        time.sleep(0.25)
    return time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
