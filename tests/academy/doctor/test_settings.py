"""Settings that nothing reads or that work against each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from academy.doctor import settings
from deployment.local.school import School

Levels = Callable[..., list[str]]


def test_a_slip_of_the_keyboard_is_told(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the setting that was probably meant."""
    assert levels(settings.names, school) == ["ok"]
    monkeypatch.setenv("LAPAK_DOMIAN", "x.id")
    (found,) = settings.names(school)
    assert "LAPAK_DOMAIN" in found.indonesian


def test_every_documented_setting_is_known(clone: Path) -> None:
    """What the operator's page names is no slip."""
    text = (clone / "docs/operator.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `LAPAK_")]
    documented = {name for row in rows for name in re.findall(r"LAPAK_[A-Z_]+", row)}
    assert len(documented) > 10
    assert documented - settings.KNOWN == set()


def test_an_open_school_without_https_is_told(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a word that is none of two."""
    assert levels(settings.values, school) == []
    assert levels(settings.values, replace(school, host="0.0.0.0")) == ["warning"]
    monkeypatch.setenv("LAPAK_FEEDBACK", "otomatis")
    assert levels(settings.values, school) == ["warning"]
