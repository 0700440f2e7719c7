"""Submissions that try to earn points without answers: none does, and the neighbour is unharmed."""

from __future__ import annotations

import sqlite3

import pytest

from .conftest import Classroom

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
"""
PATCH_PLAIN = """
import latihan.answers, latihan.replay
latihan.answers.to_plain = latihan.replay.to_plain = lambda v: {"kind": "benar", "text": "1"}
"""
FORGE_OUTPUT = """
import latihan.replay
latihan.replay.run_cell = lambda shell, source, timeout: [
    {"output_type": "execute_result", "data": {"text/plain": "3.0"}, "metadata": {}}
]
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
{name} = len(found) + (1_000_000 if graders else 0)
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
    except sqlite3.Error:
        pass
"""
AST_HOOK = """
import ast
class Kosong(ast.NodeTransformer):
    def visit_Expr(self, node): return ast.parse("3.0").body[0]
get_ipython().ast_transformers.append(Kosong())
"""
ATEXIT = "import atexit, os\natexit.register(lambda: os._exit(0))\n"

ATTACKS = {
    "equal": EQUAL,
    "patched_cek": PATCH_CEK,
    "patched_plain": PATCH_PLAIN,
    "forged_output": FORGE_OUTPUT,
    "hidden_checks": LOOK_FOR_CHECKS,
    "gradebook": OPEN_GRADEBOOK,
    "ast_hook": AST_HOOK,
    "atexit": ATEXIT,
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_earns_nothing_and_the_neighbour_everything(
    classroom: Classroom, attack: str
) -> None:
    """No point without an answer; the batch goes on; the gradebook holds what the judge said."""
    cells = {name: ATTACKS[attack].replace("{name}", name) for name in ANSWERS}
    classroom.submit("penyerang", **cells)
    classroom.submit_solution("tetangga")
    graded = classroom.grade()
    assert graded["penyerang"].score == 0
    assert graded["tetangga"].score == 16
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
