"""The tools' other languages: what a tool says, what its catalogue lacks, and catalogues made ready."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jupytext
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path("voila_apps/bahasa")
CLIENT = Path("voila_apps/template/client/words.ts")
DOMAIN = "alat"
LANGUAGES = ("en",)  # besides Indonesian, in which everything is written
# What speaks on every tool's page, whichever notebook it shows.
PAGE = ("fields", "line", "outputs", "page", "ran", "widgets")
ASKS = ("_", "N_")  # says it now, says it later
ROOMS = ("usaha", "voila_apps")
# What is Indonesian on every page, and why.
KEPT = {
    "usaha/shops/": "the sample shop's files, like those that a real shop downloads",
    "usaha/importers/layouts.py": "names of columns in shops' files",
    "usaha/importers/wordings.py": "words in shops' files",
    "usaha/ledger.py": "words of the journal, in statements for a bank or the tax office",
    "usaha/ledger_sheets.py": "statements for a bank or the tax office",
    "usaha/statement_notes.py": "statements for a bank or the tax office",
    "usaha/statements_pdf.py": "statements for a bank or the tax office",
    "usaha/statements_workbook.py": "statements for a bank or the tax office",
}
COLUMNS = {"dari ke", "dari kepada", "tanggal dan waktu"}  # names of columns beside sentences
# Words that no Indonesian sentence goes without for long, and no name of a field has.
_INDONESIAN = re.compile(
    r"\b(Anda|yang|dan|atau|tidak|untuk|dari|dengan|belum|sudah|[Tt]ulis|[Ii]si|[Pp]eriksa|lebih|dapat|"
    r"[Hh]apus|supaya|paling)\b"
)
_CALL = re.compile(r'\b(?:t|_)\(\s*"((?:[^"\\]|\\.)*)"')


class Said(NamedTuple):
    """What a file says: sentences for the catalogue, and sentences that no catalogue can reach."""

    sentences: frozenset[str]
    bare: frozenset[str]


def missing(clone: Path, app: str, language: str) -> list[str]:
    """Lists what a tool says that is not in a catalogue: a tool is offered whole or not at all.

    Args:
        clone: this checkout.
        app: the tool's name.
        language: of the catalogue.

    Returns:
        `sentence`, or `file: sentence` where the code does not ask any catalogue; sorted.
    """
    known = catalogue(clone, language)
    lacks = {each for each in page_sentences(clone) if each not in known}
    for path in sources(clone, app):
        said = sentences(path)
        lacks |= {each for each in said.sentences if each not in known}
        name = path.relative_to(clone).as_posix()
        if not name.startswith(tuple(KEPT)):
            lacks |= {f"{name}: {each}" for each in said.bare}
    return sorted(lacks)


def offered(clone: Path, app: str) -> list[str]:
    """Lists the languages that a tool has a page in: Indonesian, and each that lacks nothing."""
    return ["id", *(each for each in LANGUAGES if not missing(clone, app, each))]


def catalogue(clone: Path, language: str) -> dict[str, str]:
    """Reads the sentences of a catalogue that are translated for good: not those marked as fuzzy."""
    with (clone / CATALOGUES / f"{language}.po").open("rb") as file:
        return {
            str(message.id): str(message.string)
            for message in read_po(file, locale=language)
            if message.id and message.string and not message.fuzzy
        }


def compile_catalogues(clone: Path, out: Path) -> list[Path]:
    """Makes `out/<language>/LC_MESSAGES/alat.mo` of every catalogue; Python's gettext reads it."""
    made = []
    for language in LANGUAGES:
        target = out / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with (clone / CATALOGUES / f"{language}.po").open("rb") as file:
            words = read_po(file, locale=language)
        with target.open("wb") as file:
            write_mo(file, words)
        made.append(target)
    return made


def client_words(clone: Path) -> dict[str, dict[str, str]]:
    """Gives what the page's script says in each language, by sentence."""
    said = client_sentences(clone)
    found = {language: catalogue(clone, language) for language in LANGUAGES}
    return {
        language: {each: known[each] for each in sorted(said) if each in known}
        for language, known in found.items()
    }


def client_sentences(clone: Path) -> set[str]:
    """Gives every sentence of the page's script."""
    return set(_CALL.findall((clone / CLIENT).read_text(encoding="utf-8")))


def page_sentences(clone: Path) -> set[str]:
    """Gives every sentence that each page has, whatever its tool says: of script and template."""
    template = clone / "voila_apps/template"
    found = client_sentences(clone)
    found |= set(_CALL.findall((template / "templates/page.html.j2").read_text(encoding="utf-8")))
    for name in PAGE:
        found |= sentences(template / f"{name}.py").sentences
    return found


def sources(clone: Path, app: str) -> list[Path]:
    """Lists a tool's notebook and every module of ours that it imports, however far down."""
    found: dict[Path, None] = {}
    waiting = [clone / "voila_apps" / app / f"{app}.py"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = None
            waiting += _imported(clone, path)
    return sorted(found)


def _imported(clone: Path, path: Path) -> Iterator[Path]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in ROOMS:
            folder = clone.joinpath(*node.module.split("."))
            names = (folder / f"{name.name}.py" for name in node.names)
            yield from (each for each in (folder.with_suffix(".py"), *names) if each.is_file())
            if (package := folder / "__init__.py").is_file():
                yield package


@cache
def sentences(path: Path) -> Said:
    """Gives what a Python file, or a notebook's text cells, say.

    Raises:
        ValueError: `_` gets something that no catalogue can know.
    """
    tree = _tree(path)
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }
    asked: set[str] = set(_text_cells(path))
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ASKS:
            first = node.args[0]
            inside.add(id(first))
            if isinstance(first, ast.Constant):
                asked.add(str(first.value))
            elif isinstance(first, ast.Name) and first.id in constants:
                asked.add(constants[first.id])
    strings = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside
    )
    documented = _docstrings(tree)
    bare = {each for each in strings if each not in asked | documented and _is_sentence(each)}
    return Said(frozenset(asked), frozenset(bare))


def _is_sentence(text: str) -> bool:
    if text in COLUMNS or "|" in text or "<" in text:  # a pattern or markup is no sentence
        return False
    return " " in text.strip() and bool(_INDONESIAN.search(text))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _docstrings(tree: ast.Module) -> set[str]:
    """Gives the strings that stand alone, as docstrings do."""
    return {
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def _text_cells(path: Path) -> Iterator[str]:
    """Gives the text cells and the title of a notebook."""
    if path.stem != path.parent.name:
        return
    notebook = jupytext.read(path, fmt="py:percent")
    yield notebook.metadata.get("title", "")
    yield from (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
