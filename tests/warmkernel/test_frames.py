"""Frames come whole, in order, or not at all."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmkernel.frames import Broken, Reader, TooLong, decode, encode, receive

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=20
)


@given(st.lists(values, max_size=5), st.integers(1, 50))
def test_what_is_cut_anywhere_comes_whole(sent: list[object], size: int) -> None:
    """A stream in pieces of any size gives the same values."""
    data = b"".join(map(encode, sent))
    reader = Reader(1 << 20)
    found = [v for at in range(0, len(data), size) for v in reader.feed(data[at : at + size])]
    assert found == sent


@given(st.binary(max_size=200))
def test_any_bytes_are_values_or_broken(data: bytes) -> None:
    """The reader raises nothing but what it says."""
    try:
        Reader(100).feed(data)
    except Broken:
        return


def test_a_length_beyond_the_limit_is_refused_at_once() -> None:
    """Nothing is kept of it."""
    with pytest.raises(TooLong):
        Reader(10).feed(b"\0\0\0\x0b")


def test_what_would_grow_in_memory_is_refused() -> None:
    """Two bytes of text become 56 of memory."""
    with pytest.raises(TooLong):
        decode(b"[" + b"[]," * 1_000_001 + b"[]]")


def test_receive_knows_the_end() -> None:
    """A socket that is closed in the middle of a frame gives None."""
    ours, theirs = socket.socketpair()
    with ours:
        theirs.sendall(encode([1]) + encode([2])[:5])
        theirs.close()
        assert receive(ours, 100) == [1]
        assert receive(ours, 100) is None
