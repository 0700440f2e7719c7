"""What somebody gains who attacks the public tools of a running school, without an account: nothing."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from base64 import b64encode
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClosedError

from tests.browser.school import School
from tests.voila_apps.template.conftest import Tools, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

TOOL, MAP = "kalkulator_hpp", "peta_pembeli"
SECRETS = ("hub-data", "sekolah", "Traceback", "root:", "/usr/", "site-packages")
run = asyncio.run


@pytest.fixture(scope="module")
def tools(school: School) -> Tools:
    """The service as it is deployed: behind the hub's proxy, in its box, under its own account."""
    return Tools(f"{school.address}/services/alat/", Path(), Path())


async def _next_visitor_is_served(tools: Tools) -> None:
    """Whoever comes after an attack gets an answer, at the latest when rates have recovered."""
    for _ in range(30):
        try:
            async with tools.visitor(name=TOOL) as visitor:
                assert "Dodol" in await visitor.set(_field(tools, "product"), "Dodol")
                return
        except HTTPClientError as refused:
            assert refused.code == 429  # noqa: PT017
            await asyncio.sleep(1)
    raise AssertionError


def _field(tools: Tools, name: str, tool: str = TOOL) -> str:
    """Find the id of a field on the page."""
    page = tools.get(f"voila/render/{tool}.ipynb")[1]
    (element,) = re.findall(rf'<[^>]*class="[^"]*\bisian-{name}\b[^>]*>', page)
    return str(element).split('data-w="')[1].split('"')[0]


@pytest.mark.parametrize(
    "path",
    [
        *("voila/render/..%2f..%2fetc%2fpasswd", "voila/render/tidak_ada.ipynb"),
        *("voila/files/kalkulator_hpp.ipynb", "voila/templates/lab/x", "api/kernels"),
        *("api/contents", "api/kernels/1/channels", "api/sessions", "api/terminals", "files/"),
        *("statik/..%2f..%2fkalkulator_hpp.ipynb", "kalkulator_hpp.ipynb", "metrics", "lab"),
    ],
)
def test_no_other_address(tools: Tools, path: str) -> None:
    """No file, no kernel, no terminal, no other template; a sentence, and nothing of the machine."""
    status, text, headers = tools.get(path)
    assert status in (400, 404)
    assert not [word for word in SECRETS if word in text + str(headers)]


def test_no_template_of_her_choice(tools: Tools) -> None:
    """The address's words change nothing; none makes the service hang."""
    plain = tools.get(f"voila/render/{TOOL}.ipynb")
    other = tools.get(f"voila/render/{TOOL}.ipynb?template=tidak_ada&theme=../../x")
    assert plain[1] == other[1]


@pytest.mark.parametrize("ready", [False, True], ids=["at first", "when ready"])
@pytest.mark.parametrize(
    "kind",
    [
        *("execute_request", "complete_request", "inspect_request", "history_request"),
        *("comm_open", "shutdown_request", "interrupt_request", "debug_request", "input_reply"),
    ],
)
def test_no_message_of_a_kernel(tools: Tools, kind: str, ready: bool) -> None:
    """Neither code nor completion nor inspection: what is no frame of a page ends the line."""
    content = {"code": "open('/etc/passwd').read()", "cursor_pos": 3, "comm_id": "x"}
    message = {"header": {"msg_type": kind}, "kind": kind, "channel": "shell", "content": content}

    async def ask() -> tuple[int | None, list[Any]]:
        async with tools.visitor(name=TOOL, wait=ready) as visitor:
            await visitor.line.write_message(json.dumps(message))
            await visitor.hear("end")
            return visitor.code, visitor.frames

    code, frames = run(ask())
    assert code == 1008
    assert "root:" not in json.dumps(frames)


def test_no_kernel_of_another_visitor(tools: Tools) -> None:
    """The ids are the same on every page, and lead to one's own kernel only."""

    async def spy() -> str:
        field = _field(tools, "product")
        async with tools.visitor(name=TOOL) as victim, tools.visitor(name=TOOL) as spy:
            await victim.set(field, "Rahasia Bu Ani")
            await spy.say(
                "custom", id=field, content={"event": "click", "method": "request_states"}
            )
            await spy.set(field, "Dodol")
            return json.dumps([spy.frames])

    assert "Rahasia" not in run(spy())


@pytest.mark.parametrize(
    "origin", ["http://lain.example", "null", "{}.lain.example", "{}@lain.example", ""]
)
def test_no_line_for_another_origin(tools: Tools, origin: str) -> None:
    """Another page must not speak for a visitor."""
    base = tools.address.rsplit("/services", 1)[0]

    async def connect() -> None:
        (await tools.connect(TOOL, Origin=origin.format(base))).close()

    with pytest.raises(HTTPClientError, match="403"):
        run(connect())


def test_bombs_harm_nobody(tools: Tools) -> None:
    """A packed frame of many megabytes, and a small workbook that unpacks to 300."""

    async def throw() -> str:
        async with tools.visitor(name=MAP) as visitor:
            with suppress(WebSocketClosedError):
                await visitor.line.write_message('{"kind": "set", "x": "' + "0" * (9 << 20))
                await visitor.hear("end")
        async with tools.visitor(name=MAP) as visitor:
            told = await _upload(visitor, _field(tools, "file", MAP), "pesanan.xlsx", _bomb())
        await _next_visitor_is_served(tools)
        return told

    assert "masalah" in run(throw())


async def _upload(visitor: Visitor, field: str, name: str, content: bytes) -> str:
    file = {"name": name, "type": "", "size": len(content), "last_modified": 0}
    value = [{**file, "content": b64encode(content).decode()}]
    await visitor.say("upload", id=field, state={"value": value})
    return json.dumps(await visitor.hear(seconds=60))


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(300):
                sheet.write(b" " * (1 << 20))
    return packed.getvalue()


def test_five_hundred_tabs_of_one_machine(tools: Tools) -> None:
    """Few get a line; afterwards everybody is served again."""
    digest = tools.digest(TOOL)

    async def storm() -> int:
        async def tab(_number: int) -> Visitor | None:
            try:
                line = await tools.connect(TOOL)
            except HTTPClientError as refused:
                assert refused.code == 429  # noqa: PT017
                return None
            visitor = Visitor(line)
            await visitor.say("hello", digest=digest, replay=[])
            return visitor

        tabs = [found for found in await asyncio.gather(*map(tab, range(500))) if found]
        for visitor in tabs:
            visitor.line.close()
        await _next_visitor_is_served(tools)
        return len(tabs)

    assert run(storm()) < 60
    assert tools.get(f"voila/render/{TOOL}.ipynb")[0] == 200
