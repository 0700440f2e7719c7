"""Formulas: TeX as MathML, which a browser shows without a script and reads aloud."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

from latex2mathml.converter import convert

# As MathJax finds them, and the manager of client/full: block and inline, each in two spellings.
FORMULA = re.compile(
    r"\$\$(?P<a>[^$]+)\$\$|\\\[(?P<b>.+?)\\\]|\$(?P<c>[^\s$](?:[^$\n]*[^\s$])?)\$(?!\d)|\\\((?P<d>.+?)\\\)",
    re.DOTALL,
)
_TAG = re.compile(r"(<[^>]*>)")


@lru_cache(maxsize=1000)
def mathml(tex: str, *, block: bool = False) -> str:
    """Translate a formula; one that cannot be is shown as it was written, which can be read.

    Example:
        >>> "<mn>2</mn>" in mathml("x^2"), mathml("a <")
        (True, ...)
    """
    try:
        known = tex.strip().replace("{aligned}", "{align*}")  # the same without numbers
        return str(convert(known, display="block" if block else "inline"))
    except Exception:  # noqa: BLE001  whatever the translator stumbles over, the page is shown
        return f"<code>{escape(tex)}</code>"


def formulas(text: str) -> dict[str, str]:
    r"""Give every formula of a text with its delimiters, and its translation.

    Example:
        >>> list(formulas(r"Luas $r^2$ dan \(b\), harga $5"))
        ['$r^2$', '\\(b\\)']
    """
    return {found.group(): _translated(found) for found in FORMULA.finditer(text)}


def with_formulas(html: str) -> str:
    """Show the formulas in the texts of HTML; its tags stay as they are."""
    parts = _TAG.split(html)
    return "".join(
        part if part.startswith("<") else FORMULA.sub(_translated, part) for part in parts
    )


def _translated(found: re.Match[str]) -> str:
    parts = found.groupdict()
    block = parts["a"] or parts["b"]
    return mathml(unescape(block or parts["c"] or parts["d"]), block=bool(block))
