"""What a mentor's browser can ask of the formgrader service; the rest is tried with a real hub."""

from __future__ import annotations

import pytest

from deployment.local.formgrader_only import FormgraderOnly


@pytest.mark.parametrize("resource", ["contents", "kernels", "terminals", "sessions", "server"])
@pytest.mark.parametrize("action", ["read", "write", "execute"])
def test_every_part_of_a_jupyter_server_is_refused(resource: str, action: str) -> None:
    """Whoever asks."""
    assert not FormgraderOnly().is_authorized(None, "pendamping", action, resource)
