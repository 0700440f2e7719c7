"""Settings that nothing reads or that work against each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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


def test_what_is_read_is_known(school: School) -> None:
    """Every variable that the school passes on to its parts, and what the guide names."""
    assert set(school.environment()) <= settings.known(school)
    assert {"LAPAK_DOMAIN", "LAPAK_ROOMS", "LAPAK_PROGRESS_DB"} <= settings.known(school)


def test_an_open_school_without_https_is_told(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a word that is none of two."""
    assert levels(settings.values, school) == []
    assert levels(settings.values, replace(school, host="0.0.0.0")) == ["warning"]
    monkeypatch.setenv("LAPAK_FEEDBACK", "otomatis")
    assert levels(settings.values, school) == ["warning"]


def test_half_of_lti_is_told(
    school: School, levels: Levels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The school would not start with it."""
    monkeypatch.setenv("LAPAK_LTI_ISSUER", "https://kampus.example")
    assert levels(settings.values, school) == ["wrong"]
