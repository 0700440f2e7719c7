"""What a tool costs a phone and the server: ours, stock Voila's and Gradio's same calculator, in one run."""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser

from benchmarks.report import Report
from benchmarks.services import CLONE, GRADIO, OURS, STOCK, Running, running, say, tools
from benchmarks.sessions import NOTEBOOK, Sessions, measure_sessions, open_pages, write_drawing
from benchmarks.visits import NETWORKS, SLOW, Visit, edit, edits, phone, visit
from tests.chromium import launched
from tests.relay import relayed

PAGE_KILOBYTES, PAGE_REQUESTS = 20, 2
RESULT_SECONDS, ANSWER_SECONDS, TIMES = 1.5, 2.2, 50  # on slow 3G; times as fast as stock Voila
ORDERS = CLONE.parent / "shared/domain/orders_banten.csv"  # not part of the clone
EXPORT_SECONDS = 3
BEFORE_MB, AFTER_MB, NEW_MS = 12, 25, 100  # a live session
GENEROUS = (
    *("--seats=250", "--idle=900", "--Service.each=250", "--Service.queue=0"),
    *("--Service.lines_a_second=1000", "--Service.pages_a_second=2000"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Visits all services on every line, fills them with sessions, and says which targets were met."""
    options = _options(arguments)
    gradio = options.gradio or (sys.executable if importlib.util.find_spec("gradio") else "")
    names = [name for name in (OURS, STOCK, GRADIO) if name in options.who]
    if not gradio:
        names = [name for name in names if name != GRADIO]
    report = Report()
    with tools() as folder:
        write_drawing(folder)
        if "visits" in options.parts:
            with launched() as browser:
                _visits(report, browser, folder, names, gradio, options.networks)
        if "export" in options.parts and ORDERS.exists():
            with launched() as browser:
                _export(report, browser, folder)
        if "sessions" in options.parts:
            for name, counts in ((OURS, options.sessions), (STOCK, options.stock_sessions)):
                if name in names and counts:
                    _sessions(report, folder, counts, name)
    return report.end()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", nargs="*", default=["visits", "export", "sessions"])
    parser.add_argument("--networks", nargs="*", default=[each.name for each in NETWORKS])
    parser.add_argument("--who", nargs="*", default=[OURS, STOCK, GRADIO])
    parser.add_argument("--sessions", nargs="*", type=int, default=[1, 20, 100])
    parser.add_argument("--stock-sessions", nargs="*", type=int, default=[1, 20])
    parser.add_argument("--gradio", default="", help="a Python that has Gradio")
    return parser.parse_args(arguments)


# ---- what a phone meets ------------------------------------------------------------------------
def _visits(
    report: Report,
    browser: Browser,
    folder: Path,
    names: list[str],
    gradio: str,
    networks: Sequence[str],
) -> None:
    heads = ("requests", "kB", "kB later", "first paint s", "result s", "answer to an edit s")
    report.table("page", "line", "visit", *heads)
    first: dict[tuple[str, str], Visit] = {}
    costs = []
    for name in names:
        with running(name, folder, gradio=gradio) as service:
            for network in NETWORKS:
                if network.name not in networks:
                    continue
                with phone(browser) as context:
                    for number, kind in enumerate(("cold", "warm")):
                        seen = visit(context, service.page(), network, 12 + number)
                        first.setdefault((name, network.name), seen)
                        say(f"| {name} | {network.name} | {kind} | {seen} |")
            costs.append(f"| {name} | {_edits(browser, service)} |")
    report.table("page", "bytes an edit", "ms an edit", "first answer on a slow line, s")
    say("\n".join(costs))
    _judge_visits(report, first)


def _edits(browser: Browser, service: Running) -> str:
    """Measures edits through a relay, which sees what the browser's protocol does not: the frames."""
    with phone(browser) as context, relayed(service.port) as relay:
        page = context.new_page()
        page.goto(service.page(port=relay.port))
        edit(page, "12.000")
        size, milliseconds = edits(page, relay)
    if service.name != OURS:
        return f"{size:.0f} | {milliseconds:.0f} | "
    rate = SLOW.kilobits * 1000 / 8
    with phone(browser) as context, relayed(service.port, SLOW.latency / 1000, rate) as relay:
        page = context.new_page()
        page.goto(service.page(port=relay.port))
        return f"{size:.0f} | {milliseconds:.0f} | {edit(page, '12.000'):.2f}"


def _judge_visits(report: Report, first: dict[tuple[str, str], Visit]) -> None:
    for (name, network), ours in first.items():
        if name != OURS:
            continue
        light = ours.kilobytes <= PAGE_KILOBYTES and ours.requests <= PAGE_REQUESTS
        report.target(f"{network}: {ours.requests} requests, {ours.kilobytes:.1f} kB", light)
        if network != SLOW.name:
            continue
        report.target(f"{network}: result in {ours.visible:.2f} s", ours.visible <= RESULT_SECONDS)
        report.target(f"{network}: answer in {ours.answer:.2f} s", ours.answer <= ANSWER_SECONDS)
        if stock := first.get((STOCK, network)):
            times = (stock.visible + stock.answer) / (ours.visible + ours.answer)
            report.target(f"{network}: {times:.0f} times as fast as stock Voila", times >= TIMES)


def _export(report: Report, browser: Browser, folder: Path) -> None:
    """Chooses the file of 3,617 real orders on a page whose kernel is not there yet."""
    with running(OURS, folder) as service, phone(browser) as context:
        urlopen(service.page("peta_pembeli")).close()  # noqa: S310  our own service
        page = context.new_page()
        page.goto(service.page("peta_pembeli"))
        began = time.perf_counter()
        page.locator("[type=file]").set_input_files(ORDERS)
        page.locator(".hasil h2", has_text=ORDERS.name).wait_for()
        seconds = time.perf_counter() - began
    report.target(f"3,617 real orders counted in {seconds:.2f} s", seconds <= EXPORT_SECONDS)


# ---- what the server meets -----------------------------------------------------------------------
def _sessions(report: Report, folder: Path, counts: Sequence[int], name: str) -> None:
    settings = GENEROUS if name == OURS else ()
    with running(name, folder, *settings) as service:
        if name == OURS:
            growth, kernels = open_pages(service)
            what = f"1,000 open pages: {kernels} kernels, {growth:.0f} MB more"
            report.target(what, not kernels)
        heads = (
            "live",
            "new ms",
            "MB new",
            "MB after edits",
            "cpu s new",
            "cpu ms edit",
            "cpu % idle",
        )
        report.table("service", "tool", *heads, "live a GiB")
        for tool in [None, *([NOTEBOOK] if name == OURS else [])]:
            for count in counts:
                found = measure_sessions(service, count, tool)
                say(f"| {name} | {found} |")
                if name == OURS:
                    _judge_sessions(report, found)


def _judge_sessions(report: Report, found: Sessions) -> None:
    if found.count < 20:  # of one alone, what the kernel shares with nobody weighs too much
        return
    where = f"{found.count} sessions of {found.tool}"
    report.target(f"{where}: {found.new_mb:.1f} MB new", found.new_mb <= BEFORE_MB)
    report.target(f"{where}: {found.edited_mb:.1f} MB after drawing", found.edited_mb <= AFTER_MB)
    report.target(f"{where}: {found.new_ms:.0f} ms for a new one", found.new_ms <= NEW_MS)


if __name__ == "__main__":
    sys.exit(main())
