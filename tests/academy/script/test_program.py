"""A whole tool as a script."""

from __future__ import annotations

from pathlib import Path

from academy.client import CALCULATORS
from academy.script.program import translate


def test_only_what_is_needed_comes_along(clone: Path) -> None:
    """Of a module of Lapak the functions that the tool reaches, and no table that it does not read."""
    script = translate(clone, "kalkulator_hpp")
    assert "const costing$cost_batch = " in script
    assert "gross_profit_per_kg" not in script
    assert "rules.csv" not in script
    assert "rules.csv" in translate(clone, "simulasi_kur")


def test_every_tool_is_a_calculator_or_needs_python(clone: Path) -> None:
    """A new tool is put on one of both sides on purpose."""
    tools = {
        path.parent.name
        for path in clone.glob("voila_apps/*/*.py")
        if path.stem == path.parent.name
    }
    assert tools - set(CALCULATORS) == {"buku_kas", "pembuat_laporan", "peta_pembeli"}
