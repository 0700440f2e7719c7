"""Limits on guessing."""

from __future__ import annotations

import sqlite3

import pytest

from deployment.local import attempts

NOW = 1_000_000.0


@pytest.fixture
def db() -> sqlite3.Connection:
    """A database with the table in it."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    attempts.create(made)
    return made


def begin(db: sqlite3.Connection, name: str, address: str, now: float = NOW) -> int:
    """One attempt in a transaction of its own."""
    wait = attempts.begin(db, name, address, now)
    db.execute("COMMIT")
    return wait


def test_the_fifth_wrong_attempt_on_a_name_makes_it_wait(db: sqlite3.Connection) -> None:
    """From whatever addresses they come."""
    assert [begin(db, "ani", f"10.0.0.{at}") for at in range(6)] == [0, 0, 0, 0, 0, 30]
    assert begin(db, "budi", "10.0.0.1") == 0


def test_who_came_earlier_does_not_wait_for_who_came_later(db: sqlite3.Connection) -> None:
    """Two at once: the one that looked at the clock first may get to the table second."""
    assert [begin(db, "ani", "a", NOW + 0.5), begin(db, "ani", "a", NOW)] == [0, 0]


def test_waits_grow_and_end(db: sqlite3.Connection) -> None:
    """Half a minute, a minute, two … never more than a quarter of an hour."""
    now, waits = NOW, []
    for _ in range(20):
        while wait := begin(db, "ani", "a", now):
            waits.append(wait)
            now += wait
    assert waits[:4] == [30, 60, 120, 240]
    assert max(waits) == 900


def test_an_address_is_limited_over_all_names(db: sqlite3.Connection) -> None:
    """One guess each at many names is guessing too."""
    waits = [begin(db, f"nama{at}", "10.0.0.9") for at in range(45)]
    assert waits[:40] == [0] * 40
    assert min(waits[40:]) > 0


def test_attempts_during_a_wait_do_not_lengthen_it(db: sqlite3.Connection) -> None:
    """An impatient person is not punished for pressing the button."""
    for _ in range(5):
        begin(db, "ani", "a")
    assert {begin(db, "ani", "a", NOW + 10) for _ in range(9)} == {20}
    assert begin(db, "ani", "a", NOW + 31) == 0


def test_success_forgives_the_name_only(db: sqlite3.Connection) -> None:
    """Somebody with an account of her own cannot wipe the count of her address with it."""
    for at in range(39):
        begin(db, f"nama{at}", "a")
    begin(db, "ani", "a")
    attempts.forgive(db, "ani")
    assert begin(db, "ani", "a") > 0
    assert begin(db, "ani", "b") == 0


def test_old_attempts_are_forgotten(db: sqlite3.Connection) -> None:
    """After a quiet hour everybody starts anew, and the table does not grow for ever."""
    for _ in range(4):
        begin(db, "ani", "a")
    begin(db, "budi", "b", NOW + 3700)
    assert db.execute("SELECT count(*) FROM attempts").fetchone() == (2,)
