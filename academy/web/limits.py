"""Counts what one address tries, so that guessing gets slow: in memory, forgotten after an hour."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import Final

FORGET_AFTER: Final = 3600.0  # seconds
FIRST_WAIT, LONGEST_WAIT = 30, 900  # seconds
MOST: Final = 10_000  # addresses that are remembered at once


class Limiter:
    """Lets each address try a few times; after that it waits 30, 60, 120 … seconds.

    Args:
        free: tries before the first wait. An address may be a whole training centre's.
        clock: gives seconds.

    Example:
        >>> now = [0.0]
        >>> limiter = Limiter(free=2, clock=lambda: now[0])
        >>> [limiter.wait("10.0.0.1") for _ in range(2) if limiter.count("10.0.0.1") is None]
        [0, 30]
    """

    def __init__(self, free: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.free, self.clock = free, clock
        self._seen: dict[str, tuple[int, float, float]] = {}  # tries, free again at, last

    def wait(self, who: str) -> int:
        """Give the seconds that `who` has to wait, 0 for none."""
        _, free_at, _ = self._seen.get(who, (0, 0.0, 0.0))
        return max(math.ceil(free_at - self.clock()), 0)

    def count(self, who: str) -> None:
        """Note one try of `who`."""
        now = self.clock()
        self._forget(now)
        tries = self._seen.get(who, (0, 0.0, 0.0))[0] + 1
        over = tries - self.free
        pause = 0 if over < 0 else min(FIRST_WAIT * 2 ** min(over, 10), LONGEST_WAIT)
        self._seen[who] = (tries, now + pause, now)

    def _forget(self, now: float) -> None:
        """Let go of old ones, and of the oldest when there are too many."""
        old = [who for who, (*_, last) in self._seen.items() if last < now - FORGET_AFTER]
        old += list(self._seen)[: max(len(self._seen) - MOST, 0)]
        for who in old:
            self._seen.pop(who, None)
