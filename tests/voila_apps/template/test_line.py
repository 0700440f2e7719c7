"""The line of one page, against a real service: answers, ends, and those who try more."""

from __future__ import annotations

import asyncio
import json
import time
from base64 import b64encode
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import pytest
from tornado.httpclient import HTTPClientError
from tornado.websocket import WebSocketClosedError

from tests.voila_apps.template.conftest import Tools, Visitor

run = asyncio.run


def test_an_edit_is_answered(tools: Tools) -> None:
    """By the notebook's own functions, with what Output widgets capture; only what changed is sent."""

    async def edit() -> str:
        async with tools.visitor() as visitor:
            return await visitor.set("angka", 21)

    told = run(edit())
    assert "ganda 42" in told
    assert "laporan 21" in told
    assert "awal" not in told


def test_two_visitors_never_meet(tools: Tools) -> None:
    """Each line has a kernel of its own, though the widgets have the same ids."""

    async def meet() -> tuple[str, str, list[Visitor]]:
        async with tools.visitor() as one, tools.visitor() as other:
            await one.set("teks", "rahasia saya")
            mine = await one.set("angka", 1)
            yours = await other.set("angka", 7)
            return mine, yours, [other]

    mine, yours, others = run(meet())
    assert "ganda 2" in mine
    assert "ganda 14" in yours
    assert "rahasia" not in json.dumps(others[0].frames)


def test_what_the_page_holds_is_replayed(tools: Tools) -> None:
    """In its order, before the page hears that all is ready; only the last result is sent."""

    async def replay() -> list[dict[str, Any]]:
        replay = [
            ["angka", {"value": 5}],
            ["teks", {"value": "lama sekali"}],
            ["angka", {"value": 6}],
        ]
        async with tools.visitor(*replay) as visitor:
            return visitor.frames

    frames = run(replay())
    assert frames[-1] == {"kind": "ready"}
    told = json.dumps(frames)
    assert "ganda 12" in told
    assert "ganda 10" not in told
    assert "laporan 6" in told


def test_widgets_that_come_later_have_the_same_ids_everywhere(tools: Tools) -> None:
    """A page may replay what was typed into one of them."""

    async def click() -> list[str]:
        async with tools.visitor() as one, tools.visitor() as other:
            told = []
            for visitor in (one, other):
                await visitor.say("custom", id="tambah", content={"event": "click"})
                told.append(json.dumps(await visitor.hear()))
            return told

    one, other = run(click())
    assert "baris 0" in one
    assert one == other


def test_an_upload_is_read(tools: Tools) -> None:
    """Its bytes arrive as they are."""

    async def upload() -> str:
        content = bytes(range(256)) * 1000
        file = {"name": "a.csv", "type": "text/csv", "size": len(content), "last_modified": 0}
        async with tools.visitor() as visitor:
            value = [{**file, "content": b64encode(content).decode()}]
            await visitor.say("upload", id="berkas", state={"value": value})
            return json.dumps(await visitor.hear())

    assert "a.csv 256000 b'\\\\x00\\\\x01\\\\x02'" in run(upload())


def test_fast_typing_is_answered_once_for_all(tools: Tools) -> None:
    """A slider sends many values while the notebook counts: the last one counts."""

    async def slide() -> str:
        async with tools.visitor() as visitor:
            for value in range(100):
                await visitor.say("set", id="angka", state={"value": value})
            told = ""
            while "ganda 198" not in told:
                told = json.dumps(await visitor.hear())
            return json.dumps(visitor.frames)

    assert run(slide()).count('"busy"') < 50


def test_no_click_is_lost_and_none_comes_too_early(tools: Tools) -> None:
    """While the notebook counts, what is done to a page waits in its order."""

    async def click() -> str:
        async with tools.visitor() as visitor:
            await visitor.say("set", id="angka", state={"value": 1})
            for number in range(3):
                await visitor.say("custom", id="tambah", content={"event": "click"})
                await visitor.say("set", id="teks", state={"value": f"klik {number}"})
            told = ""
            while "teks klik 2" not in told:
                told = json.dumps(await visitor.hear())
            return json.dumps(visitor.frames)

    told = run(click())
    assert all(f"baris {number}" in told for number in range(3))
    assert "baris 3" not in told


def test_a_silent_page_loses_its_kernel_calmly(tools: Tools) -> None:
    """After the time of silence the line ends with a number that the page knows."""

    async def fall_silent() -> tuple[int | None, float]:
        async with tools.visitor() as visitor:
            began = time.monotonic()
            await visitor.hear("end")
            return visitor.code, time.monotonic() - began

    code, seconds = run(fall_silent())
    assert code == 4000
    assert 3 < seconds < 8
    tools.wait_for_kernels(0)


