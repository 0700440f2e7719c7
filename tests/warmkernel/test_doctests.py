"""The examples in docstrings are right."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = ("frames", "job", "plain", "record")


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    """Each module has some, and they give what they say."""
    failed, tried = doctest.testmod(importlib.import_module(f"warmkernel.{name}"))
    assert failed == 0
    assert tried > 0
