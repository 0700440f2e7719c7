"""Frames on a socket between the two sides: a length, then that many bytes of JSON; never pickle.

The reader trusts nothing: a frame that is too long, has too many parts or is not JSON is `Broken`.
"""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

HEADER = struct.Struct("!I")
CHUNK = 1 << 16
# JSON of few bytes can become objects of many: an empty list takes 56 bytes of memory and 2 of text.
MAX_PARTS = 1_000_000


class Broken(ValueError):
    """What came is not a frame of ours."""


class TooLong(Broken):
    """A frame announces more bytes than its reader takes."""


def encode(value: Any) -> bytes:
    r"""Returns the frame of a value.

    Raises:
        ValueError: the value is not JSON.

    >>> encode({"a": 1})
    b'\x00\x00\x00\x08{"a": 1}'
    """
    body = json.dumps(value, ensure_ascii=False, allow_nan=False)
    data = body.encode("utf-8", "surrogatepass")
    return HEADER.pack(len(data)) + data


def decode(body: bytes) -> Any:
    """Returns the value in the body of a frame.

    Raises:
        Broken: it is no JSON, or would take far more memory than its length says.
    """
    if body.count(b",") + body.count(b"[") + body.count(b"{") > MAX_PARTS:
        raise TooLong("a frame with too many parts")
    try:
        text = body.decode("utf-8", "replace")
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as problem:
        raise Broken("a frame that is not JSON") from problem


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


class Reader:
    """Takes bytes as they come and gives the whole frames among them.

    >>> reader = Reader(limit=100)
    >>> reader.feed(encode("satu")[:3])
    []
    >>> reader.feed(encode("satu")[3:] + encode("dua"))
    ['satu', 'dua']
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._rest = bytearray()

    def feed(self, data: bytes) -> list[Any]:
        """Returns the values of the frames that are now whole.

        Raises:
            Broken: as `decode`.
            TooLong: a frame is longer than the limit.
        """
        self._rest += data
        values = []
        while len(self._rest) >= HEADER.size:
            (length,) = HEADER.unpack_from(self._rest)
            if length > self.limit:
                raise TooLong("a frame that is too long")
            if len(self._rest) < HEADER.size + length:
                break
            values.append(decode(bytes(self._rest[HEADER.size : HEADER.size + length])))
            del self._rest[: HEADER.size + length]
        return values


def receive(sock: socket.socket, limit: int) -> Any:
    """Returns the next frame's value, or None when the other side has gone.

    Raises:
        Broken: what came is not a frame.
    """
    header = _exactly(sock, HEADER.size)
    if header is None:
        return None
    (length,) = HEADER.unpack(header)
    if length > limit:
        raise TooLong("a frame that is too long")
    body = _exactly(sock, length)
    return None if body is None else decode(body)


def _exactly(sock: socket.socket, size: int) -> bytes | None:
    data = bytearray()
    while len(data) < size:
        chunk = sock.recv(min(size - len(data), CHUNK))
        if not chunk:
            return None
        data += chunk
    return bytes(data)
