"""The two languages of a line: frames for the page, messages for the widgets."""

from __future__ import annotations

import binascii
import json
from base64 import b64decode
from collections.abc import Iterable
from typing import Any

Frame = dict[str, Any]
Message = dict[str, Any]
HELLO, SET, CUSTOM, UPLOAD, PIECE = "hello", "set", "custom", "upload", "piece"
MAX_REPLAY = 2_000
MAX_ID = 200
MAX_FILES = 10
MAX_PARTS = 200_000  # an empty list takes 2 letters of text and 64 bytes of memory


class BadFrame(ValueError):
    """What came is not a frame that a page of ours sends."""


def read_frame(text: str | bytes) -> Frame:
    """Reads and checks one frame of a page; everything that is not foreseen is refused.

    Raises:
        BadFrame: it is not one.

    Example:
        >>> read_frame('{"kind": "set", "id": "a", "state": {"value": 1}, "x": 2}')
        {'kind': 'set', 'id': 'a', 'state': {'value': 1}}
        >>> read_frame('{"kind": "execute"}')
        Traceback (most recent call last):
        ...
        voila_apps.template.wire.BadFrame: execute
    """
    frame = _parsed(text)
    kind = frame.get("kind")
    if kind == HELLO:
        return _hello(frame)
    if kind == CUSTOM:
        return {"kind": CUSTOM, "id": _id(frame), "content": _object(frame.get("content"))}
    if kind == PIECE and isinstance(frame.get("text"), str):
        return {"kind": PIECE, "text": frame["text"], "last": frame.get("last") is True}
    if kind in (SET, UPLOAD):
        state = _object(frame.get("state"))
        if kind == UPLOAD:
            _check_files(state)
        return {"kind": kind, "id": _id(frame), "state": state}
    raise BadFrame(str(kind)[:20])


def _parsed(text: str | bytes) -> Frame:
    if isinstance(text, bytes) or sum(map(text.count, ",[{")) > MAX_PARTS:
        raise BadFrame("no text of a page")
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise BadFrame("no JSON") from problem
    return _object(frame)


def _hello(frame: Frame) -> Frame:
    replay = frame.get("replay", [])
    if not isinstance(replay, list) or len(replay) > MAX_REPLAY:
        raise BadFrame("replay")
    pairs = []
    for pair in replay:
        if not isinstance(pair, list) or len(pair) != 2:
            raise BadFrame("replay")
        pairs.append([_id({"id": pair[0]}), _object(pair[1])])
    digest, full = str(frame.get("digest"))[:64], frame.get("full") is True
    return {"kind": HELLO, "digest": digest, "full": full, "replay": pairs}


def _id(frame: Frame) -> str:
    name = frame.get("id")
    if not isinstance(name, str) or len(name) > MAX_ID:
        raise BadFrame("id")
    return name


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadFrame("no object")
    return value


def _check_files(state: Frame) -> None:
    files = state.get("value")
    if not isinstance(files, list) or len(files) > MAX_FILES:
        raise BadFrame("files")
    for file in files:
        try:
            b64decode(_object(file).get("content", ""), validate=True)
        except (binascii.Error, TypeError, ValueError) as problem:
            raise BadFrame("content") from problem


def messages(frame: Frame) -> list[Message]:
    """Gives what a frame means to the widgets.

    Example:
        >>> messages({"kind": "custom", "id": "a", "content": {"event": "click"}})[0]["content"]
        {'comm_id': 'a', 'data': {'method': 'custom', 'content': {'event': 'click'}}}
    """
    if frame["kind"] == HELLO:
        return [_update(name, state) for name, state in frame["replay"]]
    if frame["kind"] == CUSTOM:
        data = {"method": "custom", "content": frame["content"]}
        return [{"kind": "comm_msg", "content": {"comm_id": frame["id"], "data": data}}]
    if frame["kind"] == UPLOAD:
        return [_upload(frame["id"], frame["state"])]
    return [_update(frame["id"], frame["state"])]


def _update(name: str, state: dict[str, Any], paths: Iterable[list[Any]] = ()) -> Message:
    data = {"method": "update", "state": state, "buffer_paths": list(paths)}
    return {"kind": "comm_msg", "content": {"comm_id": name, "data": data}}


