"""What the warm process does once, so that no fork has to: imports, first uses, a notebook."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import importlib
import io
import random
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from warmkernel.inside.kernel import Kernel, Message
from warmkernel.inside.widgets import Captures
from warmkernel.record import Recorder

_used: set[str] = set()
THREAD_SECONDS = 30  # a notebook's own threads may take so long until it can be forked


class Threaded(RuntimeError):
    """Something that was imported started a thread; such a process must not be forked."""


def load(modules: Iterable[str]) -> None:
    """Imports modules and uses the big ones once, which imports the rest of them.

    Raises:
        ImportError: the environment has no such module.
    """
    for name in modules:
        importlib.import_module(name)
    for name in MAGICS:
        importlib.import_module(name)
    use_once()


def use_once() -> None:
    """Uses each big module that is imported once: what that makes is shared by all forks."""
    for name, use in FIRST_USES.items():
        if name in sys.modules and name not in _used:
            _used.add(name)
            use()


def _use_pandas() -> None:
    import pandas as pd

    table = pd.DataFrame({"a": [1.5, 2], "b": ["x", "y"], "c": ["2026-01-02", "2026-02-03"]})
    table["c"] = pd.to_datetime(table["c"])
    table.groupby(table["c"].dt.month)["a"].sum().idxmax()
    table.groupby("b").sum(numeric_only=True)._repr_html_()  # type: ignore[operator]
    table.describe()._repr_html_()  # type: ignore[operator]
    repr(table)
    pd.read_csv(io.StringIO("a,b\n1,2"))


def _use_matplotlib() -> None:
    importlib.import_module("matplotlib_inline.backend_inline")
    import numpy as np
    from matplotlib.figure import Figure

    figure = Figure()
    axes = figure.subplots()
    axes.plot(np.array(["2026-01-01", "2026-12-31"], dtype="datetime64[D]"), [1, 2], label="a")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png", bbox_inches="tight")
    if "pandas" in sys.modules:
        importlib.import_module("pandas.plotting._matplotlib")  # it comes with the first plot


# IPython imports them with the first `%`.
MAGICS = ("IPython.core.magics.execution", "IPython.core.magics.pylab")
FIRST_USES: dict[str, Callable[[], None]] = {
    "pandas": _use_pandas,
    "matplotlib.pyplot": _use_matplotlib,
}


def exercise(kernel: Kernel) -> None:
    """Runs a result, an error and an `await` once, and forgets them: each imports what it needs."""
    names = kernel.shell.user_ns
    at_first = dict(names)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    for code in ("print(1); 1", "1 / 0", "await __import__('asyncio').sleep(0)"):
        kernel.execute(code, loop)
    kernel.flush()
    asyncio.set_event_loop(None)
    loop.close()
    kernel.shell.reset(new_session=True)
    for name, value in at_first.items():
        names.setdefault(name, value)
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        sys.__dict__.pop(name, None)


def run_notebook(kernel: Kernel, path: Path) -> list[dict[str, Any]]:
    """Runs a notebook's code cells in the warm process itself; returns what each showed.

    Returns:
        For each code cell its outputs, status and execution count. It stops after an error.
    """
    import nbformat

    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    recorder, runs = Recorder(), []

    def take(message: Message) -> None:
        recorder.take(message["header"]["msg_type"], message["content"])

    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    kernel.captures = Captures(kernel, take)
    kernel.session.sink = kernel.captures.take
    for cell in cells:
        outputs: list[dict[str, Any]] = []
        recorder.begin(outputs)
        reply = kernel.execute(cell.source, loop)
        kernel.flush()
        kernel.captures.sync()
        run = {"status": reply["status"], "count": reply["execution_count"], "outputs": outputs}
        runs.append(run)
        if reply["status"] != "ok":
            break
    _await_threads()
    use_once()  # what the notebook has imported
    asyncio.set_event_loop(None)
    loop.close()
    return runs


def _await_threads() -> None:
    """Waits for what a notebook has begun in threads of its own: they would not be in a fork."""
    until = time.monotonic() + THREAD_SECONDS
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(max(0, until - time.monotonic()))


def settle() -> None:
    """Makes this process fit to be forked many times: no thread, a heap that stays shared.

    Raises:
        Threaded: it has more than one thread.
    """
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads > 1:
        raise Threaded(f"{threads} threads run after the imports; fork needs a single one")
    gc.collect()
    gc.freeze()
    ctypes.CDLL(None).malloc_trim(0)


def reseed() -> None:
    """Gives a fork random numbers of its own: it would draw its parent's otherwise."""
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()
