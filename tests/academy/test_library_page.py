"""The pages of the library."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from academy.docstrings import read_package
from academy.library_page import build_library, library_index, module_page, prose
from academy.notebooks import BuildError


class Links(HTMLParser):
    """Collects where a page points, which places it has, and whether every tag is closed."""

    VOID = frozenset({"meta", "br", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remembers a tag."""
        given = {name: value or "" for name, value in attrs}
        self.hrefs += [given["href"]] if "href" in given else []
        self.ids += [given["id"]] if "id" in given else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Takes it off again."""
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def site(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the real library."""
    out = tmp_path_factory.mktemp("site") / "pustaka"
    (out / "old").mkdir(parents=True)
    build_library(clone / "usaha", out)
    return out


def test_every_public_function_is_there_and_linked(clone: Path, site: Path) -> None:
    """The list names each function, the link leads to its place, and nothing old is left."""
    index = Links((site / "index.html").read_text(encoding="utf-8"))
    pages = {path.name: Links(path.read_text(encoding="utf-8")) for path in site.iterdir()}
    expected = {
        f"{module.name}.html#{entry.name}"
        for module in read_package(clone / "usaha")
        for entry in module.entries
    }
    assert len(expected) > 100
    assert expected <= set(index.hrefs)
    for href in expected:
        name, _, place = href.partition("#")
        assert place in pages[name].ids
    assert all(page.open == [] for page in pages.values())
    assert not (site / "old").exists()


def test_every_function_says_what_it_does(clone: Path) -> None:
    """No public name of the library is without a sentence."""
    bare = [
        f"{module.name}.{entry.name}"
        for module in read_package(clone / "usaha")
        for entry in module.entries
        if not entry.doc.summary
    ]
    assert bare == []


def test_a_page_has_units_errors_source_and_example(site: Path) -> None:
    """Whoever looks `required_price` up finds all that its docstring says."""
    html = (site / "usaha.pricing.html").read_text(encoding="utf-8")
    section = re.search(r'<section id="required_price">.*?</section>', html, re.DOTALL)
    assert section is not None
    for words in (
        "required_price(cost: Number, rate: Number",
        "<code>margin</code>: share of the price",
        "Source: price = (cost + profit) / (1 - rate - margin)",
        "<code>ValueError</code>",
        "&gt;&gt;&gt; int(required_price(",
        "<b>Returns</b> Rupiah, not rounded",
    ):
        assert words in section[0], words


def test_pages_need_nothing_else(site: Path) -> None:
    """No page asks for another file, and their text is marked as English."""
    for path in site.iterdir():
        html = path.read_text(encoding="utf-8")
        assert '<main lang="en" ' in html
        assert "<script" not in html
        assert "<link" not in html
        assert path.stat().st_size < 100_000


def test_text_is_escaped() -> None:
    """What a docstring says is text, whatever it looks like."""
    assert prose("<b> & `a<b`") == "&lt;b&gt; &amp; <code>a&lt;b</code>"


def test_a_heavy_page_is_refused(tmp_path: Path) -> None:
    """A module whose page would be too heavy stops the build, and the old pages stay."""
    folder, out = tmp_path / "berat", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    (folder / "__init__.py").write_text('"""Heavy."""\n')
    functions = "\n".join(f'def f{n}() -> None:\n    """{"x" * 200}"""\n' for n in range(500))
    (folder / "big.py").write_text(functions)
    with pytest.raises(BuildError, match=r"weighs \d+ bytes"):
        build_library(folder, out)
    assert out.exists()
    modules = read_package(folder)
    assert "f499" in module_page(modules[1])
    assert "berat.big" in library_index("berat", modules)
