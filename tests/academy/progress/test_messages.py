"""Texts for WhatsApp: polite, complete, and the link opens them unchanged."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from academy.catalog import Catalog
from academy.progress.messages import message, whatsapp
from academy.progress.stuck import Reason, Why


@pytest.mark.parametrize("why", list(Why))
def test_every_reason_has_its_text(catalog: Catalog, why: Why) -> None:
    """With her name, the title where it is about one, and no blank that was not filled in."""
    text = message("Siti", Reason(why, catalog.unit("pembukuan/03_hpp"), 8))
    assert text.startswith("Halo Siti,")
    assert "{" not in text
    assert ("Menghitung HPP" in text) is (why is not Why.SILENT)
    assert len(text) < 300


def test_the_link_holds_the_text() -> None:
    """Digits only, and whatever a name may hold comes out as it was."""
    text = "Halo Siti & Ani, 50% + 1?\n“Baik”"
    link = urlsplit(whatsapp("+62 812-0000-0001", text))
    assert (link.scheme, link.netloc, link.path) == ("https", "wa.me", "/6281200000001")
    assert parse_qs(link.query) == {"text": [text]}
