"""A fork whose widgets a page talks to, from the page's side."""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest

from warmkernel import Box, Job, Limits, WarmProcess, WarmTrouble
from warmkernel.inside.watch import tree
from warmkernel.live import LiveFork

NOTEBOOK = """
import os, time, asyncio, ipywidgets as w
print("sudah jalan")
text, report, file = w.Text("awal"), w.Output(), w.FileUpload()
with report:
    print("dulu")
def hear(change):
    if change["new"] == "lama":
        time.sleep(60)
    if change["new"] == "keras":
        while True:
            try:
                time.sleep(60)
            except KeyboardInterrupt:
                pass
    if change["new"] == "mati":
        os._exit(1)
    if change["new"] == "nanti":
        async def later():
            await asyncio.sleep(0.2)
            file.description = "kemudian"
        asyncio.ensure_future(later())
    with report:
        print("kini", change["new"])
    late = w.Image(value=b"gambar")
text.observe(hear, "value")
file.observe(lambda change: setattr(text, "description", bytes(change["new"][0].content).hex()), "value")
"""
LIMITS = Limits(cell_seconds=1, grace_seconds=0.3, wall_seconds=30)
Said = list[tuple[str, Any]]
Talk = Callable[[Callable[[LiveFork, Said], Awaitable[Any]]], Any]


@pytest.fixture(scope="module")
def ran(python: Path, box: Box, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmProcess]:
    """A warm process that has run a notebook with widgets."""
    path = tmp_path_factory.mktemp("buku") / "uji.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(NOTEBOOK)]), path)
    env = {"JUPYTER_WIDGETS_ECHO": "0"}
    with WarmProcess(python, box=box, notebook=path, widgets="uji", env=env) as process:
        yield process


@pytest.fixture
def talk(ran: WarmProcess, tmp_path: Path) -> Talk:
    """Forks a kernel and talks to it; gives what the talk gave."""

    async def converse(conversation: Callable[[LiveFork, Said], Awaitable[Any]]) -> Any:
        said: Said = []
        live = await asyncio.to_thread(ran.live, Job(tmp_path, limits=LIMITS))
        live.listen(lambda kind, content: said.append((kind, content)))
        try:
            return await conversation(live, said)
        finally:
            await live.end()

    return lambda conversation: asyncio.run(converse(conversation))


def update(ran: WarmProcess, kind: str, state: dict[str, Any], *paths: list[Any]) -> dict[str, Any]:
    """Give a page's message to the widget of that kind."""
    name = next(key for key, each in ran.widgets.items() if each["model_name"] == f"{kind}Model")
    data = {"method": "update", "state": state, "buffer_paths": list(paths)}
    return {"kind": "comm_msg", "content": {"comm_id": name, "data": data}}


def test_widgets_are_numbered_and_have_their_states(ran: WarmProcess) -> None:
    """Output widgets hold what was captured while the notebook ran."""
    assert list(ran.widgets)[:3] == ["uji-1", "uji-2", "uji-3"]
    states = {each["model_name"]: each["state"] for each in ran.widgets.values()}
    assert states["TextModel"]["value"] == "awal"
    assert states["OutputModel"]["outputs"][0]["text"] == "dulu\n"
    assert ran.runs[0].outputs == [
        {"output_type": "stream", "name": "stdout", "text": "sudah jalan\n"}
    ]


def test_a_message_is_answered(ran: WarmProcess, talk: Talk) -> None:
    """What a widget's function shows and makes comes back; later widgets have numbers too."""

    async def edit(live: LiveFork, said: Said) -> tuple[str, Said]:
        return await live.hear([update(ran, "Text", {"value": "satu"})]), said

    status, said = talk(edit)
    assert status == "ok"
    captured = next(content for kind, content in said if kind == "captured")
    assert "".join(output["text"] for output in captured["outputs"]) == "dulu\nkini satu\n"
    opened = [content for kind, content in said if kind == "comm_open"]
    assert opened[-1]["comm_id"] == f"uji-{len(ran.widgets) + len(opened)}"
    assert opened[-1]["buffers"] == [b64encode(b"gambar").decode()]


def test_bytes_arrive(ran: WarmProcess, talk: Talk) -> None:
    """Binary values go beside the message and are put where they belong."""
    file = {"name": "a", "type": "", "size": 3, "last_modified": 0}
    message = update(ran, "FileUpload", {"value": [file]}, ["value", 0, "content"])
    message["buffers"] = [b64encode(b"\x00\xff\x10").decode()]

    async def upload(live: LiveFork, said: Said) -> str:
        assert await live.hear([message]) == "ok"
        return json.dumps(said)

    assert "00ff10" in talk(upload)


def test_what_was_begun_goes_on_between_messages(ran: WarmProcess, talk: Talk) -> None:
    """A task of asyncio ends while nobody asks for anything."""

    async def wait(live: LiveFork, said: Said) -> bool:
        await live.hear([update(ran, "Text", {"value": "nanti"})])
        for _ in range(50):
            await asyncio.sleep(0.1)
            if "kemudian" in json.dumps(said):
                return True
        return False

    assert talk(wait)


def test_an_answer_that_takes_too_long_is_interrupted(ran: WarmProcess, talk: Talk) -> None:
    """The kernel goes on; one that does not let itself be interrupted is ended."""

    async def wait(live: LiveFork, said: Said) -> list[str]:
        words = ("lama", "dua", "keras", "tiga")
        return [await live.hear([update(ran, "Text", {"value": word})]) for word in words]

    assert talk(wait) == ["timeout", "ok", "timeout", "died"]


def test_a_kernel_that_ends_says_so(ran: WarmProcess, talk: Talk) -> None:
    """To who waits, and to who listens."""

    async def die(live: LiveFork, said: Said) -> tuple[str, str, Said]:
        return await live.hear([update(ran, "Text", {"value": "mati"})]), live.ended, said

    status, ended, said = talk(die)
    assert (status, ended) == ("died", "its process ended")
    assert said[-1] == ("ended", "its process ended")


def test_no_code_goes_in(ran: WarmProcess, talk: Talk) -> None:
    """Only messages to widgets; a request to run something is not even known."""

    async def attack(live: LiveFork, said: Said) -> tuple[str, Said]:
        message = {"kind": "execute_request", "content": {"code": "print('masuk')"}}
        return await live.hear([message]), said

    assert talk(attack) == ("ok", [])


def test_where_the_folder_is_not_there(ran: WarmProcess, tmp_path: Path) -> None:
    """It is said before anything is started."""
    with pytest.raises((WarmTrouble, FileNotFoundError)):
        ran.live(Job(tmp_path / "tidak-ada"))


def test_a_kernel_ends_also_where_its_taker_has_failed(ran: WarmProcess, tmp_path: Path) -> None:
    """What could not be handed on must not leave a process behind."""

    def take(kind: str, content: Any) -> None:
        raise KeyError(kind)

    async def fail() -> int:
        live = await asyncio.to_thread(ran.live, Job(tmp_path, limits=LIMITS))
        live.listen(take)
        hearing = asyncio.create_task(live.hear([update(ran, "Text", {"value": "dua"})]))
        await asyncio.sleep(0.5)
        await live.end()
        left = len(tree(ran.pid))
        hearing.cancel()
        return left

    before = len(tree(ran.pid))
    assert asyncio.run(fail()) == before
