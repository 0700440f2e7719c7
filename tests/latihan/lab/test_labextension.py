"""The calm room in a real browser: lesson, exercise, check, submit, feedback, a lost line, a phone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

HPP = "pembukuan_03_hpp"
LESSON = "lab/tree/pelajaran/pembukuan/03_hpp.ipynb"
EXERCISE = f"lab/tree/latihan/{HPP}/03_hpp.ipynb"

# A slow line: the server has saved, the page does not know it yet.
SLOW_SAVES = """
const asks = window.fetch;
window.fetch = async (...asked) => {
  const answer = await asks(...asked);
  const put = (asked[1]?.method || asked[0].method) === "PUT";
  if (put) await new Promise((later) => setTimeout(later, 2000));
  return answer;
};
"""

pytestmark = pytest.mark.browser


@pytest.fixture
def page(chromium: Browser, lab: Any) -> Iterator[Page]:
    """A laptop's page on which no script may fail; closed before the server is stopped."""
    assert lab.url
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []
    page.close()


def _open(page: Page, lab: Any, path: str) -> Locator:
    """Open a notebook and return the panel that is shown."""
    page.goto(f"{lab.url}{path}?token={lab.token}")
    panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
    panel.get_by_role("button", name="Jalankan").wait_for(timeout=60_000)
    return panel


def _button(panel: Locator, name: str) -> Locator:
    return panel.get_by_role("button", name=name, exact=True)