def test_a_closed_tab_and_a_killed_browser_end_their_kernels(tools: Tools) -> None:
    """Within two seconds, not only after the time of silence."""

    async def close(kindly: bool) -> None:
        async with tools.visitor() as visitor:
            await visitor.set("angka", 1)
            tools.wait_for_kernels(1)
            if not kindly:
                visitor.line.protocol._abort()
        tools.wait_for_kernels(0, 2)

    run(close(kindly=True))
    run(close(kindly=False))


def test_an_old_page_is_told_to_load_again(tools: Tools) -> None:
    """Its widgets may be others by now."""

    async def greet() -> tuple[list[dict[str, Any]], int | None]:
        visitor = Visitor(await tools.connect())
        await visitor.say("hello", digest="0" * 32, replay=[])
        return await visitor.hear("end"), visitor.code

    assert run(greet()) == ([{"kind": "changed"}], 4001)


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("lama", "terlalu lama dan dihentikan"),
        ("salah", "belum berhasil"),
        ("besar", "belum berhasil"),
        ("keluaran", "terlalu lama dan dihentikan"),
    ],
)
def test_what_goes_wrong_costs_one_answer(tools: Tools, word: str, sentence: str) -> None:
    """The visitor gets a sentence, no traceback, and the next edit is answered."""

    async def fail() -> tuple[str, str]:
        async with tools.visitor() as visitor:
            return await visitor.set("teks", word), await visitor.set("angka", 4)

    told, after = run(fail())
    assert sentence in told
    assert "Error" not in told
    assert "ganda 8" in after


def test_a_kernel_that_dies_is_not_the_end(tools: Tools) -> None:
    """The line ends with a sentence; the next one has a new kernel."""

    async def die() -> tuple[str, int | None, str]:
        async with tools.visitor() as visitor:
            await visitor.say("set", id="teks", state={"value": "mati"})
            told = json.dumps(await visitor.hear("end"))
        async with tools.visitor() as another:
            return told, visitor.code, await another.set("angka", 3)

    told, code, after = run(die())
    assert "Isian Anda aman" in told
    assert code == 4003
    assert "ganda 6" in after


def test_each_kernel_is_in_a_box(tools: Tools) -> None:
    """No file of the machine, no network, no other account's rights, whatever a notebook does."""

    async def look() -> list[str]:
        port = urlsplit(tools.address).port
        secret = tools.folder / "uji.ipynb"
        async with tools.visitor() as visitor:
            seen = [await visitor.set("teks", "lihat"), await visitor.set("teks", f"baca {secret}")]
            await visitor.set("angka", port)
            return [*seen, await visitor.set("teks", "jaringan")]

    seen, read, network = run(look())
    assert "kerja" in seen
    assert "host" not in seen
    assert "belum berhasil" in read
    assert "ganda 0" not in network
    assert ">0<" not in network


@pytest.mark.parametrize("origin", ["http://lain.example", "null", ""])
def test_other_pages_get_no_line(tools: Tools, origin: str) -> None:
    """A page of another place must not speak for a visitor; who names no place is no browser."""

    async def connect() -> None:
        await tools.connect(Origin=origin)

    with pytest.raises(HTTPClientError, match="403"):
        run(connect())


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "execute", "code": "1"}',
        '{"header": {"msg_type": "execute_request"}, "content": {"code": "1"}}',
        '{"kind": "comm_open", "id": "x", "state": {}}',
        '{"kind": "hello", "digest": "", "replay": []}',
        '{"kind": "set", "id": ["a"], "state": {}}',
        '{"kind": "set", "id": "teks", "state": "x"}',
        '{"kind": "upload", "id": "berkas", "state": {"value": [{"content": "*"}]}}',
        "[" * 100_000,
        "bukan json",
    ],
)
def test_only_frames_of_ours_pass(tools: Tools, text: str) -> None:
    """Anything else ends the line, and its kernel."""

    async def try_it() -> int | None:
        async with tools.visitor() as visitor:
            await visitor.line.write_message(text)
            await visitor.hear("end")
            return visitor.code

    assert run(try_it()) == 1008


