"""Streams merge and order text as ipykernel's do; file descriptors reach them too."""

from __future__ import annotations

import time

import pytest

from warmkernel import Fork
from warmkernel.inside import streams
from warmkernel.inside.streams import Stream


@pytest.fixture
def sent() -> list[tuple[str, str]]:
    """What two streams have sent."""
    return []


@pytest.fixture
def pair(sent: list[tuple[str, str]]) -> tuple[Stream, Stream]:
    """Standard output and error, neighbours."""
    out, err = (
        Stream(name, fd, lambda n, t: sent.append((n, t)))
        for name, fd in (("stdout", 1), ("stderr", 2))
    )
    out.neighbour, err.neighbour = err, out
    return out, err


def test_text_waits_and_goes_as_one(
    pair: tuple[Stream, Stream], sent: list[tuple[str, str]]
) -> None:
    """Each stream by itself, when it is asked to."""
    for stream, text in ((pair[0], "a"), (pair[1], "b"), (pair[0], "c")):
        stream.write(text)
    assert sent == []
    pair[0].flush()
    pair[1].flush()
    assert sent == [("stdout", "ac"), ("stderr", "b")]


def test_old_text_goes_first(
    pair: tuple[Stream, Stream], sent: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What ipykernel's timer would have sent by now is sent before more is taken."""
    monkeypatch.setattr(streams, "FLUSH_SECONDS", 0.01)
    pair[1].write("lama")
    time.sleep(0.02)
    pair[0].write("baru")
    assert sent == [("stderr", "lama")]


def test_much_text_goes_at_once(pair: tuple[Stream, Stream], sent: list[tuple[str, str]]) -> None:
    """It is not kept in memory."""
    pair[0].write("x" * (streams.FLUSH_SIZE + 1))
    assert len(sent) == 1


def test_only_text(pair: tuple[Stream, Stream]) -> None:
    """As every text stream."""
    with pytest.raises(TypeError, match="must be str"):
        pair[0].write(5)  # type: ignore[arg-type]


def test_a_forked_child_prints_too(fork: Fork) -> None:
    """Through the file descriptor, since the socket is its parent's."""
    source = (
        "import os\nif os.fork() == 0:\n    print('anak', flush=True)\n    os._exit(0)\nos.wait();"
    )
    assert fork.run(source).outputs[0]["text"] == "anak\n"


def test_what_programs_write_is_there_when_the_cell_ends(fork: Fork) -> None:
    """Every time, however late the thread looks."""
    for _ in range(20):
        assert (
            fork.run("os = __import__('os'); os.write(1, b'x' * 70_000);").outputs[0]["text"]
            == "x" * 70_000
        )
