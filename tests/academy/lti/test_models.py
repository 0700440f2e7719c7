"""The tables of a campus' people."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from academy.lti.models import LtiLine, LtiSubject
from academy.people.store import Store


def test_a_subject_is_one_person(tmp_path: object) -> None:
    """And a place in the gradebook stands there once."""
    store = Store(f"sqlite:///{tmp_path}/academy.sqlite")
    for kind, its in (
        (LtiSubject, {"issuer": "https://kampus.example", "subject": "17"}),
        (LtiLine, {"assignment": "pembukuan_03_hpp", "address": "https://kampus.example/3"}),
    ):
        with store.writing() as session:
            session.add(kind(user_name="tosari", **its))
        again = "lumiga" if kind is LtiSubject else "tosari"
        with pytest.raises(IntegrityError), store.writing() as session:
            session.add(kind(user_name=again, **its))
    store.close()
