"""Public pages: an executed lesson, and the list of all, as HTML that a cheap phone reads offline."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup
from nbformat import NotebookNode

import deployment.local
from academy.catalog import Catalog, Unit
from academy.notebooks import tags_of
from academy.web.words import translator

TEMPLATES = Path(__file__).parent / "lesson_page"
TOKENS = Path(deployment.local.__file__).parent / "templates" / "tokens.css"
# Lines that begin so check, open or show something; what is to be learnt is in the others.
HELPERS = ("cek(", "buka(", "bawa_pulang(", "tampil(", "gambar_", "lembar_")


@dataclass(frozen=True)
class Block:
    """A piece of a page: prose, given code with what it shows, or a gap for the reader to fill."""

    kind: str
    html: Markup = field(default_factory=Markup)
    code: str = ""


def lesson_page(catalog: Catalog, unit: Unit, notebook: NotebookNode) -> str:
    """Gives a lesson's page.

    Args:
        catalog: what the unit belongs to.
        unit: the lesson's unit.
        notebook: the executed lesson, without cells that make sense in JupyterLab only.
    """
    track = next(track for track in catalog.tracks if track.id == unit.track)
    blocks = [block for cell in notebook.cells for block in blocks_of(cell)]
    return _templates().get_template("lesson.html").render(unit=unit, track=track, blocks=blocks)


def index_page(catalog: Catalog) -> str:
    """Gives the start page: every lesson and every tool with one sentence each."""
    return _templates().get_template("index.html").render(catalog=catalog)


def tools_page(catalog: Catalog, language: str = "id", english: Collection[str] = ()) -> str:
    """Gives the page of all tools, a picture each, by what a person wants.

    Args:
        catalog: what the tools belong to.
        language: of the page, `id` or `en`; each leads to the other.
        english: the tools that have a page in English; the others say there that they have none.
    """
    return (
        _templates()
        .get_template("tools.html")
        .render(catalog=catalog, language=language, english=english, t=translator(language))
    )


def blocks_of(cell: NotebookNode) -> list[Block]:
    """Turns a cell into what a reader sees of it.

    A cell tagged `gap` shows what is to be filled and no hint; one tagged `hide-input` its outputs only.
    """
    if cell.cell_type == "markdown":
        return [Block("prose", markdown(cell.source))]
    if cell.cell_type != "code":
        return []
    tags = tags_of(cell)
    code = "" if "hide-input" in tags else formulas(cell.source)
    if "gap" in tags:
        return [Block("gap", code=code.replace("...", "…"))]
    outputs = [Block("output", html) for output in cell.outputs if (html := output_html(output))]
    return ([Block("code", code=code)] if code else []) + outputs


def formulas(source: str) -> str:
    r"""Keeps the lines that a reader on a phone can learn from: not those that check or only show.

    >>> formulas('biaya = 2 * 3\ntampil("Biaya", biaya)')
    'biaya = 2 * 3'
    """
    lines = [line for line in source.splitlines() if not line.startswith(HELPERS)]
    return "\n".join(lines).strip()


def markdown(text: str) -> Markup:
    """Turns our own Markdown into HTML; wide tables and folded answers included."""
    return Markup(MarkdownIt("commonmark").enable("table").render(text))  # noqa: S704 - our own text


def output_html(output: NotebookNode) -> Markup:
    """Turns one output of a cell into HTML: a drawing, else HTML, else text."""
    data = output.get("data", {})
    if "image/svg+xml" in data:
        return _figure(data["image/svg+xml"], data.get("text/plain", ""))
    if "text/html" in data:
        return Markup(data["text/html"])  # noqa: S704 - made by `latihan`, which escapes
    text = output.get("text") or data.get("text/plain", "")
    return Markup(f"<pre>{escape(text)}</pre>") if text else Markup("")  # noqa: S704 - escaped


def _figure(svg: str, words: str) -> Markup:
    """Puts a drawing on the page with its words, as small as it can be."""
    drawing = svg[svg.index("<svg") :]
    drawing = re.sub(r"<metadata>.*?</metadata>", "", drawing, flags=re.DOTALL)
    drawing = re.sub(r'(<svg[^>]*?) width="[^"]*" height="[^"]*"', r"\1", drawing, count=1)
    # Ids that nothing points to would stand twice on a page with two drawings.
    drawing = re.sub(r'<g id="[^"]*"', "<g", drawing)
    drawing = re.sub(r"\s*\n\s*", " ", drawing)
    label = escape(words)
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    return Markup(f"<figure>{drawing}<figcaption>{label}</figcaption></figure>")  # noqa: S704 - escaped


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["asset"] = lambda name: Markup(  # noqa: S704 - our own files
        (TOKENS if name == TOKENS.name else TEMPLATES / name).read_text(encoding="utf-8")
    )
    return environment
