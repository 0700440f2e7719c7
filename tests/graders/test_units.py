"""Tests of `graders.units`: a submission goes through the box and the judge; only answers count."""

from __future__ import annotations

from decimal import Decimal

import nbformat
import pytest
from nbgrader.utils import determine_grade

from graders.checks import load_key
from graders.judging import RIGHT, Verdict
from graders.repair import grade_id
from graders.running import well_formed
from graders.units import graded_outputs, own_output, plain_answer
from graders.variants import fair_seed
from graders.work import Outcome, Task, grade
from latihan.unit import Values
from latihan.variants import draw, load_unit
from warmkernel import WarmProcess

from .conftest import ASSIGNMENT, Classroom, Exercise, points, total

MACHINE_POINTS = 16.0


def hint(outcome: Outcome, answer: str) -> str:
    """Returns what the graded cell of an answer tells."""
    cells = nbformat.reads(outcome.text, as_version=4).cells
    return str(next(c for c in cells if grade_id(c) == answer).outputs[0].text).strip()


def test_the_solution_is_full_and_a_blank_is_zero(classroom: Classroom) -> None:
    """All that a machine can give, and nothing: through the exchange, the coordinator, the gradebook."""
    classroom.submit_solution("peserta01")
    classroom.submit("peserta02")
    graded = classroom.grade()
    assert graded["peserta01"].score == MACHINE_POINTS
    assert graded["peserta02"].score == 0
    assert graded["peserta02"].error == ""


def solved(exercise: Exercise, **changed: str) -> Task:
    """Returns a task with the author's answers but for those that are given."""
    answers = {name.removeprefix("jawab_"): text for name, text in exercise.solution.items()}
    return exercise.task({**answers, **changed})


def test_a_mistake_earns_its_part_and_its_hint(warm: WarmProcess, exercise: Exercise) -> None:
    """Own labour for free: half of the step, and the steps after it are full by follow-through."""
    wrong = "biaya_tenaga = kg_ditumbuk * upah_tumbuk_per_kg"
    outcome = grade(solved(exercise, biaya_tenaga=wrong), warm)
    assert "Tenaga Anda juga biaya" in hint(outcome, "biaya_tenaga")
    assert points(outcome)["biaya_tenaga"] == 1
    assert total(outcome) == MACHINE_POINTS - 1
    assert "Langkah ini benar" in hint(outcome, "hpp_per_kg")


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
    warm: WarmProcess, exercise: Exercise, typed: str, words: str
) -> None:
    """Each of the ways in which people type numbers wrong has its own sentence."""
    outcome = grade(exercise.task({"biaya_bahan": typed}), warm)
    assert total(outcome) == 0
    assert words in hint(outcome, "biaya_bahan")


def test_copied_numbers_are_told_apart_and_nobody_is_named(
    warm: WarmProcess, exercise: Exercise
) -> None:
    """Another shop's right numbers earn nothing; the hint says whose they are not."""
    seed = fair_seed(b"uji", "tetangga", ASSIGNMENT)
    key = load_key(ASSIGNMENT)
    assert key is not None
    theirs = key.solve(Values.of(draw(load_unit(ASSIGNMENT), seed).given))
    copied = {check.name: f"{check.name} = {theirs[check.name]}" for check in key.checks}
    outcome = grade(exercise.task(copied, others=(seed,)), warm)
    assert total(outcome) == 0
    assert "bukan jawaban untuk toko Anda" in hint(outcome, "hpp_per_kg")


def test_a_dead_process_keeps_what_was_earned_before(warm: WarmProcess, exercise: Exercise) -> None:
    """A cell that kills Python costs the answers after it, not those before."""
    outcome = grade(solved(exercise, hasil_baik="import os; os._exit(1)"), warm)
    assert outcome.error == ""
    assert total(outcome) == 7
    assert "berhenti" in hint(outcome, "hpp_per_kg")
    assert outcome.stopped


@pytest.mark.parametrize("share", ["0", "0.5", "1"])
def test_nbgrader_reads_what_we_wrote(share: str) -> None:
    """The rewritten outputs give exactly the share of the points, zero included."""
    cell = nbformat.v4.new_code_cell("cek('x')")
    cell.metadata.nbgrader = {"grade": True, "solution": False, "points": 3, "grade_id": "x"}
    cell.outputs = graded_outputs(Verdict(Decimal(share), RIGHT), 3.0, 1)
    assert determine_grade(cell) == (float(share) * 3, 3.0)
    assert cell.outputs[1].metadata == {"lapak": {"remark": "benar"}}


def test_markup_stays_inside() -> None:
    """A mentor's browser never gets markup that a trainee's code made; text and pictures it does."""
    raw = {
        "output_type": "display_data",
        "data": {"text/html": "<script>", "text/plain": "a table", "image/png": "iVBORw0KGgo"},
        "metadata": {},
    }
    shown = well_formed(raw)
    assert shown is not None
    kept = own_output(shown)
    assert kept is not None
    assert dict(kept.data) == {"text/plain": "a table", "image/png": "iVBORw0KGgo"}


def test_long_text_is_cut() -> None:
    """What a mentor opens stays small."""
    shown = well_formed({"output_type": "stream", "name": "stdout", "text": "x" * 3_000_000})
    assert shown is not None
    kept = own_output(shown)
    assert kept is not None
    assert len(kept.text) < 21_000
    assert "dipotong" in kept.text


@pytest.mark.parametrize(
    "sent",
    [
        None,
        5,
        "5",
        {"kind": "number"},
        {"kind": "number", "text": 5},
        {"kind": "number", "text": "5" * 2000},
        {"kind": "number", "text": "5", "score": 99},
    ],
)
def test_what_is_no_plain_answer_is_missing(sent: object) -> None:
    """Whatever the box sends, at best it is a value."""
    assert plain_answer(sent) == {"kind": "missing", "text": ""}
