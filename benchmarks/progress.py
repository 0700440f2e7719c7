"""The pages of progress and the report, 10,000 trainees, 21 units, three tries each: seconds of the server.

`build/env/hub-env/bin/python -m benchmarks.progress` makes the school, asks for the pages over HTTP and
prints a table; it ends with 1 where a page takes longer than it may. `--database` names a PostgreSQL.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice, product
from pathlib import Path
from typing import Any

import requests
import yaml
from jupyterhub.services.auth import HubOAuth
from sqlalchemy import insert
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import create_signed_value

from academy.catalog import Catalog, Exercise, Unit, load_catalog
from academy.people.models import Cohort, Due, Group, Person
from academy.people.store import Store, address
from academy.people.traits import BUSINESSES
from academy.progress.models import Attempt, Review, Visit
from academy.progress.store import VARIABLE, open_progress
from academy.web.app import make_app
from deployment.local.school import School
from usaha.districts import DISTRICTS

CLONE = Path(__file__).resolve().parents[1]
PREFIX, SECRET = "/services/pelatihan/", b"k" * 32
UNITS, TRIES, GROUP = 21, 3, 25
REPEATS = 15
NOW = datetime.now(UTC).replace(tzinfo=None)
LIMITS = {"perjalanan": 0.1, "pendampingan": 0.3, "laporan": 5.0}  # seconds


def batched(things: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Give things in lists of at most `size`; itertools has this from Python 3.12 on."""
    left = iter(things)
    while some := list(islice(left, size)):
        yield some


class Table(HubOAuth):  # type: ignore[misc]
    """Says who somebody is without a hub: the token is `role-name`."""

    async def user_for_token(self, token: str, **_: Any) -> dict[str, Any]:
        """Give the model that the hub would give."""
        group, name = token.split("-")
        return {"name": name, "kind": "user", "groups": [group], "scopes": list(self.access_scopes)}


def curriculum(folder: Path) -> Catalog:
    """Write a catalogue of 21 units: the real ones, and copies of one of them."""
    (folder / "curriculum").mkdir(parents=True)
    source = CLONE / "curriculum"
    listed = yaml.safe_load((source / "catalog.yml").read_text())
    track = listed["tracks"][0]
    missing = UNITS - sum(len(each["units"]) for each in listed["tracks"])
    for number in range(missing):
        name = f"{50 + number}_salinan"
        changed = {"id": f"{track['id']}/{name}", "assignment": f"{track['id']}_{name}"}
        track["units"].append({**track["units"][0], **changed})
    (folder / "curriculum/catalog.yml").write_text(yaml.safe_dump(listed))
    (folder / "curriculum/glosarium.yml").write_text((source / "glosarium.yml").read_text())
    return load_catalog(folder)


def people(store: Store, catalog: Catalog, count: int) -> list[str]:
    """Register trainees in groups of 25, in cohorts of 40 groups with a day for each unit."""
    names = [f"p{number:05d}" for number in range(count)]
    today = NOW.date()
    with store.writing() as session:
        for at, some in enumerate(batched(names, GROUP)):
            if at % 40 == 0:
                days = (today - timedelta(60), today + timedelta(30))
                cohort = Cohort(name=f"c{at}", code=f"c{at}", starts=days[0], ends=days[1])
                cohort.dues = [
                    Due(assignment=unit.assignment, day=days[0] + timedelta(3 * number))
                    for number, unit in enumerate(catalog.units)
                ]
            group = Group(name=f"g{at}", mentor=f"m{at}", cohort=cohort)
            session.add_all(_person(name, group) for name in some)
    return names


def _person(name: str, group: Group) -> Person:
    number = int(name[1:])
    return Person(
        user_name=name,
        display_name=f"Peserta {name}",
        role="trainee",
        phone=f"+62812{name[1:]}",
        district=DISTRICTS[number * number % len(DISTRICTS)].code,
        business="Emping",
        business_group=[*BUSINESSES][number % 7 % len(BUSINESSES)],
        sex="PPL"[number % 3],
        cohort=group.cohort,
        group=group,
        registered=NOW,
    )


