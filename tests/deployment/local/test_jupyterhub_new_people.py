"""People who are registered while the hub runs: they log in at once, with the rights of their role."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from pathlib import Path

from academy.people import records
from academy.people import store as stored
from academy.people.enrolment import enrol
from academy.people.erasure import close
from academy.people.models import Cohort
from academy.people.roster import Entry
from academy.people.store import Store

from .test_jupyterhub_config import Running, running
from .visiting import Browser, heading

__all__ = ["running"]  # the running school of that module, once more for this one
CHOSEN = "emping menes 77"
DAY = stored.date(2027, 1, 4)


def card(path: Path) -> tuple[str, str]:
    """User name and one-time password on the last card of a file."""
    name, password = re.findall(r"<b>([^<]*)</b>", path.read_text())[-2:]
    return name, password


def register(running: Running, role: str, number: int) -> tuple[str, str]:
    """Register somebody as `lapak people import` does."""
    database = Store(stored.address(running.school))
    with database.writing() as session:
        if session.query(Cohort).count() == 0:
            stored.add_cohort(session, "2027-1", (DAY, DAY), "KODE2345")
    phone = f"+628123456789{number}"
    person = Entry(1, "Siti Aminah", phone, None, "36.02", cohort="2027-1", group=role)
    path = enrol(running.school, database, [person], role)[0]
    database.close()
    return card(path)


def enter(running: Running, name: str, password: str) -> Browser:
    """Log in with a card and choose a password."""
    visitor = Browser(running.base)
    page = visitor.fill(visitor.log_in(name, password), password=CHOSEN, again=CHOSEN)
    assert heading(page).startswith("Selamat datang")
    return visitor


def groups_of(visitor: Browser, name: str) -> set[str]:
    """What the hub itself says of a user."""
    answer = visitor.get(
        f"{visitor.base}/hub/api/users/{name}",
        headers={"Referer": f"{visitor.base}/hub/home"},
        timeout=30,
    )
    return set(json.loads(answer.text)["groups"])


def test_a_trainee_logs_in_at_once_and_gets_her_shop(running: Running) -> None:
    """Without a restart; her server starts, her numbers are hers, and a closed account ends it all."""
    school = running.school
    (school.outbound / "pembukuan_03_hpp").mkdir(exist_ok=True)
    name, password = register(running, "trainee", 1)
    visitor = enter(running, name, password)
    assert groups_of(visitor, name) == {"peserta"}
    page = visitor.open("/hub/spawn")
    deadline = time.monotonic() + 60
    while f"/user/{name}/" not in page.url:
        assert time.monotonic() < deadline, page.text
        time.sleep(0.5)
        page = visitor.open(f"/hub/spawn-pending/{name}")
    shop = json.loads((school.variant(name) / "pembukuan_03_hpp.json").read_text())
    assert (shop["unit"], shop["attempt"]) == ("pembukuan/03_hpp", 1)
    assert visitor.open("/services/lapak/formgrader").status_code == 403

    database = Store(stored.address(school))
    close(school, database, name)
    database.close()
    deadline = time.monotonic() + 30
    while "/hub/login" not in visitor.open("/hub/home").url:
        assert time.monotonic() < deadline
        time.sleep(1)
    assert "belum tepat" in Browser(running.base).log_in(name, CHOSEN).text
    records.remove(school, name)  # her name is drawn by chance: leave no account of it


def test_a_mentor_reaches_formgrader_at_once(running: Running) -> None:
    """And the hub has her in the mentors' group."""
    name, password = register(running, "mentor", 2)
    visitor = enter(running, name, password)
    assert groups_of(visitor, name) == {"pendamping", "formgrade-lapak"}
    assert visitor.open("/services/lapak/formgrader").status_code == 200


def test_the_office_sees_neither_work_nor_a_server(running: Running) -> None:
    """It has the group of its own and nothing else."""
    name, password = register(running, "operator", 3)
    visitor = enter(running, name, password)
    assert groups_of(visitor, name) == {"kantor"}
    assert visitor.open("/services/lapak/formgrader").status_code == 403
    page = visitor.open("/hub/spawn")
    assert page.status_code == 403
    assert "Akun kantor tidak punya ruang belajar" in page.text
    assert visitor.open("/").url.endswith("/hub/home")


