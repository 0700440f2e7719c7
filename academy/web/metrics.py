"""Figures for Prometheus: what waits to be graded or failed, the gradebook, the disk, the tools' kernels.

Only counts: no name is among them. JupyterHub's own figures are at `/hub/metrics`; one token opens both.
"""

from __future__ import annotations

import hmac
import json
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from tornado import web
from tornado.httpclient import AsyncHTTPClient, HTTPClientError

from academy.backup.making import last_backup
from deployment.local.course import course_of
from deployment.local.school import School
from graders.failures import failed
from graders.waiting import waiting

NEVER: Final = -1.0
TOOLS: Final = (
    ("live", "tools_kernels", "Kernels of public tools that live"),
    ("waiting", "tools_waiting", "Visitors that wait for a kernel of a tool"),
)


class Figures(Collector):
    """A school's figures at the moment at which they are asked for.

    Args:
        school: the school.
        tools: what the service of the tools says of itself; nothing where it does not answer.
    """

    def __init__(self, school: School, tools: Mapping[str, float]) -> None:
        self.school, self.tools = school, tools

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
        broken = failed(self.school.course)
        yield "grading_failed", "Submissions that could not be graded, until they can", broken
        yield "gradebook_bytes", "Size of the gradebook", _size(self.school)
        free = shutil.disk_usage(self.school.home).free
        yield "disk_free_bytes", "Free space where the school lies", free
        made = last_backup(self.school)
        age = time.time() - made.timestamp() if made else NEVER
        yield "backup_age_seconds", "Age of the last backup; -1: there is none", age
        for key, name, text in TOOLS:
            if key in self.tools:
                yield name, text, self.tools[key]


class MetricsPage(web.RequestHandler):
    """The figures, for whoever shows the school's token."""

    async def get(self) -> None:
        """Give them as Prometheus reads them."""
        school: School = self.settings["school"]
        shown = self.request.headers.get("Authorization", "").partition(" ")[2]
        expected = school.metrics_token.read_text(encoding="ascii").strip()
        if not hmac.compare_digest(shown.encode(), expected.encode()):
            raise web.HTTPError(403)
        registry = CollectorRegistry()
        registry.register(Figures(school, await _of_the_tools(school)))
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(generate_latest(registry))


async def _of_the_tools(school: School) -> dict[str, float]:
    """Ask the service of the tools for its figures; it is busy or gone where it says nothing."""
    address = f"http://127.0.0.1:{school.ports['alat']}/services/alat/angka"
    try:
        answer = await AsyncHTTPClient().fetch(address, request_timeout=2)
        said: dict[str, float] = json.loads(answer.body)
    except (HTTPClientError, OSError, ValueError):
        return {}
    return said


def _size(school: School) -> float:
    files = school.course.glob(f"{school.gradebook.name}*")
    return float(sum(file.stat().st_size for file in files))


routes: list[tuple[str, Any]] = [(r"metrik", MetricsPage)]
