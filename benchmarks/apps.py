"""What a tool costs a phone: our page and stock Voila, the same calculator, on a line made slow by the protocol."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from academy.apps import build_apps
from academy.client import build_client
from tests.chromium import launched

CLONE = Path(__file__).resolve().parents[1]
ENVIRONMENTS = Path(os.environ.get("LAPAK_ENV", CLONE / "build" / "env"))
TOOL = "kalkulator_hpp"
ANSWER = "Anda rugi Rp783"  # at a price of Rp12.000
PATIENCE = 240_000  # ms: stock Voila needs two minutes on the slowest line


@dataclass(frozen=True)
class Network:
    """A kind of line: kilobits a second and milliseconds there and back; 0 for as it is."""

    name: str
    kilobits: int
    latency: int


NETWORKS = (Network("local", 0, 0), Network("fast 3G", 1600, 150), Network("slow 3G", 400, 400))


@dataclass
class Visit:
    """What one visit with an empty cache cost: seconds since the address was asked for."""

    requests: int = 0
    kilobytes: float = 0.0
    first_paint: float = 0.0
    visible: float = 0.0
    answer: float = 0.0


def main(arguments: Sequence[str] | None = None) -> None:
    """Visits both services on every line, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--networks", nargs="*", default=[each.name for each in NETWORKS])
    wanted = parser.parse_args(arguments).networks
    _say("| page | line | requests | kB | first paint s | result s | answer to an edit s |")
    _say("|---|---|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="alat-") as folder, launched() as browser:
        apps = Path(folder)
        build_apps(CLONE, apps)
        build_client(CLONE, ENVIRONMENTS, apps / "statik", lambda _: None)
        for name, words in _services(apps):
            with _running(words, apps / f"{name}.log") as base:
                for network in NETWORKS:
                    if network.name in wanted:
                        _say(_row(name, network, visit(browser, base, network)))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _services(apps: Path) -> Iterator[tuple[str, list[str]]]:
    python = str(ENVIRONMENTS / "trainee-env" / "bin" / "python")
    yield "ours", [python, "-m", "voila_apps.template", str(apps)]
    yield "stock Voila", [python, "-m", "voila", str(apps), "--no-browser"]


@contextmanager
def _running(words: list[str], log: Path) -> Iterator[str]:
    """Starts a service on a port of its own; gives the address of the tool when it is ready."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    address = f"http://127.0.0.1:{port}/voila/render/{TOOL}.ipynb"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*words, f"--port={port}", "--base_url=/"],
            env=os.environ | {"PYTHONPATH": str(CLONE)},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait(address, process)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    """Asks until the tool's page comes; so both services are warm when they are measured."""
    for _ in range(120):
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended")
        try:
            urllib.request.urlopen(address, timeout=60).close()  # noqa: S310  our own service
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError(f"{address} does not answer")


def visit(browser: Browser, address: str, network: Network) -> Visit:
    """Opens the tool as a phone that has never been there, waits for the result, and edits a price."""
    found = Visit()
    with browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True) as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        _slow_down(page, network, found)
        began = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.locator(".jawaban").wait_for()
        found.visible = time.perf_counter() - began
        page.wait_for_load_state("load")
        weight = (found.requests, found.kilobytes)
        price = page.locator(".isian-price input")
        price.wait_for()
        edited = time.perf_counter()
        price.fill("12.000")
        price.press("Tab")
        page.locator(".jawaban", has_text=ANSWER).wait_for()
        found.answer = time.perf_counter() - edited
        found.first_paint = page.evaluate(
            "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
        )
        found.requests, found.kilobytes = weight
    return found


def _slow_down(page: Page, network: Network, found: Visit) -> None:
    """Makes the line slow, by the browser's own protocol, and counts what comes over it."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    if network.kilobits:
        bytes_a_second = network.kilobits * 1000 / 8
        limits = {"latency": network.latency, "offline": False}
        limits |= {"downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second}
        protocol.send("Network.emulateNetworkConditions", limits)

    def count(_event: Any) -> None:
        found.requests += 1

    def weigh(event: Any) -> None:
        found.kilobytes += event["encodedDataLength"] / 1000

    protocol.on("Network.responseReceived", count)
    protocol.on("Network.loadingFinished", weigh)


def _row(name: str, network: Network, seen: Visit) -> str:
    return (
        f"| {name} | {network.name} | {seen.requests} | {seen.kilobytes:.1f} |"
        f" {seen.first_paint:.2f} | {seen.visible:.2f} | {seen.answer:.2f} |"
    )


if __name__ == "__main__":
    main()
