"""A service that sends on what is new: it looks, sends, waits, and after a failure waits longer."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Final

PAUSE: Final = 20.0  # seconds between two looks
LONGEST: Final = 900.0  # seconds between two tries of what cannot be sent

Say = Callable[[str], None]


class Unreachable(Exception):
    """Nothing can be sent now; the text says why, for the log, and holds nothing of a person."""


class Retrying(ABC):
    """What every such service does, whatever it sends.

    Args:
        name: of the service, for the operator.
        say: prints a line for the operator; nothing about a person is in it.
    """

    def __init__(self, name: str, say: Say) -> None:
        self.name, self.say = name, say
        self.pause = PAUSE

    @abstractmethod
    def work(self) -> None:
        """Look for what is new and send what waits.

        Raises:
            Unreachable: nothing can be sent now; what was sent stays so.
        """

    def run(self, stop: threading.Event) -> None:
        """Work and wait until told to stop; no failure ends it."""
        while not stop.is_set():
            self.step()
            stop.wait(self.pause)

    def step(self) -> None:
        """Work once; after a failure the pause doubles."""
        try:
            self.work()
            self.pause = PAUSE
        except Unreachable as problem:
            self.pause = min(2 * self.pause, LONGEST)
            self.say(f"{self.name}: {problem}; next try in {self.pause:.0f} s")
        except Exception as problem:  # noqa: BLE001 (a service that dies sends nothing; the log has it)
            self.pause = min(2 * self.pause, LONGEST)
            self.say(f"{self.name}: {type(problem).__name__}")
