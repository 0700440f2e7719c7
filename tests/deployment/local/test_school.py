"""The school as the environment describes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deployment.local import school as module
from deployment.local.school import School, others_can_enter

VARIABLES = ("HOME", "CLONE", "ENV", "PORT", "HOST", "TRAINEE_ENV")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(f"LAPAK_{name}", raising=False)


def test_defaults_are_beside_the_code(monkeypatch: pytest.MonkeyPatch, clone: Path) -> None:
    """Without any variable: hub-data in the clone, port 8000, this machine only."""
    monkeypatch.setattr(module, "others_can_enter", lambda folder: True)
    school = School.from_environment()
    assert (school.home, school.clone) == (clone / "hub-data", clone)
    assert (school.port, school.host) == (8000, "127.0.0.1")
    assert school.trainee_env == clone / "build/env/trainee-env"


def test_root_in_a_closed_clone_goes_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The school's accounts cannot enter /root: state and environments move out of it."""
    monkeypatch.setattr(module.os, "geteuid", lambda: 0)
    monkeypatch.setenv("LAPAK_CLONE", str(tmp_path))
    tmp_path.chmod(0o700)
    school = School.from_environment()
    assert (school.home, school.env_root) == (Path("/var/lib/lapak"), Path("/opt/lapak"))


def test_a_plain_user_stays_in_a_closed_clone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Her own processes can enter it."""
    monkeypatch.setattr(module.os, "geteuid", lambda: 1000)
    monkeypatch.setenv("LAPAK_CLONE", str(tmp_path))
    tmp_path.chmod(0o700)
    assert School.from_environment().home == tmp_path / "hub-data"


def test_variables_make_the_same_school_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the hub's process is given describes the school completely."""
    one = School(tmp_path / "a", tmp_path, tmp_path / "e", 9000, "0.0.0.0", tmp_path / "t")
    for name, value in one.environment().items():
        monkeypatch.setenv(name, value)
    assert School.from_environment() == one


@pytest.mark.parametrize("text", ["80", "abc", "65001", "-1", "8000.0"])
def test_a_bad_port_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Root's ports and what is no number: the operator reads what to write instead."""
    monkeypatch.setenv("LAPAK_PORT", text)
    with pytest.raises(ValueError, match="1024 sampai 65000"):
        School.from_environment()


def test_ports_are_seven_neighbours() -> None:
    """The proxy has the public one; nothing else takes it."""
    ports = School(Path("/s"), Path("/c"), Path("/e"), 8000).ports
    assert ports["proxy"] == 8000
    assert sorted(ports.values()) == list(range(8000, 8007))


def test_the_address_is_one_that_can_be_opened() -> None:
    """Listening everywhere is no address to type."""
    assert School(Path("/s"), Path("/c"), Path("/e"), 9, "0.0.0.0").address == "http://127.0.0.1:9"


def test_account_names_belong_to_lapak() -> None:
    """OS accounts carry the prefix, once."""
    school = School(Path("/s"), Path("/c"), Path("/e"))
    assert school.account_of("ani") == "lapak-ani"
    assert school.account_of("lapak-grader") == "lapak-grader"


def test_entering_needs_every_folder_above(tmp_path: Path) -> None:
    """One closed folder on the way is enough."""
    inner = Path("/tmp") / f"{tmp_path.name}-terbuka" / "dalam"
    inner.mkdir(parents=True)
    try:
        assert others_can_enter(inner)
        inner.parent.chmod(0o700)
        assert not others_can_enter(inner)
    finally:
        inner.rmdir()
        inner.parent.rmdir()


def test_assignments_are_the_released_ones(school: School) -> None:
    """Read from outbound, not from a list."""
    assert school.assignments() == ["pembukuan_03_hpp"]
    assert School(Path("/tidak/ada"), Path("/c"), Path("/e")).assignments() == []
