"""Submissions that try to earn points without answers, or to do harm: none does, and the neighbour is unharmed."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import time
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from graders.work import SourceCell, Task, grade
from warmkernel import Job, Limits, WarmProcess

from .conftest import Classroom, Exercise, points, total

ANSWERS = [
    "biaya_bahan",
    "biaya_tenaga",
    "susut_alat",
    "biaya_overhead",
    "hasil_baik",
    "hpp_per_kg",
    "hpp_per_bungkus",
    "laba_kotor_per_kg",
    "harga_jual_target",
]
FULL = 16
SMALL = Limits(
    cell_seconds=2,
    grace_seconds=1,
    wall_seconds=10,
    memory=600 << 20,
    output=1 << 20,
    total_output=4 << 20,
)

EQUAL = """
class Sama(float):
    __eq__ = __ge__ = __le__ = lambda self, other: True
    __hash__ = None
    def __sub__(self, other): return 0
    __rsub__ = __abs__ = __sub__
    def __str__(self): return "504000"
{name} = Sama(1)
"""
PATCH_CEK = """
import latihan, latihan.checking, builtins
cek = latihan.cek = latihan.checking.cek = lambda name: 99.0
builtins.abs = lambda x: 0
builtins.isinstance = lambda *x: True
"""
PATCH_PLAIN = """
import latihan.answers
latihan.answers.to_plain = lambda v: {"kind": "benar", "text": "1", "score": 3}
"""
PATCH_JSON = """
import json
json.dumps = json.JSONEncoder.encode = lambda *a, **k: '{"kind": "benar", "share": 1, "score": 3.0}'
"""
FORGE_FRAMES = """
import json, os, struct
def frame(value):
    body = json.dumps(value).encode()
    return struct.pack("!I", len(body)) + body
for fd in range(3, 40):
    for value in ({"value": {"kind": "benar", "text": "1", "score": 3.0}}, {"status": "ok", "score": 99},
                  {"outputs": [{"output_type": "execute_result", "data": {"text/plain": "3.0"}, "metadata": {}}]}):
        try:
            os.write(fd, frame(value))
        except OSError:
            break
"""
FORGE_OUTPUT = """
from IPython.display import publish_display_data
get_ipython().displayhook.write_format_data = lambda data, md=None: publish_display_data({"text/plain": "3.0"})
3.0
"""
LOOK_FOR_CHECKS = """
import glob, os
tops = [f"/{top}" for top in os.listdir("/") if top not in ("usr", "proc", "sys", "lib")]
if "found" not in globals():
    found = [p for top in tops for p in glob.glob(top + "/**/*hpp*", recursive=True)
             if "/checks/" in p or "/source/" in p]
try:
    import graders
except ImportError:
    graders = None
if found or graders:
    print("TERLIHAT", found, graders)
{name} = len(found)
"""
OPEN_GRADEBOOK = """
import glob, os, sqlite3
tops = [f"/{top}" for top in os.listdir("/") if top not in ("usr", "proc", "sys", "lib")]
if "books" not in globals():
    books = [p for top in tops for p in glob.glob(top + "/**/*.db", recursive=True)]
    books += ["/course/gradebook.db", "../gradebook.db"]
for path in books:
    try:
        sqlite3.connect(path).execute("update grade set auto_score = 99, manual_score = 99")
        print("TERLIHAT", path)
    except sqlite3.Error:
        pass
"""
AST_HOOK = """
import ast
class Kosong(ast.NodeTransformer):
    def visit_Expr(self, node): return ast.parse("3.0").body[0]
    def visit_Assert(self, node): return None
