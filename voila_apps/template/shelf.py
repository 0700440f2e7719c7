"""The tools of the service: each rendered once for all visitors, and a warm process to fork from."""

from __future__ import annotations

import asyncio
import gzip
import logging
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from usaha.dates import today
from usaha.language import SOURCE, find_words
from voila_apps.template import ran
from voila_apps.template.assets import FOLDER, LIST, Assets
from voila_apps.template.page import render_page
from voila_apps.template.ran import RanNotebook
from warmkernel import Box, CellRun, Job, Limits, WarmProcess, WarmTrouble
from warmkernel.live import LiveFork

NAME = re.compile(r"([a-z0-9_]{1,60})(?:[.](en))?")
WORDS = "bahasa"  # the catalogues of other languages than Indonesian, beside the notebooks
LOOK_SECONDS = 1  # at most so often it is looked whether something has changed
TRY_AGAIN_SECONDS = 20
ENVIRONMENT = {"JUPYTER_WIDGETS_ECHO": "0", "TZ": os.environ.get("TZ", "Asia/Jakarta")}
log = logging.getLogger("alat")


class Broken(Exception):
    """A tool cannot be shown; the text says why, for the log."""


@dataclass(eq=False)
class Tool:
    """One version of a tool.

    Attributes:
        path: its notebook.
        ran: what the notebook showed.
        page: the page of every visitor, UTF-8.
        packed: the same, by gzip.
        warm: the process to fork from; None while nobody has needed it for long.
        full: whether the standard ipywidgets manager draws its page, though its notebook shows at
            first nothing that would ask for that.
        live: how many kernels of it live.
        used: when one was last there, in seconds of the monotonic clock.
    """

    path: Path
    ran: RanNotebook
    page: bytes
    packed: bytes
    warm: WarmProcess | None
    full: bool = False
    live: int = 0
    used: float = field(default_factory=time.monotonic)

    def rest(self) -> None:
        """Ends the warm process; it is started again when it is needed."""
        if self.warm:
            self.warm.close()
        self.warm = None


