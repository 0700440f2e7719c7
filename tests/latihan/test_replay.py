"""Tests of `latihan.replay`: what a notebook's cells send out of the box."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

PNG = "iVBORw0KGgo"


def run(trainee_env: Path, folder: Path, *sources: str, answer: str = "x") -> list[dict[str, Any]]:
    """Replays cells in the trainee environment, without a box; the last cell asks for `answer`."""
    cells = [{"index": i, "source": s, "answer": None} for i, s in enumerate(sources)]
    cells[-1]["answer"] = answer
    reader, writer = os.pipe()
    subprocess.run(
        [trainee_env / "bin" / "python", "-m", "latihan.replay", str(writer)],
        input=json.dumps({"cells": cells, "timeout": 2}).encode(),
        pass_fds=(writer,),
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
    )
    os.close(writer)
    with os.fdopen(reader) as lines:
        return [json.loads(line) for line in lines]


def test_answers_and_outputs_come_out(trainee_env: Path, tmp_path: Path) -> None:
    """Printed text, a result, and the plain answer."""
    first, second = run(trainee_env, tmp_path, "print('halo')\nx = 6 * 7", "x")
    assert first["outputs"] == [{"output_type": "stream", "name": "stdout", "text": "halo\n"}]
    assert second["outputs"][0]["text"] == "42\n"
    assert second["answer"] == {"kind": "number", "text": "42"}


def test_a_failing_cell_leaves_the_next_alone(trainee_env: Path, tmp_path: Path) -> None:
    """Errors, endless loops and SystemExit cost their own cell only."""
    lines = run(trainee_env, tmp_path, "1 / 0", "while True: pass", "raise SystemExit", "x = 1")
    assert [line["index"] for line in lines] == [0, 1, 2, 3]
    assert lines[-1]["answer"]["text"] == "1"
    assert "membagi dengan nol" in json.dumps(lines[0])


def test_html_and_scripts_stay_inside(trainee_env: Path, tmp_path: Path) -> None:
    """A mentor's browser never gets markup that a trainee's code made; pictures it does."""
    source = "from IPython.display import HTML\nHTML('<script>steal()</script>')"
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
    lines = run(trainee_env, tmp_path, source, "%matplotlib inline", plot)
    assert "script" not in json.dumps(lines[0])
    assert any(PNG in out.get("data", {}).get("image/png", "") for out in lines[2]["outputs"])


def test_a_flood_of_output_is_cut(trainee_env: Path, tmp_path: Path) -> None:
    """Long output is cut with a mark; the answer is there."""
    lines = run(trainee_env, tmp_path, "print('x' * 3_000_000)\nx = 1")
    assert len(json.dumps(lines)) < 50_000
    assert "dipotong" in lines[0]["outputs"][0]["text"]
    assert lines[0]["answer"]["text"] == "1"
