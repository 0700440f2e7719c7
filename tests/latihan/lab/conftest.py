"""A trainee's room to test in: an exchange in which she is alone, one released exercise, a real lab."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from latihan.lab.places import Places

ASSIGNMENT = "pembukuan_03_hpp"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
# Stands for `buka` and `cek`, which have tests of their own.
SETUP = "kg, harga = 2, 3\ndef cek(nama):\n    print('diperiksa:', biaya_bahan)"
LISTING = [
    {"track": "Pembukuan", "title": "Uji Awal Pembukuan", "assignment": "pembukuan_00_uji_awal"},
    {"track": "Pembukuan", "title": "Menghitung HPP", "path": "pembukuan/03_hpp.ipynb"},
]
LAB = Path(__file__).resolve().parents[3] / "latihan" / "lab"


def graded(grade_id: str, **kind: Any) -> dict[str, Any]:
    """Return cell metadata as nbgrader's release has it."""
    meta = {
        "grade_id": grade_id,
        "grade": False,
        "solution": False,
        "locked": False,
        "schema_version": 3,
    }
    meta |= {"task": False} | kind
    return {"nbgrader": meta} | ({"editable": False, "deletable": False} if meta["locked"] else {})


def exercise() -> Any:
    """Return a small exercise as trainees get it: one formula, its check, one text."""
    cells = [
        new_markdown_cell("# Latihan", metadata=graded("judul", locked=True), id="judul"),
        new_code_cell(SETUP, metadata=graded("buka", locked=True), id="buka"),
        new_code_cell("biaya_bahan = ...", metadata=graded("jawab", solution=True), id="jawab"),
        new_code_cell(
            'cek("biaya")',
            metadata=graded("biaya", grade=True, locked=True, points=2),
            id="cek",
        ),
        new_markdown_cell("## Soal 2. Alasan", metadata=graded("soal2", locked=True), id="soal2"),
        new_markdown_cell(
            "Tulis jawaban Anda di sini.",
            metadata=graded("alasan", grade=True, solution=True, points=4),
            id="alasan",
        ),
    ]
    return new_notebook(cells=cells, metadata=KERNEL)


def lesson(title: str = "Menghitung HPP") -> Any:
    """Return a small lesson."""
    return new_notebook(
        cells=[new_markdown_cell(f"# {title}", id="a"), new_code_cell("2 + 2", id="b")],
        metadata=KERNEL,
    )


@pytest.fixture
def room(tmp_path: Path) -> Places:
    """A trainee's places, with the exercise released and her inbound and feedback folders there."""
    shared = tmp_path / "srv"
    for folder in ("variants", "plan"):
        (shared / folder).mkdir(parents=True)
    for folder in ("outbound", "inbound", "feedback"):
        (shared / "exchange" / "lapak" / folder).mkdir(parents=True)
    released = shared / "exchange" / "lapak" / "outbound" / ASSIGNMENT
    released.mkdir()
    nbformat.write(exercise(), released / "03_hpp.ipynb")
    (shared / "lessons" / "pembukuan").mkdir(parents=True)
    nbformat.write(lesson(), shared / "lessons" / "pembukuan" / "03_hpp.ipynb")
    (shared / "lessons" / "daftar.json").write_text(json.dumps(LISTING))
    home = tmp_path / "home"
    home.mkdir()
    return Places(
        home=home,
        state=home / ".local/share/lapak",
        lessons=shared / "lessons",
        exchange=shared / "exchange",
        cache=home / ".local/share/jupyter/nbgrader_cache/lapak",
        user="peserta01",
        variants=shared / "variants",
        plan=shared / "plan",
    )


@pytest.fixture
def answer(room: Places) -> Callable[[str, str], None]:
    """Write text into a cell of her exercise, as JupyterLab saves it."""

    def write(cell_id: str, text: str) -> None:
        path = room.exercises / ASSIGNMENT / "03_hpp.ipynb"
        notebook = nbformat.read(path, as_version=4)
        next(cell for cell in notebook.cells if cell.id == cell_id).source = text
        nbformat.write(notebook, path)

    return write


@pytest.fixture
def release_feedback(room: Places) -> Callable[[str], None]:
    """Release a feedback page for her last submission, under the name that nbgrader gives it."""
    from nbgrader.utils import notebook_hash

    def release(html: str) -> None:
        last = max(room.cache.iterdir())
        name = notebook_hash(
            secret=(last / "submission_secret.txt").read_text(), notebook_id="03_hpp"
        )
        (room.exchange / "lapak" / "feedback" / f"{name}.html").write_text(html)

    return release


class Lab(NamedTuple):
    """A running JupyterLab with the extension in it."""

    url: str
    token: str
    room: Places

    def call(
        self, path: str, data: bytes | None = None, token: str | None = None
    ) -> tuple[int, Any, Any]:
        """Call the server; returns status, headers and the body, JSON decoded."""
        request = urllib.request.Request(f"{self.url}{path}", data=data)  # our own server
        request.add_header("Authorization", f"token {self.token if token is None else token}")
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                status, headers, body = response.status, response.headers, response.read()
        except urllib.error.HTTPError as error:
            with error:
                status, headers, body = error.code, error.headers, error.read()
        kind = headers.get("Content-Type", "")
        return status, headers, json.loads(body) if "json" in kind else body.decode()


@pytest.fixture
def lab(room: Places, tmp_path: Path) -> Iterator[Lab]:
    """Start JupyterLab as a trainee's server does, on files laid out as the wheel lays them out."""
    share, config = tmp_path / "share", tmp_path / "config"
    (share / "labextensions/@lapak").mkdir(parents=True)
    shutil.copytree(LAB / "labextension", share / "labextensions/@lapak/ruang-belajar")
    (config / "labconfig").mkdir(parents=True)
    shutil.copy(LAB / "overrides.json", config / "labconfig/default_setting_overrides.json")
    shutil.copytree(LAB / "jupyter-config", config, dirs_exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    # Of the whole environment only what a program needs, as in the box.
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(room.home),
        "JUPYTER_PATH": str(share),
        "JUPYTER_CONFIG_PATH": str(config),
        "JUPYTERHUB_USER": room.user,
        "LAPAK_LESSONS": str(room.lessons),
        "LAPAK_EXCHANGE": str(room.exchange),
        "LAPAK_VARIANTS": str(room.variants),
        "LAPAK_PLAN": str(room.plan),
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1"]
    command += [f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=kata"]
    with (tmp_path / "lab.log").open("w") as log:
        process = subprocess.Popen(command, cwd=room.home, env=environment, stdout=log, stderr=log)
    found = Lab(f"http://127.0.0.1:{port}/", "kata", room)
    try:
        _wait_for(found, process, tmp_path / "lab.log")
        yield found
    finally:
        _stop(process)


def _wait_for(lab: Lab, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers, for a minute at most."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if lab.call("api/status")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text()[-2000:])


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server; with a page still open, Jupyter Server may wait for ever for its own threads."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
