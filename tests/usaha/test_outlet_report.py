"""An outlet's plan in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from usaha.outlet import EXAMPLE, Outlet, OutletPlan, plan_outlet
from usaha.outlet_report import cautions, change_sentences, result_sentences, steps


def changed(**changes: str) -> tuple[Outlet, OutletPlan]:
    """Plan the example with some figures changed."""
    outlet = replace(EXAMPLE, **{name: Decimal(value) for name, value in changes.items()})
    plan, problems = plan_outlet(outlet)
    assert plan is not None, problems
    return outlet, plan


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"units": "600"}, "Dengan rencana 600 porsi, Anda tidak untung dan tidak rugi."),
        ({"units": "520"}, "Dengan rencana 520 porsi, Anda rugi Rp888.000 sebulan."),
        ({"units": "520"}, "Siapkan modal awal Rp15.710.000. Dengan rencana ini modal itu tidak"),
        ({"price": "9000"}, "Harga ini tidak menutup biaya satu porsi, berapa pun yang terjual."),
        (
            {"rent": "0", "wages": "0", "owner_wage": "0", "other_fixed": "0", "equipment": "0"},
            "Tidak ada biaya tetap, jadi sejak porsi pertama Anda tidak rugi.",
        ),
    ],
)
def test_the_result(changes: dict[str, str], sentence: str) -> None:
    """Profit, loss, neither, and the two cases without a break-even.

    By hand: 80 portions less than 600 are 80 × 11.100 = 888.000 of loss.
    """
    assert sentence in " ".join(result_sentences(*changed(**changes), "porsi"))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"owner_wage": "0"}, "Gaji Anda belum dihitung."),
        ({"stock": "0", "receivables": "0", "cash_reserve": "0"}, "Modal kerja masih kosong."),
        ({"units": "650"}, "penjualan turun 8% saja"),
        ({"units": "599"}, "kurang 1 porsi dari titik impas"),
        ({"price": "9400"}, "Naikkan harga di atas Rp9.400"),
    ],
)
def test_what_needs_care(changes: dict[str, str], words: str) -> None:
    """The example needs none; 50 of 650 portions are 7,7%."""
    found = cautions(*changed(**changes), "porsi")
    assert words in " ".join(found)
    assert bool(found) == bool(changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"price": "10000"}, "satu porsi tidak lagi menutup biayanya."),
        ({"rent": "1000000000000"}, "angkanya terlalu besar untuk dihitung."),
    ],
)
def test_what_moves_it(changes: dict[str, str], words: str) -> None:
    """A tenth less may be too little; a tenth more may be too much to calculate."""
    assert words in " ".join(change_sentences(*changed(**changes), "porsi"))


def test_nothing_moves_what_is_not_there() -> None:
    """Without a break-even there is nothing to compare."""
    assert change_sentences(*changed(price="9000"), "porsi") == ()


def test_steps_end_where_the_result_does() -> None:
    """Nine steps for the example; without break-even, target and payback only six."""
    names = [step.name for step in steps(*changed(), "porsi")]
    assert len(names) == 9
    short = steps(*changed(price="9000"), "porsi")
    assert [step.result for step in short][-2:] == ["-Rp400", "-Rp7.000.000"]
    assert len(steps(*changed(units="0", target_profit="0"), "porsi")) == 7


def test_empty_sums_are_nothing() -> None:
    """A sum of nothing is Rp0 and not an empty line."""
    outlet, plan = changed(materials="0", packaging="0", platform_fee="0")
    assert steps(outlet, plan, "porsi")[3].formula == "Rp0"
