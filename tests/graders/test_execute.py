"""Tests of `graders.execute`: a submission goes through nbgrader and the box; only answers count."""

from __future__ import annotations

import json
from decimal import Decimal

import nbformat
import pytest
from nbgrader.utils import determine_grade

from graders.checks import load_key
from graders.execute import graded_outputs, own_output
from graders.judging import RIGHT, Verdict
from latihan.unit import Values
from latihan.variants import draw, load_unit

from .conftest import ASSIGNMENT, Classroom

MACHINE_POINTS = 16.0


def test_the_solution_is_full_and_a_blank_is_zero(classroom: Classroom) -> None:
    """All that a machine can give, and nothing."""
    classroom.submit_solution("peserta01")
    classroom.submit("peserta02")
    graded = classroom.grade()
    assert graded["peserta01"].score == MACHINE_POINTS
    assert graded["peserta02"].score == 0
    assert graded["peserta02"].error == ""


def test_a_mistake_earns_its_part_and_its_hint(classroom: Classroom) -> None:
    """Own labour for free: half of the step, and the steps after it are full by follow-through."""
    wrong = "biaya_tenaga = kg_ditumbuk * upah_tumbuk_per_kg"
    classroom.submit_solution("peserta01", biaya_tenaga=wrong)
    graded = classroom.grade()["peserta01"]
    assert "Tenaga Anda juga biaya" in classroom.hint("peserta01", "biaya_tenaga")
    assert graded.score == MACHINE_POINTS - classroom.score("peserta01", "biaya_tenaga")
    assert "Langkah ini benar" in classroom.hint("peserta01", "hpp_per_kg")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("biaya_bahan = 1.250.000", "titik ribuan"),
        ("biaya_bahan = 1.250", "koma desimal"),
        ("biaya_bahan = 0,5", "Tanda koma memecah"),
        ("biaya_bahan = 'banyak'", "Ini teks"),
        ("biaya_bahan = kg_melinjo *", "belum bisa dihitung"),
        ("", "belum ada"),
    ],
)
def test_typing_traps_are_told_in_the_feedback(
    classroom: Classroom, typed: str, words: str
) -> None:
    """Each of the ways in which people type numbers wrong has its own sentence."""
    classroom.submit("peserta01", biaya_bahan=typed)
    assert classroom.grade()["peserta01"].score == 0
    assert words in classroom.hint("peserta01", "biaya_bahan")


def test_copied_numbers_are_told_apart_and_nobody_is_named(classroom: Classroom) -> None:
    """A's numbers in B's notebook earn nothing; the hint does not say whose they are."""
    classroom.submit_solution("ani")
    classroom.grade("ani")
    typed = {name: f"{name} = {value}" for name, value in solved(classroom, "ani").items()}
    classroom.submit("budi", **typed)
    assert classroom.grade("budi")["budi"].score == 0
    hint = classroom.hint("budi", "biaya_bahan")
    assert "bukan angka toko Anda" in hint
    assert "ani" not in hint.split()


def solved(classroom: Classroom, user: str) -> dict[str, Decimal]:
    """Returns the right values of a trainee's shop."""
    issued = json.loads((classroom.course.variants / user / f"{ASSIGNMENT}.json").read_text())
    key = load_key(ASSIGNMENT)
    assert key is not None
    return dict(key.solve(Values.of(draw(load_unit(ASSIGNMENT), issued["seed"]).given)))


def test_a_dead_process_keeps_what_was_earned_before(classroom: Classroom) -> None:
    """A cell that kills Python costs the answers after it, not those before."""
    classroom.submit_solution("peserta01", hasil_baik="import os; os._exit(1)")
    graded = classroom.grade()["peserta01"]
    assert graded.error == ""
    assert graded.score == sum(
        classroom.score("peserta01", name)
        for name in ("biaya_bahan", "biaya_tenaga", "susut_alat", "biaya_overhead")
    )
    assert graded.score > 0
    assert "berhenti" in classroom.hint("peserta01", "hpp_per_kg")


@pytest.mark.parametrize("share", ["0", "0.5", "1"])
def test_nbgrader_reads_what_we_wrote(share: str) -> None:
    """The rewritten outputs give exactly the share of the points, zero included."""
    cell = nbformat.v4.new_code_cell("cek('x')")
    cell.metadata.nbgrader = {"grade": True, "solution": False, "points": 3, "grade_id": "x"}
    cell.outputs = graded_outputs(Verdict(Decimal(share), RIGHT), 3.0, 1)
    assert determine_grade(cell) == (float(share) * 3, 3.0)


@pytest.mark.parametrize(
    "raw", [None, 3, {}, {"output_type": "stream"}, {"data": "x"}, {"data": {}}]
)
def test_forged_outputs_are_dropped(raw: object) -> None:
    """What does not look like an output is none."""
    assert own_output(raw) is None
