"""Logs as lines of JSON, for machines that read them: `LAPAK_LOG=json`."""

from __future__ import annotations

import json
import logging
import os
from datetime import UTC, datetime
from typing import Any

VARIABLE = "LAPAK_LOG"
_PLAIN = "%(levelname)s %(name)s %(message)s"


class JsonLines(logging.Formatter):
    """One line of JSON a record: time (UTC), level, who says it, and what.

    Example:
        >>> record = logging.makeLogRecord({"msg": "siap", "name": "pelatihan", "levelname": "INFO"})
        >>> json.loads(JsonLines().format(record))["message"]
        'siap'
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        return line(
            record.levelname,
            record.name,
            record.getMessage(),
            at=record.created,
            **({"error": self.formatException(record.exc_info)} if record.exc_info else {}),
        )


def as_json() -> bool:
    """Say whether the operator wants JSON."""
    return os.environ.get(VARIABLE) == "json"


def line(level: str, who: str, message: str, at: float | None = None, **more: str) -> str:
    """Give one line of JSON.

    Args:
        level: INFO, WARNING or ERROR.
        who: the part of the school that speaks.
        message: what it says; no name of a person but her user name.
        at: seconds since the epoch; now if none.
        more: further fields.
    """
    moment = datetime.now(UTC) if at is None else datetime.fromtimestamp(at, UTC)
    said = {"time": moment.isoformat(timespec="milliseconds"), "level": level, "logger": who}
    return json.dumps({**said, "message": message, **more}, ensure_ascii=False)


def set_up(who: str, others: int = logging.WARNING) -> logging.Logger:
    """Let this process log as the operator wants it.

    Args:
        who: the part of the school that speaks; its own lines are logged from INFO on.
        others: the level from which libraries are.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if as_json() else logging.Formatter(_PLAIN))
    logging.basicConfig(level=others, handlers=[handler])
    own = logging.getLogger(who)
    own.setLevel(logging.INFO)
    return own


def of_the_hub() -> dict[str, Any]:
    """Give what a traitlets application takes as `logging_config`."""
    if not as_json():
        return {}
    return {"formatters": {"console": {"class": "deployment.local.logs.JsonLines"}}}
