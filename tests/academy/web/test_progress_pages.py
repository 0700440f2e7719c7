"""What the pages of progress share."""

from __future__ import annotations

import pytest

from academy.catalog import Words
from academy.web.progress_pages import lasting, titled

from .conftest import Site


@pytest.mark.parametrize(
    ("minutes", "indonesian", "english"),
    [(0, "0 menit", "0 min"), (60, "1 jam", "1 h"), (95, "1 jam 35 menit", "1 h 35 min")],
)  # fmt: skip
def test_minutes_in_words(minutes: int, indonesian: str, english: str) -> None:
    """In both languages."""
    assert (lasting(minutes, "id"), lasting(minutes, "en")) == (indonesian, english)


def test_titles() -> None:
    """In the reader's language."""
    title = Words(id="Buku Kas", en="Cash book")
    assert (titled(title, "id"), titled(title, "en")) == ("Buku Kas", "Cash book")


def test_all_pages_share_one_database(site: Site) -> None:
    """It is opened with the first page that asks, and not again."""
    assert site.visitor("tosari").get("perjalanan").status_code == 200
    opened = site.app.settings["progress"]
    assert site.visitor("mentora").get("pendampingan").status_code == 200
    assert site.app.settings["progress"] is opened
