"""What live sessions cost the server: memory, processor, the time that a new one takes."""

from __future__ import annotations

import asyncio
import re
import statistics
import time
import urllib.request
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

import jupytext

from benchmarks.measuring import megabytes, processor_seconds
from benchmarks.services import OURS, TOOL, Running
from tests.voila_apps.template.conftest import Tools, Visitor

EDITS = 3
IDLE_SECONDS = 10
PAGES = 1000
NOTEBOOK = "gambar"  # pandas and Matplotlib, a chart drawn anew at each edit
DRAWING = """# %% [markdown]
# # Gambar

# %%
import ipywidgets as widgets
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import display

days = pd.DataFrame({"penjualan": range(1000)})
field = widgets.FloatText(2).add_class("isian-price")
shown = widgets.Output()


def draw(change):
    with shown:
        shown.clear_output(wait=True)
        figure, axes = plt.subplots()
        (days.groupby(days.index // 100).sum() * change["new"]).plot(ax=axes)
        plt.close(figure)
        display(figure)


field.observe(draw, "value")
display(widgets.VBox([field, shown]))
"""


@dataclass(frozen=True)
class Sessions:
    """What a number of sessions cost, each: MB are PSS beyond what the service holds without them."""

    tool: str
    count: int
    new_ms: float
    new_mb: float
    edited_mb: float
    new_cpu: float
    edit_cpu: float
    idle_share: float

    def __str__(self) -> str:
        """Gives the cells of a table."""
        return (
            f"{self.tool} | {self.count} | {self.new_ms:.0f} | {self.new_mb:.1f} |"
            f" {self.edited_mb:.1f} | {self.new_cpu:.2f} | {1000 * self.edit_cpu:.0f} |"
            f" {100 * self.idle_share:.2f} | {1024 / self.edited_mb:.0f}"
        )


def write_drawing(folder: Path) -> None:
    """Writes the notebook that draws with Matplotlib into a folder of tools."""
    jupytext.write(jupytext.reads(DRAWING, fmt="py:percent"), folder / f"{NOTEBOOK}.ipynb")


def measure_sessions(service: Running, count: int, tool: str | None = None) -> Sessions:
    """Opens so many sessions of a tool at a time, edits in each, and closes them again."""
    tool = tool or TOOL
    if service.name != OURS:
        return _of_stock(service, count, tool)
    return asyncio.run(_of_ours(service, count, tool))


async def _of_ours(service: Running, count: int, tool: str) -> Sessions:
    tools = Tools(f"http://127.0.0.1:{service.port}/", Path(), Path())
    field = _price(tools.get(f"voila/render/{tool}.ipynb")[1])
    digest = tools.digest(tool)
    async with tools.visitor(name=tool, digest=digest):
        pass  # its warm process is there now
    await asyncio.sleep(2)
    base, cpu = megabytes(service.pid), processor_seconds(service.pid)
    times: list[float] = []
    async with AsyncExitStack() as stack:
        visitors: list[Visitor] = []
        for _ in range(count):
            began = time.perf_counter()
            visitors.append(
                await stack.enter_async_context(tools.visitor(name=tool, digest=digest))
            )
            times.append(1000 * (time.perf_counter() - began))
        started = processor_seconds(service.pid) - cpu
        new = megabytes(service.pid) - base
        cpu = processor_seconds(service.pid)
        await asyncio.sleep(IDLE_SECONDS)
        idle = processor_seconds(service.pid) - cpu
        cpu = processor_seconds(service.pid)
        for number in range(EDITS):
            for visitor in visitors:
                await visitor.set(field, _value(tool, number))
        edited = processor_seconds(service.pid) - cpu
        after = megabytes(service.pid) - base
    return Sessions(
        tool,
        count,
        statistics.median(times),
        new / count,
        after / count,
        started / count,
        edited / count / EDITS,
        idle / count / IDLE_SECONDS,
    )


def _value(tool: str, number: int) -> object:
    return f"1{number}.500" if tool == TOOL else number + 3


def _price(page: str) -> str:
    (element,) = re.findall(r"""<[^>]*class="[^"]*\bisian-price\b[^>]*>""", page)
    found = re.search(r'data-w="([^"]+)"', element)
    assert found
    return found[1]


def _of_stock(service: Running, count: int, tool: str) -> Sessions:
    """Each page that stock Voila shows keeps a kernel; its edits are measured in the browser."""
    base, cpu = megabytes(service.pid), processor_seconds(service.pid)
    began = time.perf_counter()
    _fetch([service.page(tool)] * count, 2)
    seconds = time.perf_counter() - began
    started = processor_seconds(service.pid) - cpu
    new = megabytes(service.pid) - base
    cpu = processor_seconds(service.pid)
    time.sleep(IDLE_SECONDS)
    idle = processor_seconds(service.pid) - cpu
    each = (1000 * seconds / count, new / count, new / count, started / count)
    return Sessions(tool, count, *each, 0, idle / count / IDLE_SECONDS)


def open_pages(service: Running) -> tuple[float, int]:
    """Opens pages as visitors do who only read.

    Returns:
        MB that the service holds more, and the kernels that were started.
    """
    before = megabytes(service.pid)
    tools = Tools(f"http://127.0.0.1:{service.port}/", Path(), Path())
    tools.process = _Process(service.pid)  # type: ignore[assignment]
    _fetch([service.page()] * PAGES, 20)
    return megabytes(service.pid) - before, tools.kernels()


@dataclass
class _Process:
    pid: int


def _fetch(addresses: Iterable[str], at_once: int) -> None:
    def fetch(address: str) -> None:
        with urllib.request.urlopen(address, timeout=300) as answer:  # noqa: S310
            answer.read()

    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(fetch, addresses))
