"""The real service on a port of its own, with a school behind it, people in it, and visitors.

Who somebody is, the hub says; here a table says it, by the token in the same signed cookie.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from jupyterhub.services.auth import HubOAuth
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, create_signed_value

from academy.people.models import Cohort, Group, Person
from academy.people.store import Store, address
from academy.web.app import make_app
from deployment.local.accounts import Accounts
from deployment.local.school import School

SECRET = b"k" * 32
PREFIX = "/services/pelatihan/"
SERVER = "server-of-"  # before a name: the token that her server has from the hub
ROLES = {"trainee": "peserta", "mentor": "pendamping", "operator": "kantor"}


class Hub(HubOAuth):  # type: ignore[misc]
    """Asks a table instead of the hub: a token is its owner's user name."""

    people: dict[str, str]

    async def user_for_token(self, token: str, **_: Any) -> dict[str, Any] | None:
        """Give the model that the hub would give."""
        name = token.removeprefix(SERVER)
        if name not in self.people:
            return None
        own = token == name
        scopes = ["access:services!service=pelatihan"] if own else [f"access:servers!user={name}"]
        groups = [ROLES[self.people[name]]] if self.people[name] in ROLES else []
        return {"name": name, "kind": "user", "groups": groups, "scopes": scopes}


class Visitor(requests.Session):
    """A browser without scripts."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def request(self, method: Any, url: Any, *args: Any, **more: Any) -> requests.Response:
        """Ask for a path below the service's own."""
        at = url if "://" in str(url) else self.base + str(url)
        more.setdefault("timeout", 300)
        return super().request(method, at, *args, **more)

    def send_form(self, path: str, to: str = "", **fields: Any) -> requests.Response:
        """Open a page, and send the form on it that goes to `to`, with its hidden fields."""
        page = self.get(path)
        return self.send_page(page, to or path, **fields)

    def press(self, path: str, **fields: str) -> requests.Response:
        """Send a form with a token of this visitor's own, wherever its page may be."""
        page = self.get("daftar").text
        return self.post(path, data={**hidden(page, PREFIX + "daftar"), **fields})

    def send_page(self, page: requests.Response, to: str, **fields: Any) -> requests.Response:
        """Send the form of an open page."""
        files = fields.pop("files", None)
        data = {**hidden(page.text, PREFIX + to), **fields}
        return self.post(to, data=data, files=files)


def hidden(page: str, action: str) -> dict[str, str]:
    """Read the hidden fields of the form that goes to `action`."""
    forms = re.findall(r"<form[^>]*>.*?</form>", page, re.DOTALL)
    form = next(form for form in forms if f'method="post" action="{action}"' in form)
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


@dataclass
class Site:
    """The running service.

    Attributes:
        school: the school behind it.
        store: the academy's database.
        base: where it is.
        roles: role by user name, as the hub would know them.
    """

    school: School
    store: Store
    base: str
    app: Application
    roles: dict[str, str] = field(default_factory=dict)

    def visitor(self, name: str = "") -> Visitor:
        """A browser in which `name` is logged in; nobody without a name."""
        made = Visitor(self.base)
        if name:
            cookie = self.app.settings["hub_auth"].cookie_name
            value = create_signed_value(SECRET, cookie, name, version=2).decode()
            made.cookies.set(cookie, value, path=PREFIX)
        return made

    def person(self, name: str) -> Person:
        """What is kept about somebody now."""
        with self.store.reading() as session:
            return session.query(Person).filter_by(user_name=name).one()


def _person(name: str, number: int, group: Group | None, role: str = "trainee") -> Person:
    return Person(
        user_name=name,
        display_name=f"Siti {name.title()}",
        role=role,
        phone=f"+62812111100{number:02d}",
        district="36.02",
        business="Emping",
        cohort=group.cohort if group else None,
        group=group,
        registered=datetime(2027, 1, 4, tzinfo=UTC),
        consent_day=date(2027, 1, 4),
        consent_text="2026-11",
    )


PEOPLE = {
    "tosari": "trainee",  # of Mawar, whose mentor is mentora
    "lumiga": "trainee",  # of Mawar too
    "kerupa": "trainee",  # of Melati, whose mentor is mentorb
    "bokasi": "trainee",  # registered herself: of no group
    "mentora": "mentor",
    "mentorb": "mentor",  # of another cohort
    "kantora": "operator",
}


def furnish(school: School, store: Store) -> None:
    """Two cohorts, two groups, seven people, their logins."""
    days = {"starts": date(2026, 11, 2), "ends": date(2099, 4, 3)}
    first, second = (
        Cohort(name=name, code=code, **days)
        for name, code in (("2027-1", "KODE2345"), ("2027-2", "LAIN6789"))
    )
    mawar = Group(cohort=first, name="Mawar", mentor="mentora")
    melati = Group(cohort=second, name="Melati", mentor="mentorb")
    groups = {"tosari": mawar, "lumiga": mawar, "kerupa": melati}
    with store.writing() as session:
        session.add_all([mawar, melati])
        for number, (name, role) in enumerate(PEOPLE.items()):
            person = _person(name, number, groups.get(name), role)
            person.cohort = person.cohort or first
            session.add(person)
    Accounts(school.accounts).add_all(
        (name, "trainee" if role == "trainee" else "mentor", f"kopi-sawah-lampu-{number}")
        for number, (name, role) in enumerate(PEOPLE.items())
    )


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory, clone: Path) -> list[Path]:
    """The databases of a school with people in it, made once: hashing and upgrading take a while."""
    school = School(tmp_path_factory.mktemp("furnished"), clone, clone)
    school.hub.mkdir()
    store = Store(address(school))
    furnish(school, store)
    store.settle()
    store.close()
    return [school.hub / "academy.sqlite", school.accounts]


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, work: Path, clone: Path, furnished: list[Path]
) -> Iterator[Site]:
    """The service, running in a thread of this process."""
    folder = work / tmp_path_factory.mktemp("web").name
    school = School(folder / "sekolah", clone, folder / "env")
    school.prepare()
    for database in furnished:
        shutil.copy(database, school.hub)
    store = Store(address(school))
    started: list[tuple[Site, Callable[[], None]]] = []
    ready = threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_run(school, store, started, ready)))
    thread.start()
    assert ready.wait(20)
    made, stop = started[0]
    yield made
    stop()
    thread.join(10)
    store.close()
    shutil.rmtree(folder)


async def _run(school: School, store: Store, started: list[Any], ready: threading.Event) -> None:
    hub = Hub(base_url=PREFIX, oauth_client_id="service-pelatihan", api_token="x")
    hub.access_scopes = {"access:services!service=pelatihan"}
    hub.people = {**PEOPLE, "tamutak": "nobody"}
    app = make_app(school, store, hub, SECRET)
    sockets = bind_sockets(0, "127.0.0.1")
    server = HTTPServer(app, max_body_size=8_000_000, max_buffer_size=8_000_000)
    server.add_sockets(sockets)
    end = asyncio.Event()
    loop = asyncio.get_running_loop()
    port = sockets[0].getsockname()[1]
    base = f"http://127.0.0.1:{port}{PREFIX}"
    started.append(
        (Site(school, store, base, app, hub.people), lambda: loop.call_soon_threadsafe(end.set))
    )
    ready.set()
    await end.wait()
    server.stop()
    await server.close_all_connections()
