"""OS accounts of root's school."""

from __future__ import annotations

import os
import secrets
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from deployment.local import os_accounts


@pytest.fixture
def name() -> Iterator[str]:
    """A name that nobody has; whatever has it afterwards is removed."""
    drawn = f"lapak-uji{secrets.token_hex(3)}"
    yield drawn
    if os.geteuid() == 0 and os_accounts.find(drawn):
        subprocess.run(["userdel", drawn], check=True, capture_output=True)


@pytest.mark.root
def test_an_account_is_made_marked_and_removed(name: str) -> None:
    """It has no password and no shell, and making it twice changes nothing."""
    made = os_accounts.ensure(name, Path("/tmp/rumah"))
    assert os_accounts.is_ours(made)
    assert (made.pw_dir, made.pw_shell) == ("/tmp/rumah", "/usr/sbin/nologin")
    shadow = Path("/etc/shadow").read_text().splitlines()
    assert [line.split(":")[1] for line in shadow if line.startswith(f"{name}:")] == ["!"]
    assert os_accounts.ensure(name, Path("/tmp/lain")) == made
    assert os_accounts.remove(name)
    assert not os_accounts.remove(name)


@pytest.mark.root
def test_an_account_of_somebody_else_is_not_touched(name: str) -> None:
    """Neither used nor removed, even with a name like ours."""
    subprocess.run(["useradd", "--no-create-home", "--comment", "Orang lain", name], check=True)
    with pytest.raises(os_accounts.AccountError, match="bukan buatan Lapak"):
        os_accounts.ensure(name, Path("/tmp/rumah"))
    with pytest.raises(os_accounts.AccountError, match="tidak dihapus"):
        os_accounts.remove(name)
    assert os_accounts.find(name) is not None


@pytest.mark.parametrize("bad", ["root", "ani", "lapak-", "lapak-Ani", "lapak-a b", "lapak-../x"])
def test_only_names_of_ours_are_made(bad: str) -> None:
    """Refused before anything is asked of the system."""
    with pytest.raises(os_accounts.AccountError, match="harus diawali"):
        os_accounts.ensure(bad, Path("/tmp"))


@pytest.mark.root
def test_becoming_an_account_is_for_good(name: str) -> None:
    """All three uids and gids, and no group of root's is kept."""
    account = os_accounts.ensure(name, Path("/tmp"))
    child = os.fork()
    if child == 0:
        os_accounts.become(name)
        kept = {*os.getresuid(), *os.getresgid(), *os.getgroups()}
        os._exit(0 if kept <= {account.pw_uid, account.pw_gid} else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
