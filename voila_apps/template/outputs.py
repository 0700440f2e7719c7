"""What a cell or an Output widget shows, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

import mistune

from usaha.language import _
from voila_apps.template.tex import mathml, with_formulas

WIDGET = "application/vnd.jupyter.widget-view+json"
FAILED = "Bagian ini belum dapat dihitung. Muat ulang halaman ini, lalu coba lagi."
_markdown = mistune.create_markdown(escape=False, plugins=["strikethrough", "table", "math"])
for _name in ("block_math", "inline_math"):
    _markdown.renderer.register(  # type: ignore[union-attr]  # it is the HTML renderer
        _name, lambda _renderer, tex, block=_name == "block_math": mathml(tex, block=block)
    )
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def markdown_html(source: str) -> str:
    """Turn a text cell into HTML; HTML in it stays as its author wrote it.

    Example:
        >>> markdown_html("# Judul").strip()
        '<h1>Judul</h1>'
    """
    return str(_markdown(source))


def outputs_html(outputs: Iterable[Mapping[str, Any]], widget: Callable[[str], str]) -> str:
    """Show outputs one below the other.

    Args:
        outputs: as nbformat records them.
        widget: gives the HTML of a widget by its id.

    Returns:
        HTML. Warnings are left out, and of an error no traceback is shown: nobody who opens a
        tool can do anything about it.
    """
    return "".join(_output(output, widget) for output in outputs)


def _output(output: Mapping[str, Any], widget: Callable[[str], str]) -> str:
    kind = output.get("output_type")
    if kind == "stream":
        text = _ANSI.sub("", _text(output["text"]))
        return f"<pre>{escape(text)}</pre>" if output.get("name") != "stderr" else ""
    if kind == "error":
        return f'<p class="awas">{_(FAILED)}</p>'
    data: Mapping[str, Any] = output.get("data", {})
    if WIDGET in data:
        return widget(str(data[WIDGET]["model_id"]))
    # No script of a notebook's runs here, and its name says nothing to anybody.
    return "" if "application/javascript" in data else _data_html(data)


def _data_html(data: Mapping[str, Any]) -> str:
    """Show the richest form that a page can show without a script."""
    for kind in ("text/html", "image/svg+xml"):
        if kind in data:
            return f'<div class="keluaran">{_text(data[kind])}</div>'
    for kind in ("image/png", "image/jpeg"):
        if kind in data:
            words = escape(_text(data.get("text/plain", "")))
            return f'<img alt="{words}" src="data:{kind};base64,{_text(data[kind]).strip()}">'
    if "text/markdown" in data:
        return markdown_html(_text(data["text/markdown"]))
    if "text/latex" in data:
        return f"<p>{with_formulas(escape(_text(data['text/latex'])))}</p>"
    return f"<pre>{escape(_text(data['text/plain']))}</pre>" if "text/plain" in data else ""


def _text(value: Any) -> str:
    """Join what nbformat may keep as a list of lines."""
    return "".join(value) if isinstance(value, list) else str(value)
