"""The hub itself, started with this configuration and asked over HTTP."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import jupytext
import pytest
import requests

from academy.environment import ensure_proxy
from academy.translations import compile_catalogues
from deployment.local import cards, config_files, folders, hub_pages, processes
from deployment.local.accounts import Accounts
from deployment.local.school import School
from tests.ports import seven_free
from tests.voila_apps.template.conftest import Tools
from tests.voila_apps.template.notebook import TOOL

from .visiting import Browser, heading

CONFIG = Path(folders.__file__).parent / "jupyterhub_config.py"
SUPERVISOR = """
import os, sys
from pathlib import Path
from deployment.local import processes
processes.run(sys.argv[2:], os.environ, Path(sys.argv[1]), processes.Stop(), lambda: True)
"""


@dataclass
class Running:
    """A school that runs, its first passwords, and where it is."""

    school: School
    once: dict[str, str]

    @property
    def base(self) -> str:
        """Its address."""
        return self.school.address


def ready(base: str) -> bool:
    """Whether the hub and its services answer through the proxy."""
    try:
        doors = ("/hub/login", "/services/belajar/")
        return all(requests.get(base + door, timeout=2).status_code == 200 for door in doors)
    except (requests.ConnectionError, requests.Timeout):  # a busy machine takes its time
        return False


def furnish(school: School) -> None:
    """Give the school a page, a tool and a course, as `lapak serve` does from the build."""
    (school.site / "index.html").write_text("<!DOCTYPE html><title>Pelajaran</title>")
    speaking = 'from usaha.language import _\nprint("sudah dihitung", _("Bahan"))'
    notebook = jupytext.reads(TOOL.replace('print("sudah dihitung")', speaking), fmt="py:percent")
    notebook.metadata["languages"] = ["id", "en"]
    jupytext.write(notebook, school.apps / "uji.ipynb")
    compile_catalogues(Path(__file__).parents[3], school.apps / "bahasa")
    (school.apps / "statik").mkdir()
    (school.apps / "statik/daftar.json").write_text('{"script": "a.js"}')
    (school.apps / "statik/style.css").write_text("main { max-width: 40rem }")
    root = str(school.course)
    school.nbgrader_config.write_text(
        f"c = get_config()\nc.CourseDirectory.course_id = 'lapak'\nc.CourseDirectory.root = {root!r}\n"
        f"c.Exchange.root = {str(school.exchange)!r}\n"
    )
    folders.hand_over(school)
    config_files.write(school)


@pytest.fixture(scope="module")
def running(
    trainee_env: Path,
) -> Iterator[Running]:
    """One running school for all tests of this module."""
    folder = Path("/tmp") / f"lapak-hub-{os.getpid()}"
    folder.mkdir(mode=0o755)
    (folder / "clone/build/lessons/pembukuan").mkdir(parents=True)
    school = School(folder / "sekolah", folder / "clone", trainee_env.parent, seven_free())
    school = replace(school, other_trainee_env=trainee_env)
    school.prepare()
    furnish(school)
    once = cards.first_accounts(school)
    code = School.from_environment()
    proxy = ensure_proxy(code.clone, code.env_root)
    variables = {**os.environ, **school.environment(), "LAPAK_PROXY_CMD": json.dumps(proxy)}
    variables |= {"HOME": str(school.hub), "LAPAK_SCHOOL": str(school.home)}
    tools = {"address": "/services/alat/", "label": "Alat", "groups": None}
    tools |= {"english_address": "/services/alat/", "english": "Tools"}
    variables |= {hub_pages.NAVIGATION: json.dumps([tools])}
    # In a process of its own: it ends whatever is below it, and below pytest there is more.
    hub = [sys.executable, "-m", "jupyterhub", "-f", str(CONFIG)]
    child = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(school.log), *hub], env=variables
    )
    try:
        deadline = time.monotonic() + 180  # a busy machine takes its time
        while not ready(school.address):
            assert time.monotonic() < deadline, school.log.read_text()[-3000:]
            assert child.poll() is None, school.log.read_text()[-3000:]
            time.sleep(0.3)
        yield Running(school, once)
    finally:
        child.terminate()
        child.wait(15)
        processes.end_orphans(f"LAPAK_SCHOOL={school.home}")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def visitor(running: Running) -> Browser:
    """Somebody who is not logged in."""
    return Browser(running.base)


def test_the_address_alone_leads_to_the_login(visitor: Browser) -> None:
    """In Indonesian, for a phone, with the way to the public pages."""
    page = visitor.open("/")
    assert (page.url, page.status_code) == (f"{visitor.base}/hub/login", 200)
    assert heading(page) == "Masuk"
    assert '<html lang="id"' in page.text
    assert "width=device-width" in page.text
    assert "/services/belajar/" in page.text
    assert "/hub/token" not in page.text


@pytest.mark.parametrize("page", ["oauth_login", "oauth_callback", "config"])
def test_nothing_is_there_for_a_campus_that_is_not_set(visitor: Browser, page: str) -> None:
    """Without LAPAK_LTI_… the hub knows no launches."""
    assert visitor.open(f"/hub/lti13/{page}").status_code == 404


def test_english_comes_by_a_click(visitor: Browser) -> None:
    """From the login on, its way kept; each page is one small answer that loads nothing more."""
    page = visitor.open("/hub/login?next=%2Fhub%2Fhome")
    click = re.search(r'lang="en"[^>]* href="([^"]+next=%2Fhub%2Fhome[^"]*)"', page.text)
    assert click
    page = visitor.open(click[1].replace("&amp;", "&"))
    assert '<html lang="en"' in page.text
    assert '<a href="/services/alat/">Tools</a>' in page.text
    assert "are not right" in visitor.log_in("siapa", "salah").text
    for path, title in (("login", "Log in"), ("tidak-ada", "Page not found")):
        page = visitor.open(f"/hub/{path}")
        assert heading(page) == title
        assert re.findall(r'<(?:script|link)[^>]* (?:src|href)="(?!data:)', page.text) == []
        assert len(page.content) < 20_000
    assert heading(visitor.open("/hub/login?bahasa=id")) == "Masuk"


def test_first_login_demands_a_new_password_before_any_session(
    running: Running, visitor: Browser
) -> None:
    """With the card alone one sees the form and nothing else."""
    name = "peserta02"
    page = visitor.log_in(name, running.once[name].upper().replace("-", " "))
    assert heading(page) == "Buat kata sandi Anda"
    assert visitor.open("/hub/home").url.startswith(f"{visitor.base}/hub/login")
    page = visitor.fill(page, password="emping", again="emping")
    assert "terlalu pendek" in page.text
    page = visitor.fill(page, password=running.once[name], again=running.once[name])
    assert "sama dengan yang lama" in page.text
    page = visitor.fill(page, password="pisang goreng 5", again="pisang goreng 6")
    assert "belum sama" in page.text
    page = visitor.fill(page, password="pisang goreng 5", again="pisang goreng 5")
    assert (page.url, heading(page)) == (f"{visitor.base}/hub/home", "Selamat datang")
    again = Browser(running.base).log_in(name, running.once[name])
    assert "belum tepat" in again.text


def test_a_ticket_works_once(running: Running) -> None:
    """Who copied the cookie cannot change the password a second time."""
    store = Accounts(running.school.accounts)
    once = store.reset("peserta02")
    visitor = Browser(running.base)
    form = visitor.log_in("peserta02", once)
    thief = Browser(running.base)
    thief.cookies.update(visitor.cookies)
    visitor.fill(form, password="kelapa muda 9", again="kelapa muda 9")
    page = thief.open("/hub/kata-sandi-baru")
    assert page.url.startswith(f"{running.base}/hub/login")
    assert store.is_password("peserta02", "kelapa muda 9")


def test_a_forged_ticket_is_worth_nothing(visitor: Browser, running: Running) -> None:
    """Neither a made-up cookie nor none."""
    for value in ("", '["pendamping", ""]', "2|1:0|10:1|16:lapak-sandi-baru|4:eHg=|00"):
        visitor.cookies.set("lapak-sandi-baru", value, path="/hub/")
        page = visitor.open("/hub/kata-sandi-baru")
        assert page.url.startswith(f"{running.base}/hub/login")


def test_guessing_is_slowed_down_whatever_address_is_claimed(
    running: Running, visitor: Browser
) -> None:
    """With a sentence that says how long; a header of the guesser's own does not help."""
    page = visitor.open("/hub/login")
    for at in range(6):
        visitor.headers["X-Forwarded-For"] = f"10.0.0.{at}"
        visitor.headers["X-Real-IP"] = f"10.0.1.{at}"
        page = visitor.log_in("tebak", f"salah{at}")
    assert page.status_code == 429
    assert "Tunggu 30 detik" in page.text
    with sqlite3.connect(running.school.accounts) as db:
        addresses = {row[0] for row in db.execute("SELECT who FROM attempts WHERE kind='address'")}
    assert not [address for address in addresses if address.startswith("10.0.")]


