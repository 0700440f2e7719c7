"""Logs for machines: each line is JSON with time, level and speaker."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys

import pytest

from deployment.local import logs

SPEAK = """
import logging
from deployment.local import logs
own = logs.set_up("pelatihan")
logging.getLogger("lain").info("ini bukan untuk catatan")
try:
    1 / 0
except ZeroDivisionError:
    own.exception("aduh %s", "x")
"""


@pytest.mark.parametrize(("wanted", "is_json"), [("json", True), ("", False)])
def test_a_service_speaks_as_it_is_told(wanted: str, is_json: bool) -> None:
    """An error with its traceback is still one line of JSON."""
    variables = {**os.environ, logs.VARIABLE: wanted}
    done = subprocess.run(
        [sys.executable, "-c", SPEAK], env=variables, capture_output=True, text=True, check=True
    )
    if not is_json:
        assert done.stderr.startswith("ERROR pelatihan aduh x\n")
        return
    said = json.loads(done.stderr)
    assert (said["level"], said["logger"], said["message"]) == ("ERROR", "pelatihan", "aduh x")
    assert said["time"].endswith("+00:00")
    assert "ZeroDivisionError" in said["error"]


def test_the_hub_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """traitlets makes the formatter by its name."""
    assert logs.of_the_hub() == {}
    monkeypatch.setenv(logs.VARIABLE, "json")
    from traitlets.config import Application

    app = Application(logging_config=logs.of_the_hub())
    (handler,) = app.log.handlers
    record = logging.makeLogRecord({"msg": "siap", "levelname": "INFO"})
    assert json.loads(handler.format(record))["message"] == "siap"
