"""The sink counts, and lets an error through that tells of the flood."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from warmkernel import Fork
from warmkernel.frames import Reader
from warmkernel.inside.cells import OutputFlood, Sink


def message(kind: str, **content: Any) -> dict[str, Any]:
    """Give a kernel's message."""
    return {"header": {"msg_type": kind}, "content": content}


def test_what_no_notebook_records_is_not_sent() -> None:
    """Status, input and comm messages stay inside."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        sink = Sink(theirs, 1000)
        sink.show(message("status", execution_state="busy"))
        sink.show(message("stream", name="stdout", text="a"))
        assert Reader(1000).feed(ours.recv(1000)) == [["stream", {"name": "stdout", "text": "a"}]]


def test_a_flood_is_stopped_and_its_error_shown() -> None:
    """The next cell begins a count of its own."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        sink = Sink(theirs, 1000)
        with pytest.raises(OutputFlood):
            sink.show(message("stream", name="stdout", text="x" * 2000))
        sink.show(message("error", ename="OutputFlood", evalue="", traceback=[]))
        assert sink.flooded
        assert [kind for kind, _ in Reader(1000).feed(ours.recv(1000))] == ["error"]
        sink.begin()
        assert not sink.flooded


def test_an_error_in_a_reader_is_no_value(fork: Fork) -> None:
    """What is no JSON neither."""
    fork.run("x = float('nan')")
    assert fork.value("x") is None
    assert fork.run("1").status == "ok"
