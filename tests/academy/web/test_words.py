"""English by a click: every sentence has its English, and no English is left over."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from academy.people import contacts, traits
from academy.people.roster import NO_CONTACT
from academy.web import navigation, words
from academy.web.app import MODULES
from academy.web.words import english, translator

FOLDER = Path(words.__file__).parent
SENTENCE = re.compile(r"""\bt\((?:"([^"]+)"|'([^']+)')\)""")


def in_templates() -> set[str]:
    """Give the sentences that templates show."""
    texts = (path.read_text(encoding="utf-8") for path in (FOLDER / "templates").glob("*.html"))
    return {first or second for text in texts for first, second in SENTENCE.findall(text)}


def in_modules() -> set[str]:
    """Give the sentences that modules of pages hold as constants, gaps to be filled left out."""
    modules = [import_module(f"academy.web.{name}") for name in ("base", "reading", *MODULES)]
    values = [value for module in modules for name, value in vars(module).items() if name.isupper()]
    return {
        text
        for text in values
        if isinstance(text, str) and text.endswith(".") and " " in text and "{" not in text
    }


def test_every_sentence_has_its_english() -> None:
    """In templates, modules and links; whoever adds one adds its English."""
    labels = {item.label for item in navigation.ITEMS}
    assert {
        text for text in in_templates() | in_modules() | labels if text not in english()
    } == set()


def test_gaps_stay_gaps() -> None:
    """A sentence with a gap has one in English too."""
    odd = {text for text, other in english().items() if text.count("{}") != other.count("{}")}
    assert odd == set()


@pytest.mark.parametrize(
    "sentence", [NO_CONTACT, contacts.NOT_MOBILE, contacts.NOT_MAIL, traits.read_name("")[1]]
)
def test_what_forms_say_is_translated(sentence: str) -> None:
    """The readers' sentences, which stand elsewhere."""
    assert translator("en")(sentence) != sentence


def test_what_is_unknown_stays_indonesian() -> None:
    """A sentence with somebody's own words in it, for one."""
    assert translator("en")("Angkatan 9 belum ada.") == "Angkatan 9 belum ada."
