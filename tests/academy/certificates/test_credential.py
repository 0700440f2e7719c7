"""What a credential says: the name and nothing else of her, the units, their codes as far as known."""

from __future__ import annotations

import json
from datetime import date

import pytest

from academy.certificates.credential import Line, id_of, page_of, read
from academy.certificates.records import Issuer
from academy.people.store import Store, find

from .conftest import ADDRESS, given


def test_what_a_person_reads(store: Store, issuer: Issuer) -> None:
    """Name, title, the day in Banten, the issuer, a line for each unit."""
    certificate = given(store, issuer, award="catatan_harian")
    shown = read(json.loads(certificate.document))
    assert (shown.id, shown.name) == (certificate.id, "Siti Tosari")
    assert (shown.title, shown.day) == ("Catatan Keuangan Harian", date(2027, 4, 3))
    assert shown.day == certificate.issued
    assert (shown.issuer, shown.did) == ("Pelatihan Lapak, Banten", issuer.keys[0].did)
    assert [line.title for line in shown.lines] == ["Uang Usaha vs Uang Pribadi", "Buku Kas Harian"]
    assert shown.lines[0] == Line(
        "Uang Usaha vs Uang Pribadi", "M.692000.007.02", "Kepmenakertrans 182/2013", False
    )


def test_nothing_else_of_her(store: Store, issuer: Issuer) -> None:
    """No user name, no number, no district, no business."""
    text = given(store, issuer).document
    with store.reading() as session:
        person = find(session, "tosari")
    for secret in (str(person.phone)[3:], person.district, person.business, '"tosari'):
        assert secret not in text


def test_every_unit_of_every_award_has_its_page(store: Store, issuer: Issuer) -> None:
    """The lesson that anybody may read."""
    for award in issuer.catalog.certification.awards:
        document = json.loads(given(store, issuer, award=award.id).document)
        listed = document["credentialSubject"]["achievement"]["alignment"]
        pages = {f"{ADDRESS}/services/belajar/pelajaran/{unit}.html" for unit in award.units}
        assert {one["targetUrl"] for one in listed} == pages


def test_its_id_is_its_page(store: Store, issuer: Issuer) -> None:
    """Whoever follows it sees whether it still counts."""
    certificate = given(store, issuer)
    document = json.loads(certificate.document)
    assert document["id"] == page_of(ADDRESS, certificate.id)
    assert id_of({**document, "id": page_of("http://10.0.0.7:8000", "a" * 16)}) == "a" * 16


@pytest.mark.parametrize(
    "id_",
    [None, 3, "", "urn:uuid:1", page_of(ADDRESS, "A" * 16), page_of(ADDRESS, "a" * 16) + "/x"],
)
def test_other_ids_are_none_of_ours(id_: object) -> None:
    """They lead nowhere."""
    with pytest.raises(ValueError, match="no certificate"):
        id_of({"id": id_})
