"""The whole page of a notebook that has run."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import nbformat

from voila_apps.template.assets import Assets
from voila_apps.template.page import render_page

ASSETS = Assets("halaman.0123.js", "p>a{margin:0}")
VIEW = "application/vnd.jupyter.widget-view+json"
WIDGETS: dict[str, Any] = {
    "alat-1": {"model_name": "IntSliderModel", "state": {"value": 3, "min": 0, "max": 9}},
    "alat-2": {"model_name": "LabelModel", "state": {"value": "</script>"}},
    "alat-3": {
        "model_name": "LinkModel",
        "state": {"source": ["IPY_MODEL_alat-1", "value"], "target": ["IPY_MODEL_alat-2", "value"]},
    },
    "alat-4": {
        "model_name": "DirectionalLinkModel",
        "state": {"source": ["IPY_MODEL_alat-1", "max"], "target": ["IPY_MODEL_alat-2", "value"]},
    },
}


def _page() -> str:
    shown = nbformat.v4.new_output("display_data", {VIEW: {"model_id": "alat-1"}})
    printed = nbformat.v4.new_output("stream", name="stdout", text="sesudahnya")
    cells = [
        nbformat.v4.new_markdown_cell("# Judul <i>alat</i>"),
        nbformat.v4.new_code_cell("rahasia = 1", outputs=[shown, printed]),
        nbformat.v4.new_raw_cell("mentah"),
    ]
    app = SimpleNamespace(
        name="alat",
        title="Laba & <rugi>",
        language="id",
        cells=cells,
        widgets=WIDGETS,
        base_url="/services/alat/",
        digest="abc",
        state="values",
    )
    return render_page(app, ASSETS)  # type: ignore[arg-type]


def test_shows_what_the_notebook_showed_in_its_order() -> None:
    """Text cells and outputs; no code, no raw cells."""
    page = _page()
    assert page.index("<h1>Judul <i>alat</i></h1>") < page.index('data-w="alat-1"')
    assert page.index('data-w="alat-1"') < page.index("<pre>sesudahnya</pre>")
    assert "rahasia" not in page
    assert "mentah" not in page


def test_one_script_and_no_other() -> None:
    """The style is in the page as it was built; the policy lets only our own script run."""
    page = _page()
    assert '<script src="/services/alat/statik/halaman.0123.js" defer></script>' in page
    assert page.count("<script") == 1
    assert "<style>p>a{margin:0}</style>" in page
    assert "script-src 'self';" in page


def test_says_who_it_is() -> None:
    """Language and title for the reader; name, version and line for the script."""
    page = _page()
    assert '<html lang="id">' in page
    assert "<title>Laba &amp; &lt;rugi&gt;</title>" in page
    assert 'data-app="alat" data-digest="abc" data-line="/services/alat/langsung/alat"' in page


def test_links_between_widgets_go_with_the_page() -> None:
    """`jslink` holds both ways, `jsdlink` one way."""
    page = _page().replace("&#34;", '"')
    both = '["alat-1","value","alat-2","value"],["alat-2","value","alat-1","value"]'
    assert f'data-links="[{both},["alat-1","max","alat-2","value"]]"' in page
