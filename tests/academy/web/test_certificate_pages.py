"""What the pages of certificates share."""

from __future__ import annotations

from academy.certificates.keys import keys

from .certified import certificates_of, given, issuer_of
from .conftest import Site


def test_keys_are_those_of_the_school(site: Site) -> None:
    """Made by the first that needs one, and kept with the hub's own files."""
    with certificates_of(site):
        certificate = given(site, "tosari")
    assert issuer_of(site).keys[0].did in certificate.document
    assert site.school.certificate_keys.parent == site.school.hub
    assert [key.did for key in keys(site.school)] == [key.did for key in issuer_of(site).keys]


def test_a_download_names_nobody(site: Site) -> None:
    """Its name goes through other people's lists of files."""
    with certificates_of(site):
        certificate = given(site, "tosari")
        answer = site.visitor().get(f"sertifikat/{certificate.id}/kredensial.json")
    name = answer.headers["Content-Disposition"]
    assert name == f'attachment; filename="sertifikat-{certificate.id}.json"'
