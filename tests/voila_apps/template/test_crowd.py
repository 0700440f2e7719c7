"""Seats, the queue before them, and rates."""

from __future__ import annotations

import asyncio
import doctest

import pytest

from voila_apps.template import crowd
from voila_apps.template.crowd import Full, Rates, Seats


async def _sit(seats: Seats, address: str, places: list[int], leave: asyncio.Event) -> None:
    async with seats.seat(address, places.append):
        places.append(0)
        await leave.wait()


def test_the_queue_moves_up_in_its_order() -> None:
    """Who gives up in the queue, or with a seat, makes room."""

    async def play() -> list[list[int]]:
        seats, leave = Seats(1, 3, 9), asyncio.Event()
        told: list[list[int]] = [[] for _ in range(4)]
        tasks = []
        for number, places in enumerate(told):
            tasks.append(asyncio.create_task(_sit(seats, str(number), places, leave)))
            await asyncio.sleep(0)
        tasks[1].cancel()
        await asyncio.sleep(0)
        assert seats.waiting == 2
        tasks[0].cancel()
        for _ in range(3):
            await asyncio.sleep(0)
        leave.set()
        await asyncio.gather(*tasks, return_exceptions=True)
        async with asyncio.timeout(1), seats.seat("baru", print):
            return told

    assert asyncio.run(play()) == [[0], [1], [2, 1, 0], [3, 2, 1, 0]]


def test_a_seat_given_to_who_leaves_that_moment_is_not_lost() -> None:
    """It goes to the next."""

    async def play() -> None:
        seats, leave = Seats(1, 3, 9), asyncio.Event()
        first = asyncio.create_task(_sit(seats, "a", [], leave))
        await asyncio.sleep(0)
        second = asyncio.create_task(_sit(seats, "b", [], leave))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)  # the seat is the second's now, who has not run yet
        second.cancel()
        await asyncio.gather(first, second, return_exceptions=True)
        async with asyncio.timeout(1), seats.seat("c", print):
            pass

    asyncio.run(play())


def test_full_is_said_at_once() -> None:
    """For an address with too many, and for a queue without a place."""

    async def play() -> None:
        seats = Seats(1, 0, 1)
        async with seats.seat("a", print):
            for address in ("a", "b"):
                with pytest.raises(Full):
                    async with seats.seat(address, print):
                        pass
        async with seats.seat("b", print):
            pass

    asyncio.run(play())


def test_rates_come_back_with_time() -> None:
    """A burst, then so many a second; addresses of long ago are forgotten."""
    now = [0.0]
    rates = Rates(second=2, burst=3, kept=2, clock=lambda: now[0])
    assert [rates.allow("a") for _ in range(4)] == [True, True, True, False]
    now[0] = 1.0
    assert [rates.allow("a") for _ in range(3)] == [True, True, False]
    assert rates.allow("b")
    assert rates.allow("c")
    assert rates.allow("a")  # it was forgotten: the memory does not grow


def test_examples() -> None:
    """What the docstrings say."""
    assert doctest.testmod(crowd).failed == 0


def test_a_whole_network_of_ipv6_is_one_address() -> None:
    """A line is given 2^64 of them: each would otherwise have seats and rates of its own."""
    rates = Rates(second=1, burst=2, clock=lambda: 5.0)
    asked = [rates.allow(f"2001:db8::{number}") for number in range(1, 4)]
    assert asked == [True, True, False]
    assert rates.allow("2001:db8:0:1::1")
    assert rates.allow("::ffff:192.0.2.7")
    assert rates.allow("::ffff:192.0.2.8")

    async def sit() -> None:
        seats = Seats(9, 0, 1)
        async with seats.seat("2001:db8::1", print):
            with pytest.raises(Full):
                async with seats.seat("2001:db8::2", print):
                    pass

    asyncio.run(sit())
