"""Who does the work of a batch: this process, a Dask cluster on this machine, or one anywhere."""

# mypy: disable-error-code="no-untyped-call"
# Dask's functions have no types; what they return is checked where it enters our code.

from __future__ import annotations

import logging
import multiprocessing
import secrets
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import forkserver
from typing import Any, Protocol, Self

from graders.bench import Bench, KeptBench, Recipe, failed
from graders.task import Outcome, Task
from graders.workfolder import DASK_PREFIX
from warmkernel.scratch import scratch

__all__ = ["Crew", "DaskCrew", "Here", "Recipe", "Tls"]

HANDS = (
    2  # threads of a worker that runs one notebook at a time: one hand runs it, the other prepares
)
SPARE = 1  # submissions that wait at a worker, so that it never waits for the coordinator
# Dask keeps the last thousand messages for its own developers: with notebooks in them, half a
# megabyte a submission.
KEEPS_NO_MESSAGES = {"distributed.admin.low-level-log-length": 0}


class Crew(Protocol):
    """Grades submissions, each given as the tasks of its notebooks, in whatever order they are done."""

    workers: int
    box: str

    def __enter__(self) -> Self: ...
    def __exit__(self, *exc: object) -> None: ...
    def run(self, submissions: Iterable[Sequence[Task]]) -> Iterator[list[Outcome]]:
        """Yields what became of each submission's notebooks as soon as it is known."""


class Here:
    """A crew of one: this very process, without Dask.

    Args:
        recipe: how it makes its warm process.
        kept: where the warm process outlives this batch.
    """

    workers = 1

    def __init__(self, recipe: Recipe, kept: KeptBench | None = None) -> None:
        self.recipe, self.kept = replace(recipe, turns=1), kept

    def __enter__(self) -> Self:
        self.bench = self.kept.of(self.recipe) if self.kept else Bench(self.recipe)
        self.box = self.bench.box
        return self

    def __exit__(self, *exc: object) -> None:
        if not self.kept:
            self.bench.close()

    def run(self, submissions: Iterable[Sequence[Task]]) -> Iterator[list[Outcome]]:
        """Grades one after the other; while it does, the caller writes the one before."""
        coming = iter(submissions)
        pool = ThreadPoolExecutor(HANDS)
        try:
            running = deque(
                pool.submit(self.bench.grade, one) for one in islice(coming, HANDS + SPARE)
            )
            while running:
                yield running.popleft().result()
                running.extend(pool.submit(self.bench.grade, one) for one in islice(coming, 1))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True)
class Tls:
    """Files with which a Dask scheduler is met over TLS; empty: what Dask's own configuration says."""

    ca_file: str = ""
    cert: str = ""
    key: str = ""

    def security(self) -> Any:
        """Returns Dask's form of it."""
        from distributed.security import Security

        if not self.ca_file:
            return Security()
        return Security(
            tls_ca_file=self.ca_file,
            tls_client_cert=self.cert,
            tls_client_key=self.key,
            require_encryption=True,
        )


