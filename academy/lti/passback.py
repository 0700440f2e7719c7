"""Sends scores back to a campus and tries again: a service of its own, so that grading waits for nobody."""

from __future__ import annotations

import time

from academy.lti.gradebook import Answer, Gradebook
from academy.lti.scores import Scores
from academy.retrying import LONGEST, Retrying, Say


class Passback(Retrying):
    """Sends the scores of one school.

    Args:
        scores: what has to go, and what went.
        gradebook: takes them.
        say: prints a line for the operator; nothing about a person is in it.
    """

    def __init__(self, scores: Scores, gradebook: Gradebook, say: Say = print) -> None:
        super().__init__("lti", say)
        self.scores, self.gradebook = scores, gradebook
        self.later: dict[int, float] = {}  # by line, when to try it again

    def work(self) -> None:
        """Look for new scores and send what waits."""
        self.scores.gather()
        self.send()

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
