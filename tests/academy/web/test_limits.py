"""Waiting longer and longer, address by address."""

from __future__ import annotations

from academy.web import limits
from academy.web.limits import FORGET_AFTER, Limiter


def test_waits_grow_to_a_limit_and_are_forgotten() -> None:
    """Free ones first, then 30, 60, 120 … 900 seconds; after an hour all is free again."""
    now = [0.0]
    limiter = Limiter(free=3, clock=lambda: now[0])
    waits = []
    for _ in range(10):
        limiter.count("10.0.0.1")
        waits.append(limiter.wait("10.0.0.1"))
    assert waits == [0, 0, 30, 60, 120, 240, 480, 900, 900, 900]
    assert limiter.wait("10.0.0.2") == 0
    now[0] = 899.5
    assert limiter.wait("10.0.0.1") == 1
    now[0] = FORGET_AFTER + 1
    limiter.count("10.0.0.2")
    limiter.count("10.0.0.1")
    assert limiter.wait("10.0.0.1") == 0


def test_it_never_remembers_without_end(monkeypatch: object) -> None:
    """Addresses in their thousands: the oldest go."""
    limiter = Limiter(free=1, clock=lambda: 0.0)
    for number in range(limits.MOST + 50):
        limiter._seen[str(number)] = (1, 0.0, 0.0)
    limiter.count("10.0.0.1")
    assert len(limiter._seen) == limits.MOST + 1
    assert "49" not in limiter._seen
    assert str(limits.MOST) in limiter._seen