def test_a_widget_that_is_not_there_is_nobodys(tools: Tools) -> None:
    """Unknown ids and unknown traits change nothing, and the kernel goes on."""

    async def poke() -> str:
        async with tools.visitor() as visitor:
            await visitor.set("../../etc", "x")
            await visitor.say(
                "set", id="ganda", state={"__class__": "x", "comm": 1, "_model_id": "y"}
            )
            await visitor.hear()
            return await visitor.set("angka", 8)

    assert "ganda 16" in run(poke())


def test_a_widget_filled_with_nonsense_harms_its_own_line_only(tools: Tools) -> None:
    """The line may end, with a sentence; the next visitor is served."""

    async def spoil() -> str:
        nonsense = {"_dom_classes": 7, "layout": 5, "value": {"a": []}, "children": "x"}
        async with tools.visitor() as visitor:
            for name in ("ganda", "wadah", "laporan", "teks"):
                await visitor.say("set", id=name, state=nonsense)
            await visitor.say("set", id="angka", state={"value": 12})
            with suppress(AssertionError):  # the line has ended before it was idle
                await visitor.hear()
        async with tools.visitor() as another:
            return await another.set("angka", 11)

    assert "ganda 22" in run(spoil())


def test_a_bomb_ends_its_own_line_only(tools: Tools) -> None:
    """Eight million zeros are few bytes on the way; they are not unpacked. The next visitor is served."""

    async def throw() -> tuple[int | None, str]:
        async with tools.visitor() as visitor:
            with suppress(WebSocketClosedError):
                await visitor.line.write_message('{"kind": "set", "x": "' + "0" * (8 << 20))
            await visitor.hear("end")
        async with tools.visitor() as another:
            return visitor.code, await another.set("angka", 9)

    code, after = run(throw())
    assert code in (1009, None, 1006)
    assert "ganda 18" in after


def test_a_page_hears_which_of_its_edits_are_answered(tools: Tools) -> None:
    """So it can tell the answer to an older edit from that to what was typed since."""

    async def edit() -> list[int]:
        async with tools.visitor() as visitor:
            for value in (1, 2, 3):
                await visitor.say("set", id="angka", state={"value": value})
            told = ""
            while "ganda 6" not in told:
                told = json.dumps(await visitor.hear())
            return [frame["frames"] for frame in visitor.frames if frame["kind"] == "busy"]

    counts = run(edit())
    assert counts[0] == 0
    assert counts[-1] == 3
    assert counts == sorted(counts)


def test_what_waits_for_a_busy_kernel_has_a_size(tools: Tools) -> None:
    """Few large frames are as many as a server can keep for each of many lines."""

    async def heap_up() -> int | None:
        async with tools.visitor() as visitor:
            await visitor.say("set", id="teks", state={"value": "lama"})
            await visitor.hear("busy")
            for number in range(3):
                await visitor.say("set", id=f"x{number}", state={"value": "0" * 900_000})
            await visitor.hear("end")
            return visitor.code

    assert run(heap_up()) == 1008


def test_nothing_is_taken_before_all_is_ready(tools: Tools) -> None:
    """A page holds its edits back: who waits for a seat must not fill the memory meanwhile."""

    async def push() -> int | None:
        async with tools.visitor(wait=False) as visitor:
            await visitor.say("set", id="angka", state={"value": 1})
            await visitor.hear("end")
            return visitor.code

    assert run(push()) == 1008


def test_a_file_may_come_in_pieces_for_longer_than_the_time_of_silence(tools: Tools) -> None:
    """On a slow line; each piece is answered, so that the page knows the line to be alive."""

    async def upload() -> str:
        content = b64encode(bytes(300)).decode()
        value = [{"name": "a.csv", "type": "", "size": 300, "last_modified": 0, "content": content}]
        text = json.dumps({"kind": "upload", "id": "berkas", "state": {"value": value}})
        async with tools.visitor() as visitor:
            for at in (0, 200):
                await visitor.say("piece", text=text[at : at + 200], last=False)
                await visitor.hear("got")
                await asyncio.sleep(3)
            await visitor.say("piece", text=text[400:], last=True)
            return json.dumps(await visitor.hear())

    assert "a.csv 300" in run(upload())


@pytest.mark.parametrize("pieces", [["x" * 600_000] * 2, ['{"kind": "hello"}'], ["[]"]])
def test_pieces_are_no_way_around_the_rules(tools: Tools, pieces: list[str]) -> None:
    """They are as large as one frame may be, and what they make is a frame of ours."""

    async def push() -> int | None:
        async with tools.visitor() as visitor:
            for piece in pieces:
                await visitor.say("piece", text=piece, last=len(pieces) == 1)
            await visitor.hear("end")
            return visitor.code

    assert run(push()) == 1008
