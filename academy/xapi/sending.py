"""Reads what is new, keeps it, delivers it, and tries again: a service of its own beside the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import func, select

from academy.people.models import Person
from academy.people.store import Store
from academy.progress.models import Attempt
from academy.progress.store import Progress
from academy.retrying import Retrying, Say
from academy.xapi.delivery import Delivery
from academy.xapi.outbox import Outbox
from academy.xapi.statements import Writer

AT_ONCE: Final = 50  # statements in one delivery
ROWS: Final = 500  # of a table, read at once


class Sender(Retrying):
    """Sends what happens in one school.

    Args:
        databases: the academy's, and that of tries.
        writer: makes statements.
        outbox: keeps them until they are delivered.
        delivery: takes them.
        say: prints a line for the operator; nothing about a person is in it.
    """

    def __init__(
        self,
        databases: tuple[Store, Progress],
        writer: Writer,
        outbox: Outbox,
        delivery: Delivery,
        say: Say = print,
    ) -> None:
        super().__init__("xapi", say)
        self.people, self.progress = databases
        self.writer, self.outbox, self.delivery = writer, outbox, delivery

    def work(self) -> None:
        """Read what is new and deliver what waits."""
        self.gather()
        self.deliver()

    def gather(self) -> None:
        """Make statements of all rows that are new since the last time."""
        with self.people.reading() as session:
            self._gather(session, "people", Person, self.writer.of_person)
        with self.progress.reading() as session:
            self._gather(session, "attempts", Attempt, self.writer.of_attempt)

    def _gather(self, session: Any, source: str, kind: Any, write: Callable[[Any], Any]) -> None:
        while True:
            # SQLite gives the number of the last row again when that row was erased.
            last = session.scalar(select(func.max(kind.id))) or 0
            since = self.outbox.read_to(source)
            if since > last:
                self.outbox.put(source, since := last, [])
            wanted = select(kind).where(kind.id > since).order_by(kind.id).limit(ROWS)
            rows = list(session.scalars(wanted))
            if not rows:
                return
            made = [statement for row in rows for statement in write(row)]
            self.outbox.put(source, rows[-1].id, made)
            session.expunge_all()

    def deliver(self) -> None:
        """Deliver what waits, the oldest first.

        Raises:
            Unreachable: it cannot be delivered now; what was delivered before stays so.
        """
        while waiting := self.outbox.first(AT_ONCE):
            refused = self.delivery.deliver([statement for _, statement in waiting])
            for id_ in refused:
                self.say(f"xapi: the record store refuses the statement {id_}")
            self.outbox.done([number for number, _ in waiting])