@pytest.mark.parametrize("name", ["lapak-grader", "root", "admin", "peserta99"])
def test_no_other_name_gets_in(running: Running, visitor: Browser, name: str) -> None:
    """With any password that exists here."""
    assert "belum tepat" in visitor.log_in(name, running.once["pendamping"]).text


def test_the_mentor_lands_on_formgrader(running: Running, visitor: Browser) -> None:
    """Straight from the login."""
    visitor.enter(running.once, "pendamping")
    page = visitor.open("/")
    assert page.url.endswith("/services/lapak/formgrader/manage_assignments")
    assert page.status_code == 200
    assert page.headers["Content-Security-Policy"].startswith("frame-ancestors 'self'")
    assert "Buka penilaian" in visitor.open("/hub/home").text
    assert '<a href="/hub/home" lang="id">&larr; Lapak</a>' in page.text


def test_a_trainee_may_not_open_formgrader(running: Running, visitor: Browser) -> None:
    """403, in Indonesian; so with its interfaces."""
    visitor.enter(running.once, "peserta01")
    page = visitor.open("/services/lapak/formgrader")
    assert (page.status_code, heading(page)) == (403, "Halaman ini bukan untuk akun Anda")
    assert visitor.open("/services/lapak/formgrader/api/assignments").status_code == 403


