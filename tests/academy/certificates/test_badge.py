"""The badge: a picture that any browser shows, with the credential in it."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from academy.certificates.badge import bake, baked_in
from academy.certificates.credential import read
from academy.certificates.records import Issuer
from academy.people.store import Store

from .conftest import given

SVG, OPEN_BADGES = "{http://www.w3.org/2000/svg}", "{https://purl.imsglobal.org/ob/v3p0}"


def test_it_is_a_picture_with_a_credential(store: Store, issuer: Issuer) -> None:
    """An XML reader finds it where Open Badges 3.0 puts it, letter by letter."""
    document = given(store, issuer).document
    picture = bake(read(json.loads(document)), document)
    root = ET.fromstring(picture)
    assert root.tag == f"{SVG}svg"
    found = root.find(f"{OPEN_BADGES}credential")
    assert found is not None
    assert found.text == document == baked_in(picture)
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert texts == ["Pembukuan", "Usaha Mikro", "Pelatihan Lapak, Banten"]


def test_no_name_breaks_it(store: Store, issuer: Issuer) -> None:
    """Signs that mean something in XML are only signs here."""
    document = given(store, issuer).document
    shown = replace(read(json.loads(document)), name='A" & <b> ]]>', title="<Satu>")
    root = ET.fromstring(bake(shown, json.dumps({"name": "]]>"})))
    assert root.get("aria-label") == '<Satu>, A" & <b> ]]>'
    found = root.find(f"{OPEN_BADGES}credential")
    assert found is not None
    assert json.loads(found.text or "") == {"name": "]]>"}


def test_another_picture_has_none() -> None:
    """It says so."""
    with pytest.raises(ValueError, match="no credential"):
        baked_in("<svg/>")