get_ipython().ast_transformers.append(Kosong())
"""
MONKEY = """
from IPython.core.interactiveshell import InteractiveShell
shell = get_ipython()
InteractiveShell.run_cell = type(shell).run_cell = lambda self, *a, **k: 3.0
shell.user_ns = {n: 1 for n in ("biaya_bahan", "hpp_per_kg")}
"""
PATCH_ASSERT = """
import builtins, sys
builtins.AssertionError = type("Diam", (BaseException,), {})
compiled = get_ipython().compile
type(compiled).__call__ = lambda self, *a, **k: compile(*a, **{**k, "optimize": 2})
get_ipython().showtraceback = lambda *a, **k: None
"""
NEIGHBOURS = """
import os
others = {int(p) for p in os.listdir("/proc") if p.isdecimal()} - {1, os.getpid()}
shown = [p for p in ("/proc/1/root/host", "/proc/1/root/etc/shadow") if os.path.exists(p)]
if others or shown:
    print("TERLIHAT", others, shown)
{name} = len(others)
"""
UNEARNED = {
    "equal": EQUAL,
    "patched_cek": PATCH_CEK,
    "patched_assert": PATCH_ASSERT,
    "patched_plain": PATCH_PLAIN,
    "patched_json": PATCH_JSON,
    "forged_frames": FORGE_FRAMES,
    "forged_output": FORGE_OUTPUT,
    "hidden_checks": LOOK_FOR_CHECKS,
    "gradebook": OPEN_GRADEBOOK,
    "ast_hook": AST_HOOK,
    "monkey": MONKEY,
    "proc_of_others": NEIGHBOURS,
    "atexit": "import atexit, os\natexit.register(lambda: os._exit(0))\n",
}
HARMFUL = {
    "loop": "while True: pass",
    "deaf_loop": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "fork_bomb": "import os\nwhile True: os.fork()",
    "memory": "x = bytearray(10 << 30)\nx[::4096] = b'1' * len(x[::4096])",
    "flood": "print('x' * (300 << 20))",
    "long_flood": "while True: print('x' * 100_000)",
    "exit": "import os; os._exit(0)",
    "kill_parent": "import os, signal; os.kill(os.getppid(), signal.SIGKILL); os.kill(1, signal.SIGKILL)",
    "kill_all": "import os, signal; os.kill(-1, signal.SIGKILL)",
    "daemon": "import subprocess; subprocess.Popen(['sleep', '{mark}'], start_new_session=True)",
    "network": "import socket; socket.create_connection(('127.0.0.1', 22), 1)",
    "write_outside": "open('/usr/x', 'w'); open('{outside}/x', 'w')",
    "symlinks": "import os\nfor n in range(50): os.symlink('{outside}/secret.txt', f'l{{n}}')\nopen('l0', 'a').write('x')",
    "deep_folders": "import os\nfor _ in range(3000):\n    os.mkdir('d'); os.chdir('d')",
    "closed_folder": "import os; os.mkdir('z'); open('z/a', 'w'); os.chmod('z', 0); os.chmod('.', 0)",
    "big_file": "open('big', 'wb').write(b'x' * (900 << 20))",
    "broken_output": "get_ipython().display_pub.publish({'text/plain': '\\ud800'}); '\\ud800'",
}


@pytest.mark.parametrize("attack", UNEARNED)
def test_an_attack_earns_nothing(warm: WarmProcess, exercise: Exercise, attack: str) -> None:
    """No point without an answer, whatever the answer cells hold."""
    cells = {name: UNEARNED[attack].replace("{name}", name) for name in ANSWERS}
    outcome = grade(exercise.task(cells, limits=Limits(cell_seconds=2)), warm)
    assert outcome.error == ""
    assert "TERLIHAT" not in _shown(outcome.text)
    assert total(outcome) == 0
    assert set(points(outcome)) == {*ANSWERS, "alasan_harga"}


def _shown(text: str) -> str:
    """Returns what the cells of a graded notebook show."""
    return json.dumps([cell.outputs for cell in cells(text)])


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work folders lie below this test's own, so that what is left there is its own."""
    (tmp_path / "work").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "work"))


def harm(attack: str, tmp_path: Path) -> str:
    """Returns the code of an attack, with a folder outside of the box that it may aim at."""
    (tmp_path / "secret.txt").write_text("secret")
    tmp_path.chmod(0o777)
    code = HARMFUL[attack]
    if "{outside}" in code or "{mark}" in code:
        return code.format(outside=tmp_path, mark="987654321")
    return code


