"""The face for a page, without a fork: what it lets in and what it lets out."""

from __future__ import annotations

from warmkernel.inside.cells import KINDS
from warmkernel.inside.live import FROM_THE_PAGE, TO_THE_PAGE
from warmkernel.inside.widgets import CAPTURED


def test_only_messages_to_widgets_come_in() -> None:
    """Nothing that could run code, complete or inspect; no new widgets either."""
    assert set(FROM_THE_PAGE) == {"comm_msg", "comm_close"}


def test_widgets_speak_to_a_page_only() -> None:
    """A notebook that is graded records outputs alone."""
    assert not set(TO_THE_PAGE) & set(KINDS)
    assert CAPTURED in TO_THE_PAGE
