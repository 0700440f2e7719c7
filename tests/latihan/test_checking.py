"""Tests of `latihan.checking`: what a trainee reads when she runs `cek`."""

from __future__ import annotations

import re
from typing import Any

import pytest

from latihan import buka, cek
from latihan.shop import open_shop
from latihan.unit import Values
from latihan.values import evaluate
from latihan.variants import draw, load_unit

NAMES: dict[str, Any] = {}


@pytest.fixture(autouse=True)
def notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook with the sample shop open."""
    NAMES.clear()
    monkeypatch.setattr("latihan.shop.user_names", lambda: NAMES)
    monkeypatch.setattr("latihan.checking.user_names", lambda: NAMES)
    buka("pembukuan_03_hpp", contoh=True)


def hint(name: str) -> str:
    """Returns the sentence that `cek` shows."""
    score = cek(name)
    assert repr(score) == "0.0"
    return re.sub(r"<[^>]+>", "", score.html)


def test_a_right_answer_of_the_sample_is_praised() -> None:
    """The lesson's sample shop may be seen solved, so `cek` says that a value is right."""
    NAMES["biaya_bahan"] = NAMES["kg_melinjo"] * NAMES["harga_melinjo"]
    assert "Benar" in hint("biaya_bahan")


def test_a_known_mistake_gets_its_hint_and_no_answer() -> None:
    """Own labour for free: the hint names the next step, not the number."""
    NAMES["biaya_tenaga"] = NAMES["kg_ditumbuk"] * NAMES["upah_tumbuk_per_kg"]
    text = hint("biaya_tenaga")
    assert "Tenaga Anda juga biaya" in text
    assert not re.search(r"\d{3}", text)


@pytest.mark.parametrize(
    "value", [..., None, (0, 5), "banyak", [], object(), float("nan"), -1, 0, 1e15, True, 1.25]
)
def test_foolish_values_never_raise_and_are_never_praised(value: object) -> None:
    """Whatever stands there, she reads a sentence that is no praise."""
    NAMES["biaya_bahan"] = value
    text = hint("biaya_bahan")
    assert len(text) > 20
    assert "Benar." not in text


def test_an_object_that_raises_is_survived() -> None:
    """A trainee's object may do anything when it is looked at."""

    class Bomb:
        def __getattribute__(self, name: str) -> object:
            raise RuntimeError(name)

    NAMES["biaya_bahan"] = Bomb()
    assert "angka" in hint("biaya_bahan")


def test_overwritten_shop_numbers_are_noticed() -> None:
    """Someone who assigns to a given name is told which one."""
    NAMES["gas"] = 1
    NAMES["biaya_bahan"] = 504_000
    assert "gas" in hint("biaya_bahan")


def test_unknown_and_missing_names_are_told() -> None:
    """A name that is not asked, and one that is not there yet."""
    assert "Tidak ada jawaban bernama" in hint("biaya_bahn")
    assert "belum ada" in hint("biaya_bahan")


def test_own_shop_is_not_told_right_from_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the exercise `cek` knows form, size and mistakes, and says that the value is judged later."""
    unit = load_unit("pembukuan_03_hpp")
    monkeypatch.setattr("latihan.shop.issued_variant", lambda u: draw(u, "milik-saya"))
    buka("pembukuan_03_hpp")
    right = NAMES["kg_melinjo"] * NAMES["harga_melinjo"]
    texts = set()
    for value in (right, right + 3_000):
        NAMES["biaya_bahan"] = value
        texts.add(hint("biaya_bahan"))
    assert len(texts) == 1
    assert "setelah Anda kirim" in texts.pop()
    assert open_shop() is not None
    assert unit is open_shop().unit  # type: ignore[union-attr]


def test_plain_nbgrader_gives_nothing_and_is_told_what_grades_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Under `nbgrader autograde` a cell of ours scores 0.0 and names the command that grades it."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    NAMES["biaya_bahan"] = 504_000
    assert "lapak grade" in hint("biaya_bahan")


def test_the_lesson_and_the_key_agree_on_the_sample() -> None:
    """Every question of the lesson has a value that `usaha` calculates."""
    shop = open_shop()
    assert shop is not None
    values = Values.of(shop.variant.given)
    for question in shop.unit.questions:
        assert question.reference is not None
        assert evaluate(question.reference, values) is not None