@pytest.mark.parametrize("attack", HARMFUL)
def test_harm_costs_what_cannot_run_after_it(
    warm: WarmProcess, exercise: Exercise, tmp_path: Path, attack: str
) -> None:
    """What was earned before stays, it ends soon, nothing is left behind, and the next one is graded."""
    began = time.monotonic()
    task = exercise.task(limits=SMALL)
    notebook = nbformat.reads(task.submitted, as_version=4)
    place = next(
        i
        for i, c in enumerate(notebook.cells)
        if c.metadata.get("nbgrader", {}).get("grade_id") == "soal_hasil_baik"
    )
    notebook.cells.insert(place, nbformat.v4.new_code_cell(harm(attack, tmp_path)))
    outcome = grade(task.model_copy(update={"submitted": nbformat.writes(notebook)}), warm)
    assert outcome.error == ""
    before = [points(outcome)[name] for name in ANSWERS[:4]]
    assert before == [1, 2, 2, 2]
    assert total(outcome) <= FULL
    assert time.monotonic() - began < 40
    unharmed(warm, exercise, tmp_path)


def unharmed(warm: WarmProcess, exercise: Exercise, outside: Path) -> None:
    """The neighbour gets everything; no process, no folder and no foreign file has changed."""
    assert total(grade(exercise.task(), warm)) == FULL
    assert (outside / "secret.txt").read_text() == "secret"
    assert not (outside / "x").exists()
    assert not Path("/usr/x").exists()
    assert "987654321" not in subprocess.check_output(["ps", "axww"], text=True)
    assert list((outside / "work").iterdir()) == []


def ordinary(code: str, **parts: object) -> Task:
    """Returns an ordinary notebook: a cell that earns a point, the attack, one that earns another."""
    released, submitted = nbformat.v4.new_notebook(), nbformat.v4.new_notebook()
    marks = {"schema_version": 3, "solution": False, "grade": True, "locked": True, "task": False}
    first, last = (
        nbformat.v4.new_code_cell(
            "assert True", metadata={"nbgrader": {**marks, "grade_id": name, "points": 1}}
        )
        for name in ("before", "after")
    )
    released.cells = [first, last]
    submitted.cells = [first, nbformat.v4.new_code_cell(code), last]
    known = tuple(
        SourceCell(name=name, source="assert True", locked=True, grade=True, points=1.0)
        for name in ("before", "after")
    )
    task = Task(
        assignment="ps1",
        student="x",
        notebook="p",
        submitted=nbformat.writes(submitted),
        released=nbformat.writes(released),
        cells=known,
        limits=SMALL,
    )
    return task.model_copy(update=parts)


@pytest.mark.parametrize("attack", HARMFUL)
def test_an_ordinary_course_contains_harm(
    warm: WarmProcess, exercise: Exercise, tmp_path: Path, attack: str
) -> None:
    """The point before is kept; after a kernel's death the rest earns nothing; the neighbour is graded."""
    outcome = grade(ordinary(harm(attack, tmp_path)), warm)
    assert outcome.error == ""
    earned = points(outcome)
    assert earned["before"] == 1
    if attack == "exit":
        assert earned["after"] == 0
    if attack in {"exit", "loop", "deaf_loop", "long_flood"}:
        assert outcome.stopped
    assert not any("secret" in data.decode(errors="ignore") for data in outcome.files.values())
    unharmed(warm, exercise, tmp_path)


