"""Tests of `latihan.track_tests`: two units from one list, and no hints in either."""

from __future__ import annotations

from latihan.checking import answers_so_far, value_remark
from latihan.shop import OpenShop
from latihan.track_tests import TrackTest
from latihan.variants import draw
from tests.latihan.mixed import UNIT

TEST = TrackTest("uji", "Uji", UNIT.shop, UNIT.given, UNIT.draw, UNIT.questions, UNIT.show)


def test_both_units_ask_the_same() -> None:
    """Other ids and titles, the same questions and draw."""
    before, after = TEST.before, TEST.after
    assert (before.id, before.assignment, before.title) == (
        "uji/00_uji_awal",
        "uji_00_uji_awal",
        "Uji awal Uji",
    )
    assert (after.id, after.assignment) == ("uji/99_uji_akhir", "uji_99_uji_akhir")
    assert before.questions == after.questions
    assert before.show is after.show


def test_a_test_gives_no_hints() -> None:
    """Right, wrong and absurd answers read the same: it measures, it does not teach."""
    shop = OpenShop(TEST.before, draw(TEST.before, "a"))
    values = answers_so_far(shop, {})
    question = UNIT.questions[0]
    (mistake,) = question.mistakes
    wrong = mistake.formula(values)
    assert wrong is not None
    texts = {value_remark(shop, question, v, values).text for v in (wrong, wrong * 0, wrong / 2)}  # type: ignore[operator]
    assert texts == {"Jawaban tercatat. Hasilnya Anda lihat setelah tes selesai. Lanjutkan."}
