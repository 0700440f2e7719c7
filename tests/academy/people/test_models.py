"""The tables: what the database itself refuses."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from academy.people.models import Cohort, Group
from academy.people.store import Store


def test_a_cohort_has_no_two_groups_of_one_name(store: Store) -> None:
    """Another cohort may have one."""
    with store.reading() as session:
        cohort = session.scalars(select(Cohort)).one()
        session.add_all([Group(cohort=cohort, name="Mawar"), Group(cohort=cohort, name="Mawar")])
        with pytest.raises(IntegrityError):
            session.flush()


def test_a_cohort_with_people_cannot_vanish(store: Store) -> None:
    """Foreign keys are kept, by SQLite too."""
    with store.writing() as session:
        session.add(Group(cohort=session.scalars(select(Cohort)).one(), name="Mawar"))
    with pytest.raises(IntegrityError), store.writing() as session:
        session.delete(session.scalars(select(Cohort)).one())
