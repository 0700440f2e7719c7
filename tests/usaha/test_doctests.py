"""The examples in the docstrings of `usaha` run."""

import doctest
import importlib
import pkgutil

import pytest

import usaha

MODULES = [info.name for info in pkgutil.walk_packages(usaha.__path__, "usaha.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    """Every module has at least one example, and each gives what it says."""
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert tried > 0
    assert failed == 0
