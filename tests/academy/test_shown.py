"""Tests of `academy.shown`: pictures without words and links that lead nowhere."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from academy.catalog import load_catalog
from academy.shown import dead_links, pictures_without_words


def notebook(**data: str) -> nbformat.NotebookNode:
    """A notebook with one output."""
    kinds = {
        kind.replace("_", "/", 1).replace("svg", "svg+xml"): text for kind, text in data.items()
    }
    output = nbformat.v4.new_output("display_data", data=kinds)
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("gambar()", outputs=[output])])


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"text_html": '<img src="data:x" alt="Rp702 untuk bahan">'}, False),
        ({"text_html": '<img src="data:x" alt="">'}, True),
        ({"text_html": '<img alt="a"><img src="data:x">'}, True),
        ({"image_svg": "<svg>", "text_plain": "Rp702 untuk bahan"}, False),
        ({"image_svg": "<svg>"}, True),
        ({"image_png": "x", "text_plain": "<Figure size 640x480>"}, True),
        ({"text_plain": "<pre>"}, False),
    ],
)
def test_a_picture_needs_words(data: dict[str, str], found: bool) -> None:
    """In HTML as `alt`, otherwise as the text that goes with it."""
    assert bool(list(pictures_without_words(notebook(**data)))) is found


@pytest.mark.parametrize(
    ("target", "dead"),
    [
        ("/services/alat/voila/render/kalkulator_hpp.ipynb", False),
        ("https://oss.go.id/", False),
        ("/services/alat/voila/render/lain.ipynb", True),
        ("http://oss.go.id/", True),
        ("02_buku_kas.ipynb", True),
    ],
)
def test_links_lead_to_tools_and_the_open_web(clone: Path, target: str, dead: bool) -> None:
    """A notebook's neighbour is no page, and a page's no notebook."""
    assert bool(list(dead_links(f"Buka [ini]({target}).", load_catalog(clone)))) is dead
