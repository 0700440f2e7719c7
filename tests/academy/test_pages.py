"""Public pages show what a reader needs, in words, on a narrow screen and without a script."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from academy.apps import build_apps
from academy.catalog import load_catalog
from academy.pages import (
    blocks_of,
    formulas,
    index_page,
    lesson_page,
    markdown,
    output_html,
    tools_page,
)
from academy.translations import catalogue

SVG = """<?xml version="1.0"?>
<svg width="10pt" height="5pt" viewBox="0 0 10 5"><metadata>who</metadata><g id="figure_1"></g></svg>"""


class Tags(HTMLParser):
    """Checks that every tag is closed, and keeps what was seen."""

    VOID = frozenset({"meta", "br", "img", "hr", "input"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers a tag."""
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers a tag that closes itself."""
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Takes it off again."""
        assert self.open.pop() == tag


def code(
    source: str, *tags: str, outputs: tuple[nbformat.NotebookNode, ...] = ()
) -> nbformat.NotebookNode:
    """A code cell with tags and outputs."""
    return nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)}, outputs=list(outputs))


def html_output(html: str) -> nbformat.NotebookNode:
    """An output that has HTML."""
    return nbformat.v4.new_output("display_data", data={"text/html": html, "text/plain": "x"})


def test_a_gap_shows_what_to_fill_and_no_hint() -> None:
    """On a page nobody can type: the hint of an empty answer would only confuse."""
    (block,) = blocks_of(
        code('biaya = ...\ncek("biaya")', "gap", outputs=(html_output("Belum diisi"),))
    )
    assert (block.kind, block.code) == ("gap", "biaya = …")


def test_given_code_keeps_its_formulas() -> None:
    """Lines that only show something are left out; what they show stays."""
    blocks = blocks_of(code('a = 1 + 1\ntampil("A", a)', outputs=(html_output("<p>A: 2</p>"),)))
    assert [(b.kind, b.code or str(b.html)) for b in blocks] == [
        ("code", "a = 1 + 1"),
        ("output", "<p>A: 2</p>"),
    ]
    assert formulas("gambar_biaya(bahan=a)") == ""


def test_hidden_input_leaves_the_output() -> None:
    """The first cell's imports are nothing to read; the shop's card is."""
    (block,) = blocks_of(
        code("from latihan import *", "hide-input", outputs=(html_output("kartu"),))
    )
    assert block.html == "kartu"


def test_a_drawing_carries_its_words() -> None:
    """SVG comes before a picture of pixels, scales with the screen and says what it shows."""
    data = {"image/svg+xml": SVG, "text/html": "<img>", "text/plain": 'Rp1 untuk "bahan" & <lain>'}
    html = output_html(nbformat.v4.new_output("display_data", data=data))
    assert 'role="img" aria-label="Rp1 untuk &quot;bahan&quot; &amp; &lt;lain&gt;"' in html
    assert "<figcaption>Rp1 untuk" in html
    assert not {"width=", "id=", "metadata", "<?xml"} & {
        w for w in ("width=", "id=", "metadata", "<?xml") if w in html
    }


def test_plain_text_is_escaped() -> None:
    """Printed text is text."""
    html = output_html(nbformat.v4.new_output("stream", name="stdout", text="1 < 2"))
    assert html == "<pre>1 &lt; 2</pre>"


def test_folded_answers_hold_markdown() -> None:
    """An answer unfolds without a script, with its formula set as code."""
    html = markdown(
        "<details><summary>Lihat</summary>\n\n```python\na = 1\n```\n\n**dua**\n\n</details>"
    )
    assert "<details><summary>Lihat</summary>" in html
    assert '<code class="language-python">a = 1' in html
    assert "<strong>dua</strong>" in html


@pytest.mark.parametrize("kind", ["lesson", "index"])
def test_pages_are_whole_indonesian_and_need_nothing_else(clone: Path, kind: str) -> None:
    """Tags are closed, the language is named, and no file is asked for."""
    catalog = load_catalog(clone)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Judul\n\nIsi.")])
    html = (
        index_page(catalog) if kind == "index" else lesson_page(catalog, catalog.units[0], notebook)
    )
    tags = Tags(html)
    assert tags.open == []
    assert ("html", {"lang": "id"}) in tags.seen
    assert not [tag for tag, given in tags.seen if tag == "link" or given.get("src")]
    assert [tag for tag, _ in tags.seen].count("h1") == 1


def test_the_index_lists_every_lesson_and_tool(clone: Path, tmp_path: Path) -> None:
    """Each with one sentence, and a way to log in."""
    catalog = load_catalog(clone)
    html = index_page(catalog)
    for unit in catalog.units:
        assert f'href="pelajaran/{unit.id}.html"' in html
        assert unit.sentence.id in html
        assert unit.tool is None or f'href="{unit.tool.address}"' in html
    assert 'href="/hub/"' in html
    assert 'id="alat"' in html  # the school's own pages lead there
    for notebook in build_apps(clone, tmp_path):
        assert f"render/{notebook.name}" in html, "a tool that nobody finds"


def test_the_tools_stand_by_what_a_person_wants(clone: Path) -> None:
    """Every tool once, with a picture of its own and its sentence, in a page that weighs little."""
    catalog = load_catalog(clone)
    html = tools_page(catalog)
    assert len(html.encode()) < 40_000
    assert len(catalog.tools) == html.count("<svg") == 10
    pictures = re.findall(r"<svg.*?</svg>", html)
    assert len(set(pictures)) == len(pictures)
    assert all('aria-hidden="true"' in picture for picture in pictures)
    for tool in catalog.tools.values():
        assert html.count(f'href="{tool.address}"') == 1
        assert tool.sentence.id in html
    assert 'href="alat/"' in index_page(catalog)


def test_the_tools_in_english_lead_to_english_pages(clone: Path) -> None:
    """No word of the Indonesian page is left; a tool without English says so, and each page leads to the other."""
    catalog = load_catalog(clone)
    names = sorted(catalog.tools)
    html = tools_page(catalog, "en", names[1:])
    tags = Tags(html)
    assert tags.open == []
    assert ("html", {"lang": "en"}) in tags.seen
    for name, tool in catalog.tools.items():
        assert html.count(f'href="{tool.english_address}"') == (name != names[0])
        assert html.count(f'href="{tool.address}" hreflang="id"') == (name == names[0])
        assert html.count(f"<b>{tool.title.en}</b>") == 1
        assert tool.sentence.id not in html
    assert html.count("This tool is in Indonesian.") == 1
    assert not re.search(r"[Aa]lat hitung|Gratis|usaha|Anda", re.sub(r"<[^>]+>", "", html))
    assert 'hreflang="id" href="index.html"' in html
    assert 'hreflang="en" href="index.en.html"' in tools_page(catalog)


def test_a_tool_has_one_name_in_english(clone: Path) -> None:
    """In the list as on its own page."""
    known = catalogue(clone, "en")
    for tool in load_catalog(clone).tools.values():
        assert known.get(tool.title.id, tool.title.en) == tool.title.en


def test_a_lesson_leads_to_its_notebook_and_its_tool(clone: Path) -> None:
    """Both doors that follow a lesson are on its page."""
    catalog = load_catalog(clone)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Judul")])
    html = lesson_page(catalog, catalog.unit("pembukuan/03_hpp"), notebook)
    assert 'href="/hub/user-redirect/lab/tree/pelajaran/pembukuan/03_hpp.ipynb?reset"' in html
    assert 'href="/services/alat/voila/render/kalkulator_hpp.ipynb"' in html
