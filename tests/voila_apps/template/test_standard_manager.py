"""A page that the standard ipywidgets manager draws keeps what the lean page promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jupytext
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]

HEAD = """# ---
# jupyter:
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   state: values
# ---

"""
TAGS = """# %%
import ipywidgets as widgets
from IPython.display import display

tags = widgets.TagsInput(value=["satu", "dua", "tiga"], allow_duplicates=False)
name = widgets.Text("Ani", description="Nama")
name.add_class("isian-nama")
note = widgets.HTML("belum")
note.add_class("catatan")
output = widgets.Output()
press = widgets.Button(description="Cetak")


def tell(_change):
    note.value = f"{name.value}: {', '.join(tags.value)}"


@press.on_click
def show(_button):
    with output:
        print("cetak", len(tags.value))
        display(widgets.Label("di dalam"))


name.observe(tell, "value")
tags.observe(tell, "value")
display(widgets.VBox([tags, name, note, press, output]))
"""
LATER = """# %%
import ipywidgets as widgets

box = widgets.VBox([])
name = widgets.Text("Ani", description="Nama")
press = widgets.Button(description="Putar")
press.on_click(lambda _button: setattr(box, "children", [widgets.Play(value=7)]))
widgets.VBox([name, press, box])
"""


@pytest.fixture(scope="module")
def pages(service: Service, apps: Path) -> Service:
    """The service with these two notebooks."""
    for name, text in (("label", TAGS), ("nanti", LATER)):
        jupytext.write(jupytext.reads(HEAD + text, fmt="py:percent"), apps / f"{name}.ipynb")
    return service


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone that has opened nothing yet."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context.new_page()


def _open(page: Page, pages: Service) -> None:
    page.goto(pages.page("label"))
    page.locator(".jupyter-widget-tag").first.wait_for()


def test_it_is_read_before_its_script_is_there(chromium: Browser, pages: Service) -> None:
    """Also where it never comes."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(pages.page("label"))
        expect(page.get_by_text("satu, dua, tiga")).to_be_visible()
        expect(page.get_by_label("Nama")).to_have_value("Ani")


def test_a_kernel_comes_with_the_first_edit(page: Page, pages: Service) -> None:
    """None for looking; then values, a click and what it prints reach each other, and are kept."""
    lines: list[str] = []
    page.on("websocket", lambda line: lines.append(line.url))
    _open(page, pages)
    assert lines == []
    page.locator(".jupyter-widget-tag").first.locator("i").click()
    expect(page.locator(".catatan")).to_have_text("Ani: dua, tiga", timeout=15_000)
    page.get_by_role("button", name="Cetak").click()
    expect(page.locator(".keluaran")).to_contain_text("cetak 2", timeout=15_000)
    expect(page.locator(".keluaran .widget-label")).to_have_text("di dalam")
    page.reload()
    expect(page.locator("div.jupyter-widget-tag")).to_have_count(2)
    expect(page.locator(".catatan")).to_have_text("Ani: dua, tiga", timeout=15_000)
    assert len(lines) == 2


def test_what_is_typed_while_it_is_loading_counts(page: Page, pages: Service) -> None:
    """The fields that can be filled in at once are the lean page's; the manager takes them over."""
    page.route("**/statik/penuh.*", lambda route: None)
    page.goto(pages.page("label"))
    page.get_by_label("Nama").fill("Budi")
    expect(page.get_by_role("status")).to_contain_text("disiapkan")
    page.unroute("**/statik/penuh.*")
    page.reload()
    expect(page.get_by_label("Nama")).to_have_value("Budi")
    expect(page.locator(".catatan")).to_have_text("Budi: satu, dua, tiga", timeout=15_000)


def test_a_cut_line_loses_nothing(page: Page, pages: Service) -> None:
    """The service goes away and comes back; what was edited meanwhile is answered by itself."""
    _open(page, pages)
    page.get_by_label("Nama").fill("Cici")
    expect(page.locator(".catatan")).to_have_text("Cici: satu, dua, tiga", timeout=15_000)
    pages.stop()
    try:
        page.locator(".jupyter-widget-tag").first.locator("i").click()
        expect(page.get_by_role("status")).to_contain_text("Isian Anda aman")
    finally:
        pages.start()
    expect(page.locator(".catatan")).to_have_text("Cici: dua, tiga", timeout=30_000)
    expect(page.get_by_role("status")).to_be_empty()


def test_it_erases_what_it_kept(page: Page, pages: Service) -> None:
    """As the lean page does."""
    _open(page, pages)
    page.get_by_label("Nama").fill("Dewi")
    expect(page.locator(".catatan")).to_contain_text("Dewi", timeout=15_000)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Hapus data saya").click()
    expect(page.locator(".catatan")).to_have_text("belum")
    expect(page.get_by_label("Nama")).to_have_value("Ani")


def test_a_lean_page_becomes_one_when_it_must(page: Page, pages: Service) -> None:
    """A click makes a widget that it cannot draw: it is loaded anew, with what was filled in."""
    page.goto(pages.page("nanti"))
    assert page.locator("[data-penuh]").count() == 0
    page.get_by_label("Nama").fill("Eka")
    page.get_by_label("Nama").dispatch_event("change")
    with page.expect_navigation():
        page.get_by_role("button", name="Putar").click()
    page.locator(".penuh .jupyter-widgets").first.wait_for()
    expect(page.get_by_label("Nama")).to_have_value("Eka")
    page.get_by_role("button", name="Putar").click()
    expect(page.get_by_role("button", name="Berhenti")).to_be_visible(timeout=15_000)
