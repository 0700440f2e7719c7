"""The page in Chromium: every widget, a line that is cut, what is kept, who listens or types only."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from academy.environment import node_program
from tests.axe import by_day_and_night, modules
from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]

# What is done to a field by hand, by its name in tests/voila_apps/every_widget.py, and the value that
# the notebook is told.
TYPED = [
    ("IntText", "1.250", "1250"),
    ("FloatText", "Rp1.250.000,75", "1250000.75"),
    ("BoundedIntText", "25", "10"),
    ("BoundedFloatText", "0,25", "0.25"),
    ("Text", "emping <b>manis</b>", "'emping <b>manis</b>'"),
    ("Textarea", "dua baris", "'dua baris'"),
    ("DatePicker", "2027-12-08", "datetime.date(2027, 12, 8)"),
    ("IntSlider", "9", "9"),
    ("FloatSlider", "7.5", "7.5"),
    ("FloatLogSlider", "2", "100.0"),
    ("SelectionSlider", "1", "'besar'"),
]
CHOSEN = [("Dropdown", "liter", "'liter'"), ("Select", "liter", "'liter'")]
TICKED = [
    ("RadioButtons", "QRIS", "'QRIS'"),
    ("ToggleButtons", "bulan", "'bulan'"),
    ("SelectMultiple", "PIRT", "('PIRT',)"),
    ("ToggleButton", "Lengkap", "True"),
    ("Checkbox", "Sudah halal", "True"),
]


@pytest.fixture(scope="module")
def all_kinds(chromium: Browser, service: Service) -> Iterator[Page]:
    """The page with every widget, open in one browser for all tests of its widgets."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(service.page("semua"))
        yield page


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone that has opened nothing yet."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context.new_page()


def _told(page: Page, name: str, value: str) -> None:
    expect(page.locator(".catatan")).to_have_text(f"{name}: {value}")


# ---- every widget ----------------------------------------------------------------------------
def test_every_field_reaches_the_notebook(all_kinds: Page) -> None:
    """What is typed, chosen or moved is the value that Python sees; limits are the notebook's."""
    for name, text, value in TYPED:
        field = all_kinds.locator(f".isian-{name}").locator("input, textarea")
        field.fill(text)
        field.dispatch_event("change")
        _told(all_kinds, name, value)
    for name, label, value in CHOSEN:
        all_kinds.locator(f".isian-{name} select").select_option(label=label)
        _told(all_kinds, name, value)
    for name, label, value in TICKED:
        all_kinds.locator(f".isian-{name}").get_by_text(label, exact=True).click()
        _told(all_kinds, name, value)
    ends = all_kinds.locator(".isian-IntRangeSlider input")
    ends.nth(1).fill("8")
    ends.nth(1).dispatch_event("change")
    _told(all_kinds, "IntRangeSlider", "(2, 8)")
    # The notebook allows at most 10 there, and the page says what it made of 25.
    expect(all_kinds.locator(".isian-BoundedIntText input")).to_have_value("10")


def test_what_is_no_number_is_said_at_once(all_kinds: Page) -> None:
    """Without a kernel, at the field; nothing is sent."""
    field = all_kinds.locator(".isian-IntText input")
    field.fill("banyak")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Tulis angka, misalnya 1.250 atau 0,5.")
    field.fill("77")
    field.dispatch_event("change")
    expect(field).to_have_attribute("aria-invalid", "false")
    _told(all_kinds, "IntText", "77")


def test_a_file_is_read_in_memory(all_kinds: Page) -> None:
    """Its bytes arrive as they are."""
    file: Any = {"name": "pesanan.csv", "mimeType": "text/csv", "buffer": b"kota\r\nSerang\xff"}
    all_kinds.locator(".isian-FileUpload input").set_input_files(file)
    _told(all_kinds, "FileUpload", "[('pesanan.csv', b'kota\\r\\nSerang\\xff')]")


def test_buttons_outputs_and_widgets_made_later(all_kinds: Page) -> None:
    """A button prints into an Output and adds a line; a mistake of the notebook is said calmly."""
    all_kinds.locator(".isian-IntSlider input").fill("4")
    all_kinds.get_by_role("button", name="Cetak").click()
    expect(all_kinds.locator(".tercetak")).to_contain_text("Rp 40")
    expect(all_kinds.get_by_text("Baris 2", exact=True)).to_be_visible()
    all_kinds.get_by_role("button", name="Gagal").click()
    expect(all_kinds.get_by_role("status")).to_contain_text("belum berhasil")
    expect(all_kinds.locator("body")).not_to_contain_text("ZeroDivisionError")


def test_folds_links_and_hidden_fields(all_kinds: Page) -> None:
    """Only one part is open; a linked bar follows without Python; a field goes and comes again."""
    all_kinds.get_by_text("Kedua", exact=True).click()
    _told(all_kinds, "Accordion", "1")
    expect(all_kinds.get_by_text("isi dua")).to_be_visible()
    expect(all_kinds.get_by_text("isi satu")).to_be_hidden()
    all_kinds.locator(".isian-IntSlider input").fill("13")
    expect(all_kinds.locator(".batang progress")).to_have_js_property("value", 13)
    name = all_kinds.locator(".isian-Text")
    all_kinds.locator(".isian-hider input").check()
    expect(name).to_be_hidden()
    all_kinds.locator(".isian-hider input").uncheck()
    expect(name).to_be_visible()


