"""A passer-by registers herself on a phone with a cohort's code, and her mentor finds her."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.mentor import Mentor
from tests.browser.people import Trainee, desk, phone
from tests.browser.school import School, wait_until

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

PASSWORD = "emping menes 77"
SECOND = "Buku Kas Harian"


def people(school: School, *words: str) -> str:
    """Type a command of the operator's."""
    command = school.lapak("people", *words)
    done = subprocess.run(command, **school.options(), capture_output=True, text=True, check=True)  # type: ignore[call-overload]
    return str(done.stdout)


def test_she_registers_herself_and_her_mentor_sees_her(
    school: School, browser: Browser, mentor: Mentor, shots: Path
) -> None:
    """Code, details, consent, a password of her own; then she stands on the mentor's list."""
    days = ("--starts", "2026-11-02", "--ends", "2099-04-03")
    code = people(school, "cohort", "add", "2027-1", *days).split()[-1]
    people(school, "group", "Mawar", "--cohort", "2027-1", "--mentor", "pendamping")
    people(school, "cohort", "due", "2027-1", "pembukuan_01_uang_usaha", "2099-01-20")

    page = phone(browser)
    page.goto(f"{school.address}/hub/login")
    page.get_by_role("link", name="Daftar di sini").click()
    page.get_by_label("Kode pendaftaran").fill(code)
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Nama lengkap").fill("Siti Aminah")
    page.get_by_label("Nomor HP").fill("0812-1111-0009")
    page.get_by_label("Kabupaten/kota").select_option("Kab. Lebak")
    page.get_by_label("Kelompok", exact=True).select_option("Mawar")
    page.get_by_label("Kata sandi Anda").fill(PASSWORD)
    page.get_by_label("Tulis kata sandi sekali lagi").fill(PASSWORD)
    page.get_by_label(re.compile("saya setuju")).check()
    page.screenshot(path=shots / "daftar-sendiri.png", full_page=True)
    page.get_by_role("button", name="Daftar").click()
    expect(page.get_by_role("heading", name="Anda sudah terdaftar")).to_be_visible()
    name = page.locator(".secret").inner_text()
    assert re.fullmatch("[a-z]{6}", name)

    office = mentor.page.context.new_page()
    office.goto(f"{school.address}/services/pelatihan/")
    expect(office.get_by_role("link", name="Siti Aminah")).to_be_visible()
    office.screenshot(path=shots / "daftar-peserta.png", full_page=True)
    office.get_by_role("link", name="Siti Aminah").click()
    expect(office.get_by_text(name, exact=True)).to_be_visible()
    _she_meets_a_prerequisite(Trainee(name, desk(browser), shots, PASSWORD), school, office)
    office.close()
    log = school.files.log.read_text(encoding="utf-8", errors="replace")
    assert "12 11110009" not in log.replace("-", " ")
    assert "Aminah" not in log


def _she_meets_a_prerequisite(trainee: Trainee, school: School, office: Page) -> None:
    """The second unit is closed; her mentor opens it by hand, and her open room has it at once."""
    trainee.log_in(school.address)
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
    page.goto(f"{school.address}/hub/home")
    expect(page.get_by_text("Berikutnya: Uang Usaha vs Uang Pribadi")).to_be_visible()
    expect(page.get_by_text("Paling lambat 20 Januari 2099")).to_be_visible()
    page.goto(f"{school.address}/services/pelatihan/perjalanan")
    expect(page.get_by_text("Paling lambat 20 Januari 2099").first).to_be_visible()
    trainee.take_picture("perjalanan")
    page.context.close()
