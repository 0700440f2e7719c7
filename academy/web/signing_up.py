"""A person registers herself with her cohort's code: a drawn user name, a password of her own."""

from __future__ import annotations

import hmac
from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from academy.people import store as people
from academy.people.enrolment import CONSENT_TEXT
from academy.people.models import Cohort, Group, Person
from academy.people.store import Store
from academy.people.usernames import user_name
from academy.web.details import Details, taken
from academy.web.rights import TRAINEE
from deployment.local.accounts import Accounts
from deployment.local.school import School
from deployment.local.words import one_time_password
from usaha import dates


class Taken(ValueError):
    """Her phone number or e-mail is somebody else's.

    Args:
        wrong: a sentence for each field.
    """

    def __init__(self, wrong: dict[str, str]) -> None:
        super().__init__("taken")
        self.wrong = wrong


def cohort_of(session: Session, code: str, today: date) -> Cohort | None:
    """Find the cohort that a code opens; None for a wrong code and for a cohort that has ended.

    Args:
        session: reads the database.
        code: as it was typed: small letters and spaces do not matter.
        today: a code is good until its cohort's last day.
    """
    typed = "".join(code.upper().replace("-", "").split()).encode()
    for cohort in session.scalars(select(Cohort)):
        if hmac.compare_digest(cohort.code.upper().encode(), typed) and today <= cohort.ends:
            return cohort
    return None


def sign_up(
    school: School, store: Store, cohort: Cohort, group: int | None, details: Details, password: str
) -> str:
    """Register a person who has agreed to what is kept about her.

    The login is there before her row: when something breaks off in between, a drawn name is lost
    and nothing else, and she can try again.

    Args:
        school: whose trainee she becomes.
        store: the academy's database.
        cohort: hers.
        group: the number of the group of that cohort that she chose, if any.
        details: what she said about herself.
        password: what she chose.

    Returns:
        Her user name.

    Raises:
        Taken: her phone number or e-mail belongs to somebody who is registered.
    """
    accounts = Accounts(school.accounts)
    with store.writing() as session:
        if wrong := taken(session, details):
            raise Taken(wrong)
        used = {*people.used_names(session), *accounts.names()}
        name = user_name(used, details.display_name)
        chosen = select(Group.id).where(Group.id == group, Group.cohort_id == cohort.id)
        person = Person(
            user_name=name,
            role=TRAINEE,
            cohort_id=cohort.id,
            group_id=session.scalar(chosen),
            registered=datetime.now(UTC),
            consent_day=dates.today(),
            consent_text=CONSENT_TEXT,
        )
        details.put_into(person)
        session.add(person)
        session.flush()
        accounts.add_all([(name, TRAINEE, one_time_password())])
        accounts.change(name, password)
    return name
