"""The loop of services that send on: what it says, and how long it waits."""

from __future__ import annotations

import threading

from academy.retrying import LONGEST, PAUSE, Retrying, Unreachable


class Failing(Retrying):
    """Fails as it is told to, then ends the loop."""

    def __init__(self, *failures: Exception | None) -> None:
        self.said: list[str] = []
        super().__init__("uji", self.said.append)
        self.failures, self.stop = list(failures), threading.Event()

    def work(self) -> None:
        """Take the next failure."""
        failure = self.failures.pop(0)
        if not self.failures:
            self.stop.set()
        if failure:
            raise failure


def test_it_waits_longer_after_each_failure_and_not_after_a_success() -> None:
    """Twice as long, a quarter of an hour at most; a fault of ours is named by its kind alone."""
    service = Failing(Unreachable("tidak ada jalan"), KeyError("Bu Yati"), None)
    service.step()
    service.step()
    assert service.said == ["uji: tidak ada jalan; next try in 40 s", "uji: KeyError"]
    assert service.pause == 4 * PAUSE
    service.pause = LONGEST
    service.failures.insert(0, Unreachable("x"))
    service.step()
    assert service.pause == LONGEST
    service.step()
    assert service.pause == PAUSE


def test_no_failure_ends_it() -> None:
    """Only who asks it to stop."""
    service = Failing(ValueError("x"), ValueError("y"))
    service.stop.wait = lambda timeout=None: False  # type: ignore[method-assign]
    service.run(service.stop)
    assert len(service.said) == 2
