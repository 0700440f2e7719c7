"""The school closes for the night and opens in the morning: nothing is left running, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from academy.orphans import descendants
from tests.browser.mentor import Mentor
from tests.browser.people import Trainee, desk
from tests.browser.school import School, wait_until

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]


def test_stops_and_goes_on(
    school: School, browser: Browser, graded: Mentor, trainees: dict[str, Trainee]
) -> None:
    """SIGTERM ends all; the second start has the same passwords, work and scores."""
    assert school.process is not None
    below = {pid: _born(pid) for pid in descendants(school.process.pid)}
    assert len(below) > 10, "hub, proxy, services, two servers and their kernels"
    school.stop()
    wait_until("every process has ended", lambda: not _alive(below), 10)
    assert school.processes() == {}

    school.start()
    assert "sekali pakai" not in school.said.read_text(encoding="utf-8")
    earlier = trainees["peserta02"]
    trainee = Trainee("peserta02", desk(browser), earlier.shots, earlier.password)
    trainee.log_in(school.address)
    trainee.choose_lesson()
    trainee.see_lesson()
    expect(trainee.page.locator(".jp-NotebookPanel")).to_have_count(2)  # the first, and the chosen
    trainee.start_exercise()
    expect(trainee.room).to_contain_text("biaya_tenaga = kg_ditumbuk * upah_tumbuk_per_kg")
    trainee.read_feedback("Nilai Anda: 14 dari 20")  # also where the mentor had just written it
    assert graded.log_in_again(school.address) == graded.by_hand


def _alive(born: dict[int, str | None]) -> list[int]:
    return [pid for pid, when in born.items() if when and _born(pid) == when]


def _born(pid: int) -> str | None:
    """When a process started, in the machine's ticks; None once it is dead."""
    try:
        fields = (
            Path("/proc", str(pid), "stat").read_text(errors="replace").rpartition(")")[2].split()
        )
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields[19]
