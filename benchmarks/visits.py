"""One visit to a tool in Chromium, on a line and a processor made slow by the browser's protocol."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.relay import Relay

PATIENCE = 300_000  # ms: stock Voila needs two minutes on the slowest line
LATER = 3  # seconds in which a page may fetch what it needs later
EDITS = 10


@dataclass(frozen=True)
class Network:
    """A kind of line: kilobits a second, milliseconds there and back, times a phone is slower."""

    name: str
    kilobits: int = 0
    latency: int = 0
    slower: int = 1


SLOW = Network("slow 3G", 400, 400)
NETWORKS = (
    Network("local"),
    Network("fast 3G", 1600, 150),
    SLOW,
    Network("slow 3G, processor ÷ 4", 400, 400, 4),
)


@dataclass
class Visit:
    """What one visit cost: seconds since the address was asked for, requests and bytes until loaded."""

    requests: int = 0
    kilobytes: float = 0.0
    later: float = 0.0
    first_paint: float = 0.0
    visible: float = 0.0
    answer: float = 0.0

    def __str__(self) -> str:
        """Gives the cells of a table."""
        return (
            f"{self.requests} | {self.kilobytes:.1f} | {self.later:.1f} | {self.first_paint:.2f} |"
            f" {self.visible:.2f} | {self.answer:.2f}"
        )


@contextmanager
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """Gives a phone that has never been anywhere."""
    with browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True) as context:
        context.set_default_timeout(PATIENCE)
        yield context


def visit(context: BrowserContext, address: str, network: Network, thousands: int) -> Visit:
    """Opens the calculator, waits for the result, and edits the price, in thousands of rupiah.

    Each visit of a phone takes another price: what it has kept is not the answer.
    """
    found = Visit()
    page = context.new_page()
    _slow_down(page, network, found)
    began = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator(".jawaban").wait_for()
    found.visible = time.perf_counter() - began
    page.wait_for_load_state("load")
    at_load = (found.requests, found.kilobytes)
    found.answer = edit(page, f"{thousands}.000")
    found.first_paint = page.evaluate(
        "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
    )
    page.wait_for_timeout(1000 * LATER)
    found.later = found.kilobytes - at_load[1]
    found.requests, found.kilobytes = at_load
    page.close()
    return found


def edit(page: Page, price: str) -> float:
    """Types another price; returns the seconds until the sentence with it is there."""
    field = page.locator(".isian-price :is(input, textarea)").first
    field.wait_for()
    began = time.perf_counter()
    field.fill(price)
    field.press("Tab")
    page.locator(".jawaban", has_text=f"Dengan harga Rp{price}").wait_for()
    return time.perf_counter() - began


def edits(page: Page, relay: Relay) -> tuple[float, float]:
    """Returns the bytes on the line and the milliseconds of one edit with a living kernel; medians."""
    costs = []
    for number in range(EDITS):
        before = relay.carried
        seconds = edit(page, f"{9 + number}.{137 * (number + 1) % 900 + 100}")
        page.wait_for_timeout(300)  # what follows the sentence
        costs.append((relay.carried - before, 1000 * seconds))
    sizes, times = zip(*costs, strict=True)
    return statistics.median(sizes), statistics.median(times)


def _slow_down(page: Page, network: Network, found: Visit) -> None:
    """Makes line and processor slow, and counts what comes over the line."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    if network.slower > 1:
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": network.slower})
    if network.kilobits:
        bytes_a_second = network.kilobits * 1000 / 8
        limits = {"latency": network.latency, "offline": False}
        limits |= {"downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second}
        protocol.send("Network.emulateNetworkConditions", limits)

    def count(event: Any) -> None:
        found.requests += not event["response"].get("fromDiskCache", False)

    def weigh(event: Any) -> None:
        found.kilobytes += event["encodedDataLength"] / 1000

    protocol.on("Network.responseReceived", count)
    protocol.on("Network.loadingFinished", weigh)
