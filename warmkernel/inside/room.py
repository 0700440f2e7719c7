"""The fork's file system: a root of its own in memory, into which only what it may see is bound."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from warmkernel.inside import syscalls as sys_
from warmkernel.inside.syscalls import MS_BIND, MS_NODEV, MS_NOEXEC, MS_NOSUID, MS_RDONLY, MS_REC

ROOM = "/tmp"  # noqa: S108  a place that every machine has, covered in the fork's own view alone
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
SYSTEM_LINKS = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
SMALL_FILE = 4 << 20


@dataclass(frozen=True)
class View:
    """What shows in a fork's room.

    Attributes:
        host: where the machine's files show to the warm process: "" or "/host".
        shown: read-only, path in the room → path of the machine.
        folder: the working folder on the machine; the only thing that may be written.
        at: where it shows in the room.
        scratch: bytes of /tmp and of /dev/shm.
        account: the number under which the fork runs in the room.
    """

    host: str
    shown: dict[str, str]
    folder: str
    at: str
    scratch: int
    account: int = 0


def enter(view: View) -> None:
    """Builds the room and moves this process into it; nothing of what was before can be reached.

    The caller is alone in a mount namespace of its own, with the rights to mount.

    Raises:
        OSError: something cannot be mounted; the text says what.
    """
    sys_.mount("", "/", "", MS_REC | sys_.MS_PRIVATE)  # nothing of this shows to anybody else
    # The folder may lie below the place that is covered next: hold it first.
    held = {at: os.open(view.host + path, os.O_PATH) for at, path in view.shown.items()}
    folder = os.open(view.host + view.folder, os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW)
    sys_.mount("tmpfs", ROOM, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=16m")
    _scratch("/tmp", view.scratch)  # noqa: S108  its own; first, because what is shown may lie below it
    _system(held)
    _accounts(view)
    _make_folder(view.at)
    _bind(folder, view.at, read_only=False)
    if view.folder == "/":
        sys_.unmount(ROOM + view.at + ROOM)  # the room itself, seen through the machine's root
    _devices(view.scratch)
    _processes()
    Path(ROOM, ".old").mkdir(0o700)
    sys_.pivot_root(ROOM, ROOM + "/.old")
    os.chdir("/")
    sys_.unmount("/.old")
    Path("/.old").rmdir()
    sys_.set_mount("/", sys_.MOUNT_ATTR_RDONLY, below=False)
    for fd in (*held.values(), folder):
        os.close(fd)


def _system(held: dict[str, int]) -> None:
    for name in SYSTEM_LINKS:
        path = Path("/", name)
        if path.is_symlink():
            Path(ROOM, name).symlink_to(path.readlink())
    for at, fd in sorted(held.items()):
        _bind(fd, at, read_only=True)


def _bind(fd: int, at: str, *, read_only: bool) -> None:
    source, target = Path(f"/proc/self/fd/{fd}"), Path(ROOM + at)
    if source.is_dir():
        _make_folder(at)
    else:
        _make_folder(str(Path(at).parent))
        if source.stat().st_size <= SMALL_FILE:
            target.write_bytes(source.read_bytes())  # also where the account could not read it
            target.chmod(0o444)
            return
        target.touch()
    sys_.mount(str(source), str(target), "", MS_BIND | MS_REC)
    attributes = sys_.MOUNT_ATTR_NOSUID | sys_.MOUNT_ATTR_NODEV
    sys_.set_mount(str(target), attributes | (sys_.MOUNT_ATTR_RDONLY if read_only else 0))


def _accounts(view: View) -> None:
    """Names the fork's account and nobody else of the machine."""
    _make_folder("/etc")
    number, home = view.account, view.at
    people = f"root:x:0:0::/:/bin/sh\nkerja:x:{number}:{number}::{home}:/bin/sh\n"
    Path(ROOM, "etc/passwd").write_text(people, encoding="ascii")
    Path(ROOM, "etc/group").write_text(f"root:x:0:\nkerja:x:{number}:\n", encoding="ascii")


def _make_folder(at: str) -> None:
    path = Path(ROOM)
    for part in Path(at).parts[1:]:
        path /= part
        if not path.is_dir():
            path.mkdir(0o755)
            path.chmod(0o755)


def _devices(scratch: int) -> None:
    dev = Path(ROOM, "dev")
    (dev / "pts").mkdir(0o755, parents=True)
    for name in DEVICES:
        (dev / name).touch()
        sys_.mount(f"/dev/{name}", str(dev / name), "", MS_BIND)
    for name, target in (("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2")):
        (dev / name).symlink_to(f"/proc/self/fd{target}")
    options = "newinstance,ptmxmode=0666,mode=620"
    sys_.mount("devpts", str(dev / "pts"), "devpts", MS_NOSUID | MS_NOEXEC, options)
    (dev / "ptmx").symlink_to("pts/ptmx")
    _scratch("/dev/shm", scratch)  # noqa: S108  its own


def _scratch(at: str, size: int) -> None:
    _make_folder(at)
    options = f"mode=1777,size={size},nr_inodes=10000"
    sys_.mount("tmpfs", ROOM + at, "tmpfs", MS_NOSUID | MS_NODEV, options)


def _processes() -> None:
    """Shows the fork's own processes; where the kernel forbids that (in many containers), none."""
    proc = ROOM + "/proc"
    Path(proc).mkdir(0o755)
    try:
        sys_.mount("proc", proc, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    except OSError:
        sys_.mount("tmpfs", proc, "tmpfs", MS_RDONLY, "size=0")
