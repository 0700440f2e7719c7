"""The service when many come at once, and when one pretends to be many."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable

import pytest
from tornado.httpclient import HTTPClientError

from tests.voila_apps.template.conftest import Tools, Visitor

run = asyncio.run


@pytest.fixture(scope="module")
def narrow(start_tools: Callable[..., Tools]) -> Tools:
    """A service with two seats, two places in the queue, and low rates by address."""
    return start_tools("sempit", seats_count=2, queue=2, each=3, lines_a_second=3, pages_a_second=5)


def _as(address: str) -> dict[str, str]:
    # What a visitor sends stands before what the proxy adds.
    return {"X-Forwarded-For": f"10.9.9.9, {address}"}


async def _ask(tools: Tools, digest: str, address: str) -> Visitor:
    visitor = Visitor(await tools.connect(**_as(address)))
    await visitor.say("hello", digest=digest, replay=[])
    return visitor


def test_who_finds_no_seat_waits_her_turn(narrow: Tools) -> None:
    """She hears her place, moves up, and gets the next free seat; beyond the queue it is full."""
    digest = narrow.digest()

    async def crowd() -> None:
        sitting = [await _ask(narrow, digest, f"10.0.0.{n}") for n in range(2)]
        for visitor in sitting:
            await visitor.hear("ready")
        first, second = [await _ask(narrow, digest, f"10.0.1.{n}") for n in range(2)]
        assert (await first.hear("waiting"))[-1]["place"] == 1
        assert (await second.hear("waiting"))[-1]["place"] == 2
        late = await _ask(narrow, digest, "10.0.2.1")
        assert "sedang ramai" in json.dumps(await late.hear("end"))
        assert late.code == 4002
        sitting[0].line.close()
        await first.hear("ready")
        assert (await second.hear("waiting"))[-1]["place"] == 1
        first.line.close()
        await second.hear("ready")
        for visitor in (sitting[1], second):
            visitor.line.close()

    run(crowd())
    narrow.wait_for_kernels(0)


def test_five_hundred_tabs_at_once_leave_room_for_the_next(narrow: Tools) -> None:
    """One address gets what it may; another one is served meanwhile."""
    digest = narrow.digest()

    async def storm() -> tuple[int, int, int]:
        async def tab() -> Visitor | None:
            try:
                return await _ask(narrow, digest, "10.1.1.1")
            except HTTPClientError as refused:
                assert refused.code == 429  # noqa: PT017
                return None

        tabs = [tab for tab in await asyncio.gather(*(tab() for _ in range(500))) if tab]
        alive = narrow.kernels()
        for tab in tabs:
            tab.line.close()
        narrow_again = await _ask(narrow, digest, "10.1.1.2")
        await narrow_again.hear("ready")
        narrow_again.line.close()
        return len(tabs), alive, narrow.get("voila/render/uji")[0]

    passed, alive, status = run(storm())
    assert passed < 40
    assert alive <= 2
    assert status == 200


def test_a_forged_address_does_not_help(narrow: Tools) -> None:
    """The proxy's own word counts, the last one; a visitor's comes before it."""

    def ask(forged: str) -> int:
        return narrow.get("statik/x.js", **{"X-Forwarded-For": f"{forged}, 10.2.2.2"})[0]

    answers = [ask(f"10.3.0.{number}") for number in range(400)]
    assert answers[0] == 404
    assert 429 in answers
    assert narrow.get("statik/x.js", **_as("10.2.2.3"))[0] == 404
