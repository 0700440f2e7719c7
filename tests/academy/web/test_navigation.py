"""The links at the top."""

from __future__ import annotations

import pytest

from academy.web.navigation import ITEMS, for_hub, items_for, start_of

from .conftest import Site


@pytest.mark.parametrize(
    ("name", "role"), [("tosari", "trainee"), ("mentora", "mentor"), ("kantora", "operator")]
)
def test_every_link_opens_for_whom_it_is_shown_to(site: Site, name: str, role: str) -> None:
    """And the page it leads to shows it as the present one."""
    visitor = site.visitor(name)
    assert items_for(role)
    for item in items_for(role):
        if item.path.startswith("/"):
            continue  # another service's
        page = visitor.get(item.path)
        assert page.status_code == 200, item.path
        assert f'{item.path}" aria-current="page"' in page.text


def test_english_leads_to_english() -> None:
    """The list of the tools has a page in English."""
    items = {item["address"]: item["english_address"] for item in for_hub()}
    assert items["/services/belajar/alat/"] == "/services/belajar/alat/index.en.html"
    assert items["/services/belajar/"] == "/services/belajar/"


def test_nobody_starts_nowhere() -> None:
    """Each role has a first page; a passer-by sees what needs no account."""
    assert {start_of(role) for role in ("trainee", "mentor", "operator")} <= {i.path for i in ITEMS}
    assert [item.path for item in items_for(None)] == [
        "/services/belajar/",
        "/services/belajar/alat/",
    ]


def test_the_hub_shows_the_same(site: Site) -> None:
    """By its groups, with addresses from the root; on a page of ours they stand in the same order."""
    items = for_hub()
    hers = [item for item in items if item["groups"] is None or "peserta" in item["groups"]]
    text = site.visitor("tosari").get("perjalanan").text
    places = [text.index(f'<a href="{item["address"]}"') for item in hers]
    assert places == sorted(places)
    assert {
        "address": "/hub/home",
        "label": "Ruang belajar",
        "english": "My room",
        "english_address": "/hub/home",
        "groups": ["peserta"],
    } in items
