"""Docstrings read from source."""

from __future__ import annotations

from pathlib import Path

from academy.docstrings import parse_doc, read_package

SOURCE = '''"""Weighs things."""

import nothing_that_exists

LIMIT = 3


def weigh(kg: float, *, twice: bool = False) -> float:
    """Gives the weight.

    Source: a scale.

    Args:
        kg: how much,
            in kilograms
        twice: again

    Returns:
        The weight,
        rounded.

    Raises:
        ValueError: it is negative.

    Example:
        By hand:

        >>> weigh(1)
        1
    """


def _hidden() -> None:
    """Not for others."""


class Scale(tuple):
    """A scale.

    Attributes:
        name: of it.
    """

    @property
    def heavy(self) -> bool:
        """Whether it is heavy."""

    def _secret(self) -> None: ...
'''


def package(tmp_path: Path) -> Path:
    """Write a small package."""
    folder = tmp_path / "timbang"
    (folder / "sub").mkdir(parents=True)
    (folder / "__init__.py").write_text('"""The package."""\n')
    (folder / "scales.py").write_text(SOURCE)
    (folder / "_private.py").write_text("def f(): ...\n")
    (folder / "sub" / "__init__.py").write_text('"""A part."""\n')
    return folder


def test_reads_what_is_public_and_imports_nothing(tmp_path: Path) -> None:
    """Modules, functions, classes and properties, without running any of them."""
    modules = read_package(package(tmp_path))
    assert [module.name for module in modules] == ["timbang", "timbang.scales", "timbang.sub"]
    weigh, scale = modules[1].entries
    assert weigh.signature == "weigh(kg: float, *, twice: bool=False) -> float"
    assert scale.signature == "class Scale(tuple)"
    assert [member.signature for member in scale.members] == ["heavy -> bool"]
    assert scale.doc.items("Attributes") == (("name", "of it."),)


def test_sections(tmp_path: Path) -> None:
    """Each heading's text goes where it belongs, lines further in stay with their entry."""
    doc = read_package(package(tmp_path))[1].entries[0].doc
    assert doc.summary == "Gives the weight."
    assert doc.paragraphs == ("Source: a scale.",)
    assert doc.items("Args") == (("kg", "how much, in kilograms"), ("twice", "again"))
    assert doc.items("Raises") == (("ValueError", "it is negative."),)
    assert doc.returns == "The weight, rounded."
    assert doc.example == (("prose", "By hand:"), ("code", ">>> weigh(1)\n1"))


def test_a_docstring_that_is_missing_is_empty() -> None:
    """No docstring, no error."""
    doc = parse_doc("")
    assert (doc.summary, doc.paragraphs, doc.items("Args"), doc.example) == ("", (), (), ())
