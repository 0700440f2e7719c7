"""What turns a Dask worker into a grader: a warm process that lives as long as the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from distributed import WorkerPlugin

if TYPE_CHECKING:
    from graders.bench import Bench, Recipe


class WarmPlugin(WorkerPlugin):
    """Gives each worker its bench; those that join later get theirs as well.

    Args:
        name: of this batch, so that two batches on one cluster do not share a bench.
        recipe: how the bench makes its warm process.
    """

    def __init__(self, name: str, recipe: Recipe) -> None:
        self.name, self.recipe = name, recipe
        self.bench: Bench | None = None

    def setup(self, worker: Any) -> None:  # noqa: ARG002 (Dask's signature)
        """Starts the warm process.

        Raises:
            NoBox: this worker's machine can make no box.
        """
        from graders.bench import Bench

        self.bench = Bench(self.recipe)

    def teardown(self, worker: Any) -> None:  # noqa: ARG002 (Dask's signature)
        """Ends the warm process."""
        if self.bench:
            self.bench.close()
