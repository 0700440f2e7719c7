"""The school's folders on disk: who owns which, and who may look into it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from deployment.local import os_accounts, plans
from deployment.local.school import GATE, GRADER, TOOLS, School

ROOT = "root"


def prepare(school: School) -> None:
    """Make the school's own folders; harmless when they are there already.

    Args:
        school: the school; in root's one, the accounts of the services are made as well.

    Raises:
        os_accounts.AccountError: an account's name is taken.
    """
    if school.as_root:
        for name in (GRADER, TOOLS):
            os_accounts.ensure(name, school.home_of(name))
    # Root's school: of all accounts only the grader's passes through `home`. Trainees and tools
    # see their parts of it in a box that root makes for them.
    _own(school, school.home, group=GRADER, mode=0o710)
    _own(school, school.hub, mode=0o700)
    _own(school, school.homes, mode=0o711)
    _own(school, school.variants, group=GRADER, mode=0o750)
    _own(school, school.plans, mode=0o711)
    _prepare_exchange(school)
    for folder in (school.site, school.apps, school.etc, school.etc / "boxes"):
        _own(school, folder, mode=0o755)
    _own(school, school.course, GRADER, GRADER, 0o700)
    _own(school, school.home_of(GRADER), GRADER, GRADER, 0o700)
    write_names(school, TOOLS)
    _make_salt(school)
    if not school.metrics_token.exists():
        _write_secret(school.metrics_token)


def _prepare_exchange(school: School) -> None:
    """Give nbgrader the owners and modes that it insists on; `home` above keeps strangers out."""
    # Sticky: all may write, as nbgrader wants it, but nobody moves what another has put there.
    _own(school, school.exchange, mode=0o1777)
    for folder in (school.outbound.parent, school.outbound):
        _own(school, folder, GRADER, GRADER, 0o755)
    for folder in (school.inbounds, school.feedbacks):
        _own(school, folder, GRADER, GRADER, 0o750)


def prepare_person(school: School, user: str) -> None:
    """Make the folders of one trainee: home, inbound, feedback, variants, plan, box.

    Nothing here follows a link, and no parent is a trainee's: root changes nothing elsewhere.

    Args:
        school: the school.
        user: hub user name.

    Raises:
        os_accounts.AccountError: the account's name is taken.
    """
    account, home = school.account_of(user), school.home_of(user)
    if school.as_root:
        uid = os_accounts.ensure(account, home).pw_uid
        # The school came from another machine, or its accounts were made anew: other numbers.
        if home.exists() and home.lstat().st_uid != uid:
            _own_tree(home, account)
    _own(school, home, account, account, 0o700)
    # Set-group-id: what she hands in belongs to the grader's group, so the grader can read it.
    _own(school, school.inbound(user), account, GRADER, 0o2770)
    _own(school, school.feedback(user), GRADER, account, 0o2750)
    _own(school, school.variant(user), GRADER, account, 0o2750)
    for folder in (school.plan(user), school.plan(user) / plans.OUTBOUND):
        _own(school, folder, ROOT, account, 0o750)
    write_names(school, user)


def hand_over(school: School) -> None:
    """Give the grader what root wrote for it: course folder, salt, outbound.

    Does nothing in a plain user's school, where all belongs to that user.
    """
    if not school.as_root:
        return
    for folder in (school.course, school.outbound):
        _own_tree(folder, GRADER)
    os.chown(school.salt, *_ids(GRADER, GRADER), follow_symlinks=False)


def own_gate(school: School) -> None:
    """Make the folder of the gate, and give it all that lies there."""
    _own(school, school.tls, GATE, GATE, 0o700)
    if school.as_root:
        _own_tree(school.tls, GATE)


def hand_over_variants(school: School, user: str) -> None:
    """Let `user` read her variants, which the grader owns; does nothing in a plain user's school."""
    if not school.as_root:
        return
    for variant in school.variant(user).glob("*.json"):  # a draft of the grader's may vanish
        descriptor = os.open(variant, os.O_RDONLY | os.O_NOFOLLOW)
        os.fchown(descriptor, *_ids(GRADER, school.account_of(user)))
        os.fchmod(descriptor, 0o640)
        os.close(descriptor)


def _own(
    school: School, folder: Path, owner: str = ROOT, group: str = ROOT, mode: int = 0o755
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        if school.as_root:
            os.fchown(handle, *_ids(owner, group))
        os.fchmod(handle, mode if school.as_root else 0o700)
    finally:
        os.close(handle)


def _own_tree(folder: Path, owner: str) -> None:
    # By open directories, never by path: a link placed meanwhile changes nothing elsewhere.
    uid, gid = _ids(owner, owner)
    for _, folders, files, at in os.fwalk(folder, follow_symlinks=False):
        for name in (*folders, *files):
            os.chown(name, uid, gid, dir_fd=at, follow_symlinks=False)


def _ids(owner: str, group: str) -> tuple[int, int]:
    users = {name: os_accounts.find(name) for name in (owner, group)}
    missing = [name for name, found in users.items() if found is None]
    if missing:
        raise os_accounts.AccountError(f"Akun {missing[0]} belum ada di mesin ini.")
    return users[owner].pw_uid, users[group].pw_gid  # type: ignore[union-attr]


def _make_salt(school: School) -> None:
    if not school.salt.exists():
        _write_secret(school.salt)
    if school.as_root:
        os.chown(school.salt, *_ids(GRADER, GRADER))


def _write_secret(path: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32))


def write_names(school: School, user: str) -> None:
    """Write the box's /etc/passwd and /etc/group: inside, nobody but she has a name."""
    folder = school.etc / "boxes" / user
    folder.mkdir(parents=True, exist_ok=True)
    uid, gid = person_ids(school, user)
    (folder / "passwd").write_text(
        f"{user}:x:{uid}:{gid}:{user}:{school.home_of(user)}:/bin/bash\n"
        "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n",
        encoding="utf-8",
    )
    (folder / "group").write_text(f"{user}:x:{gid}:\nnogroup:x:65534:\n", encoding="utf-8")


def person_ids(school: School, user: str) -> tuple[int, int]:
    """Give the uid and gid that the processes of `user` run with."""
    if not school.as_root:
        return os.getuid(), os.getgid()
    account = school.account_of(user)
    return _ids(account, account)
