"""Frames and messages."""

from __future__ import annotations

import doctest
import json

import pytest

from voila_apps.template import wire
from voila_apps.template.wire import BadFrame, Batch, frame_of, messages, read_frame


def test_examples() -> None:
    """What the docstrings say."""
    assert doctest.testmod(wire).failed == 0


@pytest.mark.parametrize(
    "frame",
    [
        [],
        {},
        {"kind": "set", "id": "a"},
        {"kind": "set", "id": "a" * 201, "state": {}},
        {"kind": "custom", "id": "a", "content": []},
        {"kind": "hello", "replay": {}},
        {"kind": "hello", "replay": [["a"]]},
        {"kind": "hello", "replay": [["a", {}]] * 2001},
        {"kind": "upload", "id": "a", "state": {"value": "x"}},
        {"kind": "upload", "id": "a", "state": {"value": [{}] * 11}},
        {"kind": "upload", "id": "a", "state": {"value": [{"content": 5}]}},
    ],
)
def test_what_is_not_foreseen_is_refused(frame: object) -> None:
    """Before it comes near a kernel."""
    with pytest.raises(BadFrame):
        read_frame(json.dumps(frame))


@pytest.mark.parametrize(
    "text",
    [
        b'{"kind":"set","id":"a","state":{}}',
        '{"kind":"set","id":"a","state":{"v":[' + "[]," * 200_000 + "[]]}}",
    ],
)
def test_what_would_take_much_memory_is_not_even_read(text: str | bytes) -> None:
    """Eight million letters of empty lists are hundreds of megabytes; a page sends text alone."""
    with pytest.raises(BadFrame, match="no text of a page"):
        read_frame(text)


def test_a_replay_keeps_its_order() -> None:
    """The last edit comes last."""
    frame = read_frame(
        '{"kind":"hello","digest":"d","replay":[["b",{"value":1}],["a",{"value":2}]]}'
    )
    assert [each["content"]["comm_id"] for each in messages(frame)] == ["b", "a"]


def test_an_upload_goes_beside_its_message() -> None:
    """Its text is no part of the state, which says where it belongs."""
    files = [{"name": "a", "content": "AAE="}, {"name": "b", "content": ""}]
    (message,) = messages({"kind": "upload", "id": "u", "state": {"value": files}})
    data = message["content"]["data"]
    assert data["buffer_paths"] == [["value", 0, "content"], ["value", 1, "content"]]
    assert data["state"] == {"value": [{"name": "a"}, {"name": "b"}]}
    assert message["buffers"] == ["AAE=", ""]


def test_binary_values_of_a_widget_are_put_in_their_place() -> None:
    """As base64 text."""
    data = {"state": {"_model_name": "ImageModel", "value": None}, "buffer_paths": [["value"]]}
    frame = frame_of("comm_open", {"comm_id": "i", "data": data, "buffers": ["AAE="]})
    assert frame
    assert (frame["model_name"], frame["state"]["value"]) == ("ImageModel", "AAE=")
    assert frame["binary"] == [["value"]]


def test_what_a_widget_says_of_its_own_is_never_merged() -> None:
    """Each of it counts, while of two states the later one does, with its binary values."""
    batch = Batch()
    said = {"comm_id": "a", "data": {"method": "custom", "content": {"do": "focus"}}}
    for _ in range(2):
        frame = frame_of("comm_msg", said)
        assert frame
        batch.add(frame)
    batch.add({"kind": "set", "id": "a", "state": {"value": "AAE=", "x": 1}, "binary": [["value"]]})
    batch.add({"kind": "set", "id": "a", "state": {"value": None}})
    kinds = [(frame["kind"], frame.get("binary")) for frame in batch.take()]
    assert kinds == [("custom", None), ("custom", None), ("set", None)]


def test_a_page_says_who_draws_it() -> None:
    """A yes is a yes alone."""
    for text, full in (("true", True), ("1", False), ("null", False)):
        assert read_frame(f'{{"kind":"hello","digest":"d","full":{text}}}')["full"] is full


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("stream", {"name": "stdout", "text": "x"}),
        ("comm_msg", {"comm_id": "a", "data": {"method": "echo_update", "state": {}}}),
        ("comm_msg", "x"),
        ("ended", "it was closed"),
    ],
)
def test_what_means_nothing_to_a_page_is_left_out(kind: str, content: object) -> None:
    """Text that belongs to no Output widget has no place on the page."""
    assert frame_of(kind, content) is None


def test_a_widget_is_opened_before_it_is_shown() -> None:
    """Also where its box had been told about before."""
    batch = Batch()
    batch.add({"kind": "set", "id": "box", "state": {"children": []}})
    batch.add({"kind": "open", "id": "new", "model_name": "X", "state": {}})
    batch.add({"kind": "set", "id": "box", "state": {"children": ["new"]}})
    assert [frame["id"] for frame in batch.take()] == ["new", "box"]
