"""The documentation of `usaha` as public pages: one list of modules, and a page for each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path

from markupsafe import Markup

from academy.docstrings import Module, read_package
from academy.lessons import check_weight
from academy.pages import _templates


def build_library(package: Path, out: Path) -> list[Path]:
    """Writes the pages of a package, made anew from its docstrings.

    Args:
        package: folder of the package; it is read, not imported.
        out: folder for the pages; whatever was in it is removed.

    Returns:
        The files written.

    Raises:
        BuildError: a page is too heavy for a phone.
    """
    modules = read_package(package)
    html = {"index.html": library_index(package.name, modules)}
    html |= {f"{module.name}.html": module_page(module) for module in modules if module.entries}
    check_weight(html.items())
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name, text in html.items():
        (out / name).write_text(text, encoding="utf-8")
    return [out / name for name in html]


def library_index(package: str, modules: Sequence[Module]) -> str:
    """Gives the list of modules, each with its sentence and the names that it offers."""
    return _render("library.html", package=package, modules=modules)


def module_page(module: Module) -> str:
    """Gives the page of one module."""
    return _render("library_module.html", module=module)


def prose(text: str) -> Markup:
    """Turns a docstring's sentence into HTML; what stands in backticks becomes code.

    >>> str(prose("Takes `price` < 1, as ``1/2``."))
    'Takes <code>price</code> &lt; 1, as <code>1/2</code>.'
    """
    html = re.sub(r"(`{1,2})([^`]+)\1", r"<code>\2</code>", escape(text, quote=False))
    return Markup(html)  # noqa: S704 - escaped before


def _render(template: str, **given: object) -> str:
    return _templates().get_template(template).render(prose=prose, **given)
