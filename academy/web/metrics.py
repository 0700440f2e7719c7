"""Figures for Prometheus: what waits to be graded, how large the gradebook is, what is left on the disk.

Only counts: no name is among them. JupyterHub's own figures are at `/hub/metrics`; one token opens both.
"""

from __future__ import annotations

import hmac
import shutil
import time
from collections.abc import Iterable, Iterator
from typing import Any, Final

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from tornado import web

from academy.backup.making import last_backup
from deployment.local.course import course_of
from deployment.local.school import School
from graders.waiting import waiting

NEVER: Final = -1.0


class Figures(Collector):
    """A school's figures at the moment at which they are asked for.

    Args:
        school: the school.
    """

    def __init__(self, school: School) -> None:
        self.school = school

    def collect(self) -> Iterable[Metric]:
        """Give each figure with what it means."""
        for name, text, value in self._figures():
            yield GaugeMetricFamily(f"lapak_{name}", text, value=value)

    def _figures(self) -> Iterator[tuple[str, str, float]]:
        line = waiting(course_of(self.school))
        yield "grading_waiting", "Submissions and requests that wait to be graded", len(line)
        oldest = line[0].age if line else 0.0
        yield "grading_oldest_seconds", "How long the first of them waits", oldest
        graded = sum(1 for _ in self.school.course.glob("autograded/*/*"))
        yield "grading_graded", "Submissions that were graded, by trainee and assignment", graded
        yield "gradebook_bytes", "Size of the gradebook", _size(self.school)
        free = shutil.disk_usage(self.school.home).free
        yield "disk_free_bytes", "Free space where the school lies", free
        made = last_backup(self.school)
        age = time.time() - made.timestamp() if made else NEVER
        yield "backup_age_seconds", "Age of the last backup; -1: there is none", age


class MetricsPage(web.RequestHandler):
    """The figures, for whoever shows the school's token."""

    def get(self) -> None:
        """Give them as Prometheus reads them."""
        school: School = self.settings["school"]
        shown = self.request.headers.get("Authorization", "").partition(" ")[2]
        expected = school.metrics_token.read_text(encoding="ascii").strip()
        if not hmac.compare_digest(shown.encode(), expected.encode()):
            raise web.HTTPError(403)
        registry = CollectorRegistry()
        registry.register(Figures(school))
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(generate_latest(registry))


def _size(school: School) -> float:
    files = school.course.glob(f"{school.gradebook.name}*")
    return float(sum(file.stat().st_size for file in files))


routes: list[tuple[str, Any]] = [(r"metrik", MetricsPage)]
