"""Lessons: MyST sources become executed notebooks for JupyterLab and static pages for everyone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from nbformat import NotebookNode

from academy import pages
from academy.catalog import Catalog, Unit, load_catalog
from academy.execution import execute, warm_up
from academy.notebooks import BuildError, read_source, without, write_notebook

GLOSSARY_MARK = "<!-- glosarium -->"
PAGE_BYTES = 100_000


def build_lessons(root: Path, out: Path, kernel_python: Path) -> list[Path]:
    """Builds every lesson of the catalogue, and the public start page.

    Writes `out/lessons/<track>/<unit>.ipynb`, `out/site/pelajaran/<track>/<unit>.html` and
    `out/site/index.html`. Nothing is written unless all of it could be made.

    Args:
        root: the clone's folder.
        out: folder for everything generated, e.g. `build/`.
        kernel_python: interpreter of the trainee environment, with `latihan` installed.

    Returns:
        The files written.

    Raises:
        BuildError: a lesson raises, warns or misses something, or a page is too heavy for a phone;
            the message names the file and the cell.
    """
    catalog = load_catalog(root)
    warm_up(kernel_python)
    lessons = [(unit, _executed(root, catalog, unit, kernel_python)) for unit in catalog.units]
    html = {
        f"pelajaran/{unit.id}.html": pages.lesson_page(catalog, unit, without(notebook, "lab-only"))
        for unit, notebook in lessons
    }
    html["index.html"] = pages.index_page(catalog)
    check_weight(html.items())
    shutil.rmtree(out / "lessons", ignore_errors=True)
    shutil.rmtree(out / "site" / "pelajaran", ignore_errors=True)
    written = [
        write_notebook(without(notebook, "page-only"), out / "lessons" / f"{unit.id}.ipynb")
        for unit, notebook in lessons
    ]
    return written + [_write(out / "site" / name, text) for name, text in html.items()]


def read_lesson(root: Path, catalog: Catalog, unit: Unit) -> NotebookNode:
    """Reads a unit's lesson, the unit's terms put where it asks for them.

    Raises:
        BuildError: the lesson is missing, or has no place for its terms.
    """
    path = _source(root, unit)
    notebook = read_source(path)
    places = [cell for cell in notebook.cells if GLOSSARY_MARK in cell.source]
    if len(places) != 1:
        raise BuildError(f"{path}: {GLOSSARY_MARK} must stand in it exactly once")
    places[0].source = places[0].source.replace(GLOSSARY_MARK, glossary(catalog, unit))
    return notebook


def glossary(catalog: Catalog, unit: Unit) -> str:
    """Gives a unit's terms as a Markdown list."""
    terms = (catalog.terms[key] for key in unit.glossary)
    return "\n".join(f"- **{term.term}** (Inggris: *{term.en}*). {term.meaning}" for term in terms)


def check_weight(html: Iterable[tuple[str, str]]) -> None:
    """Refuses pages that cost a reader on a metered line too much.

    Raises:
        BuildError: a page is over 100 KB.
    """
    for name, text in html:
        if (size := len(text.encode())) > PAGE_BYTES:
            raise BuildError(f"{name} weighs {size} bytes; a page may weigh {PAGE_BYTES}")


def _executed(root: Path, catalog: Catalog, unit: Unit, python: Path) -> NotebookNode:
    return execute(read_lesson(root, catalog, unit), _source(root, unit), python)


def _source(root: Path, unit: Unit) -> Path:
    return root / "curriculum" / f"{unit.id}.md"


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
