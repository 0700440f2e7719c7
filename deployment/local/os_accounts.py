"""OS accounts of root's school: made by Lapak, marked by Lapak, and never anybody else's."""

from __future__ import annotations

import os
import pwd
import re
import subprocess
import time
from pathlib import Path

MARK = "Dibuat oleh Lapak"
_NAME = re.compile(r"lapak-[a-z0-9][a-z0-9-]{0,24}")
_NO_SHELL = "/usr/sbin/nologin"


class AccountError(RuntimeError):
    """An account cannot be made or used; the message tells the operator what to do."""


def find(name: str) -> pwd.struct_passwd | None:
    """Look an account up.

    Example:
        >>> find("root").pw_uid
        0
        >>> find("lapak-tidak-ada") is None
        True
    """
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def is_ours(account: pwd.struct_passwd) -> bool:
    """Say whether Lapak made this account: a Lapak name, Lapak's mark, not a system uid."""
    return bool(_NAME.fullmatch(account.pw_name)) and (
        account.pw_gecos.split(",")[0] == MARK and account.pw_uid != 0
    )


def ensure(name: str, home: Path) -> pwd.struct_passwd:
    """Make the account `name` if it is missing; it can log in nowhere outside a box.

    Args:
        name: `lapak-` and a hub user name.
        home: folder named as its home; it is not created here.

    Raises:
        AccountError: the name is not one of ours, or an unmarked account has it already.
    """
    if not _NAME.fullmatch(name):
        raise AccountError(f"Nama akun {name!r} tidak dapat dipakai: harus diawali lapak-.")
    account = find(name)
    if account is None:
        _useradd(name, home)
        account = pwd.getpwnam(name)
    if not is_ours(account):
        raise AccountError(
            f"Akun {name} sudah ada di mesin ini dan bukan buatan Lapak, jadi tidak disentuh. "
            f"Ganti nama akun itu (usermod --login) lalu mulai lagi."
        )
    return account


def remove(name: str) -> bool:
    """Delete an account that Lapak made; its files stay.

    Returns:
        Whether an account was deleted.

    Raises:
        AccountError: the account exists, but Lapak did not make it.
    """
    account = find(name)
    if account is None:
        return False
    if not is_ours(account):
        raise AccountError(f"Akun {name} bukan buatan Lapak, jadi tidak dihapus.")
    subprocess.run(["userdel", "--force", name], check=True, capture_output=True)
    return True


def become(name: str) -> None:
    """Turn this process (root's) into `name` for good: uid, group and no other groups."""
    account = pwd.getpwnam(name)
    os.setgroups([])
    os.setresgid(account.pw_gid, account.pw_gid, account.pw_gid)
    os.setresuid(account.pw_uid, account.pw_uid, account.pw_uid)


def _useradd(name: str, home: Path) -> None:
    command = ["useradd", "--user-group", "--no-create-home", "--home-dir", str(home)]
    command += ["--shell", _NO_SHELL, "--comment", MARK, name]
    for _ in range(20):
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        # Another program holds the lock of /etc/passwd (exit code 1), or was quicker (9).
        if done.returncode == 0 or find(name):
            return
        time.sleep(0.25)
    raise AccountError(f"Akun {name} tidak dapat dibuat: {done.stderr.strip()}")
