"""What is done once is done before the first fork."""

from __future__ import annotations

import threading

import pytest

from warmkernel import Fork
from warmkernel.inside import preload


def test_every_first_use_works() -> None:
    """None of them raises with the libraries of the lock."""
    preload.load(preload.FIRST_USES)


def test_forks_have_the_imports(fork: Fork) -> None:
    """Also what Matplotlib needs for its first figure; its numbering begins at one."""
    fork.run(
        "import sys; x = ['matplotlib_inline.backend_inline' in sys.modules, 'pandas' in sys.modules]"
    )
    assert fork.value("x") == [True, True]
    fork.run("import matplotlib.pyplot as plt; x = [plt.get_fignums(), plt.figure().number]")
    assert fork.value("x") == [[], 1]


def test_a_process_with_threads_is_not_settled() -> None:
    """It says how many."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with pytest.raises(preload.Threaded, match="threads run after the imports"):
            preload.settle()
    finally:
        stop.set()
        thread.join()
