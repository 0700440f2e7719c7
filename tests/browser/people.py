"""What trainees and passers-by do in the browser, one function a deed."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.school import wait_until

PATIENCE = 60_000  # milliseconds, on a busy machine
ROOM = ".jp-NotebookPanel:visible"


@dataclass
class Trainee:
    """A trainee at a computer of the training centre.

    Attributes:
        name: her user name at the hub.
        page: the tab in which she works.
        shots: where pictures of her screen go.
        password: the one that she has chosen.
        hints: everything that she was told below an answer, by answer.
        empty: the answers that she was warned about when she submitted.
        receipt: the confirmation of what she submitted.
    """

    name: str
    page: Page
    shots: Path
    password: str = ""
    hints: dict[str, list[str]] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)
    receipt: str = ""

    # ---- the door ------------------------------------------------------------------------------
    def log_in_with_card(self, address: str, one_time: str) -> None:
        """Log in with the password of her card, and choose one of her own."""
        self.password = f"emping renyah {self.name}"
        type_login(self.page, address, self.name, one_time)
        expect(self.page.get_by_role("heading", name="Buat kata sandi Anda")).to_be_visible()
        self.page.get_by_label("Kata sandi baru").fill(self.password)
        self.page.get_by_label("Tulis sekali lagi").fill(self.password)
        self.page.get_by_role("button", name="Simpan dan masuk").click()

    def log_in(self, address: str) -> None:
        """Log in with her own password."""
        type_login(self.page, address, self.name, self.password)

    # ---- the lesson ----------------------------------------------------------------------------
    def choose_lesson(self, title: str = "Menghitung HPP") -> None:
        """Choose a lesson from the list, from the one that is open at the start."""
        expect(self.button("Kerjakan latihan")).to_be_visible()
        self.button("Daftar pelajaran").click()
        self.page.locator(".jp-Dialog").get_by_role("button", name=title, exact=True).click()
        expect(self.page.locator(f"{ROOM} h1")).to_contain_text(title)

    def see_lesson(self) -> None:
        """Wait until the lesson is open, rendered, and ready to be tried."""
        expect(self.button("Kerjakan latihan")).to_be_visible()
        title = self.page.locator(f"{ROOM} h1")
        expect(title).to_contain_text("Menghitung HPP")
        expect(self._status).to_contain_text(re.compile("[Ss]impan"))

    def start_exercise(self) -> None:
        """Press *Kerjakan latihan*; wait for the exercise and for the card with her shop."""
        self.button("Kerjakan latihan").click()
        expect(self.button("Lihat umpan balik")).to_be_visible(timeout=PATIENCE)
        expect(self.shop_card).to_be_visible()

    @property
    def shop_card(self) -> Locator:
        """The card with her shop's numbers."""
        return self.page.locator(f"{ROOM} .lapak-card")

    # ---- the exercise --------------------------------------------------------------------------
    def answer(self, name: str, formula: str) -> None:
        """Type a formula in place of what is there, press *Jalankan*, read what comes up below it."""
        line = self._answer_cell(name).locator(".cm-line").first
        line.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(f"{name} = {formula}")
        expect(line).to_have_text(f"{name} = {formula}")
        before = self._said(name).all_inner_texts()
        self.button("▶ Jalankan").click()
        wait_until(f"a hint below {name}", lambda: self._told_anew(name, before), 60)
        self.hints.setdefault(name, []).append("\n".join(self._said(name).all_inner_texts()))

    def _told_anew(self, name: str, before: list[str]) -> bool:
        now = self._said(name).all_inner_texts()
        return bool(now) and now != before and "impan" in self._status.inner_text()

    def _said(self, name: str) -> Locator:
        """Everything below an answer and its check."""
        shown = ".jp-OutputArea-output"
        return self._answer_cell(name).locator(shown).or_(self._check_cell(name).locator(shown))

    def write_reason(self, text: str) -> None:
        """Write the answer that the mentor reads."""
        stub = self.page.locator(f"{ROOM} .lapak-answer.jp-MarkdownCell .cm-line").first
        stub.click()
        self.page.keyboard.type(text)

    def submit(self) -> None:
        """Press *Kirim*, and *Kirim juga* where she is warned; read the confirmation and close it."""
        self.button("Kirim").click()
        warning = self.page.get_by_role("button", name="Kirim juga")
        receipt = self.page.locator(".jp-Dialog-content", has_text="Nomor kiriman")
        expect(warning.or_(receipt)).to_be_visible()
        if warning.is_visible():
            self.empty = self.page.locator(".jp-Dialog .lapak-dialog li").all_inner_texts()
            self.take_picture("peringatan-kosong")
            warning.click()
        expect(receipt).to_be_visible()
        self.receipt = receipt.inner_text()
        self.take_picture("terkirim")
        self.page.get_by_role("button", name="Baik").click()
        expect(self.page.locator(".jp-Dialog")).to_have_count(0)

    # ---- the feedback --------------------------------------------------------------------------
    def open_feedback(self) -> Page:
        """Press *Lihat umpan balik*; the page comes in a tab of its own."""
        with self.page.context.expect_page() as opened:
            self.button("Lihat umpan balik").click()
        opened.value.wait_for_load_state()
        return opened.value

    def read_feedback(self, sentence: str, seconds: float = 60) -> Page:
        """Look at the feedback now and then until it says something; nobody else does anything."""
        end = time.monotonic() + seconds
        while True:
            page = self.open_feedback()
            if sentence in page.locator("body").inner_text():
                return page
            assert time.monotonic() < end, f"not within {seconds} s: {sentence}"
            page.close()
            time.sleep(2)

    # ---- what all of these need ----------------------------------------------------------------
    def take_picture(self, what: str) -> None:
        """Keep what is on her screen."""
        self.page.screenshot(path=self.shots / f"{what}-{self.name}.png")

    def look_at(self, name: str) -> None:
        """Scroll an answer and its hint into the middle of the screen."""
        self._check_cell(name).evaluate("cell => cell.scrollIntoView({block: 'center'})")

    @property
    def _status(self) -> Locator:
        return self.page.locator(f"{ROOM} .lapak-status")

    @property
    def room(self) -> Locator:
        """The notebook in front of her, with the bar above it."""
        return self.page.locator(ROOM)

    def press(self, name: str) -> None:
        """Press a button of the bar."""
        self.button(name).click()

    def button(self, name: str) -> Locator:
        """A button of the bar, by the word on it."""
        return self.room.get_by_role("button", name=name, exact=True)

    def _check_cell(self, name: str) -> Locator:
        return self.page.locator(f"{ROOM} .lapak-check", has_text=f'cek("{name}")')

    def _answer_cell(self, name: str) -> Locator:
        before = "xpath=preceding-sibling::div[contains(@class, 'lapak-answer')][1]"
        return self._check_cell(name).locator(before)


def type_login(page: Page, address: str, name: str, password: str) -> None:
    """Open the school and fill in its login form."""
    page.goto(address)
    page.get_by_label("Nama pengguna").fill(name)
    page.get_by_label("Kata sandi").fill(password)
    page.get_by_role("button", name="Masuk").click()


def desk(browser: Browser) -> Page:
    """Give a browser of its own on a computer with a usual screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="id-ID")
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def phone(browser: Browser) -> Page:
    """Give a small phone that nobody is logged in on."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="id-ID"
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()
