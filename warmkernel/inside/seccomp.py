"""A filter of system calls that no notebook needs: what could widen a box or hide memory from its limit.

Where the architecture is not known here there is no filter; the box does not rest on it.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct

from warmkernel.inside import syscalls as sys_

# name → (x86_64, aarch64); from Linux's arch/x86/entry/syscalls/syscall_64.tbl and unistd.h
REFUSED = {
    "shmget": (29, 194),  # memory that is no process's own
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "unshare": (272, 97),
    "setns": (308, 268),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "mount_setattr": (442, 442),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425),
    "kexec_load": (246, 104),
    "open_by_handle_at": (304, 265),
    "personality": (135, 92),
    "quotactl": (179, 60),
    "acct": (163, 89),
}
MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # AUDIT_ARCH_…
CLONE = (56, 220)
CLONE3 = 435
X32 = 0x40000000

_LOAD, _EQUAL, _SET, _AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NEW_NAMESPACES = 0x7E020000  # every CLONE_NEW… that clone(2) takes


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def refuse() -> bool:
    """Applies the filter to this process and all that it will start; says whether there is one here.

    Raises:
        OSError: the kernel does not take it.
    """
    known = MACHINES.get(os.uname().machine)
    if known is None:
        return False
    code = program(*known)
    prog = _Program(len(code) // 8, code)
    result = sys_.libc.prctl(sys_.PR_SET_SECCOMP, ctypes.c_ulong(2), ctypes.byref(prog), 0, 0)
    sys_.check(result, "seccomp")
    return True


def program(column: int, arch: int) -> bytes:
    """Returns the filter in BPF for the architecture in that column of the table.

    Each refused number has a jump to its own answer right behind it, so that no distance is counted.
    """
    words = [_op(_LOAD, 4), _op(_EQUAL, arch, 1, 0), _op(_RETURN, _KILL), _op(_LOAD, 0)]
    if column == 0:  # the numbers of the x32 ABI would go around the list
        words += [_op(_AT_LEAST, X32, 0, 1), _answer(errno.ENOSYS)]
    # glibc falls back to clone, whose flags a filter can read.
    words += [_op(_EQUAL, CLONE3, 0, 1), _answer(errno.ENOSYS)]
    for numbers in REFUSED.values():
        words += [_op(_EQUAL, numbers[column], 0, 1), _answer(errno.EPERM)]
    words += [_op(_EQUAL, CLONE[column], 0, 3), _op(_LOAD, 16)]
    words += [_op(_SET, _NEW_NAMESPACES, 0, 1), _answer(errno.EPERM)]
    return b"".join([*words, _op(_RETURN, _ALLOW)])


def _op(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _answer(number: int) -> bytes:
    return _op(_RETURN, _ERRNO | number)
