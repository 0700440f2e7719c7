"""The page on a slow or a cut line, held and lost frame by frame, and on a phone that keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone that has opened nothing yet."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


def _told(page: Page, name: str, value: str) -> None:
    expect(page.locator(".catatan")).to_have_text(f"{name}: {value}")


class Wire:
    """Stands between a page and the service: holds what the kernel says, or loses what she sends."""

    def __init__(self, page: Page) -> None:
        self.lines: list[WebSocketRoute] = []
        self.held: list[str] | None = None
        self.lose = ""
        self.sizes: list[int] = []
        page.route_web_socket("**/langsung/*", self._take)

    def _take(self, line: WebSocketRoute) -> None:
        service = line.connect_to_server()
        self.lines.append(line)

        def up(text: str | bytes) -> None:
            self.sizes.append(len(text))
            if not self.lose or self.lose not in str(text):
                service.send(text)

        def down(text: str | bytes) -> None:
            if self.held is None:
                line.send(text)
            else:
                self.held.append(str(text))

        line.on_message(up)
        service.on_message(down)

    def say(self, **frame: Any) -> None:
        """Tell the page something, as the service would."""
        self.lines[-1].send(json.dumps(frame))


def _until(page: Page, true: Callable[[], bool]) -> None:
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(100)
    raise AssertionError


def test_an_older_answer_does_not_overwrite_what_was_typed_since(
    page: Page, service: Service
) -> None:
    """On a slow line the kernel's correction of the first number comes after the second one."""
    wire = Wire(page)
    page.goto(service.page("semua"))
    field = page.locator(".isian-BoundedIntText input")
    field.fill("3")
    _told(page, "BoundedIntText", "3")
    wire.held = []
    field.fill("25")
    field.dispatch_event("change")
    field.fill("5")
    field.dispatch_event("change")
    _until(page, lambda: "BoundedIntText: 5" in str(wire.held))
    assert '"value":10' in str(wire.held)
    for text in wire.held:
        wire.lines[0].send(text)
    _told(page, "BoundedIntText", "5")
    expect(field).to_have_value("5")


def test_a_file_goes_in_small_pieces(page: Page, service: Service) -> None:
    """So that a slow line shows that it is alive, and all its bytes arrive in their order."""
    wire = Wire(page)
    page.goto(service.page("semua"))
    content = b"".join(b"%05d" % number for number in range(8000))
    file: Any = {"name": "pesanan.csv", "mimeType": "text/csv", "buffer": content}
    page.locator(".isian-FileUpload input").set_input_files(file)
    _told(page, "FileUpload", f"[('pesanan.csv', {content!r})]")
    assert 500 < max(wire.sizes) < 20_000


def test_an_edit_on_its_way_is_answered_after_a_cut(page: Page, service: Service) -> None:
    """Also where the answer to the edit before came last."""
    wire = Wire(page)
    page.goto(service.page("kalkulator_hpp"))
    price = page.locator(".isian-price input")
    price.fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("rugi Rp783")
    expect(page.get_by_role("status")).to_be_empty()
    wire.lose = "20.000"
    price.fill("20.000")
    price.dispatch_event("change")
    page.wait_for_timeout(200)
    wire.lose = ""
    wire.say(kind="idle")
    wire.lines[0].close(code=3000)
    expect(page.locator(".jawaban")).to_contain_text("Dengan harga Rp20.000")


def test_who_types_in_a_field_that_is_drawn_anew_goes_on(page: Page, service: Service) -> None:
    """The mark stays where it was, and nothing is selected that the next key would replace."""
    wire = Wire(page)
    page.goto(service.page("kalkulator_hpp"))
    price = page.locator(".isian-price input")
    price.fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("rugi Rp783")
    price.press("End")
    drawn = page.locator(".isian-price").evaluate("each => [each.dataset.w, each.outerHTML]")
    wire.say(kind="show", id=drawn[0], html=drawn[1])
    page.wait_for_timeout(200)
    page.keyboard.type("0")
    expect(price).to_have_value("12.0000")


def test_a_full_phone_is_not_loaded_again(page: Page, service: Service) -> None:
    """Where nothing can be kept, loading the new page by itself would lose all that she typed."""
    page.add_init_script(
        "const set = Storage.prototype.setItem; Storage.prototype.setItem = function (...words) {"
        "if (this === localStorage) throw new Error('penuh'); set.apply(this, words); }"
    )
    wire = Wire(page)
    page.goto(service.page("kalkulator_hpp"))
    page.locator(".isian-price input").fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("rugi Rp783")
    wire.say(kind="changed")
    expect(page.get_by_role("status")).to_contain_text("Muat ulang halaman ini")
    expect(page.locator(".isian-price input")).to_have_value("12.000")


def test_what_somebody_else_left_in_the_memory_harms_nothing(page: Page, service: Service) -> None:
    """Every page of this address may write there."""
    page.goto(service.page("kalkulator_hpp"))
    for junk in ('{"digest": "x", "edits": 5}', '{"edits": [["a", "isian-price", null]]}', "7"):
        page.evaluate("text => localStorage.setItem('lapak:kalkulator_hpp', text)", junk)
        page.reload()
        expect(page.locator("footer")).to_be_hidden()
    page.locator(".isian-price input").fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("rugi Rp783")


def test_who_was_refused_may_try_the_same_again(page: Page, service: Service) -> None:
    """After the crowd has gone: without another number, and without loading the page."""
    wire = Wire(page)
    page.goto(service.page("kalkulator_hpp"))
    price = page.locator(".isian-price input")
    price.fill("12.000")
    expect(page.locator(".jawaban")).to_contain_text("rugi Rp783")
    wire.say(kind="trouble", text="Alat ini sedang ramai.")
    wire.lines[0].close(code=4002)
    expect(page.get_by_role("status")).to_have_text("Alat ini sedang ramai.")
    price.fill("12.000")
    expect(page.get_by_role("status")).to_be_empty()
    assert len(wire.lines) == 2
