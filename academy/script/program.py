"""A whole tool as one script: its notebook, and of Lapak's modules what it needs of them."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from pathlib import Path

from academy.script.modules import CannotTranslate, Modules, Place, assigned
from academy.script.scopes import Scope, global_name
from academy.script.statements import Statements

TABLES = ("usaha/rules.csv",)


def translate(
    clone: Path, tool: str, language: str = "id", words: Mapping[str, str] | None = None
) -> str:
    """Translate a tool.

    Args:
        clone: this checkout.
        tool: its name: `kalkulator_hpp`.
        language: that it speaks.
        words: the sentences of that language, by the Indonesian ones; those that it says come along.

    Returns:
        A module of the script that exports `run`; the runtime is imported as `runtime`.

    Raises:
        CannotTranslate: something in it is outside of what the script can do.
    """
    modules = Modules(clone)
    main = f"voila_apps.{tool}.{tool}"
    order = modules.order(main)
    short = [name.rpartition(".")[2] for name in order]
    if twice := {name for name in short if short.count(name) > 1}:
        raise CannotTranslate(f"{tool}: two modules are called {twice.pop()}: rename one of them")
    writer = Statements(modules, order)
    notebook = _notebook(writer, main)
    parts: dict[ast.stmt, str] = {}
    done: set[Place] = set()
    while waiting := [each for each in writer.needed if each not in done]:
        for place in waiting:
            done.add(place)
            module = modules[place.module]
            statement = module.defined[place.name]
            if place.module != main and statement not in parts:
                parts[statement] = writer.top(statement, Scope(module))
    written = [
        parts[statement]
        for name in order
        for statement in modules[name].tree.body
        if statement in parts
    ]
    reads = any("R.files(" in part for part in written)
    tables = {name: (clone / name).read_text(encoding="utf-8") for name in TABLES if reads}
    script = "\n".join((*written, notebook))
    said = {
        each: told
        for each, told in (words or {}).items()
        if json.dumps(each, ensure_ascii=False) in script
    }
    return "\n".join(
        (
            'import * as R from "runtime";',
            "let $;",
            f"R.tables({json.dumps(tables, ensure_ascii=False)});",
            f'R.speak("{language}", {json.dumps(said, ensure_ascii=False)});',
            f"export function run() {{\n{script}\n}}",
        )
    )


def _notebook(writer: Statements, main: str) -> str:
    module = writer.modules[main]
    scope = Scope(module)
    variables = [
        global_name(main, name)
        for name in assigned(module.tree.body)
        if not isinstance(module.defined[name], ast.FunctionDef | ast.ClassDef)
    ]
    body = [writer.run(each, scope) for each in module.tree.body]
    return f"let {', '.join(variables)};\n" + "\n".join(body)
