"""Python modules as they are written: which names each defines, and where a name leads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from academy.script.known import BUILTINS, KNOWN, Known


class CannotTranslate(Exception):
    """Something stands in a tool's Python that the script cannot do; the text says where."""


@dataclass(frozen=True)
class Place:
    """A name that a module of Lapak defines."""

    module: str
    name: str


@dataclass(frozen=True)
class Whole:
    """A module, or a part of Python's library, that is used by its attributes."""

    name: str


Found = Place | Whole | Known


@dataclass
class Module:
    """One module.

    Attributes:
        name: with its packages: `usaha.money`.
        file: as it is named in messages.
        tree: what is written in it.
        defined: the statement behind each of its own names; for a variable the first one.
        imported: what each imported name stands for.
        needs: Lapak's own modules that it imports, in their order.
    """

    name: str
    file: str
    tree: ast.Module
    defined: dict[str, ast.stmt] = field(default_factory=dict)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)
    needs: list[str] = field(default_factory=list)

    def problem(self, node: ast.AST, text: str) -> CannotTranslate:
        """Say what cannot be translated, with file and line."""
        return CannotTranslate(f"{self.file}:{getattr(node, 'lineno', 0)}: {text}")


class Modules:
    """The modules of a checkout, read when they are asked for."""

    def __init__(self, clone: Path) -> None:
        self._clone = clone
        self._read: dict[str, Module] = {}

    def __getitem__(self, name: str) -> Module:
        """Give a module of Lapak.

        Raises:
            KeyError: there is none of this name.
        """
        if name not in self._read:
            path = self._path(name)
            if path is None:
                raise KeyError(name)
            tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
            found = Module(name, str(path.relative_to(self._clone)), tree)
            for statement in tree.body:
                self._take(found, statement)
            self._read[name] = found
        return self._read[name]

    def _path(self, name: str) -> Path | None:
        if not name.startswith(("usaha.", "voila_apps.")):
            return None
        path = self._clone / (name.replace(".", "/") + ".py")
        return path if path.is_file() else None

    def _take(self, module: Module, statement: ast.stmt) -> None:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                module.imported[alias.asname or alias.name] = (alias.name, "")
        elif isinstance(statement, ast.ImportFrom):
            source = str(statement.module)
            for alias in statement.names:
                module.imported[alias.asname or alias.name] = (source, alias.name)
                inner = f"{source}.{alias.name}"
                if self._path(inner) or self._path(source):
                    module.needs.append(inner if self._path(inner) else source)
        for name in assigned([statement]):
            module.defined.setdefault(name, statement)

    def order(self, name: str) -> list[str]:
        """Give a module and all that it needs, each after those that it imports."""
        found: list[str] = []

        def visit(name: str) -> None:
            for needed in self[name].needs:
                if needed not in found:
                    visit(needed)
            if name not in found:
                found.append(name)

        visit(name)
        return found

    def find(self, module: Module, name: str) -> Found | None:
        """Give what a name means at the top of a module; None where it is nothing that is known."""
        if name in module.defined:
            return self._place(module.name, name)
        if name in module.imported:
            source, inner = module.imported[name]
            return self.inside(source, inner) if inner else Whole(source)
        return BUILTINS.get(name)

    def inside(self, whole: str, name: str) -> Found | None:
        """Give what a name means in a module, of Lapak or of Python."""
        full = f"{whole}.{name}"
        if full in KNOWN:
            return KNOWN[full]
        if self._path(full):
            return Whole(full)
        if self._path(whole):
            return self.find(self[whole], name)
        return BUILTINS.get(full) or Whole(full)

    def _place(self, module: str, name: str) -> Found:
        return KNOWN.get(f"{module}.{name}") or Place(module, name)


def assigned(body: list[ast.stmt]) -> list[str]:
    r"""Give every name that statements bind, those of inner functions and comprehensions excluded.

    Example:
        >>> assigned(ast.parse("a, b = f(lambda c: c)\nfor d in a: e = (g := d)").body)
        ['a', 'b', 'd', 'e', 'g']
    """
    nodes = (node for statement in body for node in _own_nodes(statement))
    return list(dict.fromkeys(name for node in nodes if (name := _bound(node))))


def _bound(node: ast.AST) -> str | None:
    """Give the name that a node binds, if it binds one."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return node.id
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.ExceptHandler):
        return node.name
    return None


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Walk through what belongs to the same scope; of a comprehension only what `:=` binds."""
    yield node
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(node, ast.comprehension) and child is node.target:
            continue
        yield from _own_nodes(child)