# ---- weight, names, keys -----------------------------------------------------------------------
def test_two_requests_and_no_kernel_until_somebody_types(page: Page, service: Service) -> None:
    """The page and its script, together at most 20 KB; the line is opened at the first edit."""
    asked: list[str] = []
    lines: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda line: lines.append(line.url))
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    weights: list[float] = []
    network.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    page.goto(service.page("kalkulator_hpp"), wait_until="networkidle")
    assert len([url for url in asked if not url.startswith("data:")]) == 2
    assert 5_000 < sum(weights) < 20_000
    assert lines == []
    expect(page.locator("footer")).to_be_hidden()
    page.locator(".isian-price input").fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("Anda rugi Rp783")
    assert len(lines) == 1


def test_no_barrier_is_found(page: Page, service: Service) -> None:
    """axe-core finds nothing in any widget, by day and by night; of the tools see test_every_tool."""
    page.goto(service.page("semua"))
    assert by_day_and_night(page) == []


def test_the_client_is_typed(clone: Path) -> None:
    """The TypeScript compiler, at its strictest, has nothing to say."""
    # Beside the packages, where the compiler looks for their types.
    client = modules().parent / "client"
    shutil.rmtree(client, ignore_errors=True)
    shutil.copytree(clone / "voila_apps/template/client", client)
    words = [node_program(), modules() / "typescript/bin/tsc", "-p", client]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0)


def test_what_is_typed_before_the_script_is_there_counts(page: Page, service: Service) -> None:
    """On a slow line the page is filled in before its script has come."""
    held: list[Route] = []
    page.route("**/statik/*.js", lambda route: held.insert(0, route))
    page.goto(service.page("kalkulator_hpp"), wait_until="commit")
    page.locator(".isian-price input").fill("12.000")
    page.locator(".isian-pack select").select_option(label="kotak")
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp16.000")
    held[0].continue_()
    expect(page.locator(".jawaban")).to_contain_text("Anda rugi Rp783 tiap kotak")


def test_by_keys_alone(page: Page, service: Service) -> None:
    """From the link to the first button, into the field it leads to, and on to the next list."""
    page.goto(service.page("kalkulator_hpp"))
    keys = page.keyboard
    keys.press("Tab")
    expect(page.locator("a.bahasa")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("a.kembali").first).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")  # "Isi angka saya"
    expect(page.locator(".isian-product input")).to_be_focused()
    keys.press("Control+A")
    keys.type("Keripik")
    keys.press("Tab")
    keys.press("ArrowDown")
    expect(page.locator(".hasil h2").first).to_have_text("Keripik")
    expect(page.locator(".isian-unit select")).to_have_value("1")
    keys.press("Tab")
    expect(page.locator(".isian-pack select")).to_be_focused()


# ---- the line ----------------------------------------------------------------------------------
def test_a_cut_line_loses_nothing(page: Page, service: Service) -> None:
    """The service goes away and comes back: a calm line meanwhile, then the answer by itself."""
    page.goto(service.page("kalkulator_hpp"))
    price = page.locator(".isian-price input")
    price.fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("rugi Rp783")
    service.stop()
    try:
        price.fill("20.000")
        expect(page.get_by_role("status")).to_contain_text("Isian Anda aman")
        expect(price).to_have_value("20.000")
    finally:
        service.start()
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000")
    expect(page.get_by_role("status")).to_be_empty()


def test_a_kernel_that_ended_in_silence_is_not_missed(page: Page, service: Service) -> None:
    """After its time the line is closed without a word; the next edit has all the edits before."""
    page.goto(service.page("kalkulator_hpp"))
    with page.expect_websocket() as opened:
        page.locator(".isian-price input").fill("20.000")
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000")
    opened.value.wait_for_event("close", timeout=20_000)
    expect(page.get_by_role("status")).to_be_empty()
    page.locator(".isian-product input").fill("Keripik")
    expect(page.locator(".hasil h2").first).to_have_text("Keripik")
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000")


def test_erases_what_it_kept(page: Page, service: Service) -> None:
    """Her words are on the phone until she taps the button; then nothing of them is there."""
    page.goto(service.page("kalkulator_hpp"))
    page.locator(".isian-product input").fill("Keripik Bu Ani")
    expect(page.locator(".hasil h2").first).to_have_text("Keripik Bu Ani")
    assert "Keripik Bu Ani" in page.evaluate("JSON.stringify(localStorage)")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Hapus data saya").click()
    expect(page.locator(".isian-product input")).to_have_value("Emping melinjo Menes")
    assert page.evaluate("localStorage.length") == 0


def test_after_an_update_names_lead_to_the_fields(page: Page, service: Service) -> None:
    """Edits of an older page go to the fields of the same name; others are not put anywhere."""
    page.goto(service.page("kalkulator_hpp"))
    page.evaluate(
        """() => localStorage.setItem("lapak:kalkulator_hpp", JSON.stringify({digest: "dulu", edits: [
          ["kalkulator_hpp-3", "", {value: "salah tempat"}],
          ["kalkulator_hpp-4", "isian-product", {value: "Dodol"}]]}))"""
    )
    page.reload()
    expect(page.locator(".hasil h2").first).to_have_text("Dodol")
    expect(page.locator("body")).not_to_contain_text("salah tempat")
    expect(page.locator(".isian-product input")).to_have_value("Dodol")


def test_is_read_without_a_script(chromium: Browser, service: Service) -> None:
    """Result, chart and fields with their labels are in the page as it comes."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(service.page("kalkulator_hpp"))
        expect(page.locator(".jawaban")).to_contain_text("Anda untung Rp3.217")
        expect(page.get_by_label("Harga jual satu bungkus (Rp)").first).to_have_value("16.000")
