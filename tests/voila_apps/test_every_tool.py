"""Each public tool as its visitor meets it: on a phone and a desk, with foolish input, by keys alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import by_day_and_night, violations
from tests.voila_apps.answered import Talk
from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]

FOLDER = Path(__file__).resolve().parents[2] / "voila_apps"
TOOLS = sorted(path.stem for path in FOLDER.glob("*/*.py") if path.stem == path.parent.name)
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
# What people type who are in a hurry, and what those type who want to see it fail.
FOOLISH = ["", "-5", "banyak", "1000000000000000", "1.250,5", "1,250.5", "0", "<b>1</b>", "99%"]
FOOLISH_FILES = {
    "kosong.csv": b"",
    "foto.xlsx": bytes(range(256)) * 40,
    "halaman.csv": b"<html><body>Anda harus masuk dulu</body></html>",
    "lain.csv": b"nama;umur\nSiti;40\n" * 500,
}
WRITE = """
(words) => {
  for (const field of document.querySelectorAll(".isi input:not([type]), .isi [type=text], .isi textarea")) {
    field.value = words;
    field.dispatchEvent(new Event("change", {bubbles: true}));
  }
}
"""
CHOOSE_LAST = """
() => {
  for (const field of document.querySelectorAll(".isi select")) {
    field.selectedIndex = field.options.length - 1;
    field.dispatchEvent(new Event("change", {bubbles: true}));
  }
}
"""
TYPED = """
() => [...document.querySelectorAll(".isi input:not([type]), .isi [type=text], .isi textarea")]
  .filter((each) => each.getClientRects().length).map((each) => each.value)
"""
# All that can be reached, in the order of the page; and what has the focus now, as a place in it.
REACHABLE = """
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((each) => each.getClientRects().length && !each.disabled)
"""
FOCUSED = f"""
() => {{
  const at = document.activeElement, box = at.getBoundingClientRect();
  const shown = box.bottom > 0 && box.top < innerHeight && getComputedStyle(at).outlineStyle !== "none";
  return [({REACHABLE})().indexOf(at), shown];
}}
"""
TECHNICAL = re.compile(r"Traceback|Error|\bNaN\b|\bnan\b|\bInfinity\b|\binf\b|\bNone\b|undefined")


@pytest.fixture(scope="module")
def warm(service: Service) -> Service:
    """The service, every notebook of which has run: two at a time."""
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda name: urlopen(service.page(name)).close(), TOOLS))
    return service


@pytest.fixture(params=TOOLS)
def tool(request: pytest.FixtureRequest, chromium: Browser, warm: Service) -> Iterator[Page]:
    """A phone that has opened a tool; the page's title is the tool's name."""
    with chromium.new_context(viewport=PHONE, reduced_motion="reduce") as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(warm.page(request.param), wait_until="load")
        yield page


@pytest.fixture(scope="module")
def shots(clone: Path) -> Path:
    """Where pictures go: build/screenshots/alat/."""
    folder = clone / "build/screenshots/alat"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def test_has_no_barrier_on_a_phone_and_on_a_desk(tool: Page, shots: Path) -> None:
    """axe-core finds nothing by day and by night; nothing is wider than the page."""
    for size, look in ((PHONE, by_day_and_night), (DESK, violations)):
        tool.set_viewport_size(size)  # type: ignore[arg-type]
        assert look(tool) == []
        assert tool.evaluate("document.documentElement.scrollWidth") == size["width"]
        tool.emulate_media(color_scheme="light")
        _picture(tool, shots, str(size["width"]))


def test_foolish_input_is_answered_calmly(tool: Page, shots: Path) -> None:
    """In all fields at once: a sentence or a result, nothing technical, and what was typed stays."""
    talk = Talk(tool)
    words = FOOLISH if tool.evaluate(TYPED) else []
    for number, typed in enumerate(words):
        if number == len(FOOLISH) // 2:
            tool.evaluate(CHOOSE_LAST)
        tool.evaluate(WRITE, typed)
        talk.wait()
        assert set(tool.evaluate(TYPED)) <= {typed}
        _is_calm(tool, typed)
        if typed in ("banyak", "1000000000000000"):
            assert violations(tool) == []
            _picture(tool, shots, f"salah-{typed}")
    files = FOOLISH_FILES if tool.locator("[type=file]").count() else {}
    for name, content in files.items():
        file: Any = {"name": name, "mimeType": "text/csv", "buffer": content}
        tool.locator("[type=file]").set_input_files(file)
        expect(tool.locator(".masalah").first).to_be_visible()
        talk.wait()
        _is_calm(tool, name)
    assert talk.lines
    assert not [frame for frame in talk.frames if frame["kind"] == "trouble"]


def _is_calm(tool: Page, given: str) -> None:
    text = tool.locator("main").inner_text()
    assert not TECHNICAL.search(text), (given, TECHNICAL.search(text))
    expect(tool.get_by_role("status")).to_be_empty()
    assert tool.locator(".masalah, .jawaban").count(), given
    assert tool.evaluate("document.documentElement.scrollWidth") == PHONE["width"], given


def test_by_keys_alone(tool: Page) -> None:
    """Every link, field and button is reached, in the order of the page, and seen when it is."""
    tool.set_viewport_size(DESK)  # type: ignore[arg-type]
    count = tool.evaluate(f"({REACHABLE})().length")
    assert count > 1
    for place in range(count):
        tool.keyboard.press("Tab")
        assert tool.evaluate(FOCUSED) == [place, True]


def _picture(page: Page, folder: Path, what: str) -> None:
    name = page.url.rsplit("/", 1)[1].removesuffix(".ipynb")
    page.screenshot(path=folder / f"{name}-{what}.png", full_page=True)