def _upload(name: str, state: dict[str, Any]) -> Message:
    files = [{k: v for k, v in file.items() if k != "content"} for file in state["value"]]
    paths = [["value", number, "content"] for number in range(len(files))]
    buffers = [file.get("content", "") for file in state["value"]]
    return {**_update(name, {**state, "value": files}, paths), "buffers": buffers}


def frame_of(kind: str, content: Any) -> Frame | None:
    """Gives what a message of the kernel means to the page; None where it means nothing.

    Args:
        kind: of the message, as `warmkernel.live.LiveFork.listen` hands it over.
        content: the message's.

    Example:
        >>> frame_of("comm_msg", {"comm_id": "a", "data": {"method": "update", "state": {"value": 2}}})
        {'kind': 'set', 'id': 'a', 'state': {'value': 2}}
    """
    name = content.get("comm_id") if isinstance(content, dict) else None
    if kind == "captured":
        return {"kind": "output", "id": name, "outputs": content.get("outputs", [])}
    if kind == "comm_close":
        return {"kind": "close", "id": name}
    return _said(kind, name, content) if kind in ("comm_open", "comm_msg") else None


def _said(kind: str, name: Any, content: Any) -> Frame | None:
    """Gives what a widget says of itself; None where it says nothing."""
    data = content.get("data") if isinstance(content, dict) else None
    if not isinstance(data, dict):
        return None
    if data.get("method") == "custom":
        buffers = content.get("buffers") or []
        return {"kind": CUSTOM, "id": name, "content": data.get("content"), "buffers": buffers}
    state = _state(data, content.get("buffers") or ())
    if state is None:
        return None
    paths = data.get("buffer_paths") or []
    more: Frame = {"state": state, **({"binary": paths} if paths else {})}
    if kind == "comm_open":
        return {"kind": "open", "id": name, "model_name": state.get("_model_name"), **more}
    return {"kind": SET, "id": name, **more}


def _state(data: dict[str, Any], buffers: Iterable[str]) -> dict[str, Any] | None:
    """Gives the state that a message holds, binary values in their place; None where it has none."""
    if not isinstance(data.get("state"), dict) or data.get("method", "update") != "update":
        return None
    return _filled(data["state"], data.get("buffer_paths") or (), buffers)


def _filled(
    state: dict[str, Any], paths: Iterable[list[Any]], buffers: Iterable[str]
) -> dict[str, Any]:
    """Puts binary values, as base64 text, where they belong."""
    for path, text in zip(paths, buffers, strict=False):
        inner: Any = state
        for step in path[:-1]:
            inner = inner[step]
        inner[path[-1]] = text
    return state


def _merged(before: Frame, after: Frame) -> Frame:
    """Gives both as one: what the later one says again counts."""
    frame = {**after, "state": {**before["state"], **after["state"]}}
    old = [path for path in before.get("binary", ()) if path[0] not in after["state"]]
    if paths := [*old, *after.get("binary", ())]:
        frame["binary"] = paths
    return frame


class Batch:
    """Frames on their way to the page: of several states of one widget only the last one counts.

    Example:
        >>> batch = Batch()
        >>> batch.add({"kind": "set", "id": "a", "state": {"value": 1}})
        >>> batch.add({"kind": "set", "id": "a", "state": {"value": 2, "max": 9}})
        >>> batch.take()
        [{'kind': 'set', 'id': 'a', 'state': {'value': 2, 'max': 9}}]
        >>> batch.take()
        []
    """

    def __init__(self) -> None:
        self._frames: dict[tuple[Any, ...], Frame] = {}

    def add(self, frame: Frame) -> None:
        """Takes a frame; one about the same widget goes with it, at its place."""
        key: tuple[Any, ...] = (frame["kind"], frame.get("id"))
        if frame["kind"] == CUSTOM:
            key = (*key, len(self._frames))  # each of these counts
        before = self._frames.pop(key, None)  # what it refers to may have come since
        if before and frame["kind"] == SET:
            frame = _merged(before, frame)
        self._frames[key] = frame

    def take(self) -> list[Frame]:
        """Gives all that waits, and forgets it."""
        frames, self._frames = list(self._frames.values()), {}
        return frames
