"""What one fork goes through before its first line of somebody's code: namespaces, room, limits."""

from __future__ import annotations

import os
import resource
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warmkernel.inside import landlock, room, seccomp
from warmkernel.inside import syscalls as sys_

ALONE = (
    sys_.CLONE_NEWNS
    | sys_.CLONE_NEWIPC
    | sys_.CLONE_NEWNET
    | sys_.CLONE_NEWUTS
    | sys_.CLONE_NEWCGROUP
)

INSIDE_UID = 1000  # a plain user's fork in its own user namespace


@dataclass(frozen=True)
class Person:
    """The account under which a fork runs; None for `uid` leaves the warm process's own."""

    uid: int | None
    gid: int | None


def confine(view: room.View, person: Person, limits: dict[str, Any]) -> None:
    """Shuts this process in; what it starts from now on is shut in with it.

    It is the first process of a namespace of processes already: that was made before it.

    Raises:
        OSError: a part of the box cannot be had; then nothing may run.
    """
    sys_.unshare(ALONE)
    room.enter(view)
    sys_.bound_capabilities()
    _step_down(person)
    limit(limits)
    sys_.drop_capabilities()
    everywhere = ["/usr", "/etc", "/proc", *view.shown, *_links()]
    landlock.restrict(everywhere, [view.at, "/tmp", "/dev"])  # noqa: S108  the room's own
    seccomp.refuse()


def _links() -> list[str]:
    return [f"/{name}" for name in room.SYSTEM_LINKS]


def _step_down(person: Person) -> None:
    """Becomes the fork's account, in a user namespace of its own.

    The kernel counts RLIMIT_NPROC for each account and user namespace, and never for root. Where an
    account may make no such namespace, root's forks count by their account alone.
    """
    if person.uid is None or person.gid is None:
        _count_alone(INSIDE_UID)
        return
    os.setgroups([])
    os.setresgid(person.gid, person.gid, person.gid)
    os.setresuid(person.uid, person.uid, person.uid)
    sys_.prctl(sys_.PR_SET_DUMPABLE, 1)  # or /proc/self would belong to root
    with suppress(OSError):
        _count_alone(person.uid)


def _count_alone(inside: int) -> None:
    uid, gid = os.geteuid(), os.getegid()
    sys_.unshare(sys_.CLONE_NEWUSER)
    map_account(inside, uid, gid)


def map_account(inside: int, uid: int, gid: int) -> None:
    """Gives an account its one number in the user namespace that this process has just made.

    Args:
        inside: its number there, as user and as group.
        uid: its number in the namespace above.
        gid: its group's.
    """
    maps = (
        ("setgroups", "deny"),
        ("uid_map", f"{inside} {uid} 1"),
        ("gid_map", f"{inside} {gid} 1"),
    )
    for name, text in maps:
        Path(f"/proc/self/{name}").write_text(text, encoding="ascii")


def limit(limits: dict[str, Any]) -> None:
    """Sets what a process can carry of its limits; the rest is watched from outside.

    The address space gets what the warm process already has on top of the memory that is granted.
    """
    space = int(limits["memory"]) + address_space()
    cpu = int(limits["cpu_seconds"]) + 1
    for kind, value in (
        (resource.RLIMIT_AS, space),
        (resource.RLIMIT_CPU, cpu),
        (resource.RLIMIT_FSIZE, limits["file"]),
        (resource.RLIMIT_NPROC, limits["processes"]),
        (resource.RLIMIT_NOFILE, limits["open_files"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        _set(kind, int(value))


def _set(kind: int, value: int) -> None:
    _, most = resource.getrlimit(kind)
    if most != resource.RLIM_INFINITY:
        value = min(value, most)
    resource.setrlimit(kind, (value, value))


def address_space() -> int:
    """Returns the bytes of address space of this process."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * resource.getpagesize()


def guard(child: int) -> None:
    """Waits as the first process of the namespace, and ends when its child does; so does all else.

    SIGINT is passed on to the child: only the outside can send it, and it can reach nobody else.
    """
    signal.signal(signal.SIGINT, lambda *_: os.kill(child, signal.SIGINT))
    while True:
        try:
            ended, status = os.wait()
        except InterruptedError:
            continue
        except ChildProcessError:
            os._exit(0)
        if ended == child:
            code = os.waitstatus_to_exitcode(status)
            os._exit(code if code >= 0 else 128 - code)
