"""Tests of `voila_apps.template.shelf`: when a page is made anew. The rest is tested by the service."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from voila_apps.template import shelf
from voila_apps.template.shelf import Shelf
from warmkernel import Limits, find_box


def test_a_page_is_made_anew_each_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Days are counted on it, and rates begin and end; a day's page is kept while the day lasts."""
    (tmp_path / "alat.ipynb").write_text("{}")
    made: list[date] = []
    monkeypatch.setattr(
        Shelf, "_make", lambda self, name, path: made.append(shelf.today()) or made[-1]
    )
    monkeypatch.setattr(shelf, "LOOK_SECONDS", 0)
    tools = Shelf(tmp_path, "/", find_box(), Limits())
    for day in (1, 1, 2, 2):
        monkeypatch.setattr(shelf, "today", lambda day=day: date(2026, 12, day))
        asyncio.run(tools.tool("alat"))
    assert made == [date(2026, 12, 1), date(2026, 12, 2)]
