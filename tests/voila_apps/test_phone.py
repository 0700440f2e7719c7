"""The first tool on a phone: the real service, Chromium at 360 × 740."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]

# Speech is the phone's own: the test writes down what would be said.
SPEECH = """
speechSynthesis.getVoices = () => [{lang: "%s", name: "suara"}];
window.said = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
speechSynthesis.speak = (utterance) => said.push(utterance.text);
"""
# Everything that is tapped and is shown: name, width, height, size of its letters.
TARGETS = """
() => [...document.querySelectorAll("a, button, input, select")]
  .filter((each) => each.getClientRects().length)
  .map((each) => {
    const box = each.getBoundingClientRect();
    return [each.className || each.tagName, box.width, box.height,
            parseFloat(getComputedStyle(each).fontSize)];
  })
"""
SMALL_TEXT = """
() => [...document.querySelectorAll("main *")]
  .filter((each) => each.getClientRects().length
    && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    && parseFloat(getComputedStyle(each).fontSize) < 16)
  .map((each) => each.textContent)
"""


@pytest.fixture
def phone(chromium: Browser, service: Service) -> Iterator[Page]:
    """A phone with an Indonesian voice that has opened the calculator."""
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    context.add_init_script(SPEECH % "id-ID")
    page = context.new_page()
    _open(page, service)
    yield page
    context.close()


def _open(page: Page, service: Service) -> None:
    page.goto(service.page("kalkulator_hpp"))
    expect(page.locator(".jawaban")).to_be_visible()


def test_fits_a_phone(phone: Page) -> None:
    """Nothing is wider than the page, every target is 48 px high, no letter under 16 px."""
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    targets = phone.evaluate(TARGETS)
    assert len(targets) > 20
    assert [each for each in targets if each[1] < 48 or each[2] < 48 or each[3] < 16] == []
    assert phone.evaluate(SMALL_TEXT) == []
    assert phone.evaluate("document.documentElement.lang") == "id"
    assert phone.title() == "Kalkulator HPP"


def test_the_way_back_to_the_lesson(phone: Page) -> None:
    """The first link leads to the lesson's public page."""
    link = phone.locator("nav a").first
    assert link.get_attribute("href") == "/services/belajar/pelajaran/pembukuan/03_hpp.html"


def test_types_and_reads_the_result(phone: Page) -> None:
    """A number typed far below changes the line at the top without leaving the field."""
    price = phone.locator(".isian-price input")
    price.tap()
    phone.keyboard.type("12rb")  # the tap has marked the example's number
    line = phone.locator("#lapak-ringkas")
    expect(line).to_have_text("Biaya Rp12.783 · Rugi Rp783")
    expect(line).to_be_visible()
    assert price.input_value() == "12rb"
    line.tap()
    expect(phone.locator(".jawaban")).to_be_in_viewport()
    expect(line).to_be_hidden()


def test_mends_a_mistake(phone: Page) -> None:
    """A note stands at the field and belongs to it for who listens; a button leads there."""
    pack = phone.locator(".isian-pack_size input")
    pack.fill("250")
    pack.blur()
    note = phone.locator(".kepala-pack_size .masalah")
    expect(note).to_contain_text("250 gram ditulis 0,25")
    expect(pack).to_have_attribute("aria-invalid", "true")
    expect(pack).to_have_accessible_name("Isi satu bungkus (kg)")
    expect(pack).to_have_accessible_description(note.inner_text())
    phone.locator(".perbaiki button").tap()
    expect(pack).to_be_focused()
    expect(pack).to_be_in_viewport()


def test_typing_goes_on_while_the_page_changes(phone: Page) -> None:
    """On a slow line the answer to an earlier choice does not wipe a number half typed."""
    price = phone.locator(".isian-price input")
    price.tap()
    phone.keyboard.type("25")
    # As if another field had been sent before: everything with her words is drawn anew.
    phone.locator(".isian-pack select").evaluate(
        "(e) => { e.selectedIndex = 1; e.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    expect(phone.locator(".kepala-price")).to_contain_text("satu botol")
    phone.keyboard.type("rb")
    expect(price).to_have_value("25rb")
    expect(phone.locator(".jawaban")).to_contain_text("Dengan harga Rp25.000")


def test_keeps_what_was_typed(phone: Page, service: Service) -> None:
    """After a reload everything is as she left it, a number beyond the slider too; until she asks."""
    expected = "Dengan harga Rp250.000, Anda untung Rp237.217 tiap botol."
    phone.locator(".isian-pack select").select_option("botol")
    price = phone.locator(".isian-price input")
    price.fill("250.000")
    price.blur()
    expect(phone.locator(".jawaban")).to_contain_text(expected)
    _open(phone, service)
    expect(phone.locator(".jawaban")).to_contain_text(expected)
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.locator(".ulang").tap()
    expect(phone.locator(".jawaban")).to_contain_text("Rp3.217 tiap bungkus")
    _open(phone, service)
    phone.wait_for_timeout(1500)
    expect(phone.locator(".jawaban")).to_contain_text("Rp3.217 tiap bungkus")


def test_a_slider_by_keyboard(phone: Page) -> None:
    """A slider has a name and a step."""
    handle = phone.get_by_role("slider", name="Geser: Harga jual satu bungkus (Rp)")
    handle.press("ArrowRight")
    expect(phone.locator(".isian-price input")).to_have_value("16.500")
    expect(phone.locator(".jawaban")).to_contain_text("Dengan harga Rp16.500")


def test_reads_aloud_in_indonesian_only(phone: Page, chromium: Browser, service: Service) -> None:
    """The button says the result; without an Indonesian voice there is none."""
    phone.locator("[data-bacakan]").tap()
    (said,) = phone.evaluate("said")
    assert "Biaya membuat satu bungkus Rp12783." in said
    assert "Isi angka saya" not in said
    with chromium.new_context() as context:
        context.add_init_script(SPEECH % "en-US")
        page = context.new_page()
        _open(page, service)
        page.wait_for_timeout(500)
        expect(page.locator("[data-bacakan]")).to_be_hidden()
