"""Classes: named tuples, dataclasses, errors, and those with a life of their own."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from academy.script.modules import Module, Modules, Place
from academy.script.scopes import parameters, script_name

if TYPE_CHECKING:
    from academy.script.scopes import Scope
    from academy.script.statements import Statements


class Shape(NamedTuple):
    """What is known of a class before it is used.

    Attributes:
        kind: `tuple`, `data`, `error` or `plain`.
        base: its own base class, where that is one of Lapak's.
        fields: of a tuple or a dataclass, each with its default.
        node: as it is written.
    """

    kind: str
    base: Place | None
    fields: list[ast.AnnAssign]
    node: ast.ClassDef


def shape(modules: Modules, module: Module, node: ast.ClassDef) -> Shape:
    """Look at a class.

    Raises:
        CannotTranslate: it is of a kind that the script does not have.
    """
    fields = [each for each in node.body if isinstance(each, ast.AnnAssign)]
    names = [base.id if isinstance(base, ast.Name) else "" for base in node.bases]
    if names == ["NamedTuple"]:
        return Shape("tuple", None, fields, node)
    if any("dataclass" in ast.unparse(each) for each in node.decorator_list):
        return Shape("data", None, fields, node)
    if len(names) > 1:
        raise module.problem(node, "a class with several bases")
    found = modules.find(module, names[0]) if names else None
    base = found if isinstance(found, Place) else None
    if names and names[0].endswith(("Error", "Exception")):
        return Shape("error", base, [], node)
    return Shape("plain", base, [], node)


def class_parameters(modules: Modules, place: Place) -> list[str]:
    """List what a call of a class by keyword may fill."""
    module = modules[place.module]
    node = module.defined[place.name]
    assert isinstance(node, ast.ClassDef)
    found = shape(modules, module, node)
    if found.kind in ("tuple", "data"):
        return [each.target.id for each in found.fields if isinstance(each.target, ast.Name)]
    for each in methods(node):
        if each.name == "__init__":
            return parameters(each.args)[1:]
    return class_parameters(modules, found.base) if found.base else []


def methods(node: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    """Give a class's own methods."""
    return (each for each in node.body if isinstance(each, ast.FunctionDef))


def write_class(writer: Statements, node: ast.ClassDef, name: str, scope: Scope) -> str:
    """Write a class as one of the script.

    Args:
        writer: writes what stands in its methods.
        node: the class.
        name: what it is called in the script.
        scope: of its module.
    """
    found = shape(writer.modules, scope.module, node)
    body = [write_method(writer, each, scope, node.name) for each in methods(node)]
    if found.kind in ("tuple", "data"):
        body.insert(0, _fields(writer, found, scope))
        base = "R.Tuple" if found.kind == "tuple" else "R.Data"
    elif found.base:
        base = writer.use(found.base)
    else:
        only = node.bases[0] if node.bases else None
        base = writer.value(only, scope) if only else "R.Plain"
    return f"class {name} extends {base} {{\n" + "\n".join(body) + "\n}"


def _fields(writer: Statements, found: Shape, scope: Scope) -> str:
    """Write what makes one of its kind, and the names by which it is read."""
    names = [each.target.id for each in found.fields if isinstance(each.target, ast.Name)]
    heads = [
        f"{script_name(name)} = {writer.value(each.value, scope)}"
        if each.value
        else script_name(name)
        for name, each in zip(names, found.fields, strict=True)
    ]
    listed = ", ".join(f'"{name}"' for name in names)
    inside = ", ".join(script_name(name) for name in names)
    if found.kind == "tuple":
        made = f"super([{inside}]);"
        reads = [f"get ${name}() {{ return this[{at}]; }}" for at, name in enumerate(names)]
    else:
        made, reads = f"super(new.target, [{inside}]);", []
    known = f"static $_fields = [{listed}];\nstatic $__annotations__ = [{listed}];"
    return "\n".join([known, f"constructor({', '.join(heads)}) {{ {made} }}", *reads])


def write_method(writer: Statements, node: ast.FunctionDef, scope: Scope, owner: str) -> str:
    """Write a method; a property is read as one."""
    decorators = [ast.unparse(each) for each in node.decorator_list]
    if decorators not in ([], ["property"]):
        raise scope.module.problem(node.decorator_list[0], f"the decorator {decorators[0]}")
    own = node.args.args[0].arg
    words = "get " if decorators else ""
    head, body = writer.function_parts(
        node, scope, first=f"const {script_name(own)} = this;", owner=owner
    )
    star = "*" if writer.yields(node) else ""
    return f"{words}{star}${node.name}({head}) {{{body}}}"
