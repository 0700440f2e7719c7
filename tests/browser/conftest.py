"""The school of the browser tests, twice (as root, as a plain user), and the people in it."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from deployment.local.layout import Layout
from deployment.local.school import MENTOR, TRAINEES, others_can_enter
from tests.browser import answers
from tests.browser.mentor import Mentor
from tests.browser.people import Trainee, desk, phone, type_login
from tests.browser.school import PATH, School
from tests.campus import Platform, running_platform
from tests.chromium import OPTIONS, launched, program
from tests.ports import seven_free

CASES = ["root", "user"] if os.geteuid() == 0 else ["user"]
SALT = "5a" * 32  # the same shops in every run
COHORT, GROUP = "2027-1", "Mawar"
DUES = {"pembukuan_01_uang_usaha": "2099-01-20", "pembukuan_03_hpp": "2099-01-21"}
NAME, PASSWORD = "Siti Aminah", "emping menes 77"
OFFICE_PASSWORD = "laporan sebelum subuh"
CAMPUS = "kampus-2027"  # the cohort of those who come from there
STAGE = pytest.StashKey[dict[str, Any]]()


# ---- the school ------------------------------------------------------------------------------
@pytest.fixture(scope="package")
def platform() -> Iterator[Platform]:
    """The learning platform of a campus."""
    with running_platform() as made:
        yield made


@pytest.fixture(scope="package", params=CASES)
def school(
    request: pytest.FixtureRequest, work: Path, clone: Path, platform: Platform
) -> Iterator[School]:
    """A running school that nobody has entered yet; stopped at the end. Root's belongs to a campus."""
    case: str = request.param
    folder = work / case
    folder.mkdir(mode=0o755)
    if case == "root":
        made = _of_root(folder, clone, platform)
    else:
        make = request.getfixturevalue("fresh_clone")
        account = request.getfixturevalue("plain_user")
        trainee_env = request.getfixturevalue("trainee_env")
        made = _of_plain_user(folder, make, account, trainee_env)
    _prepare(made)
    request.config.stash[STAGE] = {"school": made, "case": case}
    try:
        made.start()
        yield made
    finally:
        made.clear_away()


def _of_root(folder: Path, clone: Path, platform: Platform) -> School:
    kept = {key: os.environ[key] for key in ("LAPAK_ENV",) if key in os.environ}
    more = {**kept, **platform.settings(CAMPUS)}
    made = School(Layout(folder / "sekolah"), clone, seven_free(), variables=more)
    platform.knows(made.address)
    return made


def _of_plain_user(
    folder: Path,
    fresh_clone: Callable[..., Path],
    account: pwd.struct_passwd,
    trainee_env: Path,
) -> School:
    """A clone of the account's own; its environment is made here, where packages are in the cache."""
    clone = fresh_clone(folder / "clone")
    uv = os.environ.get("LAPAK_UV") or shutil.which("uv")
    variables = {"PATH": f"{Path(uv).parent}:{PATH}" if uv else PATH, "HOME": str(Path.home())}
    subprocess.run([clone / "lapak", "--help"], env=variables, check=True, capture_output=True)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    kept = {"LAPAK_TRAINEE_ENV": str(trainee_env)} if others_can_enter(trainee_env) else {}
    owner = account if os.geteuid() == 0 else None
    return School(Layout(folder / "sekolah"), clone, seven_free(), owner, kept)


def _prepare(school: School) -> None:
    school.files.home.mkdir()
    school.files.salt.touch(0o600)
    school.files.salt.write_text(SALT)
    if school.owner:
        for path in (school.files.home, school.files.salt):
            os.chown(path, school.owner.pw_uid, school.owner.pw_gid)


@pytest.fixture(scope="package")
def shots(request: pytest.FixtureRequest, school: School, clone: Path) -> Path:
    """Where pictures of this case go: build/screenshots/<case>/."""
    folder = clone / "build/screenshots" / str(request.config.stash[STAGE]["case"])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    request.config.stash[STAGE]["shots"] = folder
    return folder


@pytest.fixture(scope="package")
def browser(request: pytest.FixtureRequest, school: School, shots: Path) -> Iterator[Browser]:
    """A Chromium without a window."""
    with launched() as opened:
        request.config.stash[STAGE]["browser"] = opened
        yield opened
        request.config.stash[STAGE].pop("browser")


@contextmanager
def browser_that_trusts(browser: Browser, root: Path, home: Path, name: str) -> Iterator[Browser]:
    """A second browser, in a home whose list of authorities has one more, that finds a name here."""
    known = f"sql:{home}/.pki/nssdb"
    (home / ".pki" / "nssdb").mkdir(parents=True)
    for words in (["-N", "--empty-password"], ["-A", "-t", "C,,", "-n", "uji", "-i", str(root)]):
        subprocess.run(["certutil", "-d", known, *words], check=True, capture_output=True)
    opened = browser.browser_type.launch(
        executable_path=program(),
        args=[*OPTIONS, f"--host-resolver-rules=MAP {name} 127.0.0.1"],
        env={**os.environ, "HOME": str(home)},
    )
    try:
        yield opened
    finally:
        opened.close()


# ---- the people ------------------------------------------------------------------------------
@pytest.fixture(scope="package")
def trainees(school: School, browser: Browser, shots: Path) -> dict[str, Trainee]:
    """Both trainees, logged in with their cards, the exercise open in front of them."""
    cards = school.passwords_of_cards()
    people = {name: Trainee(name, desk(browser), shots) for name in TRAINEES}
    for name, trainee in people.items():
        trainee.log_in_with_card(school.address, cards[name])
        trainee.choose_lesson()
        trainee.see_lesson()
        trainee.take_picture("pelajaran")
        trainee.start_exercise()
        trainee.take_picture("latihan")
    return people