class DaskCrew:
    """Workers of a Dask cluster: one on this machine, or the one whose scheduler is named.

    A submission whose worker is lost is graded by another; only what the coordinator has received counts.

    Args:
        recipe: how each worker makes its warm process.
        workers: processes of the cluster on this machine.
        address: a scheduler elsewhere, such as `tls://10.0.0.5:8786`.
        tls: with which files.
        timeout: seconds to wait for a scheduler.

    Raises:
        OSError: no scheduler answers there, or it does not let us in.
    """

    def __init__(
        self,
        recipe: Recipe,
        workers: int = 2,
        address: str = "",
        tls: Tls | None = None,
        timeout: float = 30.0,
    ) -> None:
        self.recipe = recipe if address else replace(recipe, turns=1)
        self.workers, self.address = workers, address
        self.tls, self.timeout = tls or Tls(), timeout
        self.box = ""
        self.name = f"lapak-{secrets.token_hex(4)}"

    def __enter__(self) -> Self:
        import dask

        with ExitStack() as stack:
            stack.enter_context(dask.config.set(KEEPS_NO_MESSAGES))
            target: Any = self.address or stack.enter_context(_local_cluster(self.workers, stack))
            security = self.tls.security() if self.address else target.security
            from distributed import Client

            from graders.worker_plugin import WarmPlugin

            self.client = stack.enter_context(
                Client(target, security=security, timeout=self.timeout)
            )
            self.client.register_plugin(WarmPlugin(self.name, self.recipe), self.name)
            stack.callback(self.client.unregister_worker_plugin, self.name)
            boxes = self.client.run(_box_of_worker, self.name)
            self.workers, self.box = len(boxes), ", ".join(sorted(set(boxes.values())))
            self.ahead = sum(self.client.nthreads().values()) + SPARE * self.workers
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stack.close()

    def run(self, submissions: Iterable[Sequence[Task]]) -> Iterator[list[Outcome]]:
        """Keeps every worker busy and yields outcomes as they arrive.

        Raises:
            RuntimeError: the scheduler is gone; what was yielded is done.
        """
        from distributed import as_completed

        coming = iter(submissions)
        sent: dict[str, Sequence[Task]] = {}
        running = as_completed()
        self._send(islice(coming, self.ahead), running, sent)
        for future in running:
            if future.status == "lost":  # its worker died with the result: it is done again
                running.add(future)
                continue
            yield _received(future, sent.pop(future.key))
            self._send(islice(coming, 1), running, sent)

    def _send(
        self, submissions: Iterable[Sequence[Task]], running: Any, sent: dict[str, Sequence[Task]]
    ) -> None:
        for tasks in submissions:
            texts = [task.model_dump_json() for task in tasks]
            future = self.client.submit(_grade_on_worker, self.name, texts, pure=False)
            sent[future.key] = tasks
            running.add(future)


def _received(future: Any, tasks: Sequence[Task]) -> list[Outcome]:
    if future.status == "finished":
        return [Outcome.model_validate_json(text) for text in future.result()]
    if future.status == "error":  # it took several workers with it, or it met a fault of ours
        problem = future.exception()
        return [failed(task, f"{type(problem).__name__}: {problem}") for task in tasks]
    raise RuntimeError(
        f"the Dask scheduler is gone ({future.status}); grade again to go on from here"
    )


def _local_cluster(workers: int, stack: ExitStack) -> Any:
    """Starts workers on this machine, over TLS with keys of their own.

    Without TLS, everybody who may open a socket on this machine could run code as the grader.
    """
    # Workers are forks of a process that has imported all this once, beside this one.
    multiprocessing.get_context("forkserver").set_forkserver_preload(["graders.preload"])
    forkserver.ensure_running()
    import dask
    from distributed import LocalCluster
    from distributed.security import Security

    settings: dict[str, object] = {
        "distributed.worker.multiprocessing-method": "forkserver",
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
    }
    stack.enter_context(dask.config.set(settings))
    folder = stack.enter_context(scratch(DASK_PREFIX))
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=HANDS,
        processes=True,
        host="127.0.0.1",
        protocol="tls://",
        security=Security.temporary(),
        dashboard_address="127.0.0.1:0",
        local_directory=folder,
        silence_logs=logging.CRITICAL,
    )


def _grade_on_worker(name: str, tasks: list[str]) -> list[str]:
    """Runs on a worker: a submission's tasks as JSON in, their outcomes as JSON out."""
    from distributed import get_worker

    plugin: Any = get_worker().plugins[name]
    bench: Bench = plugin.bench
    outcomes = bench.grade([Task.model_validate_json(task) for task in tasks])
    return [outcome.model_dump_json() for outcome in outcomes]


def _box_of_worker(name: str, dask_worker: Any) -> str:
    return str(dask_worker.plugins[name].bench.box)