@pytest.mark.parametrize("attack", UNEARNED)
def test_an_ordinary_course_contains_attacks(
    warm: WarmProcess, exercise: Exercise, tmp_path: Path, attack: str
) -> None:
    """Asserts can be cheated; but nothing is seen, nothing breaks, and what was earned before stays."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "beside").mkdir()
    code = UNEARNED[attack].replace("{name}", "x")
    with warm.fork(Job(tmp_path / "beside")) as neighbour:
        neighbour.run("x = 41")
        outcome = grade(ordinary(code), warm)
        assert neighbour.run("print(x + 1)").outputs[0]["text"] == "42\n"
    assert outcome.error == ""
    assert points(outcome)["before"] == 1
    assert set(points(outcome)) == {"before", "after"}
    assert "TERLIHAT" not in _shown(outcome.text)
    unharmed(warm, exercise, tmp_path)


def cells(text: str) -> list[NotebookNode]:
    """Returns the code cells of a notebook."""
    return [c for c in nbformat.reads(text, as_version=4).cells if c.cell_type == "code"]


BROKEN = {
    "empty": "",
    "not_json": "bukan json",
    "a_list": "[]",
    "huge": '{"cells": [], "metadata": {"x": "' + "y" * (50 << 20) + '"}}',
    "many_values": '{"cells": [' + "{}," * 5_000_000 + "{}]}",
    "deep": '{"cells": [], "metadata": ' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "}",
    "another_language": json.dumps(
        {"cells": [], "metadata": {"kernelspec": {"name": "ir", "language": "R"}}, "nbformat": 4}
    ),
}


@pytest.mark.parametrize("form", BROKEN)
def test_what_is_no_notebook_is_said(
    warm: WarmProcess, exercise: Exercise, tmp_path: Path, form: str
) -> None:
    """A sentence instead of a score, soon, in both kinds of courses; the batch goes on."""
    (tmp_path / "secret.txt").write_text("secret")
    began = time.monotonic()
    tasks = [ordinary("1", submitted=BROKEN[form], released="")]
    if form != "another_language":  # the release says which kernel ours have
        tasks.append(exercise.task(submitted=BROKEN[form]))
    for task in tasks:
        outcome = grade(task, warm)
        assert outcome.error != ""
        assert outcome.text == ""
        assert "Error" not in outcome.error.split(":")[0]
    assert time.monotonic() - began < 20
    unharmed(warm, exercise, tmp_path)


def test_ten_thousand_cells_are_run_and_scored(warm: WarmProcess, exercise: Exercise) -> None:
    """Ours keeps a sensible number of her own cells; an ordinary course runs as many as time allows."""
    many = [nbformat.v4.new_code_cell(f"x = {n}", id=f"c{n}") for n in range(10_000)]
    task = exercise.task()
    notebook = nbformat.reads(task.submitted, as_version=4)
    notebook.cells[5:5] = many
    outcome = grade(task.model_copy(update={"submitted": json.dumps(notebook)}), warm)
    assert total(outcome) == FULL
    assert len(cells(outcome.text)) < 1_000

    task = ordinary("1", limits=Limits(wall_seconds=5))
    notebook = nbformat.reads(task.submitted, as_version=4)
    notebook.cells[1:1] = many
    outcome = grade(task.model_copy(update={"submitted": json.dumps(notebook)}), warm)
    assert points(outcome)["before"] == 1
    assert points(outcome)["after"] == 1 or outcome.stopped
    assert len(cells(outcome.text)) == 10_003


def test_the_gradebook_holds_what_the_judge_said(classroom: Classroom) -> None:
    """Attackers and a neighbour in one batch, through the coordinator."""
    for attack in ("gradebook", "forged_frames", "monkey"):
        code = UNEARNED[attack]
        classroom.submit(f"p_{attack}", **{n: code.replace("{name}", n) for n in ANSWERS})
    classroom.submit_solution("tetangga")
    graded = classroom.grade()
    assert graded.pop("tetangga").score == FULL
    assert {result.score for result in graded.values()} == {0}
    with sqlite3.connect(classroom.course.root / "gradebook.db") as book:
        assert book.execute("select max(auto_score) from grade").fetchone()[0] <= 3
        assert book.execute("select count(*) from grade where manual_score > 0").fetchone()[0] == 0


def test_release_and_feedback_hold_no_solution_and_no_check(classroom: Classroom) -> None:
    """Nothing that trainees get contains an author's line or a hidden formula."""
    from academy.install import solution_lines

    classroom.submit("ani", biaya_bahan="biaya_bahan = kg_dibeli * harga_melinjo")
    classroom.grade()
    classroom.runner.feedback("pembukuan_03_hpp")
    secret = solution_lines(classroom.course.root / "source" / "pembukuan_03_hpp" / "03_hpp.ipynb")
    assert len(secret) >= 10
    for folder in ("outbound", "feedback"):
        for path in (classroom.course.exchange / "lapak" / folder).rglob("*"):
            text = path.read_text() if path.is_file() else ""
            assert not [line for line in secret if line in text]
            assert "SOLUTION" not in text
            assert "graders" not in text
