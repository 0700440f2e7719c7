"""“Perjalanan saya”: where a trainee stands, what comes next, how long it takes, what her mentor said."""

from __future__ import annotations

from datetime import date

from academy.people.models import Person
from academy.progress import store
from academy.progress.days import day_of
from academy.progress.group import calendar_of
from academy.progress.journey import State, journey, minutes_left, next_step
from academy.progress.models import Review, Visit
from academy.progress.opening import opened_for, opened_to
from academy.web.progress_pages import ProgressPage
from academy.web.rights import STAFF, TRAINEE

SAID = 6  # of what the mentor said, the newest


class Own(ProgressPage):
    """The journey of the one who looks."""

    roles = frozenset({TRAINEE})

    def get(self) -> None:
        """Show it; the accounts of a first start have a journey without a cohort."""
        person = self.trainee(self.me.name) if self.person else None
        self.show_journey(self.me.name, person)

    def show_journey(self, user_name: str, person: Person | None) -> None:
        """Show somebody's journey."""
        calendar = calendar_of(person.cohort if person else None)
        with self.progress.reading() as session:
            tried = store.attempts(session, [user_name])
            reviews = store.reviews(session, [user_name])
            visits = store.visits(session, [user_name])
        with self.store.reading() as session:
            opened = opened_for(session, [person] if person else []).get(user_name, set())
            by_hand = opened_to(session, user_name=user_name)
        steps = journey(self.catalog, tried, calendar, opened)
        without = journey(self.catalog, tried, calendar, opened - by_hand)
        ahead = next_step(steps)
        self.show(
            "progress_own.html",
            one=person,
            is_hers=user_name == self.me.name,
            tracks=[
                (track, [step for step in steps if step.exercise.track == track.id])
                for track in self.catalog.tracks
            ],
            done=sum(step.is_done for step in steps),
            count=len(steps),
            ahead=ahead,
            ahead_address=ahead.exercise.room if ahead else "",
            left=minutes_left(steps),
            said=said(visits, reviews)[:SAID],
            waiting=sum(1 for one in reviews if one.points and one.score is None),
            exercises={exercise.assignment: exercise for exercise in self.catalog.exercises},
            mastery=self.catalog.mastery,
            may_open=person is not None and self.me.role in STAFF,
            may_close={
                step.exercise.assignment
                for step in without
                if step.state is State.LOCKED and not step.tries
            }
            & by_hand,
        )


class Hers(Own):
    """A trainee's journey, as her mentor or the office sees it."""

    roles = Own.roles | {"mentor", "operator"}

    def get(self, user_name: str) -> None:  # type: ignore[override]  # whose page it is
        """Show it."""
        self.show_journey(user_name, self.trainee(user_name))


def said(visits: list[Visit], reviews: list[Review]) -> list[tuple[date, str, str]]:
    """Give what mentors told her, the newest first: the day, the assignment (or nothing), the text."""
    told = [(visit.day, "", visit.told) for visit in visits if visit.told]
    told += [(day_of(one.changed), one.assignment, one.comment) for one in reviews if one.comment]
    return sorted(told, key=lambda entry: entry[0], reverse=True)


routes = [(r"perjalanan", Own), (r"perjalanan/([a-z][a-z0-9]{2,23})", Hers)]