def test_the_pages_of_the_training_know_who_comes(running: Running) -> None:
    """Behind the hub's login, by its groups: each role arrives at its own page, and at no other's."""
    pages = f"{running.base}/services/pelatihan"
    trainee, mentor, office = (
        enter(running, *register(running, role, number))
        for number, role in ((4, "trainee"), (5, "mentor"), (6, "operator"))
    )
    assert heading(trainee.open("/services/pelatihan/saya")) == "Data saya"
    assert trainee.open("/services/pelatihan/peserta").status_code == 403
    for someone in (mentor, office):
        assert someone.open("/services/pelatihan/").url == f"{pages}/peserta"
    assert "Siti Aminah" in office.open("/services/pelatihan/peserta").text
    assert "Siti Aminah" not in mentor.open("/services/pelatihan/peserta").text
    stranger = Browser(running.base).open("/services/pelatihan/peserta")
    assert "/hub/login" in stranger.url
    assert Browser(running.base).open("/services/pelatihan/daftar").status_code == 200


def test_who_registers_herself_can_log_in(running: Running) -> None:
    """With the code of her cohort and a password of her own, at once."""
    visitor = Browser(running.base)
    page = visitor.fill(visitor.open("/services/pelatihan/daftar"), kode="kode 2345")
    said = {"name": "Entin Aminah", "phone": "081234567899", "district": "36.02", "setuju": "ya"}
    chosen = {"sandi": CHOSEN, "ulang": CHOSEN, "kode": "KODE2345", "tahap": "2"}
    page = visitor.fill(page, **said, **chosen)
    assert heading(page) == "Anda sudah terdaftar"
    name = re.findall(r'class="secret">([a-z]{6})<', page.text)[0]
    someone = Browser(running.base)
    assert heading(someone.log_in(name, CHOSEN)).startswith("Selamat datang")
    assert "Entin Aminah" in someone.open("/services/pelatihan/saya").text


def test_the_office_registers_from_a_file_and_she_takes_her_data_with_her(running: Running) -> None:
    """Through the proxy, with the rights that the service has here: upload, cards, login, export."""
    office = enter(running, *register(running, "operator", 7))
    pages = f"{running.base}/services/pelatihan"
    token = re.findall(
        r'name="_xsrf" value="([^"]*)"', office.open("/services/pelatihan/impor").text
    )
    said = {"_xsrf": token[0], "angkatan": "2027-1", "kelompok": "Mawar"}
    data = b"Nama;No HP;Kab/Kota\nEuis Aminah;0812-3456-7877;Cilegon\n"
    page = office.post(f"{pages}/impor", data=said, files={"berkas": ("a.csv", data)}, timeout=60)
    assert page.url == f"{pages}/impor/periksa", page.text
    mark = re.findall(r'name="daftar" value="([^"]*)"', page.text)
    said |= {"daftar": mark[0], "aksi": "daftarkan"}
    page = office.post(page.url, data=said, timeout=60)
    assert page.url == f"{pages}/impor/kartu"
    sheet = office.open("/services/pelatihan/impor/kartu/kartu-mawar").text
    trainee = enter(running, *re.findall(r"<b>([^<]*)</b>", sheet))

    page = trainee.open("/services/pelatihan/saya")
    token = re.findall(r'name="_xsrf" value="([^"]*)"', page.text)
    answer = trainee.post(f"{pages}/saya/berkas", data={"_xsrf": token[0]}, timeout=60)
    assert answer.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert "Euis Aminah" in archive.read("data.json").decode()


def test_no_log_learns_a_phone_number(running: Running) -> None:
    """Not even one that was typed where the user name belongs."""
    Browser(running.base).log_in("081234567891", "salah")
    logs = [running.school.log, *(running.school.hub / "logs").glob("*.log")]
    written = "".join(path.read_text(errors="replace") for path in logs)
    assert "Failed login" in written
    assert "81234567891" not in written
    assert "Aminah" not in written