class Shelf:
    """All tools of a folder, by name.

    Args:
        folder: of the notebooks, with `statik/` in it.
        base_url: where the service's addresses begin.
        box: around each kernel.
        limits: of each kernel.
    """

    def __init__(self, folder: Path, base_url: str, box: Box, limits: Limits) -> None:
        self._folder, self._base_url = folder, base_url
        self._box, self._limits = box, limits
        self._tools: dict[str, Tool] = {}
        self._old: list[Tool] = []
        self._stamps: dict[str, tuple[float, object]] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._failed: dict[str, tuple[float, object, str]] = {}
        self._installed = ran.installed()
        find_words(folder / WORDS)

    async def tool(self, name: str) -> Tool:
        """Gives a tool as its files are now; `buku_kas.en` is its page in English.

        Raises:
            KeyError: there is none of that name, or not in that language.
            Broken: its notebook does not run.
        """
        known = NAME.fullmatch(name)
        path = self._folder / f"{known[1] if known else name}.ipynb"
        if not known or not path.is_file():
            raise KeyError(name)
        async with self._locks.setdefault(name, asyncio.Lock()):
            tool, now = self._tools.get(name), time.monotonic()
            looked, stamp = self._stamps.get(name, (-LOOK_SECONDS, None))
            if tool and now - looked < LOOK_SECONDS:
                return tool
            # A page that counts days or looks up a rate grows old at midnight.
            current = (today(), ran.stamp(self._sources(path)))
            if tool is None or current != stamp:
                tool = await self._renew(name, path, current)
            self._stamps[name] = (now, current)
            return tool

    def _sources(self, path: Path) -> list[Path]:
        words = self._folder / WORDS
        return [
            path,
            self._folder / FOLDER / LIST,
            *ran.packages(),
            *([words] if words.is_dir() else []),
        ]

    async def _renew(self, name: str, path: Path, stamp: object) -> Tool:
        """Runs a notebook anew; one that failed is not tried again at once."""
        failed, of, why = self._failed.get(name, (-TRY_AGAIN_SECONDS, None, ""))
        if of == stamp and time.monotonic() - failed < TRY_AGAIN_SECONDS:
            raise Broken(why)
        try:
            tool = await asyncio.to_thread(self._make, name, path)
        except (WarmTrouble, OSError, ValueError) as problem:
            self._failed[name] = (time.monotonic(), stamp, str(problem))
            log.error("%s: %s", name, problem)  # noqa: TRY400  its own sentence is enough
            raise Broken(str(problem)) from problem
        if before := self._tools.get(name):
            self._old.append(before)
        self._tools[name] = tool
        return tool

    def _make(self, name: str, path: Path) -> Tool:
        language = name.partition(".")[2]
        if language and language not in ran.languages(path):
            raise KeyError(name)
        digest = ran.digest(self._sources(path), f"{self._installed}{today()}")
        warm = self._start(path, language)
        try:
            _check(warm.runs)
            found = ran.ran_notebook(
                path, warm.runs, warm.widgets, self._base_url, digest, language
            )
            page = render_page(found, Assets.read(self._folder)).encode()
        except BaseException:
            warm.close()
            raise
        return Tool(path, found, page, gzip.compress(page, mtime=0), warm)

    def _start(self, path: Path, language: str) -> WarmProcess:
        # A language has a process of its own: what a module said at its import stays as it was said.
        other = language not in ("", SOURCE)
        return WarmProcess(
            # Not resolved: where that link leads to is another Python, without the environment.
            Path(sys.executable),
            ("ipywidgets",),
            box=self._box,
            notebook=path,
            widgets=path.stem,
            packages=[*ran.packages(), *([self._folder / WORDS] if other else [])],
            env=ENVIRONMENT | ({"LAPAK_LANGUAGE": language} if other else {}),
        )

    @asynccontextmanager
    async def kernel(self, tool: Tool) -> AsyncIterator[LiveFork]:
        """Forks a kernel of a tool in a folder of its own; both are gone afterwards.

        Raises:
            Broken: it cannot be started.
        """
        tool.live += 1
        try:
            with tempfile.TemporaryDirectory(prefix="alat-", ignore_cleanup_errors=True) as folder:
                live = await self._fork(tool, Job(Path(folder), limits=self._limits))
                try:
                    yield live
                finally:
                    await asyncio.shield(live.end())
        finally:
            tool.live -= 1
            tool.used = time.monotonic()

    def widen(self, tool: Tool) -> None:
        """Has the standard manager draw a page from now on: a widget was made that it needs."""
        if not tool.full:
            page = render_page(tool.ran, Assets.read(self._folder), full=True).encode()
            tool.page, tool.packed, tool.full = page, gzip.compress(page, mtime=0), True

    async def _fork(self, tool: Tool, job: Job) -> LiveFork:
        try:
            async with self._locks[tool.ran.name]:
                if tool.warm is None or not tool.warm.alive:
                    await asyncio.to_thread(tool.rest)
                    tool.warm = await asyncio.to_thread(self._start, tool.path, tool.ran.language)
            return await asyncio.to_thread(tool.warm.live, job)
        except (WarmTrouble, OSError) as problem:
            raise Broken(str(problem)) from problem

    @property
    def live(self) -> int:
        """How many kernels live, of all tools."""
        return sum(tool.live for tool in (*self._old, *self._tools.values()))

    def tidy(self, idle_seconds: float) -> None:
        """Ends warm processes that nobody uses: old versions', and those of long ago."""
        long_ago = time.monotonic() - idle_seconds
        kept = self._tools.values()
        for tool in (*self._old, *kept):
            if not tool.live and (tool in self._old or tool.used < long_ago):
                tool.rest()
        self._old = [tool for tool in self._old if tool.live]

    def close(self) -> None:
        """Ends all warm processes, and with them all kernels."""
        for tool in (*self._old, *self._tools.values()):
            tool.rest()


def _check(runs: list[CellRun]) -> None:
    for run in runs:
        if run.status != "ok":
            raise ValueError(f"a cell ended with {run.status}: {run.outputs}")
