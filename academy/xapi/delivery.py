"""Brings statements where the operator wants them: to the end of a file, or into a record store."""

from __future__ import annotations

import base64
import http.client
import json
import os
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from academy.retrying import Unreachable
from academy.xapi.statements import Statement

PLACE, LOGIN = "LAPAK_XAPI", "LAPAK_XAPI_LOGIN"
VERSION: Final = "1.0.3"
SECONDS: Final = 30.0
_THERE_ALREADY: Final = 409
_REFUSED: Final = frozenset({400, 413, 422})
_NOT_TOGETHER: Final = _REFUSED | {_THERE_ALREADY}  # a store takes all of a delivery or nothing


class Delivery(Protocol):
    """A place that takes statements."""

    def deliver(self, statements: Sequence[Statement]) -> list[str]:
        """Take statements.

        Returns:
            The ids of those that it will never take.

        Raises:
            Unreachable: none was taken.
        """


class ToFile:
    """A file of JSON lines.

    Args:
        path: the file; made 0600 when missing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def deliver(self, statements: Sequence[Statement]) -> list[str]:
        """Write statements at its end, and see them on the disk."""
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in statements)
        try:
            handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise Unreachable(f"{self.path}: {error.strerror}") from error
        return []


class ToStore:
    """A learning record store (xAPI 1.0.3).

    Args:
        endpoint: its address; statements go to `statements` below it.
        login: `name:password` for basic authentication; empty for none.
    """

    def __init__(self, endpoint: str, login: str = "") -> None:
        self.address = f"{endpoint.rstrip('/')}/statements"
        self.headers = {
            "Content-Type": "application/json",
            "X-Experience-API-Version": VERSION,
        }
        if login:
            coded = base64.b64encode(login.encode()).decode()
            self.headers["Authorization"] = f"Basic {coded}"

    def deliver(self, statements: Sequence[Statement]) -> list[str]:
        """Send statements together; where the store refuses them, one by one, to find which it does."""
        code = self._post(statements)
        if code not in _NOT_TOGETHER:
            return []
        if len(statements) == 1:
            return [statements[0]["id"]] if code in _REFUSED else []
        return [id_ for statement in statements for id_ in self.deliver([statement])]

    def _post(self, statements: Sequence[Statement]) -> int:
        """Send, and give the status where the store has answered for good."""
        request = urllib.request.Request(  # noqa: S310 (the operator's own address)
            self.address, json.dumps(list(statements)).encode(), self.headers, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
                return int(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code in _NOT_TOGETHER:
                return error.code
            raise Unreachable(f"the record store answered {error.code}") from error
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(f"the record store: {type(error).__name__}") from error


def delivery_to(place: str, login: str = "") -> Delivery:
    """Make the delivery that the operator's setting asks for.

    Example:
        >>> type(delivery_to("https://lrs.example/xapi")).__name__
        'ToStore'
        >>> type(delivery_to("/srv/xapi.jsonl")).__name__
        'ToFile'
    """
    if place.startswith(("https://", "http://")):
        return ToStore(place, login)
    return ToFile(Path(place))
