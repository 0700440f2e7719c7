"""A forked ipykernel from its starter's side; its use is tested in test_provisioner."""

from __future__ import annotations

import signal
import socket

import pytest

from warmkernel import Box, Job, WarmProcess, WarmTrouble
from warmkernel.attached import Attached
from warmkernel.frames import encode


def pair(answer: object) -> tuple[Attached, socket.socket]:
    """Give one whose fork has answered, and the warm process's end of its socket."""
    data, theirs = socket.socketpair()
    keeper, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    theirs.sendall(encode(answer))
    with theirs:
        return Attached(data, keeper), far


def test_it_tells_how_the_kernel_ended() -> None:
    """As subprocess counts."""
    one, far = pair(["ready", 12345])
    assert (one.pid, one.poll()) == (12345, None)
    with pytest.raises(TimeoutError):
        one.wait(0.01)
    with far:
        far.send(b'{"ended": "x", "code": 3}')
        assert (one.wait(1), one.poll()) == (3, 3)


def test_a_warm_process_that_is_gone_counts_as_killed() -> None:
    """Its forks end with it."""
    one, far = pair(["ready", 12345])
    far.close()
    assert one.wait(1) == -signal.SIGKILL


def test_a_refusal_is_told() -> None:
    """With its reason."""
    with pytest.raises(WarmTrouble, match="alamat"):
        pair(["failed", "alamat"])


def test_a_boxed_process_has_none(warm: WarmProcess, box: Box, tmp_path: object) -> None:
    """A box has no way out for its sockets."""
    assert box.shuts_in
    with pytest.raises(ValueError, match="cells only"):
        warm.attach(Job.__dict__["at"], Job.__dict__["at"], {})
