"""The hub's own pages: every sentence in English too, what comes next, links for whom they are."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from deployment.local import authenticator, hub_pages, plans, spawner
from deployment.local.layout import Layout
from deployment.local.passwords import problem

TEMPLATES = sorted((Path(hub_pages.__file__).parent / "templates").glob("*.html"))
SENTENCE = re.compile(r"""\bt\((?:"([^"]+)"|'([^']+)')\)""")
WORDS = re.compile(r">\s*([A-Z][a-z]+ [a-z][^<{]*)<")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_sentence_has_its_english(path: Path) -> None:
    """And none stands in a page without being asked for in the reader's language."""
    text = path.read_text(encoding="utf-8")
    sentences = {first or second for first, second in SENTENCE.findall(text)}
    assert sentences - set(hub_pages.english()) == set()
    assert WORDS.findall(text) == []


def test_what_the_login_says_has_its_english() -> None:
    """The refusals that stand in modules."""
    said = [
        authenticator.TOO_MANY,
        authenticator.WRONG,
        authenticator.EXPIRED,
    ]
    said += [spawner.NO_ROOM_MENTOR, spawner.NO_ROOM_OFFICE]
    for name, password, again in (
        *(("a", "pendek", "pendek"), ("a", "p" * 201, "p" * 201), ("a", "p" * 9, "q" * 9)),
        ("a", "ppppppppp", "ppppppppp"),
    ):
        said.append(problem(False, name, password, again) or "")
    said.append(problem(True, "a", "kopi sawah", "kopi sawah") or "")
    assert [text for text in said if text not in hub_pages.english()] == []


def test_gaps_stay_gaps() -> None:
    """A sentence with a gap has one in English too."""
    table = hub_pages.english().items()
    assert [one for one, other in table if one.count("{}") != other.count("{}")] == []


def test_what_comes_next(tmp_path: Path) -> None:
    """From her plan, in the reader's language; without one nothing is said."""
    files = Layout(tmp_path)
    assert hub_pages.ahead(files, "tosari", "id") == {}
    files.plan("tosari").mkdir(parents=True)
    entry = {"title": "Buku Kas", "title_en": "Cash book", "due": "2027-01-20"}
    plans.write(files, "tosari", {"next": "kas", "exercises": {"kas": entry}})
    assert hub_pages.ahead(files, "tosari", "id") == {"title": "Buku Kas", "due": "20 Januari 2027"}
    assert hub_pages.ahead(files, "tosari", "en") == {
        "title": "Cash book",
        "due": "20 January 2027",
    }


def test_links_are_for_their_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those without groups are for everybody, a visitor too."""
    items = [
        {
            "address": "/a",
            "label": "Alat",
            "groups": None,
            "english_address": "/a/en",
            "english": "Tools",
        },
        {
            "address": "/b",
            "label": "Peserta",
            "groups": ["pendamping"],
            "english_address": "/b",
            "english": "Participants",
        },
    ]
    monkeypatch.setenv(hub_pages.NAVIGATION, json.dumps(items))
    assert hub_pages.navigation(set(), "en") == [("/a/en", "Tools")]
    assert hub_pages.navigation({"pendamping"}, "id") == [("/a", "Alat"), ("/b", "Peserta")]
