"""Formulas."""

from __future__ import annotations

import doctest

import pytest

from voila_apps.template import tex
from voila_apps.template.outputs import markdown_html
from voila_apps.template.tex import formulas, mathml, with_formulas


def test_examples() -> None:
    """What the docstrings say."""
    assert doctest.testmod(tex, optionflags=doctest.ELLIPSIS).failed == 0


def test_what_cannot_be_translated_can_be_read() -> None:
    """As its author wrote it, and without becoming markup."""
    assert mathml(r"\begin{<b>") == r"<code>\begin{&lt;b&gt;</code>"


@pytest.mark.parametrize("text", ["Rp5 dan $5", "antara $5 dan $10", "$ x $"])
def test_money_is_no_formula(text: str) -> None:
    """A dollar alone, or before a space or a number, is a dollar."""
    assert formulas(text) == {}


def test_tags_stay_as_they_are() -> None:
    """Only text is looked at, and what stands in it escaped is meant as it reads."""
    made = with_formulas(r'<b title="$a$">\(a &lt; b\)</b>')
    assert made.startswith('<b title="$a$"><math')
    assert "<mo>&#x0003C;</mo>" in made
    assert made.endswith("</math></b>")


def test_a_text_cell_has_formulas_too() -> None:
    """In a line and in a paragraph of their own."""
    made = markdown_html("Luas $r^2$.\n\n$$\na_1\n$$\n")
    assert made.count("<math") == 2
    assert 'display="block"' in made


def test_lines_of_a_formula_have_no_numbers() -> None:
    """The environment that notebooks use most."""
    made = mathml(r"\begin{aligned} x & = 1 \\ y & = 2 \end{aligned}", block=True)
    assert made.count("<mtr>") == 2
    assert "(1)" not in made
