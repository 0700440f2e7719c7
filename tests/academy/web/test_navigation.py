"""The links at the top."""

from __future__ import annotations

import pytest

from academy.web.navigation import ITEMS, items_for, start_of

from .conftest import Site


@pytest.mark.parametrize(
    ("name", "role"), [("tosari", "trainee"), ("mentora", "mentor"), ("kantora", "operator")]
)
def test_every_link_opens_for_whom_it_is_shown_to(site: Site, name: str, role: str) -> None:
    """And the page it leads to shows it as the present one."""
    visitor = site.visitor(name)
    assert items_for(role)
    for item in items_for(role):
        page = visitor.get(item.path)
        assert page.status_code == 200, item.path
        assert f'{item.path}" aria-current="page"' in page.text


def test_nobody_starts_nowhere() -> None:
    """Each role has a first page; a passer-by sees no links."""
    assert {start_of(role) for role in ("trainee", "mentor", "operator")} <= {i.path for i in ITEMS}
    assert items_for(None) == []
