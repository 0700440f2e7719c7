"""The service of the tools as the school starts it, with a tool made for tests, and pages that talk to it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from jupytext import reads, write
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.voila_apps.serving import kernels_of
from tests.voila_apps.template.notebook import TOOL

Frame = dict[str, Any]


@dataclass
class Visitor:
    """A page of the test tool, as the server sees it: an open line, and what came over it."""

    line: WebSocketClientConnection
    frames: list[Frame] = field(default_factory=list)

    async def say(self, kind: str, **more: Any) -> None:
        """Send a frame."""
        await self.line.write_message(json.dumps({"kind": kind, **more}))

    async def hear(self, until: str = "idle", seconds: float = 15) -> list[Frame]:
        """Give the frames up to the next one of that kind; `end` for the end of the line."""
        heard: list[Frame] = []
        while True:
            text = await asyncio.wait_for(self.line.read_message(), seconds)
            if text is None:
                assert until == "end", heard
                return heard
            heard.append(json.loads(text))
            self.frames.append(heard[-1])
            if heard[-1]["kind"] == until:
                return heard

    async def set(self, name: str, value: Any) -> str:
        """Fill in a field; give all that the page is then told, as text."""
        await self.say("set", id=name, state={"value": value})
        return json.dumps(await self.hear(), ensure_ascii=False)

    @property
    def code(self) -> int | None:
        """With which number the server ended the line."""
        return self.line.close_code


@dataclass
class Tools:
    """A running service.

    Attributes:
        address: of the service, with its base.
        folder: of its notebooks.
        log: what it wrote.
        process: the service's, where the test has started it.
    """

    address: str
    folder: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def get(self, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
        """Ask for a path below the base; give the status, the text and the headers."""
        request = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode(), dict(answer.headers)
        except urllib.error.HTTPError as problem:
            with problem:
                return problem.code, problem.read().decode(), dict(problem.headers)

    def digest(self, name: str = "uji") -> str:
        """Give what a page of the tool calls itself."""
        page = self.get(f"voila/render/{name}.ipynb")[1]
        return page.split('data-digest="')[1].split('"')[0]

    async def connect(self, name: str = "uji", **headers: str) -> WebSocketClientConnection:
        """Open a line as a browser would; headers replace its own."""
        origin = self.address.split("/", 3)
        known = {"Origin": "/".join(origin[:3])} | headers
        address = f"{self.address.replace('http', 'ws', 1)}langsung/{name}"
        request = HTTPRequest(address, headers={k: v for k, v in known.items() if v})
        # Packed, as browsers do it.
        return await websocket_connect(request, compression_options={})

    @asynccontextmanager
    async def visitor(
        self, *replay: list[Any], wait: bool = True, name: str = "uji", digest: str = ""
    ) -> AsyncIterator[Visitor]:
        """Be a page that has just got its first edit; who knows its digest need not ask for it."""
        digest = digest or await asyncio.to_thread(self.digest, name)
        visitor = Visitor(await self.connect(name))
        await visitor.say("hello", digest=digest, replay=list(replay))
        if wait:
            await visitor.hear("ready")
        try:
            yield visitor
        finally:
            visitor.line.close()

    def kernels(self) -> int:
        """Count the kernels that live."""
        assert self.process
        return kernels_of(self.process.pid)

    def wait_for_kernels(self, count: int, seconds: float = 10) -> None:
        """Wait until so many live."""
        until = time.monotonic() + seconds
        while self.kernels() != count:
            assert time.monotonic() < until, f"{self.kernels()} kernels live"
            time.sleep(0.05)


@pytest.fixture(scope="package")
def start_tools(clone: Path, trainee_env: Path, work: Path) -> Iterator[Callable[..., Tools]]:
    """Starts a service; settings by name. It ends with the tests."""
    started: list[Tools] = []

    def start(name: str, **settings: float) -> Tools:
        folder = work / f"alat-{name}"
        (folder / "statik").mkdir(parents=True)
        (folder / "statik/daftar.json").write_text('{"script": "a-1.js"}', encoding="utf-8")
        (folder / "statik/style.css").write_text("body{}", encoding="utf-8")
        (folder / "statik/a-1.js").write_text("let a", encoding="utf-8")
        (folder / "statik/a-1.js.gz").write_bytes(b"packed")
        write(reads(TOOL, fmt="py:percent"), folder / "uji.ipynb")
        tools = _start(
            clone, trainee_env, folder, settings, 20000 + (os.getpid() + len(started)) % 20000
        )
        started.append(tools)
        return tools

    yield start
    processes = [tools.process for tools in started if tools.process]
    for process in processes:
        process.send_signal(signal.SIGTERM)
    for process in processes:
        process.wait(10)


def _start(
    clone: Path, environment: Path, folder: Path, settings: dict[str, float], port: int
) -> Tools:
    words = [f"--Service.{name}={value}" for name, value in settings.items()]
    log = folder.with_suffix(".log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *(str(environment / "bin" / "python"), "-m", "voila_apps.template", str(folder)),
                *(f"--port={port}", "--base_url=/alat/", *words),
            ],
            env=os.environ | {"PYTHONPATH": str(clone)},
            stdout=output,
            stderr=output,
        )
    tools = Tools(f"http://127.0.0.1:{port}/alat/", folder, log, process)
    for _ in range(200):
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            tools.get("statik/tidak_ada.js")
        except OSError:
            time.sleep(0.1)
        else:
            return tools
    raise AssertionError(log.read_text(encoding="utf-8"))


@pytest.fixture(scope="package")
def tools(start_tools: Callable[..., Tools]) -> Tools:
    """A service with short patience, and without limits by address."""
    return start_tools(
        "biasa",
        idle=4,
        answer_seconds=3,
        each=100,
        pages_a_second=1000,
        lines_a_second=1000,
        message_size=1 << 20,
    )
