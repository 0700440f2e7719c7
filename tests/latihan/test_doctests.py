"""The examples in the docstrings of `latihan`, of the lesson checks and of judging are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import latihan

MODULES = [f"latihan.{m.name}" for m in pkgutil.iter_modules(latihan.__path__) if not m.ispkg]
OTHERS = ("graders.judging", "graders.variants", "graders.verify")
CHECKS = tuple(f"academy.{name}" for name in ("catalog", "figures", "prose", "verifying"))


@pytest.mark.parametrize("name", [*MODULES, *OTHERS, *CHECKS])
def test_examples_hold(name: str) -> None:
    """What a docstring shows is what happens."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0