def test_a_day(page: Page, lab: Any, release_feedback: Callable[[str], None]) -> None:
    """From the lesson to the exercise, the hint, the warning, the receipt and the feedback."""
    panel = _open(page, lab, LESSON)
    _button(panel, "Kerjakan latihan").click()
    _button(panel, "Kirim").wait_for(timeout=60_000)

    # One click selects the blank; one key runs what is given, the answer and its check.
    panel.locator(".lapak-answer .cm-line", has_text="biaya_bahan").click()
    page.keyboard.type("kg * harga")
    page.keyboard.press("Shift+Enter")
    expect(panel.get_by_text("diperiksa: 6")).to_be_visible(timeout=60_000)

    with page.context.expect_page() as opened:
        _button(panel, "Lihat umpan balik").click()
    expect(opened.value.get_by_text("Anda belum mengirim latihan ini.")).to_be_visible()
    opened.value.close()

    _button(panel, "Kirim").click()
    expect(page.get_by_text("1 jawaban masih kosong")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("listitem").filter(has_text="Soal 2. Alasan")).to_be_visible()
    page.get_by_role("button", name="Isi dulu").click()
    # The cursor stands in the empty answer with its stub selected.
    page.keyboard.type("Harga saya tetap.")

    _button(panel, "Kirim").dblclick()
    told = page.get_by_text(
        re.compile(r"^Terkirim pada \d+ \w+ \d{4} pukul \d\d\.\d\d\. Nomor kiriman: 1 ")
    )
    expect(told).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Baik").click()
    [sent] = (lab.room.exchange / "lapak/inbound").iterdir()
    cells_sent = nbformat.read(sent / "03_hpp.ipynb", as_version=4).cells
    cells = {c.id: c.source for c in cells_sent}
    ran = [c for c in cells_sent if "iopub.execute_input" in c.metadata.get("execution", {})]
    assert len(ran) >= 2  # from these times the school counts her minutes
    assert (cells["jawab"], cells["alasan"]) == ("biaya_bahan = kg * harga", "Harga saya tetap.")

    _button(panel, "Kirim").click()
    expect(page.get_by_text("jadi tidak dikirim dua kali")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Baik").click()

    # One press opens the page; it waits there, looks again by itself, and the room tells too.
    with page.context.expect_page() as opened:
        _button(panel, "Lihat umpan balik").click()
    expect(opened.value.get_by_text("sedang diperiksa")).to_be_visible()
    release_feedback("<h1>Nilai 6 dari 6</h1>")
    expect(opened.value.get_by_role("heading", name="Nilai 6 dari 6")).to_be_visible()
    expect(opened.value.get_by_text("untuk kiriman nomor 1")).to_be_visible()
    expect(panel.locator(".lapak-status")).to_contain_text("Umpan balik sudah ada")
    opened.value.close()
    _try_again(page, panel, lab.room)

    _button(panel, "Kembali ke pelajaran").click()
    expect(_button(panel, "Kerjakan latihan")).to_be_visible(timeout=60_000)


def _try_again(page: Page, panel: Locator, room: Any) -> None:
    """The school notes that the try was judged; she asks for new numbers and all is run with them."""
    again = _button(panel, "Coba lagi dengan angka baru")
    expect(again).to_be_hidden()
    record = room.variants / "pembukuan_03_hpp.json"
    record.write_text('{"attempt": 1, "seed": "a", "judged": true}')
    expect(again).to_be_visible(timeout=20_000)
    expect(_button(panel, "Kirim")).to_be_hidden()
    again.click()
    expect(page.get_by_text("Mulai percobaan 2?")).to_be_visible()
    page.get_by_role("button", name="Mulai", exact=True).click()
    request = room.exchange / "lapak/inbound/baru+pembukuan_03_hpp"
    page.wait_for_timeout(500)
    assert request.exists()
    record.write_text('{"attempt": 2, "seed": "b", "since": "2027-01-05T00:00:00Z"}')
    expect(panel.locator(".lapak-status")).to_contain_text("Percobaan 2: angka toko Anda baru")
    expect(panel.get_by_text("diperiksa: 6")).to_be_visible(timeout=60_000)
    expect(_button(panel, "Kirim")).to_be_visible()
    expect(again).to_be_hidden()


def test_saves_take_turns(page: Page, lab: Any) -> None:
    """What she sends while the page saves by itself is not taken for somebody else's change."""
    page.add_init_script(SLOW_SAVES)
    panel = _open(page, lab, LESSON)
    _button(panel, "Kerjakan latihan").click()
    _button(panel, "Kirim").wait_for(timeout=60_000)
    panel.locator(".lapak-answer .cm-line", has_text="biaya_bahan").click()
    page.keyboard.type("kg * harga")
    page.keyboard.press("Control+s")
    _button(panel, "Kirim").click()
    page.get_by_role("button", name="Kirim juga").click()
    expect(page.get_by_text("Nomor kiriman: 1 ")).to_be_visible()
    page.get_by_role("button", name="Baik").click()
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def test_the_room_is_calm(page: Page, lab: Any) -> None:
    """One document, big letters and buttons, no furniture, given text that cannot be broken."""
    panel = _open(page, lab, LESSON)
    expect(panel.get_by_role("heading", name="Menghitung HPP")).to_be_visible()
    page.wait_for_function(
        "document.querySelector('#main').dataset.shellMode === 'single-document'"
    )
    for furniture in (
        "#jp-menu-panel",
        ".jp-SideBar",
        "#jp-bottom-panel",
        ".jp-NotebookPanel-toolbar",
        ".jp-Launcher",
    ):
        expect(page.locator(furniture).locator("visible=true")).to_have_count(0)
    for button in panel.locator(".lapak-bar button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    assert panel.locator(".jp-RenderedMarkdown").first.evaluate(size) >= 16
    assert panel.locator(".cm-line").first.evaluate(size) >= 16

    # Letters are letters: in JupyterLab `d d` deletes, `a` inserts, `m` and `y` change a cell.
    heading = panel.get_by_role("heading", name="Menghitung HPP")
    heading.dblclick()
    for key in ["d", "d", "x", "a", "b", "m", "y"]:
        page.keyboard.press(key)
    expect(heading).to_be_visible()
    assert panel.locator(".jp-Cell").count() == 2


def test_another_day_goes_on_where_she_stopped(
    page: Page, lab: Any, answer: Callable[[str, str], None]
) -> None:
    """With a new kernel, one press runs first what her answer builds on."""
    lab.call(f"lapak/fetch/{HPP}", b"{}")
    answer("jawab", "biaya_bahan = kg * harga + 1")
    panel = _open(page, lab, EXERCISE)
    panel.locator(".lapak-answer .cm-line", has_text="biaya_bahan").click()
    _button(panel, "▶ Jalankan").click()
    expect(panel.get_by_text("diperiksa: 7")).to_be_visible(timeout=60_000)
    panel.get_by_role("button", name="Lainnya").click()
    page.get_by_text("Jalankan semua dari awal").click()
    expect(panel.get_by_text("diperiksa: 7")).to_be_visible(timeout=60_000)
    assert not page.get_by_role("dialog").count()


def test_a_kernel_put_away_comes_back(
    page: Page, lab: Any, answer: Callable[[str, str], None]
) -> None:
    """After a long pause the server has ended her kernel: one press starts it and runs, no question."""
    lab.call(f"lapak/fetch/{HPP}", b"{}")
    answer("jawab", "biaya_bahan = kg * harga + 1")
    panel = _open(page, lab, EXERCISE)
    expect(panel.locator(".lapak-status")).not_to_contain_text("Menyiapkan", timeout=60_000)
    for kernel in lab.call("api/kernels")[2]:
        gone = page.request.delete(
            f"{lab.url}api/kernels/{kernel['id']}", headers={"Authorization": f"token {lab.token}"}
        )
        assert gone.status == 204
    page.wait_for_timeout(2000)
    panel.locator(".lapak-answer .cm-line", has_text="biaya_bahan").click()
    _button(panel, "▶ Jalankan").click()
    expect(panel.get_by_text("diperiksa: 7")).to_be_visible(timeout=60_000)
    assert not page.get_by_role("dialog").count()


def test_a_lost_line_costs_nothing(page: Page, lab: Any) -> None:
    """Without the server one sentence is said, what was typed stays, and nothing is sent."""
    lab.call(f"lapak/fetch/{HPP}", b"{}")
    panel = _open(page, lab, EXERCISE)
    panel.locator(".lapak-answer .cm-line", has_text="biaya_bahan").click()
    page.keyboard.type("17")
    page.route("**/lapak/**", lambda route: route.abort())
    _button(panel, "Kirim").click()
    expect(
        page.get_by_text("Sambungan ke Lapak terputus. Tulisan Anda tidak hilang.")
    ).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Baik").click()
    expect(panel.locator(".cm-line", has_text="biaya_bahan = 17")).to_be_visible()
    assert not list((lab.room.exchange / "lapak/inbound").iterdir())
    page.unroute("**/lapak/**")
    _button(panel, "Kirim").click()
    page.get_by_role("button", name="Kirim juga").click()
    expect(page.get_by_text("Nomor kiriman: 1")).to_be_visible(timeout=60_000)


def test_a_phone_is_offered_the_light_page(chromium: Browser, lab: Any) -> None:
    """At 360 px a band leads to the public page of the same unit; a laptop does not see it."""
    phone = chromium.new_page(viewport={"width": 360, "height": 740})
    panel = _open(phone, lab, LESSON)
    link = panel.get_by_role("link", name="Buka halaman ringan")
    expect(link).to_be_visible()
    assert link.get_attribute("href") == "/services/belajar/pelajaran/pembukuan/03_hpp.html"
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    panel.get_by_role("button", name="Tetap di sini").click()
    expect(link).to_be_hidden()
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(link).to_be_hidden()
    phone.close()
