"""A day at school: two trainees learn, answer and submit, the mentor grades, each reads her feedback."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import answers
from tests.browser.mentor import Mentor
from tests.browser.people import Trainee, desk, phone, type_login
from tests.browser.school import School

# The first test of a case waits for the school: a plain user's has its environment made first.
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

TOOL = "/services/alat/voila/render/kalkulator_hpp.ipynb"
UNREACHABLE = {403, 404}


def test_a_card_lets_in_once(
    school: School, browser: Browser, trainees: dict[str, Trainee]
) -> None:
    """The first password was replaced; the file that holds it is the operator's alone."""
    page = desk(browser)
    cards = school.passwords_of_cards()
    type_login(page, school.address, "peserta01", cards["peserta01"])
    expect(page.get_by_role("alert")).to_contain_text("belum tepat")
    assert school.files.passwords.stat().st_mode & 0o777 == 0o600
    assert len(set(cards.values())) == 3
    page.context.close()


def test_the_lesson_is_open_and_rendered(trainees: dict[str, Trainee]) -> None:
    """Back in the lesson there are its text, its pictures, and nothing left to be run first."""
    trainee = trainees["peserta01"]
    trainee.press("Kembali ke pelajaran")
    trainee.see_lesson()
    expect(trainee.room.get_by_role("heading", name="Di pelajaran ini")).to_be_visible()
    expect(
        trainee.room.locator(".jp-OutputArea-output img, .jp-OutputArea-output svg")
    ).not_to_have_count(0)
    expect(trainee.page.locator("#jp-menu-panel, .jp-SideBar")).not_to_have_count(0)
    for part in trainee.page.locator("#jp-menu-panel, .jp-SideBar").all():
        expect(part).to_be_hidden()
    trainee.start_exercise()


def test_each_has_her_own_shop(trainees: dict[str, Trainee]) -> None:
    """The same questions, other numbers."""
    first, second = (trainee.shop_card.inner_text() for trainee in trainees.values())
    assert "Harga melinjo" in first
    assert "Harga melinjo" in second
    assert first != second


def test_right_formulas_meet_no_objection(handed_in: dict[str, Trainee]) -> None:
    """`cek` finds nothing to mend, and tells no answer."""
    hints = handed_in["peserta01"].hints
    assert len(hints) == 9
    assert all("masuk akal" in hint for told in hints.values() for hint in told)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("biaya_tenaga", "Tenaga Anda juga biaya. Tambahkan jam kerja Anda"),
        ("susut_alat", 'Tulis 1250000 tanpa titik, atau pakai rp("1.250.000").'),
    ],
)
def test_a_mistake_gets_its_hint(handed_in: dict[str, Trainee], answer: str, sentence: str) -> None:
    """A known mistake is answered at once, in Indonesian, with what to do next."""
    assert sentence in handed_in["peserta02"].hints[answer][0]


def test_a_mended_answer_is_accepted(handed_in: dict[str, Trainee]) -> None:
    """She does what the hint says, and the hint is gone."""
    assert "masuk akal" in handed_in["peserta02"].hints["susut_alat"][1]


def test_submitting_warns_of_blanks_and_confirms(handed_in: dict[str, Trainee]) -> None:
    """Only who left something out is warned; both get the date and the number."""
    assert handed_in["peserta01"].empty == []
    assert handed_in["peserta02"].empty == [answers.BLANK]
    confirmed = r"Terkirim pada \d+ \w+ 20\d\d pukul \d\d\.\d\d\. Nomor kiriman: 1 \(kode \w+\)\."
    for trainee in handed_in.values():
        assert re.search(confirmed, trainee.receipt)


def test_formgrader_is_for_mentors(school: School, trainees: dict[str, Trainee]) -> None:
    """A trainee who opens it reads why not, in Indonesian."""
    page = trainees["peserta02"].page.context.new_page()
    answer = page.goto(f"{school.address}/services/lapak/formgrader")
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_role("heading")).to_contain_text("bukan untuk akun Anda")
    page.close()


def test_the_machine_answers_by_itself(handed_in: dict[str, Trainee]) -> None:
    """Within a minute of *Kirim*, nobody has touched anything, her score and hints are one press away."""
    trainee = handed_in["peserta01"]
    page = trainee.read_feedback("Nilai Anda: 16 dari 20")
    expect(page.locator("body")).to_contain_text("masih menunggu pendamping")
    page.screenshot(path=trainee.shots / "umpan-balik-sendiri.png", full_page=True)
    page.close()


