"""What names are called in the script."""

from __future__ import annotations

import ast
from pathlib import Path

from academy.script.modules import Module
from academy.script.scopes import Scope, global_name, local_names, script_name


def test_words_of_the_script_are_no_names() -> None:
    """Python allows them."""
    assert [script_name(name) for name in ("harga", "new", "delete", "R")] == [
        "harga",
        "new_",
        "delete_",
        "R_",
    ]


def test_a_name_is_looked_for_outwards() -> None:
    """A function's own hides the module's; a comprehension sees its function's."""
    module = Module("uji", str(Path("uji.py")), ast.parse(""))
    function = ast.parse("def f(a, *b, c=1):\n    d = 2").body[0]
    assert isinstance(function, ast.FunctionDef)
    inner = Scope(module).inner(local_names(function)).inner(["e"])
    assert [name for name in "abcdef" if inner.holds(name)] == ["a", "b", "c", "d", "e"]
    assert global_name("usaha.money", "format_rupiah") == "money$format_rupiah"