PARTS = ("contents", "kernels", "kernelspecs", "sessions", "terminals", "status", "config/x")


def test_formgraders_server_runs_and_shows_nothing_else(running: Running, visitor: Browser) -> None:
    """No files, no kernels, no terminals, no JupyterLab for the mentor's browser."""
    visitor.enter(running.once, "pendamping")
    visitor.open("/services/lapak/formgrader")
    for part in PARTS:
        assert visitor.open(f"/services/lapak/api/{part}").status_code in (403, 404), part
    for path in ("files/nbgrader_config.py", "lab", "tree", "view/nbgrader_config.py"):
        assert visitor.open(f"/services/lapak/{path}").status_code in (403, 404), path


def test_a_link_cannot_make_the_grader_run_a_file(running: Running, visitor: Browser) -> None:
    """Its nbgrader would run nbgrader_config.py of the folder that `?path=` names."""
    folder, ran = running.school.home.parent / "jebakan", running.school.home.parent / "jalan"
    folder.mkdir()
    ran.mkdir()
    for path in (folder, ran):
        path.chmod(0o777)
    (folder / "nbgrader_config.py").write_text(f"open({str(ran / 'ya')!r}, 'w').close()\n")
    visitor.enter(running.once, "pendamping")
    page = visitor.open(f"/services/lapak/formgrader?path={folder}")
    assert page.url.endswith("/manage_assignments")
    assert list(ran.iterdir()) == []


def test_a_mentor_has_no_server_of_her_own(running: Running, visitor: Browser) -> None:
    """Her account reads submissions: code of others is not run beside it."""
    visitor.enter(running.once, "pendamping")
    page = visitor.open("/hub/spawn")
    assert page.status_code == 403
    assert "Akun pendamping tidak punya ruang belajar" in page.text


def test_pages_that_a_school_does_without(running: Running, visitor: Browser) -> None:
    """No tokens, no sharing, no administration."""
    visitor.enter(running.once, "peserta01")
    assert visitor.open("/hub/token").status_code == 404
    assert visitor.open("/hub/accept-share").status_code == 404
    assert visitor.open("/hub/admin").status_code == 403
    assert heading(visitor.open("/hub/tidak-ada")) == "Halaman tidak ditemukan"