def test_the_mentor_sees_the_scores(graded: Mentor) -> None:
    """The machine's part without doing anything, all of it after the written answer."""
    assert graded.by_itself == graded.by_machine
    assert graded.by_machine == {"peserta01": "16 / 20", "peserta02": "12 / 20"}
    assert graded.by_hand == {"peserta01": "20 / 20", "peserta02": "14 / 20"}


def test_feedback_of_who_was_right(
    school: School, graded: Mentor, trainees: dict[str, Trainee]
) -> None:
    """Full marks, and what the mentor wrote."""
    page = trainees["peserta01"].read_feedback("Nilai Anda: 20 dari 20")
    text = page.locator("body").inner_text()
    page.screenshot(path=trainees["peserta01"].shots / "umpan-balik-peserta01.png", full_page=True)
    assert "Nilai Anda: 20 dari 20" in text
    assert answers.VERDICTS["peserta01"][1] in text
    assert answers.VERDICTS["peserta02"][1] not in text
    assert "Masih bisa diperbaiki" not in text
    page.close()


def test_feedback_of_who_was_not(
    school: School, graded: Mentor, trainees: dict[str, Trainee]
) -> None:
    """Each wrong answer has its hint; nobody is named, no formula of the author's is told."""
    page = trainees["peserta02"].read_feedback("Nilai Anda: 14 dari 20")
    text = page.locator("body").inner_text()
    page.screenshot(path=trainees["peserta02"].shots / "umpan-balik-peserta02.png", full_page=True)
    assert "Nilai Anda: 14 dari 20" in text
    for sentence in (
        "Tenaga Anda juga biaya",
        "Ini bukan jawaban untuk toko Anda",
        "Langkah ini benar; perbaiki dulu angka sebelumnya",
        "Belum diisi",
        answers.VERDICTS["peserta02"][1],
    ):
        assert sentence in text
    solved = answers.right()
    told = [solved[name] for name in ("biaya_tenaga", answers.COPIED, answers.BLANK)]
    assert [formula for formula in told if formula in text] == []
    assert "peserta0" not in text
    assert "No response" not in text
    page.close()


def test_feedback_is_hers_alone(
    school: School, graded: Mentor, trainees: dict[str, Trainee]
) -> None:
    """Nobody else gets at it, nor at anything else of her server's."""
    asking = trainees["peserta02"].page.context.request
    hers = f"{school.address}/user/peserta01"
    for address in ("lapak/umpan-balik/pembukuan_03_hpp", "lab", "api/contents/latihan", ""):
        answer = asking.get(f"{hers}/{address}", max_redirects=5)
        assert answer.status in UNREACHABLE, address
        assert "20 dari 20" not in answer.text()


def test_the_test_before_a_track_is_in_the_list(trainees: dict[str, Trainee]) -> None:
    """It opens like an exercise; there is no lesson to go back to."""
    trainee = trainees["peserta02"]
    trainee.press("Kembali ke pelajaran")
    trainee.see_lesson()
    trainee.press("Daftar pelajaran")
    trainee.page.get_by_role("button", name="Uji Awal Pembukuan", exact=True).click()
    expect(trainee.room.locator("h1")).to_contain_text("Uji Awal Pembukuan")
    expect(trainee.button("Kirim")).to_be_visible()
    expect(trainee.button("Kembali ke pelajaran")).to_have_count(0)
    trainee.take_picture("uji-awal")


def test_a_phone_reads_the_lesson(school: School, browser: Browser, shots: object) -> None:
    """Without an account: from the list to the lesson, nothing wider than the screen."""
    page = phone(browser)
    page.goto(f"{school.address}/services/belajar/")
    page.get_by_role("link", name="Menghitung HPP").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Menghitung HPP")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.screenshot(path=f"{shots}/ponsel-pelajaran.png")
    page.context.close()


def test_a_phone_uses_the_calculator(school: School, browser: Browser, shots: object) -> None:
    """Without an account: she changes the price and reads what that means for her."""
    page = phone(browser)
    page.goto(school.address + TOOL, wait_until="commit")
    sentence = page.locator(".jawaban")
    expect(sentence).to_contain_text("Dengan harga Rp16.000")
    price = page.locator(".isian-price input")
    price.tap()
    page.keyboard.type("12.000")
    price.blur()
    expect(sentence).to_contain_text("Dengan harga Rp12.000, Anda rugi Rp783")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    sentence.scroll_into_view_if_needed()
    page.screenshot(path=f"{shots}/ponsel-kalkulator.png")
    page.context.close()
