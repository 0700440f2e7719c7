"""A passer-by registers herself on a phone with a cohort's code, and her mentor finds her."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from deployment.local import plans
from tests.browser.conftest import NAME
from tests.browser.kernel import hand_in_what_is_right
from tests.browser.mentor import Mentor
from tests.browser.people import Trainee, phone
from tests.browser.school import School, wait_until
from tests.paper import square_on

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

SECOND = "Buku Kas Harian"
UNITS = ("pembukuan_01_uang_usaha", "pembukuan_02_buku_kas")


def test_she_registers_herself_and_her_mentor_sees_her(
    school: School, browser: Browser, mentor: Mentor, registered: Trainee, shots: Path
) -> None:
    """She stands on the mentor's list, learns, and gets what can be checked by anybody."""
    trainee, name = registered, registered.name
    office = mentor.page.context.new_page()
    office.goto(f"{school.address}/services/pelatihan/")
    expect(office.get_by_role("link", name=NAME)).to_be_visible()
    office.screenshot(path=shots / "daftar-peserta.png", full_page=True)
    office.get_by_role("link", name=NAME).click()
    expect(office.get_by_text(name, exact=True)).to_be_visible()
    page = phone(browser)
    _she_meets_a_prerequisite(trainee, school, office)
    address = _she_gets_a_certificate(trainee.page, page, school)
    page.screenshot(path=shots / "sertifikat-diubah.png", full_page=True)
    _it_is_revoked(office, page, address, name)
    office.close()
    log = school.files.log.read_text(encoding="utf-8", errors="replace")
    assert "12 11110009" not in log.replace("-", " ")
    assert NAME.split()[1] not in log


def _she_meets_a_prerequisite(trainee: Trainee, school: School, office: Page) -> None:
    """The second unit is closed; her mentor opens it by hand, and her open room has it at once."""
    trainee.page.goto(school.address)
    trainee.choose_lesson(SECOND)
    trainee.press("Daftar pelajaran")
    dialog = trainee.page.locator(".jp-Dialog")
    expect(dialog).to_contain_text("Paling lambat 20 Januari 2099")
    dialog.get_by_role("button", name="Tutup").click()
    trainee.press("Kerjakan latihan")
    expect(dialog).to_contain_text("terbuka setelah Anda menyelesaikan: Uang Usaha vs Uang Pribadi")
    trainee.take_picture("terkunci")
    dialog.get_by_role("button", name="Baik").click()
    opened = school.files.plan(trainee.name) / "outbound" / "pembukuan_02_buku_kas"
    assert not opened.exists()

    office.goto(f"{school.address}/services/pelatihan/perjalanan/{trainee.name}")
    office.get_by_role("button", name=f"Buka untuk peserta ini: {SECOND}").click()
    wait_until("the exercise is in her box", opened.exists, 30)
    trainee.start_exercise()
    page = trainee.page
    for assignment in UNITS:
        assert hand_in_what_is_right(page, trainee.name, school, assignment) == 1
        wait_until(f"{assignment} is mastered", lambda: _is_done(school, trainee, assignment), 90)  # noqa: B023 (called here)
    page.goto(f"{school.address}/services/pelatihan/")
    expect(page.get_by_text(re.compile(r"^2 dari \d+ selesai"))).to_be_visible()
    page.goto(f"{school.address}/hub/home")
    expect(page.get_by_text("Berikutnya: Menghitung HPP")).to_be_visible()
    expect(page.get_by_text("Paling lambat 21 Januari 2099")).to_be_visible()


def _is_done(school: School, trainee: Trainee, assignment: str) -> bool:
    return bool(plans.read(school.files, trainee.name)["exercises"][assignment]["done"])


def _she_gets_a_certificate(page: Page, stranger: Page, school: School) -> str:
    """She issues it herself; anybody checks it by the square on her PDF, and a changed one is refused."""
    page.goto(f"{school.address}/services/pelatihan/sertifikat-saya")
    page.get_by_role("button", name="Terbitkan sertifikat").click()
    expect(page.get_by_text(f"Nama pada sertifikat: {NAME}")).to_be_visible()
    place = page.get_by_role("link", name="Halaman pemeriksaan").get_attribute("href")
    address = f"{school.address}{place}"
    printed = page.get_by_role("link", name="Unduh PDF").get_attribute("href")
    stranger.goto(square_on(page.request.get(f"{school.address}{printed}").body()))
    assert stranger.url == address
    expect(stranger.get_by_role("heading", name="Sertifikat ini berlaku")).to_be_visible()

    text = stranger.request.get(f"{address}/kredensial.json").text()
    middle = len(text) // 2
    changed = text[:middle] + ("a" if text[middle] != "a" else "b") + text[middle + 1 :]
    stranger.goto(f"{school.address}/services/pelatihan/sertifikat")
    file = {"name": "kredensial.json", "mimeType": "application/json", "buffer": changed.encode()}
    stranger.get_by_label("Atau berkasnya").set_input_files([file])  # type: ignore[list-item]
    stranger.get_by_role("button", name="Periksa").click()
    expect(stranger.get_by_role("heading", level=1)).to_have_text(
        re.compile("sudah diubah|tidak dikenal")
    )
    return address


def _it_is_revoked(office: Page, stranger: Page, address: str, name: str) -> None:
    """By her mentor, with a reason; whoever looks again is told."""
    office.goto(f"{address.partition('sertifikat/')[0]}peserta/{name}/sertifikat")
    office.get_by_text("Cabut sertifikat ini", exact=True).click()
    office.get_by_label("Alasan").select_option(index=1)
    office.get_by_label(re.compile("Ya, cabut")).check()
    office.get_by_role("button", name="Cabut sertifikat").click()
    stranger.goto(address)
    expect(stranger.get_by_role("heading", name="Sertifikat ini sudah dicabut")).to_be_visible()
