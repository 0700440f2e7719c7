"""What the room knows of her way."""

import json
from datetime import date

import pytest

from latihan.lab import exchange
from latihan.lab.places import Places
from latihan.lab.plan import FILE, Entry, entry

HPP = "pembukuan_03_hpp"


def _say(room: Places, **said: object) -> None:
    (room.plan / FILE).write_text(json.dumps({"exercises": {HPP: said}}))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"exercises": {"pembukuan_03_hpp": 5}}'])
def test_without_a_plan_nothing_is_said(room: Places, text: str) -> None:
    """No file, or one that says nothing."""
    if text:
        (room.plan / FILE).write_text(text)
    assert entry(room, HPP) == Entry()


def test_a_due_day_that_is_none(room: Places) -> None:
    """Whatever stands there, a room opens."""
    _say(room, due="besok")
    assert entry(room, HPP).note == ""


def test_what_is_said(room: Places) -> None:
    """The day, what comes first, what is done."""
    _say(room, due="2027-01-20", first=["Uang usaha", "Buku kas"])
    assert entry(room, HPP).due == date(2027, 1, 20)
    assert entry(room, HPP).note == (
        "Selesaikan dahulu: Uang usaha, Buku kas. Paling lambat 20 Januari 2027"
    )


def test_a_closed_exercise_says_what_comes_first(room: Places) -> None:
    """It is not in the exchange that she sees, so it cannot be fetched."""
    released = room.exchange / "lapak/outbound" / HPP
    released.rename(released.with_name("away"))
    _say(room, first=["Uang usaha", "Buku kas"])
    with pytest.raises(exchange.ExchangeProblem, match="menyelesaikan: Uang usaha dan Buku kas"):
        exchange.fetch(room, HPP)
