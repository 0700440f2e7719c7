"""A school with one room: who comes second is told, who is gone gives it back, one token reads figures."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from deployment.local import spawner
from deployment.local.limits import MB, Limits
from deployment.local.services import CULLER
from tests.browser.school import wait_until

from .test_jupyterhub_config import Running, read, running
from .test_jupyterhub_new_people import enter, register
from .visiting import Browser, heading

__all__ = ["running"]  # the running school of that module, once more for this one


@pytest.fixture(scope="module", autouse=True)
def one_room() -> Iterator[None]:
    """So many has the school that is started after this."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAPAK_ROOMS", "1")
        yield


def open_room(running: Running, name: str) -> Browser:
    """Log in and wait until her room is open."""
    visitor = Browser(running.base)
    visitor.enter(running.once, name)
    visitor.open("/hub/spawn")
    there = f"/user/{name}/"
    wait_until(
        "the room is open", lambda: there in visitor.open(f"/hub/spawn-pending/{name}").url, 60
    )
    return visitor


def processes_of(running: Running, name: str) -> list[Path]:
    """The processes of her room in this school, as folders of /proc."""
    words = (f"/user/{name}/".encode(), f":{running.school.ports['hub']}/hub/api".encode())
    return [
        folder
        for folder in Path("/proc").glob("[0-9]*")
        if all(word in read(folder / "environ") for word in words)
        and b"singleuser" in read(folder / "cmdline")
    ]


def as_service(running: Running, name: str) -> dict[str, str]:
    """The environment of a service of this school's hub: its token is nowhere else."""
    marks = {f"JUPYTERHUB_SERVICE_NAME={name}", f"LAPAK_SCHOOL={running.school.home}"}
    for folder in Path("/proc").glob("[0-9]*"):
        variables = read(folder / "environ").decode(errors="replace").split("\0")
        if marks <= set(variables):
            return dict(entry.split("=", 1) for entry in variables if "=" in entry)
    raise LookupError(name)


def test_one_room_for_two(running: Running) -> None:
    """The second trainee reads when to come again; the first one's processes have limits; then it ends."""
    open_room(running, "peserta01")
    rooms = processes_of(running, "peserta01")
    assert rooms
    for folder in rooms:
        text = (folder / "limits").read_text()
        data = re.search(r"Max data size +(\d+)", text)
        assert data
        assert int(data[1]) == Limits.from_environment().memory
        assert int(re.findall(r"Max file size +(\d+)", text)[0]) == 500 * MB

    second = Browser(running.base)
    second.enter(running.once, "peserta02")
    page = second.open("/hub/spawn")
    assert page.status_code == 429
    assert heading(page) == "Semua ruang belajar sedang dipakai"
    assert "lima menit" in page.text

    # Who has no room at all is not asked to come again.
    mentor = Browser(running.base)
    mentor.enter(running.once, "pendamping")
    office = enter(running, *register(running, "operator", 7))
    for visitor, sentence in ((mentor, spawner.NO_ROOM_MENTOR), (office, spawner.NO_ROOM_OFFICE)):
        for address in ("/hub/spawn", "/hub/spawn?bahasa=id"):
            page = visitor.open(address)
            assert (page.status_code, sentence in page.text) == (403, True), page.text

    # The culler as the hub runs it, with its own token and rights, only less patient.
    once = [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=1", "--cull-every=1"]
    with subprocess.Popen(once, env={**os.environ, **as_service(running, CULLER)}) as culler:
        try:
            wait_until("the room has ended", lambda: not processes_of(running, "peserta01"), 120)
        finally:
            culler.kill()
    open_room(running, "peserta02")


def test_figures_are_for_the_school_s_token(running: Running) -> None:
    """The hub's own; nothing else opens to it, and nobody else reads them."""
    token = running.school.metrics_token.read_text().strip()
    shown = {"Authorization": f"Bearer {token}"}
    assert requests.get(f"{running.base}/hub/metrics", timeout=30).status_code == 403
    answer = requests.get(f"{running.base}/hub/metrics", headers=shown, timeout=30)
    assert answer.status_code == 200
    assert "jupyterhub_running_servers" in answer.text
    users = requests.get(f"{running.base}/hub/api/users", headers=shown, timeout=30)
    assert users.status_code == 403
    ours = requests.get(f"{running.base}/services/pelatihan/metrik", headers=shown, timeout=30)
    assert "lapak_grading_waiting 0.0" in ours.text
    assert "lapak_tools_kernels 0.0" in ours.text
    assert requests.get(f"{running.base}/services/alat/angka", timeout=30).status_code == 404
