"""Lessons: MyST sources become executed notebooks for JupyterLab and static pages for everyone."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from nbformat import NotebookNode

from academy import pages
from academy.catalog import Catalog, Track, Unit, load_catalog
from academy.execution import execute, warm_up
from academy.figures import with_figures
from academy.lesson_source import lesson_path
from academy.notebooks import BuildError, read_source, without, write_notebook
from academy.translations import offered

GLOSSARY_MARK = "<!-- glosarium -->"
PAGE_BYTES = 100_000
LISTING = "daftar.json"


def build_lessons(root: Path, out: Path, kernel_python: Path) -> list[Path]:
    """Builds every lesson of the catalogue, and the public start page.

    Writes `out/lessons/<track>/<unit>.ipynb`, their list `out/lessons/daftar.json`,
    `out/site/pelajaran/<track>/<unit>.html`, `out/site/index.html` and the list of the tools
    `out/site/alat/index.html`, also in English. Nothing is written unless all of it could be made.

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
    english = {app for app in catalog.tools if "en" in offered(root, app)}
    html["alat/index.html"] = pages.tools_page(catalog)
    html["alat/index.en.html"] = pages.tools_page(catalog, "en", english)
    check_weight(html.items())
    shutil.rmtree(out / "lessons", ignore_errors=True)
    shutil.rmtree(out / "site" / "pelajaran", ignore_errors=True)
    written = [
        write_notebook(without(notebook, "page-only"), out / "lessons" / f"{unit.id}.ipynb")
        for unit, notebook in lessons
    ]
    written.append(_write(out / "lessons" / LISTING, json.dumps(listing(catalog), indent=1)))
    return written + [_write(out / "site" / name, text) for name, text in html.items()]


def listing(catalog: Catalog) -> list[dict[str, str]]:
    """Gives what a trainee can open, in order: a lesson by its path, a test by its assignment."""

    def test(number: str, track: Track) -> list[dict[str, str]]:
        return [
            {"track": track.title.id, "title": each.title.id, "assignment": each.assignment}
            for each in track.tests
            if each.name.startswith(number)
        ]

    def lesson(unit: Unit, track: Track) -> dict[str, str]:
        return {"track": track.title.id, "title": unit.title.id, "path": f"{unit.id}.ipynb"}

    return [
        row
        for track in catalog.tracks
        for row in (
            *test("00", track),
            *(lesson(unit, track) for unit in track.units),
            *test("99", track),
        )
    ]


def read_lesson(root: Path, catalog: Catalog, unit: Unit) -> NotebookNode:
    """Reads a unit's lesson, the unit's terms put where it asks for them.

    Raises:
        BuildError: the lesson is missing, or has no place for its terms.
    """
    path = lesson_path(root, unit)
    notebook = with_figures(read_source(path))
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
    return execute(read_lesson(root, catalog, unit), lesson_path(root, unit), python)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