def rows(names: list[str], catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Make three tries of every unit for everybody, most of them better each time, and one of a test."""
    chance = random.Random(7)  # noqa: S311 (figures for a measurement)
    exercises: list[Exercise] = [*catalog.exercises]
    for name, (at, unit) in product(names, enumerate(exercises)):
        skill = chance.random()
        for number in range(1, (TRIES if isinstance(unit, Unit) else 1) + 1):
            answers = {
                question: (points if right else 0.0, points, "benar" if right else "belum_tepat")
                for question, points in unit.points.items()
                for right in [chance.random() < skill * 0.4 + number * 0.2]
            }
            when = NOW - timedelta(days=60 - 2 * at, hours=number)
            yield {
                "user_name": name,
                "assignment": unit.assignment,
                "number": number,
                "seed": "5a" * 32,
                "handed_in": when,
                "stamp": when,
                "graded": NOW,
                "score": sum(earned for earned, _, _ in answers.values()),
                "points": float(sum(unit.points.values())),
                "answers": answers,
                "minutes": 20,
            }


def furnish(school: School, catalog: Catalog, count: int) -> None:
    """Fill both databases."""
    store = Store(address(school))
    names = people(store, catalog, count)
    progress = open_progress(school)
    with progress.writing() as session:
        for some in batched(rows(names, catalog), 5000):
            session.execute(insert(Attempt), some)
        for name in names:
            own = {"user_name": name, "assignment": catalog.units[0].assignment}
            session.add(Visit(user_name=name, mentor="m", day=NOW.date(), told="Bagus.", note=""))
            session.add(
                Review(**own, cell="alasan", points=4, score=None, comment="Baik.", changed=NOW)
            )
    progress.close()
    store.close()


@contextmanager
def serving(school: School) -> Iterator[tuple[str, str]]:
    """Serve the pages; gives the address and the cookie's name."""
    ready, found = threading.Event(), []

    async def run() -> None:
        hub = Table(base_url=PREFIX, oauth_client_id="service-pelatihan", api_token="x")  # noqa: S106 (of no hub)
        hub.access_scopes = {"access:services!service=pelatihan"}
        sockets = bind_sockets(0, "127.0.0.1")
        server = HTTPServer(make_app(school, Store(address(school)), hub, SECRET))
        server.add_sockets(sockets)
        end = asyncio.Event()
        found.extend(
            [sockets[0].getsockname()[1], hub.cookie_name, end, asyncio.get_running_loop()]
        )
        ready.set()
        await end.wait()
        server.stop()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    ready.wait(20)
    try:
        yield f"http://127.0.0.1:{found[0]}{PREFIX}", found[1]
    finally:
        found[3].call_soon_threadsafe(found[2].set)
        thread.join()


def ask(base: str, cookie: str, who: str, path: str) -> tuple[float, float]:
    """Ask for a page; gives the seconds by the clock and those of the processor (of this process)."""
    value = create_signed_value(SECRET, cookie, who, version=2).decode()
    started, worked = time.perf_counter(), time.process_time()
    answer = requests.get(base + path, cookies={cookie: value}, timeout=60)
    taken = time.perf_counter() - started, time.process_time() - worked
    answer.raise_for_status()
    assert path.split("/", maxsplit=1)[0] in answer.url, answer.url
    return taken


def compare(base: str, cookie: str, count: int) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Measure each page as several people see it, once warm."""
    groups = max(count // GROUP, 1)
    trainees = [f"peserta-p{number * count // REPEATS:05d}" for number in range(REPEATS)]
    numbers = [1 + number * groups // REPEATS for number in range(REPEATS)]
    pages = {
        "perjalanan": [(who, "perjalanan") for who in trainees],
        "pendampingan": [(f"pendamping-m{n - 1}", f"pendampingan/{n}") for n in numbers],
        "soal, satu kelompok": [
            (f"pendamping-m{n - 1}", f"pendampingan/{n}/soal/pembukuan_03_hpp") for n in numbers
        ],
        "soal, semua": [("kantor-k", "pendampingan/semua/soal/pembukuan_03_hpp")] * 2,
        "laporan": [("kantor-k", "laporan")] * 3,
        "laporan, PDF": [("kantor-k", "laporan/pdf")] * 2,
        "laporan, Excel": [("kantor-k", "laporan/excel")] * 2,
    }
    for page, asked in pages.items():
        ask(base, cookie, *asked[0])
        yield page, [ask(base, cookie, *one) for one in asked]


def main() -> int:
    """Measure, and say whether it was fast enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trainees", type=int, default=10_000, help="how many")
    parser.add_argument("--database", default="", help="an empty PostgreSQL, by address")
    chosen = parser.parse_args()
    if chosen.database:
        os.environ[VARIABLE] = os.environ["LAPAK_ACADEMY_DB"] = chosen.database
    too_slow = []
    with tempfile.TemporaryDirectory(prefix="lapak-ukur-") as folder:
        school = School(Path(folder) / "sekolah", Path(folder) / "klon", Path(folder) / "env")
        for needed in (school.hub, school.course):
            needed.mkdir(parents=True)
        catalog = curriculum(school.clone)
        started = time.perf_counter()
        furnish(school, catalog, chosen.trainees)
        tries = chosen.trainees * UNITS * TRIES
        sys.stdout.write(f"{tries} tries written in {time.perf_counter() - started:.0f} s\n\n")
        sys.stdout.write(
            "| page | median, ms | slowest, ms | processor, ms | allowed, ms |\n|---|--:|--:|--:|--:|\n"
        )
        with serving(school) as (base, cookie):
            for page, asked in compare(base, cookie, chosen.trainees):
                seconds, worked = [one for one, _ in asked], [one for _, one in asked]
                middle, worst = statistics.median(seconds), max(seconds)
                allowed = LIMITS.get(page)
                limit = f"{1000 * allowed:.0f}" if allowed else ""
                sys.stdout.write(
                    f"| {page} | {1000 * middle:.0f} | {1000 * worst:.0f} "
                    f"| {1000 * statistics.median(worked):.0f} | {limit} |\n"
                )
                if allowed and middle > allowed:
                    too_slow.append(page)
    sys.stdout.write(json.dumps({"too_slow": too_slow}) + "\n")
    return bool(too_slow)


if __name__ == "__main__":
    sys.exit(main())
