"""What a notebook declares of its state, and what becomes of it when its kernel ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import jupytext
import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.voila_apps.serving import Service
from voila_apps.template.line import Line

HEAD = """# ---
# jupyter:
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   state: %s
# ---

# %%%%
"""
ROWS = """
import ipywidgets as widgets
from voila_apps.parts.memory import Memory

rows, shown, add = [], widgets.HTML("kosong"), widgets.Button(description="Tambah")
shown.add_class("daftar")


def show(values):
    rows[:] = [str(value)[:20] for value in values[:50]]
    shown.value = ", ".join(rows)


memory = Memory("baris", show)


@add.on_click
def more(_button):
    show([*rows, f"baris {len(rows) + 1}"])
    memory.keep(rows)


widgets.VBox([add, shown, memory.field])
"""
COUNT = """# %%
import ipywidgets as widgets

name, shown, add = widgets.Text(), widgets.HTML("0"), widgets.Button(description="Tambah")
name.add_class("isian-nama")
shown.add_class("daftar")
add.on_click(lambda _button: setattr(shown, "value", str(int(shown.value) + 1)))
widgets.VBox([name, add, shown])
"""


@pytest.fixture(scope="module")
def pages(service: Service, apps: Path) -> Service:
    """The service, in which kernels end after three seconds, with a notebook of each kind."""
    for name, text in (("ingat", HEAD % "replay" + ROWS), ("hitung", COUNT)):
        jupytext.write(jupytext.reads(text, fmt="py:percent"), apps / f"{name}.ipynb")
    return service


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone that has opened nothing yet."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context.new_page()


def _add(page: Page, shown: str) -> None:
    page.get_by_role("button", name="Tambah").click()
    expect(page.locator(".daftar")).to_have_text(shown, timeout=20_000)


def test_every_tool_declares_its_state(apps: Path) -> None:
    """Of all ten it is the values of their fields: the test of each shows that they suffice."""
    tools = [path for path in apps.glob("*.ipynb") if path.stem not in OTHERS]
    states = {path.stem: nbformat.read(path, 4).metadata.get("state") for path in tools}
    assert set(states.values()) == {"values"}
    assert len(states) >= 10


def test_only_so_many_kernels_are_kept() -> None:
    """More of them end like all others; a tool that declares its state needs no patience."""
    service = SimpleNamespace(kept=0, kept_count=1, kept_idle=9.0, idle=1.0)

    def patience(state: str, inside: Callable[[], object] = lambda: None) -> float:
        line = object.__new__(Line)
        line._service = service  # type: ignore[assignment]

        async def hold() -> float:
            async with line._kept(SimpleNamespace(ran=SimpleNamespace(state=state))):  # type: ignore[arg-type]
                found.append(inside())
                return line._patience

        holding = hold()
        with pytest.raises(StopIteration) as ended:
            holding.send(None)
        return float(ended.value.value)

    found: list[object] = []
    assert patience("kernel", lambda: patience("kernel")) == 9
    assert found == [None, 1.0]
    assert patience("values") == patience("replay") == 1
    assert service.kept == 0


OTHERS = {"ingat", "hitung", "label", "nanti", "semua"} | {
    path.stem for path in (Path(__file__).parents[1] / "documentation").glob("*.py")
}


@pytest.mark.browser
def test_values_are_enough(page: Page, pages: Service) -> None:
    """A page that declares them gets another kernel without a word."""
    with page.expect_websocket() as opened:
        page.goto(pages.page("titik_impas"))
        field = page.locator("input[inputmode]").first
        field.fill("7.500")
        field.dispatch_event("change")
    opened.value.wait_for_event("close", timeout=30_000)
    field.fill("8.500")
    field.dispatch_event("change")
    expect(page.locator(".menunggu")).to_have_count(0, timeout=20_000)
    expect(page.get_by_role("status")).to_be_empty()
    expect(field).to_have_value("8.500")


@pytest.mark.browser
def test_a_memory_is_handed_back(page: Page, pages: Service) -> None:
    """To the next kernel after silence, and to the page of another day; then it is erased."""
    page.goto(pages.page("ingat"))
    with page.expect_websocket() as opened:
        _add(page, "baris 1")
    opened.value.wait_for_event("close", timeout=30_000)
    _add(page, "baris 1, baris 2")
    page.reload()
    expect(page.locator(".daftar")).to_have_text("baris 1, baris 2", timeout=20_000)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Hapus data saya").click()
    expect(page.locator(".daftar")).to_have_text("kosong")


@pytest.mark.browser
def test_without_a_word_the_kernel_is_kept(page: Page, pages: Service) -> None:
    """Over silence that ends others'; when it ends all the same, the page says that it starts anew."""
    page.goto(pages.page("hitung"))
    page.locator(".isian-nama input").fill("Ani")
    _add(page, "1")
    page.wait_for_timeout(5000)  # others' end after three seconds
    _add(page, "2")
    pages.stop()
    pages.start()
    page.get_by_role("button", name="Tambah").click()
    expect(page.get_by_role("status")).to_contain_text("mulai dari awal", timeout=30_000)
    expect(page.locator(".daftar")).to_have_text("0")
    expect(page.locator(".isian-nama input")).to_have_value("Ani")
    _add(page, "1")
    expect(page.get_by_role("status")).to_be_empty()
