"""Where a name leads, and in which order modules come."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from academy.script.known import Known
from academy.script.modules import Modules, Place, Whole, assigned


@pytest.fixture(scope="module")
def modules(clone: Path) -> Modules:
    """Those of this checkout."""
    return Modules(clone)


def test_names_lead_to_where_they_are_defined(modules: Modules) -> None:
    """Through imports, under other names, into Python's library."""
    tool = modules["voila_apps.kalkulator_hpp.kalkulator_hpp"]
    assert modules.find(tool, "cost_batch") == Place("usaha.costing", "cost_batch")
    assert modules.find(tool, "report") == Whole("usaha.costing_report")
    assert modules.inside("usaha.costing_report", "steps") == Place("usaha.costing_report", "steps")
    assert modules.find(tool, "escape") == Known("escape")
    assert modules.find(tool, "tidak_ada") is None


def test_the_day_is_the_phones(modules: Modules) -> None:
    """The one function of Lapak that the runtime has in its place."""
    assert modules.inside("usaha.dates", "today") == Known("today")


def test_a_module_comes_after_what_it_imports(modules: Modules) -> None:
    """Constants are made in this order."""
    order = modules.order("voila_apps.kalkulator_hpp.kalkulator_hpp")
    assert (
        order.index("usaha.money")
        < order.index("usaha.costing")
        < order.index("usaha.costing_report")
    )
    assert order[-1] == "voila_apps.kalkulator_hpp.kalkulator_hpp"
    with pytest.raises(KeyError):
        modules["os.path"]


def test_names_of_a_scope_are_its_own() -> None:
    """Not those of functions and comprehensions inside; `:=` and what is caught are."""
    text = "try:\n    a = [b for b in c if (d := b)]\nexcept E as e:\n    def f(g): h = 1\n"
    assert assigned(ast.parse(text).body) == ["a", "d", "e", "f"]
