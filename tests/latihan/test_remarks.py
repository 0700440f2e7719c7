"""Tests of `latihan.remarks`: what a remark is called."""

from __future__ import annotations

from decimal import Decimal

from latihan.remarks import Mistake, Remark


def test_a_remark_is_called_by_its_mistake() -> None:
    """The mistake's id where one is known, else the kind."""
    mistake = Mistake("lupa", lambda v: v.gas, "Tambahkan gas.")
    assert mistake.credit == Decimal(0)
    assert Remark("keliru", mistake.hint, mistake).id == "lupa"
    assert Remark("kosong", "Belum diisi.").id == "kosong"
