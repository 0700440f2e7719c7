"""Which try she is at, as the school says it."""

from datetime import UTC, datetime

import pytest

from latihan.lab.places import Places
from latihan.lab.tries import Try, as_told, present

HPP = "pembukuan_03_hpp"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"attempt": "x"}', '{"attempt": 2, "since": "z"}']
)
def test_without_a_record_it_is_the_first(room: Places, text: str) -> None:
    """No file, or one that says nothing."""
    if text:
        (room.variants / f"{HPP}.json").write_text(text)
    assert present(room, HPP) == Try(1, judged=False)


def test_what_the_school_says(room: Places) -> None:
    """The number, since when, and whether it was judged."""
    said = '{"attempt": 2, "seed": "b", "since": "2027-01-05T00:00:00Z", "judged": true}'
    (room.variants / f"{HPP}.json").write_text(said)
    now = present(room, HPP)
    assert now == Try(2, judged=True, since=datetime(2027, 1, 5, tzinfo=UTC))
    assert as_told(now) == {"number": 2, "judged": True}
