"""Sends scores back to a campus and tries again: a service of its own, so that grading waits for nobody."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final

from academy.lti.gradebook import Answer, Gradebook, Unreachable
from academy.lti.scores import Scores

PAUSE: Final = 20.0  # seconds between two looks
LONGEST: Final = 900.0  # seconds between two tries of what cannot be sent


class Passback:
    """Sends the scores of one school.

    Args:
        scores: what has to go, and what went.
        gradebook: takes them.
        say: prints a line for the operator; nothing about a person is in it.
    """

    def __init__(
        self, scores: Scores, gradebook: Gradebook, say: Callable[[str], None] = print
    ) -> None:
        self.scores, self.gradebook, self.say = scores, gradebook, say
        self.pause = PAUSE
        self.later: dict[int, float] = {}  # by line, when to try it again

    def run(self, stop: threading.Event) -> None:
        """Look, send and wait until told to stop; no failure ends it."""
        while not stop.is_set():
            self.step()
            stop.wait(self.pause)

    def step(self) -> None:
        """Look for new scores and send what waits; after a failure the pause doubles."""
        try:
            self.scores.gather()
            self.send()
            self.pause = PAUSE
        except Unreachable as problem:
            self.pause = min(2 * self.pause, LONGEST)
            self.say(f"lti: {problem}; next try in {self.pause:.0f} s")
        except Exception as problem:  # noqa: BLE001 (a service that dies sends nothing; the log has it)
            self.pause = min(2 * self.pause, LONGEST)
            self.say(f"lti: {type(problem).__name__}")

    def send(self) -> None:
        """Send what waits, the oldest first.

        A course that takes no scores now, or whose clock is ahead, is asked again after the longest pause,
        and holds up no other.

        Raises:
            Unreachable: nothing can be sent now; what was sent stays so.
        """
        now = time.monotonic()
        for score in self.scores.waiting():
            if self.later.get(score.line, now) > now:
                continue
            answer = self.gradebook.put(score)
            if answer is not Answer.TAKEN:
                self.say(f"lti: {score.address}: {answer.value}")
            if answer in {Answer.LATER, Answer.OLDER}:
                self.later[score.line] = now + LONGEST
            else:
                self.scores.done(score)
