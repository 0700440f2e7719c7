"""Every lesson walked as a trainee would: opened on a laptop, run from top to bottom, each blank twice."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from academy.catalog import Unit, load_catalog
from academy.lesson_source import LessonSource
from academy.lessons import read_lesson
from academy.notebooks import without, write_notebook
from graders.checks import load_key
from latihan.unit import Value, Values
from latihan.variants import SAMPLE_SEED, draw, load_unit
from tests.browser.school import wait_until
from tests.chromium import launched
from usaha.dates import format_date

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(120)]

CLONE = Path(__file__).resolve().parents[2]
CATALOG = load_catalog(CLONE)
SECONDS = 30  # for one cell, on a busy machine
TOKEN = "kata"
ROOM = ".jp-NotebookPanel:not(.lm-mod-hidden)"
SHOWN = ".jp-OutputArea-output"


class Lab(NamedTuple):
    """A trainee's JupyterLab with every lesson in it."""

    address: str
    workspaces: Path

    def answers(self) -> bool:
        """Whether it can be opened."""
        try:
            self.call("GET", "status")
        except OSError:
            return False
        return True

    def end_kernels(self) -> int:
        """Ends every notebook's kernel, and says how many there were."""
        sessions = json.loads(self.call("GET", "sessions"))
        for each in sessions:
            self.call("DELETE", f"sessions/{each['id']}")
        return len(sessions)

    def call(self, method: str, path: str) -> bytes:
        """Asks the server for something and gives its answer."""
        request = urllib.request.Request(f"{self.address}/api/{path}", method=method)  # our own
        request.add_header("Authorization", f"token {TOKEN}")
        with urllib.request.urlopen(request, timeout=10) as got:
            return bytes(got.read())


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, trainee_env: Path) -> Iterator[Lab]:
    """One JupyterLab of the trainee environment, for all units; lessons without outputs."""
    place = tmp_path_factory.mktemp("lab")
    home = place / "home"
    home.mkdir()
    for unit in CATALOG.units:
        notebook = without(read_lesson(CLONE, CATALOG, unit), "page-only")
        write_notebook(notebook, home / "pelajaran" / f"{unit.id}.ipynb")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = place / "lab.log"
    command = [trainee_env / "bin/python", "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += ["--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"]
    with log.open("w") as said:
        process = subprocess.Popen(
            [*command, f"--IdentityProvider.token={TOKEN}"],
            cwd=home,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "LAPAK_LESSONS": str(place / "none"),
                "JUPYTERLAB_WORKSPACES_DIR": str(place / "workspaces"),
            },
            stdout=said,
            stderr=said,
        )
    found = Lab(f"http://127.0.0.1:{port}", place / "workspaces")
    try:
        wait_until("JupyterLab answers", found.answers, 60)
        yield found
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)


@pytest.fixture(scope="module")
def laptop() -> Iterator[Browser]:
    """The browser of a training centre's laptop."""
    with launched() as browser:
        yield browser


@pytest.fixture
def page(laptop: Browser, lab: Lab) -> Iterator[Page]:
    """A laptop's screen on which no script may fail; the kernel behind it ends with it."""
    context = laptop.new_context(viewport={"width": 1280, "height": 800}, locale="id-ID")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()  # first: an open page would start its kernel anew
    shutil.rmtree(lab.workspaces, ignore_errors=True)  # or the next page opens this lesson again
    assert lab.end_kernels() == 1
    assert faults == []


@pytest.mark.parametrize("unit", CATALOG.units, ids=lambda unit: unit.id)
def test_a_lesson_is_walked_from_top_to_bottom(unit: Unit, page: Page, lab: Lab) -> None:
    """Nothing breaks, each known mistake gets its hint, each right answer is called right."""
    shots = CLONE / "build" / "screenshots" / "pelajaran"
    shots.mkdir(parents=True, exist_ok=True)
    page.goto(f"{lab.address}/lab/tree/pelajaran/{unit.id}.ipynb?token={TOKEN}")
    room = page.locator(ROOM)
    expect(room.get_by_role("heading", level=1, name=unit.title.id)).to_be_visible()
    expect(room.get_by_role("button", name="▶ Jalankan")).to_be_visible()
    page.screenshot(path=shots / f"{unit.assignment}-atas.png")
    walk = Walk(page, room, wrong_values(unit), right_formulas(unit))
    for at in range(room.locator(".jp-CodeCell").count()):
        walk.run(at, shots / f"{unit.assignment}-petunjuk.png")
    assert walk.met == list(unit.points)
    assert_sound(room)
    _picture(page, room.locator(".jp-OutputArea-output img").last, shots / unit.assignment)


