"""A result that is handed on: a link with values, and paper."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import by_day_and_night
from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]
BOOKS = ("buku_kas", "pembuat_laporan")
PROFIT = "Anda untung Rp5.217 tiap kotak"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone that has opened nothing yet."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context.new_page()


def _link(service: Service, **values: str) -> str:
    return f"{service.page('kalkulator_hpp')}#bagi&{urlencode(values)}"


def _fill(page: Page, name: str, value: str) -> None:
    field = page.locator(f".isian-{name} input")
    field.fill(value)
    field.dispatch_event("change")


def _calculator(page: Page, service: Service) -> None:
    """Fill in a price, a container and a name."""
    page.goto(service.page("kalkulator_hpp"))
    _fill(page, "price", "18.000")
    page.locator(".isian-pack select").select_option(label="kotak")
    _fill(page, "product", "Emping Bu Tes")
    expect(page.locator(".jawaban")).to_contain_text(PROFIT)


def test_a_link_holds_what_the_panel_says(page: Page, service: Service) -> None:
    """First the list, then the link; a name goes along only when it is ticked; no server hears."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _calculator(page, service)
    page.get_by_role("button", name="Bagikan").click()
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text("Harga jual satu kotak (Rp): 18.000")
    expect(panel).to_contain_text("Dijual per: kotak")
    expect(panel).to_contain_text("Siapa pun yang menerima tautan dapat melihat isinya.")
    assert panel.get_by_role("textbox").count() == 0
    assert by_day_and_night(page) == []
    panel.get_by_role("button", name="Buat tautan").click()
    plain = panel.get_by_role("textbox").input_value()
    assert "18.000" in plain
    assert "Emping" not in plain
    whatsapp = panel.get_by_role("link").get_attribute("href") or ""
    assert whatsapp.startswith("https://wa.me/?text=")
    assert plain in unquote(whatsapp)
    panel.get_by_role("button", name="Tutup").click()
    page.get_by_role("button", name="Bagikan").click()
    panel.get_by_label("Sertakan juga tulisan saya:").check()
    panel.get_by_role("button", name="Buat tautan").click()
    named = panel.get_by_role("textbox").input_value()
    assert "Emping" in named
    page.goto("about:blank")
    page.context.clear_cookies()
    other = page.context.browser.new_context()  # type: ignore[union-attr]
    visitor = other.new_page()
    visitor.on("request", lambda request: asked.append(request.url))
    visitor.goto(named)
    expect(visitor.locator(".jawaban")).to_contain_text(PROFIT)
    expect(visitor.locator(".hasil h2")).to_have_text("Emping Bu Tes")
    expect(visitor.locator("#tautan")).to_contain_text("dari tautan yang Anda buka")
    visitor.on("dialog", lambda dialog: dialog.accept())
    visitor.get_by_role("button", name="Kembali ke contoh").click()
    expect(visitor.locator(".jawaban")).to_contain_text("Rp16.000")
    expect(visitor.locator("#tautan")).to_have_count(0)
    other.close()
    assert not [url for url in asked if "18.000" in url or "Emping" in url]


def test_her_own_values_are_not_overwritten_unasked(page: Page, service: Service) -> None:
    """She is asked; without an answer, and with a no, hers stay; with a yes only the link's count."""
    _calculator(page, service)
    page.goto("about:blank")
    page.goto(_link(service, price="20.000"))
    expect(page.locator("#tautan")).to_contain_text("Mana yang dipakai?")
    expect(page.locator(".jawaban")).to_contain_text(PROFIT)
    page.get_by_role("button", name="Tetap isian saya").click()
    expect(page.locator(".isian-price input")).to_have_value("18.000")
    page.goto("about:blank")
    page.goto(_link(service, price="20.000"))
    page.get_by_role("button", name="Angka dari tautan").click()
    expect(page.locator(".jawaban")).to_contain_text("Anda untung Rp7.217 tiap bungkus")
    expect(page.locator("#tautan")).to_contain_text("dari tautan yang Anda buka")
    expect(page.locator(".isian-product input")).to_have_value("Emping melinjo Menes")


def test_a_bad_link_does_nothing(page: Page, service: Service) -> None:
    """Too long, unknown, script text, no choice of the list: a sentence, and the page as it was."""
    page.goto(service.page("kalkulator_hpp"))
    for values in (
        {"price": "1" * 5000},
        {"price": "7" * 201},
        {"price": "<img src=x onerror=alert(1)>"},
        {"product": "a\u0000b"},
        {"__proto__": "1", "constructor": "2", "x] *": "3"},
        {},
    ):
        page.evaluate("link => { location.href = link }", _link(service, **values))
        expect(page.locator("#tautan")).to_contain_text("tidak berisi angka yang dapat dipakai")
        page.evaluate("document.getElementById('tautan').remove()")
        expect(page.locator(".isian-price input")).to_have_value("16.000")
    page.evaluate("link => { location.href = link }", _link(service, pack="peti", price="20.000"))
    expect(page.locator("#tautan")).to_contain_text("Sebagian isi tautan tidak dikenal")
    expect(page.locator(".jawaban")).to_contain_text("Rp7.217 tiap bungkus")


@pytest.mark.parametrize("tool", BOOKS)
def test_books_never_go_into_a_link(page: Page, service: Service, tool: str) -> None:
    """The notebook declares them private: nothing of them is offered, written or taken."""
    address = service.page(tool)
    page.goto(f"{address}#bagi&{urlencode({'usaha': 'Warung X', 'awal': '1', 'cash_before': '1'})}")
    expect(page.locator("#tautan")).to_contain_text("tidak berisi angka yang dapat dipakai")
    assert page.locator(".isi[class*='isian-']:not(.rahasia)").count() == 0
    _fill(page, "usaha", "Warung Rahasia")
    page.get_by_role("button", name="Bagikan").click()
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text("Isi buku dan berkas Anda tidak pernah ikut.")
    expect(panel).not_to_contain_text("Warung Rahasia")
    panel.get_by_role("button", name="Buat tautan").click()
    assert panel.get_by_role("textbox").input_value() == address


def test_paper_holds_everything_and_no_button(page: Page, service: Service) -> None:
    """Black on white: result, chart, fields as text, every fold open, the day; then all as before."""
    page.emulate_media(color_scheme="dark")
    page.goto(service.page("buku_kas"))
    expect(page.locator(".jawaban")).to_be_visible()
    folded = page.locator("details:not([open])").count()
    assert folded > 0
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    for shown in (".jawaban", ".gambar svg", ".hitungan", ".sesudah", "#cetakan", "textarea"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in ("button", "nav a", "[type=file]", ".unduh"):
        assert page.locator(hidden).filter(visible=True).count() == 0
    look = "each => [getComputedStyle(each).borderTopWidth, getComputedStyle(each).color]"
    assert page.locator(".isian-awal input").evaluate(look) == ["0px", "rgb(0, 0, 0)"]
    lines = page.locator("textarea").evaluate("each => each.scrollHeight - each.clientHeight")
    assert lines <= 1
    expect(page.locator("#cetakan")).to_contain_text("Dicetak")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == folded