@pytest.fixture(scope="package")
def handed_in(school: School, trainees: dict[str, Trainee]) -> dict[str, Trainee]:
    """Both have typed their answers and submitted: the first all right, the second not."""
    first, second = trainees.values()
    for name, formula in answers.right().items():
        first.answer(name, formula)
    first.write_reason(answers.REASON)
    first.submit()
    for name, formula in answers.with_mistakes(school.files.variant(first.name)).items():
        second.answer(name, formula)
    second.look_at("biaya_tenaga")
    second.take_picture("petunjuk")
    second.answer("susut_alat", answers.right()["susut_alat"])  # having read what to do
    second.write_reason(answers.REASON)
    second.submit()
    return trainees


@pytest.fixture(scope="package")
def mentor(school: School, browser: Browser, shots: Path) -> Mentor:
    """The mentor, logged in with her card."""
    someone = Mentor(desk(browser), shots)
    someone.log_in_with_card(school.address, school.passwords_of_cards()[MENTOR])
    return someone


@pytest.fixture(scope="package")
def graded(handed_in: dict[str, Trainee], mentor: Mentor) -> Mentor:
    """The mentor has looked, graded once more by machine, and graded by hand; the rest came by itself."""
    for trainee in handed_in.values():
        trainee.read_feedback("menunggu pendamping").close()
    mentor.by_itself = mentor.see_submissions()
    mentor.collect()
    mentor.see_submissions()
    for name in handed_in:
        mentor.autograde(name)
    mentor.by_machine = mentor.see_submissions()
    mentor.take_picture("formgrader-nilai-mesin")
    for name, (score, comment) in answers.VERDICTS.items():
        mentor.grade_task(name, answers.TASK, score, comment)
        mentor.take_picture(f"formgrader-uraian-{name}")
    mentor.by_hand = mentor.see_submissions()
    mentor.take_picture("formgrader-nilai")
    return mentor


@pytest.fixture(scope="package")
def code(school: School, mentor: Mentor) -> str:
    """A cohort with days by which its exercises are due, and the mentor's group; gives its code."""
    days = ("--starts", "2026-11-02", "--ends", "2099-04-03")
    code = school.people("cohort", "add", COHORT, *days).split()[-1]
    school.people("group", GROUP, "--cohort", COHORT, "--mentor", MENTOR)
    for assignment, day in DUES.items():
        school.people("cohort", "due", COHORT, assignment, day)
    return code


@pytest.fixture(scope="package")
def registered(school: School, browser: Browser, code: str, shots: Path) -> Trainee:
    """Somebody who has registered herself on a phone, with the code, and is logged in at a desk."""
    page = phone(browser)
    page.goto(f"{school.address}/hub/login")
    page.get_by_role("link", name="Daftar di sini").click()
    page.get_by_label("Kode pendaftaran").fill(code)
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_label("Nama lengkap").fill(NAME)
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
    page.context.close()
    trainee = Trainee(name, desk(browser), shots, PASSWORD)
    trainee.log_in(f"{school.address}/hub/login?next=%2Fhub%2Fhome")
    expect(trainee.page.get_by_role("heading", name="Selamat datang")).to_be_visible()
    return trainee


@pytest.fixture(scope="package")
def office(school: School, browser: Browser, code: str) -> Page:
    """Somebody of the office, registered from a list of one, logged in with her card."""
    file = school.files.home / "kantor.csv"
    file.write_text("Nama;No HP;Kab/Kota\nKartini Kantor;081299990001;Kota Serang\n")
    if school.owner:
        os.chown(file, school.owner.pw_uid, school.owner.pw_gid)
    said = school.people("import", str(file), "--cohort", COHORT, "--role", "operator")
    file.unlink()
    card = Path(said.split("Kartu untuk dicetak: ")[1].strip()).read_text(encoding="utf-8")
    name, once = re.findall(r"<b>([^<]*)</b>", card)
    page = desk(browser)
    type_login(page, school.address, name, once)
    page.get_by_label("Kata sandi baru").fill(OFFICE_PASSWORD)
    page.get_by_label("Tulis sekali lagi").fill(OFFICE_PASSWORD)
    page.get_by_role("button", name="Simpan dan masuk").click()
    expect(page.get_by_role("heading", name="Selamat datang")).to_be_visible()
    return page


# ---- what a failed test leaves behind ----------------------------------------------------------
@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Add the school's last words to a failure's report, and keep a picture of every open page."""
    report = yield
    stage = item.config.stash.get(STAGE, {})
    # A fixture that failed fails every test that needs it: once is enough.
    if report.failed and stage and stage.get("told") is not call.excinfo.value:
        stage["told"] = call.excinfo.value
        report.sections.append(("the school", stage["school"].last_words()))
        report.sections.append(("pictures", "\n".join(_pictures(stage, item.name))))
    return report


def _pictures(stage: dict[str, Any], name: str) -> Iterator[str]:
    contexts = stage["browser"].contexts if "browser" in stage else []
    for number, page in enumerate(page for context in contexts for page in context.pages):
        path = stage["shots"] / f"gagal-{re.sub(r'[^a-z_]+', '-', name)}-{number}.png"
        page.screenshot(path=path)
        yield f"{path}: {page.url}"
