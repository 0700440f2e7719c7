"""What the service gives out, and what it does not: against a real process."""

from __future__ import annotations

import asyncio
import http.client
import itertools
import json
from urllib.parse import urlsplit

import pytest

from tests.browser.school import wait_until
from tests.voila_apps.template.conftest import Tools

run = asyncio.run


def test_a_page_is_ready_before_anybody_types(tools: Tools) -> None:
    """Inputs and results are in it, and no kernel was started for it."""
    status, page, headers = tools.get("voila/render/uji.ipynb", **{"Accept-Encoding": "br"})
    assert status == 200
    assert "sudah dihitung" in page
    assert 'value="awal"' in page
    assert "<h1>Alat uji" in page
    assert headers["Cache-Control"] == "no-cache"
    again = tools.get("voila/render/uji.ipynb", **{"If-None-Match": headers["Etag"]})
    assert (again[0], again[1]) == (304, "")
    assert tools.kernels() == 0


def test_how_many_kernels_live_is_said_on_this_machine_alone(tools: Tools) -> None:
    """One while a visitor is there; who comes through the proxy is not told."""

    async def visit() -> str:
        async with tools.visitor():
            return (await asyncio.to_thread(tools.get, "angka"))[1]

    assert json.loads(run(visit())) == {"live": 1, "waiting": 0}
    none = {"live": 0, "waiting": 0}
    wait_until("none lives", lambda: json.loads(tools.get("angka")[1]) == none, 20)
    assert tools.get("angka", **{"X-Forwarded-For": "192.0.2.7"})[0] == 404


def test_a_thousand_pages_cost_no_kernel(tools: Tools) -> None:
    """They are the same bytes for all."""
    address = urlsplit(tools.address)
    line = http.client.HTTPConnection(str(address.hostname), address.port, timeout=20)
    sizes = set()
    for _ in range(1000):
        line.request("GET", "/alat/voila/render/uji", headers={"Accept-Encoding": "gzip"})
        answer = line.getresponse()
        sizes.add((answer.status, answer.headers["Content-Encoding"], len(answer.read())))
    line.close()
    assert len(sizes) == 1
    assert next(iter(sizes))[:2] == (200, "gzip")
    assert tools.kernels() == 0


def test_the_root_leads_to_the_list_of_tools(tools: Tools) -> None:
    """With and without the last slash; what is not there names the list too."""
    address = urlsplit(tools.address)
    line = http.client.HTTPConnection(str(address.hostname), address.port, timeout=20)
    for path in ("/alat/", "/alat"):
        line.request("GET", path)
        answer = line.getresponse()
        answer.read()
        assert (answer.status, answer.headers["Location"]) == (302, "/services/belajar/alat/")
    line.close()
    status, page, _ = tools.get("voila/render/tidak_ada.ipynb")
    assert status == 404
    assert 'href="/services/belajar/alat/"' in page


def test_a_changed_notebook_is_a_new_page(tools: Tools) -> None:
    """For new visitors at once; who types into the old one goes on."""
    notebook = tools.folder / "uji.ipynb"
    old = tools.digest()

    async def change() -> tuple[str, str]:
        async with tools.visitor() as visitor:
            text = notebook.read_text(encoding="utf-8")
            notebook.write_text(text.replace("# Alat uji", "# Alat uji, baru"), encoding="utf-8")
            await asyncio.sleep(1.1)
            page = asyncio.create_task(asyncio.to_thread(tools.get, "voila/render/uji"))
            numbers = itertools.count(10)
            while not page.done():
                told = await visitor.set("angka", number := next(numbers))
                await asyncio.sleep(0.3)
            assert f"ganda {number * 2}" in told
            return (await page)[1], await asyncio.to_thread(tools.digest)

    page, new = run(change())
    assert "Alat uji, baru" in page
    assert new != old


def test_a_broken_notebook_says_so_and_harms_nobody(tools: Tools) -> None:
    """Its page is a sentence; the log has the reason; the others are served."""
    broken = tools.folder / "rusak.ipynb"
    source = (tools.folder / "uji.ipynb").read_text(encoding="utf-8")
    broken.write_text(source.replace('print(\\"sudah dihitung\\")', "1 / 0"), encoding="utf-8")
    status, page, _ = tools.get("voila/render/rusak")
    assert status == 503
    assert "sedang diperbaiki" in page
    assert "ZeroDivisionError" in tools.log.read_text(encoding="utf-8")
    assert tools.get("voila/render/uji")[0] == 200


def test_built_files_are_kept_for_a_year(tools: Tools) -> None:
    """And come packed where the build packed them."""
    status, text, headers = tools.get("statik/a-1.js", **{"Accept-Encoding": "gzip, br"})
    assert (status, text, headers["Content-Encoding"]) == (200, "packed", "gzip")
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert tools.get("statik/a-1.js")[1] == "let a"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "voila/tree",
        "voila/render/tidak_ada",
        "voila/render/..%2Fuji",
        "voila/render/uji.ipynb/",
        "voila/files/uji.ipynb",
        "voila/static/main.js",
        "voila/templates/lab/index.html",
        "api/kernels",
        "api/contents",
        "api/sessions",
        "api/kernels/x/channels",
        "voila/api/shutdown/x",
        "login",
        "statik/..%2Fuji.ipynb",
        "statik/../uji.ipynb",
        "statik/daftar.json",
        "uji.ipynb",
    ],
)
def test_nothing_else_can_be_asked_for(tools: Tools, path: str) -> None:
    """Stock Voila's and Jupyter's addresses are not there."""
    status, text, _ = tools.get(path)
    assert status == 404
    assert "Halaman ini tidak ada" in text


def test_a_template_in_the_address_changes_nothing(tools: Tools) -> None:
    """Stock Voila would take another template, and hang for a missing one."""
    plain = tools.get("voila/render/uji.ipynb")[1]
    assert tools.get("voila/render/uji.ipynb?template=lab&theme=dark&token=x")[1] == plain
