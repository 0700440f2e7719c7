"""Certificates for the people of the service's tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import delete

from academy.catalog import load_catalog
from academy.certificates.keys import keys
from academy.certificates.models import Certificate, Revocation
from academy.certificates.records import Issuer, give
from academy.people.store import find

from .conftest import Site

AWARD = "catatan_harian"


def issuer_of(site: Site) -> Issuer:
    """The site's school as it gives certificates."""
    return Issuer(load_catalog(site.school.clone), keys(site.school), site.school.address)


def given(site: Site, user: str, award: str = AWARD) -> Certificate:
    """A certificate for somebody."""
    issuer = issuer_of(site)
    with site.store.writing() as session:
        wanted = issuer.catalog.certification.award(award)
        return give(session, issuer, find(session, user), wanted, datetime.now(UTC))


@contextmanager
def certificates_of(site: Site) -> Iterator[None]:
    """No certificates at first, and none afterwards; nobody has to wait."""
    _clear(site)
    yield
    _clear(site)


def _clear(site: Site) -> None:
    site.app.settings["checks"]._seen.clear()
    with site.store.writing() as session:
        session.execute(delete(Certificate))
        session.execute(delete(Revocation))
