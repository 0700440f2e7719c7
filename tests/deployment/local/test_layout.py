"""Paths of a school's state."""

from __future__ import annotations

from pathlib import Path

from deployment.local.layout import Layout

HOME = Path("/s")


def test_everything_lies_below_the_home() -> None:
    """A school is one folder: whoever moves or deletes it has all of it."""
    layout = Layout(HOME)
    names = [name for name in vars(Layout) if isinstance(vars(Layout)[name], property)]
    assert len(names) > 15
    assert all(getattr(layout, name).is_relative_to(HOME) for name in names)


def test_the_exchange_is_apart_for_each_trainee() -> None:
    """Inbound, feedback and variants end with the trainee's name."""
    layout = Layout(HOME)
    assert layout.inbound("ani") == HOME / "exchange/lapak/inbound/ani"
    assert layout.feedback("ani") == HOME / "exchange/lapak/feedback/ani"
    assert layout.variant("ani") == HOME / "variants/ani"
    assert layout.home_of("ani") == HOME / "homes/ani"
