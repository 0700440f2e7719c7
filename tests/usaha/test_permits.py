"""Permits: every way through the four questions, deadlines, sizes and steps."""

from datetime import date

import pytest

from usaha.permits import (
    PERMITS,
    QUESTIONS,
    Product,
    needed_permit,
    nib_deadline,
    permit_steps,
    size_class,
)
from usaha.rules import RuleNotInForceError

CASE = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("product", "permit", "question"),
    [
        (Product(food=False), "NIB", 1),
        (Product(food=False, storage="beku", animal=True), "NIB", 1),
        (Product(food=True, days=1), "SIAP_SAJI", 2),
        (Product(food=True, days=6, storage="kulkas", animal=True), "SIAP_SAJI", 2),
        (Product(food=True, days=7), "PIRT", 4),
        (Product(food=True, days=90, animal=True), "PIRT", 4),
        (Product(food=True, days=90, storage="beku"), "MD", 3),
        (Product(food=True, days=14, pasteurised=True), "MD", 3),
        (Product(food=True, days=14, storage="kulkas", animal=True), "MD", 3),
        (Product(food=True, days=14, storage="kulkas"), "MD", 5),
        (Product(food=True, days=90, home_kitchen=False), "MD", 5),
    ],
)
def test_the_way_through_the_questions(product: Product, permit: str, question: int) -> None:
    """The first yes decides."""
    decision = needed_permit(product)
    assert (decision.permit, decision.question) == (permit, question)
    assert decision.reason.endswith(".")
    assert permit in PERMITS
    assert len(QUESTIONS) == 4


def test_agrees_with_the_lesson() -> None:
    """The cards of *Legalitas* get the same permits."""
    from latihan.units.product_cards import PERMIT_OF

    made = {
        "kering": Product(food=True, days=60),
        "beku": Product(food=True, days=60, storage="beku", animal=True),
        "dingin": Product(food=True, days=10, storage="kulkas", animal=True),
        "pasteur": Product(food=True, days=14, pasteurised=True),
        "saji": Product(food=True, days=1),
        "barang": Product(food=False),
    }
    assert {kind: needed_permit(each).permit for kind, each in made.items()} == PERMIT_OF


@pytest.mark.parametrize(
    ("opened", "day"),
    [
        (date(2019, 1, 1), date(2027, 12, 8)),
        (date(2026, 6, 7), date(2027, 12, 8)),
        (date(2026, 6, 8), date(2026, 12, 8)),
        (date(2026, 8, 31), date(2027, 2, 28)),
    ],
)
def test_deadline_of_the_nib(opened: date, day: date) -> None:
    """Old shops count from the rule, new ones from their own first day."""
    assert nib_deadline(opened, CASE) == day


def test_deadline_with_other_months() -> None:
    """Who knows newer figures may use them; before the rule there is none."""
    assert nib_deadline(date(2019, 1, 1), CASE, 24, 3) == date(2028, 6, 8)
    assert nib_deadline(date(2026, 9, 1), CASE, 24, 3) == date(2026, 12, 1)
    with pytest.raises(RuleNotInForceError):
        nib_deadline(date(2019, 1, 1), date(2026, 6, 7))


@pytest.mark.parametrize(
    ("sales", "size"),
    [
        (0, "mikro"),
        (2_000_000_000, "mikro"),
        (2_000_000_001, "kecil"),
        (15_000_000_000, "kecil"),
        (50_000_000_000, "menengah"),
        (50_000_000_001, "besar"),
    ],
)
def test_size_at_its_limits(sales: int, size: str) -> None:
    """A limit belongs to the smaller class."""
    assert size_class(sales, CASE) == size


def test_size_with_other_limits() -> None:
    """Limits may be given in place of the rules'."""
    assert size_class(600, CASE, 500, 1_000) == "kecil"


def test_steps_and_what_is_done() -> None:
    """Ready food needs no label, goods need a NIB only, and what is there is marked."""
    assert [step.code for step in permit_steps("MD")] == ["nib", "izin", "halal", "label"]
    assert [step.code for step in permit_steps("SIAP_SAJI")] == ["nib", "izin", "halal"]
    assert [step.code for step in permit_steps("NIB", ["halal"])] == ["nib"]
    assert [step.done for step in permit_steps("PIRT", ["nib", "label"])] == [
        True,
        False,
        False,
        True,
    ]
    assert "BPOM" in permit_steps("MD")[1].words