class Walk:
    """A trainee on her way through a lesson."""

    def __init__(
        self, page: Page, room: Locator, wrong: dict[str, tuple[str, str]], right: dict[str, str]
    ) -> None:
        self.page, self.cells, self.wrong, self.right = (
            page,
            room.locator(".jp-CodeCell"),
            wrong,
            right,
        )
        self.met: list[str] = []

    def run(self, at: int, shot: Path) -> None:
        """Runs one cell; a blank first with a known mistake, then rightly."""
        cell = self.cells.nth(at)
        asked = re.search(r'^(\w+) = \.\.\.\s*cek\("\1"\)$', _source(cell))
        if not asked:
            self._select(cell)
            self._execute(cell)
            return
        name = asked[1]
        formula, hint = self.wrong[name]
        self._type(cell, name, formula)
        assert _plain(hint) in _plain(self._execute(cell)), name
        if not self.met:
            cell.scroll_into_view_if_needed()
            self.page.screenshot(path=shot)
        self._type(cell, name, self.right[name])
        assert "Benar. Lanjutkan" in self._execute(cell), name
        self.met.append(name)

    def _type(self, cell: Locator, name: str, formula: str) -> None:
        cell.locator(".cm-line").first.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(f'{name} = {formula}\ncek("{name}")')

    def _select(self, cell: Locator) -> None:
        line = cell.locator(".cm-line").first
        if line.is_visible():
            line.click()
        else:  # one whose code is hidden has nothing but its place
            cell.evaluate("node => node.focus()")
            cell.click(position={"x": 3, "y": 3}, force=True)

    def _execute(self, cell: Locator) -> str:
        """Runs the cell that is selected, and gives all that it shows when it is done."""
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.text_content()
        self.page.keyboard.press("Control+Enter")
        wait_until(f"{_source(cell)[:60]!r} is done", lambda: _done(prompt, before), SECONDS)
        return "\n".join(cell.locator(SHOWN).all_inner_texts())


def wrong_values(unit: Unit) -> dict[str, tuple[str, str]]:
    """Gives for each answer its first known mistake in the sample shop: what to type, and the hint."""
    asked, truth = load_unit(unit.assignment), _truth(unit)
    found = {}
    for question in asked.questions:
        values = ((m.formula(truth), m.hint) for m in question.mistakes)
        found[question.name] = next((_typed(v), hint) for v, hint in values if v is not None)
    return found


def right_formulas(unit: Unit) -> dict[str, str]:
    """Gives for each answer the author's formula, or the value where it is read from a table."""
    lesson, truth = LessonSource.read(CLONE, CATALOG, unit), _truth(unit)
    formulas = {name: lesson.formula(name) for name in unit.points}
    return {
        name: _typed(truth[name]) if "__import__" in formula else formula
        for name, formula in formulas.items()
    }


def assert_sound(room: Locator) -> None:
    """No cell has failed, none has warned, and no blank is left that a picture waits for."""
    texts = room.locator(SHOWN).all_inner_texts()
    assert not [text for text in texts if "Traceback" in text or "lapak-galat" in text]
    expect(
        room.locator(f"{SHOWN}[data-mime-type*='error'], [data-mime-type*='stderr']")
    ).to_have_count(0)
    assert room.locator(f"{SHOWN} img").count() >= 1
    for image in room.locator(f"{SHOWN} img").all():
        assert image.get_attribute("alt")
        assert image.evaluate("image => image.naturalWidth") > 0


def _picture(page: Page, picture: Locator, path: Path) -> None:
    picture.scroll_into_view_if_needed()
    page.screenshot(path=f"{path}-gambar.png")


def _truth(unit: Unit) -> Values:
    key = load_key(unit.assignment)
    assert key is not None
    return key.solve(Values.of(draw(load_unit(unit.assignment), SAMPLE_SEED).given))


def _typed(value: Value) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return f'"{format_date(value) if isinstance(value, date) else value}"'


def _source(cell: Locator) -> str:
    return "\n".join(cell.locator(".cm-line").all_text_contents())


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "").split())


def _done(prompt: Locator, before: str | None) -> bool:
    now = prompt.text_content() or ""
    return now != before and bool(re.search(r"\[\d+\]", now))
