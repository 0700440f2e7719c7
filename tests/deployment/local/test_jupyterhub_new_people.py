"""People who are registered while the hub runs: they log in at once, with the rights of their role."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

from academy.people import records
from academy.people import store as stored
from academy.people.enrolment import enrol
from academy.people.erasure import close
from academy.people.models import Cohort
from academy.people.roster import Entry
from academy.people.store import Store

from .test_jupyterhub_config import Browser, Running, heading, running

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


def test_no_log_learns_a_phone_number(running: Running) -> None:
    """Not even one that was typed where the user name belongs."""
    Browser(running.base).log_in("081234567891", "salah")
    logs = [running.school.log, *(running.school.hub / "logs").glob("*.log")]
    written = "".join(path.read_text(errors="replace") for path in logs)
    assert "Failed login" in written
    assert "81234567891" not in written
    assert "Aminah" not in written
