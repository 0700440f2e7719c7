"""What one file may cost."""

import pytest

from usaha.importers.limits import Budget, Limits, Unreadable


def test_the_row_after_the_last_is_refused() -> None:
    """As many rows as the limit says, and not one more; the sentence names the number."""
    budget = Budget(Limits(rows=1000))
    for _ in range(1000):
        budget.count_row()
    with pytest.raises(Unreadable, match=r"lebih dari 1\.000 baris"):
        budget.count_row()


def test_time_runs_out() -> None:
    """A file that takes too long is stopped while rows are counted."""
    budget = Budget(Limits(seconds=-1))
    for _ in range(255):
        budget.count_row()
    with pytest.raises(Unreadable, match="terlalu lama"):
        budget.count_row()