def test_a_trainees_server_starts_in_its_box(running: Running, visitor: Browser) -> None:
    """Her kernel answers through the proxy, the lesson is her start page, and a stop ends it."""
    visitor.enter(running.once, "peserta01")
    page = visitor.open("/hub/spawn")
    deadline = time.monotonic() + 60
    while "/user/peserta01/" not in page.url:
        assert time.monotonic() < deadline, page.text
        time.sleep(0.5)
        page = visitor.open("/hub/spawn-pending/peserta01")
    assert page.url.endswith("/user/peserta01/lab")  # this school's clone has no lesson
    log = (running.school.hub / "logs" / "peserta01.log").read_text()
    assert "/user/peserta01/" in log
    boxes = [pid for pid in Path("/proc").glob("[0-9]*/cmdline") if b"peserta01\0" in read(pid)]
    assert boxes
    token = re.search(r'/server\?_xsrf=([^"]*)"', visitor.open("/hub/home").text)
    assert token
    stopped = visitor.delete(
        f"{visitor.base}/hub/api/users/peserta01/server",
        headers={"X-XSRFToken": token[1], "Referer": f"{visitor.base}/hub/home"},
        timeout=30,
    )
    assert stopped.status_code in (202, 204)
    for _ in range(100):
        if not any(b"jupyterhub-singleuser\0" in read(pid) for pid in boxes):
            break
        time.sleep(0.1)
    assert "Ruang belajar Anda masih tertutup" in visitor.open("/hub/home").text


def read(path: Path) -> bytes:
    """What a file of /proc says; nothing when its process has ended."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_anybody_opens_pages_and_tools(visitor: Browser) -> None:
    """Without logging in; the tool's output is in its page."""
    assert "Pelajaran" in visitor.open("/services/belajar/").text
    tool = visitor.open("/services/alat/voila/render/uji.ipynb")
    assert tool.status_code == 200
    assert "sudah dihitung Bahan" in tool.text


def test_a_tool_speaks_english_from_inside_its_box(visitor: Browser) -> None:
    """The service and the process that it starts both find the catalogue."""
    tool = visitor.open("/services/alat/voila/render/uji.en.ipynb")
    assert tool.status_code == 200
    assert "sudah dihitung Materials" in tool.text
    assert "What you fill in is kept on this phone only." in tool.text


@pytest.mark.parametrize("path", ["api/contents", "api/kernels", "voila/files/uji.ipynb", "lab"])
def test_the_tools_server_is_closed_otherwise(visitor: Browser, path: str) -> None:
    """No kernels to start, no files to read."""
    assert visitor.open(f"/services/alat/{path}").status_code == 404


def test_a_visitor_counts_in_a_box_of_her_own(running: Running) -> None:
    """Inside the service's box and through the hub's proxy; nothing of the school shows in it."""

    async def look() -> str:
        tools = Tools(f"{running.base}/services/alat/", running.school.apps, running.school.log)
        async with tools.visitor() as visitor:
            return await visitor.set("teks", "lihat")

    seen = asyncio.run(look())
    assert "kerja" in seen
    assert "srv" not in seen


def test_a_reset_ends_the_session(running: Running, visitor: Browser) -> None:
    """Within seconds, without anybody logging out."""
    name = "peserta02"
    store = Accounts(running.school.accounts)
    store.change(name, "untuk sidang 1")
    visitor.log_in(name, "untuk sidang 1")
    assert heading(visitor.open("/hub/home")) == "Selamat datang"
    store.reset(name)
    deadline = time.monotonic() + 30
    while "/hub/login" not in visitor.open("/hub/home").url:
        assert time.monotonic() < deadline
        time.sleep(1)


def test_logging_out_ends_the_session(running: Running, visitor: Browser) -> None:
    """The way back leads through the login."""
    visitor.enter(running.once, "peserta01")
    visitor.open("/hub/logout")
    assert visitor.open("/hub/home").url.startswith(f"{visitor.base}/hub/login")
