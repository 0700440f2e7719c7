"""Linux calls that Python 3.11 has no names for: namespaces, mounts, capabilities, prctl."""

from __future__ import annotations

import ctypes
import os

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18
MNT_DETACH = 2

MOUNT_ATTR_RDONLY = 1
MOUNT_ATTR_NOSUID = 2
MOUNT_ATTR_NODEV = 4

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

# These have one number on every architecture.
SYS_MOUNT_SETATTR = 442
SYS_LANDLOCK = 444
# pivot_root is older than that rule.
SYS_PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}

AT_FDCWD = -100
AT_RECURSIVE = 0x8000
LAST_CAPABILITY = 63

libc = ctypes.CDLL(None, use_errno=True)


class _MountAttr(ctypes.Structure):
    _fields_ = (
        ("attr_set", ctypes.c_uint64),
        ("attr_clr", ctypes.c_uint64),
        ("propagation", ctypes.c_uint64),
        ("userns_fd", ctypes.c_uint64),
    )


def check(result: int, what: str) -> int:
    """Returns the result of a call.

    Raises:
        OSError: the call failed; its text says which.
    """
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def unshare(flags: int) -> None:
    """Moves this process (for CLONE_NEWPID its children) into new namespaces."""
    check(libc.unshare(flags), "unshare")


def setns(fd: int, kind: int) -> None:
    """Joins a namespace."""
    check(libc.setns(fd, kind), "setns")


def mount(source: str, target: str, kind: str = "", flags: int = 0, options: str = "") -> None:
    """Attaches a file system or a part of one; empty texts stand for nothing."""
    result = libc.mount(
        os.fsencode(source),
        os.fsencode(target),
        kind.encode() or None,
        ctypes.c_ulong(flags),
        options.encode() or None,
    )
    check(result, f"mount {target}")


def unmount(target: str) -> None:
    """Takes a mount out of sight, with everything below it."""
    check(libc.umount2(os.fsencode(target), MNT_DETACH), f"umount {target}")


def set_mount(target: str, attributes: int, *, below: bool = True) -> None:
    """Sets attributes on a mount and on all below it; what was set stays set."""
    attr = _MountAttr(attributes, 0, 0, 0)
    result = libc.syscall(
        SYS_MOUNT_SETATTR,
        AT_FDCWD,
        os.fsencode(target),
        AT_RECURSIVE if below else 0,
        ctypes.byref(attr),
        ctypes.sizeof(attr),
    )
    check(result, f"mount_setattr {target}")


def pivot_root(new: str, old: str) -> None:
    """Exchanges the root for a mount; what was the root shows at `old`, which lies below it."""
    number = SYS_PIVOT_ROOT[os.uname().machine]
    check(libc.syscall(number, os.fsencode(new), os.fsencode(old)), "pivot_root")


def prctl(option: int, *arguments: int) -> int:
    """Sets something of this process, as the manual of prctl says."""
    words = [ctypes.c_ulong(word) for word in (*arguments, 0, 0, 0, 0)[:4]]
    return check(libc.prctl(option, *words), f"prctl {option}")


def bound_capabilities() -> None:
    """Lets no program bring a capability with it from now on."""
    for capability in range(LAST_CAPABILITY + 1):
        if libc.prctl(PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0) < 0:
            break  # beyond the last one that this kernel knows


def drop_capabilities() -> None:
    """Gives up every capability for good; no program that is started gains one."""
    libc.prctl(PR_CAP_AMBIENT, ctypes.c_ulong(PR_CAP_AMBIENT_CLEAR_ALL), 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    nothing = (ctypes.c_uint32 * 6)()
    check(libc.capset(header, nothing), "capset")
    prctl(PR_SET_NO_NEW_PRIVS, 1)
