"""How much memory a school takes, and each room in it: real servers, each with a kernel that has worked.

`build/env/hub-env/bin/python -m benchmarks.rooms --rooms 10`
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from deployment.local.accounts import Accounts
from deployment.local.layout import Layout
from tests.browser.school import School, wait_until
from tests.deployment.local.visiting import Browser
from tests.ports import seven_free

CLONE = Path(__file__).resolve().parents[1]
SMALL = 13  # rooms of a machine with 4 GB
PASSWORD = "emping renyah 77"  # noqa: S105 (of people who live for a minute)
WORK = (
    "from latihan import *\nimport pandas as pd, matplotlib.pyplot as plt\n"
    "buka('pembukuan_03_hpp', contoh=True)\nplt.plot(pd.Series(range(50))); plt.show()"
)


def main() -> None:
    """Start a school, open rooms, say what all of it takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rooms", type=int, default=31)  # of 8 GB
    count = parser.parse_args().rooms
    with tempfile.TemporaryDirectory(prefix="lapak-rooms-", dir="/tmp") as place:
        Path(place).chmod(0o755)
        variables = {"LAPAK_ROOMS": "999", **_kept()}
        school = School(Layout(Path(place) / "sekolah"), CLONE, seven_free(), variables=variables)
        try:
            school.start()
            _tell("rooms  school MB  room MB")
            alone = sum(_school(school, []))
            _tell(f"{0:5}  {alone:9.0f}        -")
            names = [f"ukur{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(count)]
            for at, name in enumerate(names, 1):
                _open_room(school, name)
                if at in {1, SMALL, count}:
                    rooms, rest = _school(school, names[:at])
                    _tell(f"{at:5}  {rest:9.0f}  {rooms / at:7.0f}")
        finally:
            school.clear_away()


def _kept() -> dict[str, str]:
    return {key: os.environ[key] for key in ("LAPAK_ENV",) if key in os.environ}


def _open_room(school: School, name: str) -> None:
    """Make an account, log in, open the room, run an exercise's first cells in a kernel."""
    accounts = Accounts(school.files.accounts)
    accounts.add(name, "trainee")
    accounts.change(name, PASSWORD)
    visitor = Browser(school.address)
    visitor.log_in(name, PASSWORD)
    visitor.open("/hub/spawn")
    room = f"/user/{name}/"
    wait_until("a room", lambda: room in visitor.open(f"/hub/spawn-pending/{name}").url, 120)
    page = visitor.open(f"{room}lab")
    token = re.search(r'"xsrfToken": "([^"]+)"|_xsrf=([^;]+)', page.text)
    xsrf = visitor.cookies.get("_xsrf", path=room) or (token and (token[1] or token[2])) or ""
    made = visitor.post(
        f"{school.address}{room}api/kernels", json={}, headers={"X-XSRFToken": xsrf}, timeout=60
    )
    made.raise_for_status()
    cookies = "; ".join(f"{c.name}={c.value}" for c in visitor.cookies if room in (c.path or ""))
    asyncio.run(_work(school, f"{room}api/kernels/{made.json()['id']}/channels", cookies))


async def _work(school: School, path: str, cookies: str) -> None:
    address = f"ws://127.0.0.1:{school.port}{path}?{urlencode({'session_id': 'ukur'})}"
    line = await websocket_connect(HTTPRequest(address, headers={"Cookie": cookies}))
    header = {"msg_id": "1", "msg_type": "execute_request", "username": "", "session": "ukur"}
    content = {"code": WORK, "silent": False, "store_history": False, "user_expressions": {}}
    message = {"header": {**header, "version": "5.3"}, "parent_header": {}, "metadata": {}}
    await line.write_message(json.dumps({**message, "channel": "shell", "content": content}))
    while answer := await line.read_message():
        said = json.loads(answer)
        if said["msg_type"] == "execute_reply":
            assert said["content"]["status"] == "ok", said["content"]
            break
    line.close()


def _school(school: School, names: list[str]) -> tuple[float, float]:
    """Give the proportional memory in MB of all rooms, and of all the rest of the school."""
    homes = [str(school.files.home_of(name)).encode() for name in names]
    rooms = rest = 0.0
    for pid in school.processes():
        try:
            carried = Path("/proc", str(pid), "environ").read_bytes()
            carried += Path("/proc", str(pid), "cmdline").read_bytes()
            text = Path("/proc", str(pid), "smaps_rollup").read_text()
        except OSError:
            continue
        megabytes = sum(int(n) for n in re.findall(r"^Pss: +(\d+)", text, re.MULTILINE)) / 1024
        if any(home in carried for home in homes):
            rooms += megabytes
        else:
            rest += megabytes
    return rooms, rest


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201 (that is what it is for)


if __name__ == "__main__":
    main()
