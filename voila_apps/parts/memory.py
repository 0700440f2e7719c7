"""What a tool knows beyond the values of its fields: kept on the visitor's phone, and handed back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from voila_apps.parts.fields import tagged

Load = Callable[[Any], None]


class Memory:
    """A value that a new kernel gets back, after silence, a cut line or another day.

    A notebook that has one declares `state: replay` in its header, and shows its `field`, which
    nobody sees. The page keeps the value like an edit: on this phone only, in no link, and erased with the
    rest.

    Args:
        name: of the value; by it the value is found again after a change of the tool.
        load: takes what was kept and shows it. It comes from the phone: check it, and refuse what
            is not yours with `ValueError`, `KeyError` or `TypeError`; then nothing is taken over.

    Example:
        >>> rows = []
        >>> memory = Memory("baris", rows.extend)
        >>> memory.keep(["satu"])
        >>> rows
        []
        >>> memory.field.value = '["dua"]'
        >>> rows
        ['dua']
    """

    def __init__(self, name: str, load: Load) -> None:
        self._load, self._keeping = load, False
        self.field = tagged(widgets.Text(), "ingatan", "rahasia", f"isian-{name}")
        self.field.layout.display = "none"
        self.field.observe(self._given, "value")

    def keep(self, value: Any) -> None:
        """Have the phone keep a value that JSON can write, in place of the one before."""
        self._keeping = True
        try:
            self.field.value = json.dumps(value, ensure_ascii=False)
        finally:
            self._keeping = False

    def _given(self, change: Any) -> None:
        if self._keeping or not change["new"]:
            return
        try:
            self._load(json.loads(change["new"]))
        except (ValueError, KeyError, TypeError):
            self.keep(None)  # of another tool, or written by hand
