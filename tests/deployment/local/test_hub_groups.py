"""Which hub groups an account is in."""

from __future__ import annotations

from pathlib import Path

from deployment.local.accounts import Accounts
from deployment.local.hub_groups import GRADERS, MENTORS, OFFICE, TRAINEES, HubGroups


def test_groups_come_from_the_role_unless_another_was_set(tmp_path: Path) -> None:
    """The office is in one group only; nobody is in a group without an account."""
    path = tmp_path / "accounts.sqlite"
    accounts, groups = Accounts(path), HubGroups(path)
    accounts.add("tosari", "trainee")
    accounts.add("lumiga", "mentor")
    accounts.add("kerupa", "mentor")
    groups.put(["kerupa"], OFFICE)
    names = ("tosari", "lumiga", "kerupa", "siapa")
    assert [groups.of(name, accounts.role(name)) for name in names] == [
        (TRAINEES,),
        (MENTORS, GRADERS),
        (OFFICE,),
        (),
    ]


def test_it_stands_beside_the_logins_and_stays(tmp_path: Path) -> None:
    """Opened again, it says the same; its file is nobody else's."""
    path = tmp_path / "accounts.sqlite"
    HubGroups(path).put(["kerupa"], OFFICE)
    HubGroups(path).put(["kerupa"], TRAINEES)
    assert HubGroups(path).of("kerupa", "mentor") == (TRAINEES,)
    assert path.stat().st_mode & 0o777 == 0o600
