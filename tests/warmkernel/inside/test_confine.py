"""What a fork may do as a process."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from warmkernel import Fork, Job, Limits, WarmProcess
from warmkernel.inside import confine

Text = Callable[[Fork, str], str]


def test_limits_of_a_process(warm: WarmProcess, tmp_path: Path, text: Text) -> None:
    """Soft and hard ones are the same: they cannot be raised again."""
    limits = Limits(open_files=99, processes=33, file=1 << 20)
    source = """
import resource as r
print([r.getrlimit(k) for k in (r.RLIMIT_NOFILE, r.RLIMIT_NPROC, r.RLIMIT_FSIZE, r.RLIMIT_CORE)])
"""
    with warm.fork(Job(tmp_path, limits=limits)) as fork:
        assert text(fork, source) == "[(99, 99), (33, 33), (1048576, 1048576), (0, 0)]\n"


def test_it_is_alone(fork: Fork, text: Text) -> None:
    """First process, one shell, one account without rights, no way to gain any."""
    source = """
import os
status = dict(l.split(':', 1) for l in open('/proc/self/status').read().splitlines())
print(os.getppid(), os.getpid() < 4, os.getgroups() in ([os.getgid()], []), int(status['CapBnd'], 16) in (0, (1 << 41) - 1))
print(status['NoNewPrivs'].strip(), status['Seccomp'].strip(), status['CapPrm'].strip())
"""
    assert text(fork, source).splitlines()[1] == "1 2 0000000000000000"
    assert text(fork, source).startswith("1 True True True")


@pytest.mark.root
def test_forks_of_root_have_accounts_of_their_own(
    warm: WarmProcess, tmp_path: Path, text: Text
) -> None:
    """Two at a time have two, unless they share a folder."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    with (
        warm.fork(Job(tmp_path / "a")) as one,
        warm.fork(Job(tmp_path / "b")) as two,
        warm.fork(Job(tmp_path / "b")) as three,
    ):
        uids = [text(fork, "import os; print(os.getuid())") for fork in (one, two, three)]
    assert uids[0] != uids[1] == uids[2]
    assert all(60_000 < int(uid) < 65_000 for uid in uids)


def test_address_space_is_this_process_s() -> None:
    """More than its memory, less than the machine's whole."""
    assert 1 << 20 < confine.address_space() < 1 << 47
    assert os.sysconf("SC_PAGE_SIZE") > 0
