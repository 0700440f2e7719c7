"""How many may do what at a time: seats for live kernels with a queue, and rates by address."""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager


def network(address: str) -> str:
    """Gives what counts as one address: of IPv6 the 64 bits that a line is given as a whole.

    Example:
        >>> network("2001:db8:1:2::1") == network("2001:db8:1:2:ffff::9")
        True
        >>> network("::ffff:192.0.2.7"), network("192.0.2.7"), network("")
        ('192.0.2.7', '192.0.2.7', '')
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.IPv6Network((int(found), 64), strict=False))


class Full(Exception):
    """There is no seat, and no place in the queue either."""


class Seats:
    """Seats for live kernels; who finds none waits, and hears where in the queue she is.

    Args:
        count: of seats.
        places: in the queue.
        each: seats and places that one address may hold together.
    """

    def __init__(self, count: int, places: int, each: int) -> None:
        self._free = count
        self._places = places
        self._each = each
        self._by_address: Counter[str] = Counter()
        self._queue: list[tuple[asyncio.Event, Callable[[int], None]]] = []

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._queue)

    @asynccontextmanager
    async def seat(self, address: str, tell: Callable[[int], None]) -> AsyncIterator[None]:
        """Holds a seat; waits for one first.

        Args:
            address: who asks.
            tell: called with the place in the queue, from 1, whenever it changes.

        Raises:
            Full: this address has as many as it may, or the queue is full.
        """
        address = network(address)
        if self._by_address[address] >= self._each:
            raise Full
        self._by_address[address] += 1
        try:
            await self._sit(tell)
            try:
                yield
            finally:
                self._leave()
        finally:
            self._by_address[address] -= 1
            if not self._by_address[address]:
                del self._by_address[address]

    async def _sit(self, tell: Callable[[int], None]) -> None:
        if self._free:
            self._free -= 1
            return
        if len(self._queue) >= self._places:
            raise Full
        called = asyncio.Event()
        self._queue.append((called, tell))
        tell(len(self._queue))
        try:
            await called.wait()
        except asyncio.CancelledError:
            if called.is_set():  # the seat was given in the moment in which she left
                self._leave()
            else:
                self._queue.remove((called, tell))
                self._tell_all()
            raise

    def _leave(self) -> None:
        """Gives a seat to the first who waits."""
        if not self._queue:
            self._free += 1
            return
        called, _ = self._queue.pop(0)
        called.set()
        self._tell_all()

    def _tell_all(self) -> None:
        for place, (_, tell) in enumerate(self._queue, 1):
            tell(place)


class Rates:
    """Lets each address do something so often a second, and a burst at once.

    Args:
        second: how often a second.
        burst: how often at once.
        kept: addresses that are remembered; of more, the oldest are forgotten.
        clock: gives seconds.

    Example:
        >>> rates = Rates(second=1, burst=2, clock=lambda: 5.0)
        >>> [rates.allow("a"), rates.allow("a"), rates.allow("a"), rates.allow("b")]
        [True, True, False, True]
    """

    def __init__(
        self,
        second: float,
        burst: int,
        kept: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._second, self._burst, self._kept, self._clock = second, burst, kept, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allow(self, address: str) -> bool:
        """Says whether an address may do it now, and counts it if so."""
        address, now = network(address), self._clock()
        left, since = self._left.pop(address, (float(self._burst), now))
        left = min(self._burst, left + (now - since) * self._second)
        allowed = left >= 1
        self._left[address] = (left - 1 if allowed else left, now)
        if len(self._left) > self._kept:
            self._left.popitem(last=False)
        return allowed
