"""Figures for Prometheus: with the school's token, without a name, and true."""

from __future__ import annotations

from prometheus_client.parser import text_string_to_metric_families

from graders.batch_report import Graded
from graders.failures import note
from graders.queue import Queue, Request
from tests.academy.web.conftest import PEOPLE, Site


def figures(site: Site) -> dict[str, float]:
    """What the school's token opens."""
    token = site.school.metrics_token.read_text().strip()
    answer = site.visitor().get("metrik", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert not [name for name in PEOPLE if name in answer.text]
    families = text_string_to_metric_families(answer.text)
    return {sample.name: sample.value for family in families for sample in family.samples}


def test_without_the_token_there_are_none(site: Site) -> None:
    """Neither for strangers nor for the office; another token is none, and an empty one neither."""
    for shown in ("Bearer x", "Bearer ", "", "token ä"):
        headers = {"Authorization": shown.encode()} if shown else {}
        assert site.visitor().get("metrik", headers=headers).status_code == 403
    assert site.visitor("kantora").get("metrik").status_code == 403
    assert site.school.metrics_token.stat().st_mode & 0o777 == 0o600


def test_the_figures_are_the_schools(site: Site) -> None:
    """What waits, what was graded and what could not be, the gradebook, the disk, the backup."""
    before = figures(site)
    assert before["lapak_grading_failed"] == 0
    assert "lapak_tools_kernels" not in before, "their service does not run here"
    assert before["lapak_grading_waiting"] == 0
    assert before["lapak_backup_age_seconds"] == -1
    assert before["lapak_disk_free_bytes"] > 0
    Queue(site.school.course).ask(Request(deed="grade", assignment="hpp", student="tosari"))
    site.school.gradebook.write_bytes(b"x" * 1000)
    (site.school.course / "autograded" / "tosari" / "hpp").mkdir(parents=True)
    note(site.school.course, "hpp", Graded("tosari", error="it cannot be read"))
    after = figures(site)
    assert after["lapak_grading_failed"] == 1
    assert after["lapak_grading_waiting"] == 1
    assert 0 <= after["lapak_grading_oldest_seconds"] < 600
    assert after["lapak_gradebook_bytes"] >= 1000
    assert after["lapak_grading_graded"] == before["lapak_grading_graded"] + 1
