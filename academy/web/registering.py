"""Registers the people of a draft that are right, group by group, and gives back what is left."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from academy.people import cards, enrolment
from academy.people.roster import Entry
from academy.people.store import Store
from academy.web import drafts
from academy.web.drafts import Draft
from academy.web.rights import MENTOR, Viewer
from deployment.local.school import School
from usaha import dates

MOST_AT_ONCE: Final = 500  # hashing a password takes its time, and somebody waits
LOT: Final = 25  # people; the database is held that long, and no longer


def register(school: School, store: Store, draft: Draft, viewer: Viewer) -> Draft:
    """Register whoever is new and right; the cards lie in the folder of `viewer`.

    Args:
        school: whose people they become.
        store: the academy's database.
        draft: the list.
        viewer: a mentor, whose new groups become hers, or the office.

    Returns:
        The draft with what is still to be done: rows that are wrong, and those over 500.
    """
    today = dates.today()
    with store.reading() as session:
        plan = drafts.plan(session, draft, viewer, today)
    folder = cards.folder_of(school, viewer.name)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = sorted(plan.new[:MOST_AT_ONCE], key=_place)
    for (cohort, group), its in groupby(new, key=_place):
        if viewer.role == MENTOR:
            with store.writing() as session:
                drafts.claim(session, viewer, cohort, group)
        people = list(its)
        for at in range(0, len(people), LOT):
            enrolment.enrol(school, store, people[at : at + LOT], today=today, folder=folder)
    waiting = {entry.line for entry in plan.new[MOST_AT_ONCE:]} | set(plan.wrong_lines)
    return draft.without(row.line for row in draft.rows if row.line not in waiting)


def _place(entry: Entry) -> tuple[str, str]:
    return entry.cohort, entry.group
