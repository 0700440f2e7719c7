"""Google-style docstrings taken apart, read from source without importing it."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

HEADINGS: Final = ("Args", "Attributes", "Returns", "Raises", "Example")
_HEADING: Final = re.compile(rf"({'|'.join(HEADINGS)}):")
_ITEM: Final = re.compile(r"(\w+): (.*)", re.DOTALL)

Definition = ast.FunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Doc:
    """A docstring: its first sentence, further paragraphs, and sections by heading."""

    summary: str
    paragraphs: tuple[str, ...] = ()
    sections: dict[str, str] = field(default_factory=dict)

    def items(self, heading: str) -> tuple[tuple[str, str], ...]:
        """Gives a section's ``name: text`` entries; a line further in belongs to the one before."""
        text = self.sections.get(heading, "")
        entries = re.split(r"\n(?=\S)", text) if text else []
        matches = (_ITEM.fullmatch(entry) for entry in entries)
        return tuple((match[1], " ".join(match[2].split())) for match in matches if match)

    @property
    def returns(self) -> str:
        """What the section Returns says, as one paragraph."""
        return " ".join(self.sections.get("Returns", "").split())

    @property
    def example(self) -> tuple[tuple[str, str], ...]:
        """The example as ``("prose", text)`` and ``("code", text)`` in their order."""
        blocks = self.sections.get("Example", "").split("\n\n")
        return tuple(
            ("code", block) if block.startswith(">>>") else ("prose", " ".join(block.split()))
            for block in blocks
            if block.strip()
        )


@dataclass(frozen=True)
class Entry:
    """A public function or class of a module, with a class's documented methods."""

    name: str
    signature: str
    doc: Doc
    members: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Module:
    """A module: its dotted name, what it says of itself, and what it offers."""

    name: str
    doc: Doc
    entries: tuple[Entry, ...]


def read_package(folder: Path) -> tuple[Module, ...]:
    """Reads every public module of a package, sorted by name.

    Args:
        folder: of the package, such as `usaha`.

    Returns:
        Modules without the package's own folder name in front; `__init__` goes by its package.
    """
    paths = sorted(folder.rglob("*.py"))
    modules = (_module(path, folder) for path in paths if not _private(path, folder))
    return tuple(sorted(modules, key=lambda module: module.name))


def parse_doc(text: str) -> Doc:
    r"""Takes a docstring apart.

    >>> doc = parse_doc("Doubles it.\n\nArgs:\n    n: a number\n        of things.\n")
    >>> doc.summary, doc.items("Args")
    ('Doubles it.', (('n', 'a number of things.'),))
    """
    parts: dict[str, list[str]] = {"": []}
    heading = ""
    for line in inspect.cleandoc(text).splitlines():
        if match := _HEADING.fullmatch(line):
            heading = match[1]
            parts.setdefault(heading, [])
        else:
            parts[heading].append(line)
    blocks = [" ".join(block.split()) for block in "\n".join(parts.pop("")).split("\n\n")]
    sections = {name: inspect.cleandoc("\n" + "\n".join(lines)) for name, lines in parts.items()}
    return Doc(blocks[0], tuple(block for block in blocks[1:] if block), sections)


def _private(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).with_suffix("").parts
    return any(part.startswith("_") and part != "__init__" for part in parts)


def _module(path: Path, folder: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    parts = (folder.name, *path.relative_to(folder).with_suffix("").parts)
    name = ".".join(part for part in parts if part != "__init__")
    return Module(name, _doc(tree), tuple(_entries(tree.body)))


def _entries(body: list[ast.stmt]) -> Iterator[Entry]:
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            members = _entries(node.body) if isinstance(node, ast.ClassDef) else ()
            yield Entry(node.name, _signature(node), _doc(node), tuple(members))


def _signature(node: Definition) -> str:
    if isinstance(node, ast.ClassDef):
        bases = ", ".join(ast.unparse(base) for base in node.bases)
        return f"class {node.name}" + (f"({bases})" if bases else "")
    if any(isinstance(one, ast.Name) and one.id == "property" for one in node.decorator_list):
        return f"{node.name} -> {ast.unparse(node.returns) if node.returns else 'None'}"
    result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({ast.unparse(node.args)}){result}"


def _doc(node: ast.Module | Definition) -> Doc:
    return parse_doc(ast.get_docstring(node) or "")
