"""Who does the work of a batch: this process, a Dask cluster on this machine, or one anywhere."""

# mypy: disable-error-code="no-untyped-call"
# Dask's functions have no types; what they return is checked where it enters our code.

from __future__ import annotations

import logging
import multiprocessing
import os
import secrets
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from multiprocessing import forkserver
from pathlib import Path
from typing import Any, Protocol, Self

from graders.task import Outcome, Task
from graders.work import grade
from warmkernel import WarmProcess, WarmTrouble, find_box

AHEAD = 2  # tasks a worker has at hand, so that it never waits for the coordinator
ENVIRONMENT = "LAPAK_TRAINEE_ENV"  # where a worker on another machine has the trainee environment


class Crew(Protocol):
    """Does tasks, in whatever order they are done."""

    workers: int
    box: str

    def __enter__(self) -> Self: ...
    def __exit__(self, *exc: object) -> None: ...
    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Yields what became of each task as soon as it is known."""


@dataclass(frozen=True)
class Recipe:
    """How a worker makes its warm process.

    Attributes:
        trainee_env: environment that runs inside the box; a worker's LAPAK_TRAINEE_ENV comes first.
        imports: modules that are imported before the first fork.
        unsafe_no_box: go on where this machine can make no box.
    """

    trainee_env: str
    imports: tuple[str, ...]
    unsafe_no_box: bool = False

    def start(self) -> WarmProcess:
        """Starts the warm process.

        Raises:
            NoBox: this machine can make no box; nothing has run.
        """
        python = Path(os.environ.get(ENVIRONMENT) or self.trainee_env, "bin", "python")
        box = find_box(unsafe_no_box=self.unsafe_no_box)
        return WarmProcess(python, imports=self.imports, box=box)


class Bench:
    """Grades tasks in this process; a warm process that died is made anew. Threads may share it."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.warm = recipe.start()
        self.is_open = True
        self._renewing = threading.Lock()

    @property
    def box(self) -> str:
        """The name of the box that is used."""
        return str(self.warm.box.name)

    def grade(self, task: Task) -> Outcome:
        """Grades one task; never raises for what a trainee's work may hold."""
        why = ""
        for _ in range(2):
            warm = self.warm
            try:
                return grade(task, warm)
            except WarmTrouble as problem:
                why = f"the warm process is gone: {problem}"
                self._renew(warm)
        return failed(task, why)

    def _renew(self, gone: WarmProcess) -> None:
        with self._renewing:
            if self.is_open and self.warm is gone:
                gone.close()
                self.warm = self.recipe.start()

    def close(self) -> None:
        """Ends the warm process and everything it forked."""
        with self._renewing:
            self.is_open = False
            self.warm.close()


def failed(task: Task, why: str) -> Outcome:
    """Returns the outcome of a task that could not be done."""
    return Outcome(
        assignment=task.assignment, student=task.student, notebook=task.notebook, error=why
    )


class Here:
    """A crew of one: this very process, without Dask."""

    workers = 1

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    def __enter__(self) -> Self:
        self.bench = Bench(self.recipe)
        self.box = self.bench.box
        return self

    def __exit__(self, *exc: object) -> None:
        self.bench.close()

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Does one task after the other; while a notebook runs, the caller writes the one before."""
        coming = iter(tasks)
        pool = ThreadPoolExecutor(1)
        try:
            running = deque(pool.submit(self.bench.grade, task) for task in islice(coming, AHEAD))
            while running:
                yield running.popleft().result()
                running.extend(pool.submit(self.bench.grade, task) for task in islice(coming, 1))
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

    A task whose worker is lost is done by another; only what the coordinator has received counts.

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
        self.recipe, self.workers, self.address = recipe, workers, address
        self.tls, self.timeout = tls or Tls(), timeout
        self.box = ""
        self.name = f"lapak-{secrets.token_hex(4)}"

    def __enter__(self) -> Self:
        with ExitStack() as stack:
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
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stack.close()

    def run(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Keeps every worker busy and yields outcomes as they arrive.

        Raises:
            RuntimeError: the scheduler is gone; what was yielded is done.
        """
        from distributed import as_completed

        coming = iter(tasks)
        sent: dict[str, Task] = {}
        running = as_completed()
        self._send(islice(coming, self.workers * AHEAD), running, sent)
        for future in running:
            yield _received(future, sent.pop(future.key))
            self._send(islice(coming, 1), running, sent)

    def _send(self, tasks: Iterable[Task], running: Any, sent: dict[str, Task]) -> None:
        for task in tasks:
            text = task.model_dump_json()
            future = self.client.submit(_grade_on_worker, self.name, text, pure=False)
            sent[future.key] = task
            running.add(future)


def _received(future: Any, task: Task) -> Outcome:
    if future.status == "finished":
        return Outcome.model_validate_json(future.result())
    if future.status == "error":  # it took several workers with it, or it met a fault of ours
        problem = future.exception()
        return failed(task, f"{type(problem).__name__}: {problem}")
    raise RuntimeError("the Dask scheduler is gone; grade again to go on from here")


def _local_cluster(workers: int, stack: ExitStack) -> Any:
    """Starts workers on this machine, over TLS with keys of their own.

    Without TLS, everybody who may open a socket on this machine could run code as the grader.
    """
    # Workers are forks of a process that has imported all this once, beside this one.
    multiprocessing.get_context("forkserver").set_forkserver_preload(
        [__name__, "graders.worker_plugin"]
    )
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
    scratch = stack.enter_context(tempfile.TemporaryDirectory(prefix="lapak-dask-"))
    return LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        protocol="tls://",
        security=Security.temporary(),
        dashboard_address="127.0.0.1:0",
        local_directory=scratch,
        silence_logs=logging.CRITICAL,
    )


def _grade_on_worker(name: str, task: str) -> str:
    """Runs on a worker: a task as JSON in, an outcome as JSON out."""
    from distributed import get_worker

    plugin: Any = get_worker().plugins[name]
    bench: Bench = plugin.bench
    return bench.grade(Task.model_validate_json(task)).model_dump_json()


def _box_of_worker(name: str, dask_worker: Any) -> str:
    return str(dask_worker.plugins[name].bench.box)
