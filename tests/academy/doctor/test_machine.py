"""Boxes, ports, room, memory and the clock of a machine that lacks them."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace

import pytest

from academy import serve
from academy.doctor import machine
from academy.doctor.machine import MB
from deployment.local import limits
from deployment.local.bubblewrap import BoxError
from deployment.local.school import School

Levels = Callable[..., list[str]]


def test_a_missing_bubblewrap_is_wrong(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The doctor installs nothing; where it is there and works, all is well."""
    assert levels(machine.boxes, school) == ["ok"]
    monkeypatch.setattr(machine.bubblewrap.shutil, "which", lambda _: None)
    assert levels(machine.boxes, school) == ["wrong"]

    def refuses(_: object) -> None:
        raise BoxError("kernel menutup user namespace")

    monkeypatch.undo()
    monkeypatch.setattr(machine.bubblewrap, "ensure_usable", refuses)
    assert levels(machine.boxes, school) == ["wrong"]


def test_a_taken_port_is_wrong_unless_it_is_the_schools_own(
    school: School, levels: Levels, free_port: int
) -> None:
    """Its number is named."""
    here = replace(school, port=free_port)
    assert levels(machine.ports, here) == ["ok"]
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", free_port + 3))
        listener.listen()
        (found,) = machine.ports(here)
        assert (found.level, str(free_port + 3) in found.what) == ("wrong", True)
        with serve.only_one(here):
            assert levels(machine.ports, here) == ["ok"]


@pytest.mark.parametrize(
    ("free", "names", "wanted"),
    [
        (5000, 10**6, ["ok"]),
        (1000, 10**6, ["warning"]),
        (100, 10**6, ["wrong"]),
        (5000, 50, ["ok", "warning"]),
    ],
)
def test_a_full_disk_is_wrong(
    school: School,
    levels: Levels,
    monkeypatch: pytest.MonkeyPatch,
    free: int,
    names: int,
    wanted: list[str],
) -> None:
    """Little room is a warning; too few names for files too."""
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: SimpleNamespace(free=free * MB))
    monkeypatch.setattr(machine.os, "statvfs", lambda _: SimpleNamespace(f_favail=names))
    assert levels(machine.room, school) == wanted


def test_a_large_home_is_named(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what it takes on the disk: neither a link out of it nor a file full of holes counts."""
    for name in ("peserta01", "peserta02"):
        school.home_of(name).mkdir(parents=True)
    outside = school.hub / "besar"
    outside.write_bytes(b"x" * 3 * MB)
    (school.home_of("peserta01") / "tautan").symlink_to(outside)
    with (school.home_of("peserta01") / "berlubang").open("wb") as file:
        file.truncate(3 * MB)
    monkeypatch.setattr(machine, "LARGE", 2 * MB)
    assert levels(machine.homes, school) == ["ok"]
    deep = school.home_of("peserta02") / "data" / "unduhan"
    deep.mkdir(parents=True)
    (deep / "film").write_bytes(b"x" * 3 * MB)
    (found,) = machine.homes(school)
    assert (found.level, found.what) == ("warning", "rumah peserta02")


def test_more_rooms_than_memory_is_a_warning(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the number that fits."""
    assert levels(machine.memory, school) == ["ok"]
    monkeypatch.setenv(limits.ROOMS, "9999")
    (found,) = machine.memory(school)
    assert found.level == "warning"
    assert f"{limits.ROOMS}=" in found.indonesian


def test_a_clock_that_went_back_is_wrong(school: School, levels: Levels) -> None:
    """A machine without a battery starts in another year."""
    assert levels(machine.clock, school) == ["ok"]
    later = time.time() + 90_000
    os.utime(school.accounts, (later, later))
    assert levels(machine.clock, school) == ["wrong"]
