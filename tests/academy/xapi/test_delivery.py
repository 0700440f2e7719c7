"""Delivering: to a file and to a store, with its login, and with what goes wrong there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from academy.retrying import Unreachable
from academy.xapi.delivery import ToFile, ToStore, delivery_to
from academy.xapi.statements import Statement, Writer

from .conftest import LOGIN, Lrs, attempt


@pytest.fixture
def made(writer: Writer) -> list[Statement]:
    """Three statements."""
    return list(writer.of_attempt(attempt("tosari", "pembukuan_03_hpp", 12)))


def test_a_file_gets_lines(tmp_path: Path, made: list[Statement]) -> None:
    """One a statement, at its end, readable by the school alone."""
    path = tmp_path / "xapi.jsonl"
    delivery = delivery_to(str(path))
    assert isinstance(delivery, ToFile)
    assert delivery.deliver(made[:1]) == delivery.deliver(made[1:]) == []
    assert [json.loads(line) for line in path.read_text().splitlines()] == made
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Unreachable, match=r"xapi\.jsonl"):
        ToFile(path / "xapi.jsonl").deliver(made)


def test_a_store_gets_them_with_its_login(lrs: Lrs, made: list[Statement]) -> None:
    """Once; a second time they are there already."""
    delivery = delivery_to(lrs.endpoint, LOGIN)
    assert isinstance(delivery, ToStore)
    assert delivery.deliver(made[:1]) == delivery.deliver(made[:1]) == []
    assert delivery.deliver(made) == []  # of which it has one already, and takes all or nothing
    assert list(lrs.taken.values()) == made


def test_a_store_that_refuses_one_gets_the_others(lrs: Lrs, made: list[Statement]) -> None:
    """And which it refused is known."""
    lrs.hates = "scored"
    assert ToStore(lrs.endpoint, LOGIN).deliver(made) == [made[1]["id"]]
    assert list(lrs.taken.values()) == [made[0], made[2]]


def test_what_can_be_tried_again(lrs: Lrs, made: list[Statement]) -> None:
    """A wrong login, a wrong address, a store that is down or gone: nothing is lost."""
    for endpoint, login in (
        (lrs.endpoint, "lapak:salah"),
        (lrs.endpoint.replace("xapi", "lain"), LOGIN),
        ("http://127.0.0.1:1/xapi", LOGIN),
    ):
        with pytest.raises(Unreachable) as caught:
            ToStore(endpoint, login).deliver(made)
        assert "salah" not in str(caught.value)
    lrs.down = True
    with pytest.raises(Unreachable, match="503"):
        ToStore(lrs.endpoint, LOGIN).deliver(made)
    assert lrs.taken == {}
