"""The tests before and after a track: two units from one list of questions, drawn with other seeds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from latihan.notebook import Shown
from latihan.unit import Asked, Given, Unit
from usaha.draws import Draws

BEFORE = ("00_uji_awal", "Uji awal")
AFTER = ("99_uji_akhir", "Uji akhir")


@dataclass(frozen=True)
class TrackTest:
    """What both tests of a track are made of; the fields are those of `Unit`.

    Args:
        track: `"pembukuan"`.
        title: `"Pembukuan"`.
        shop: whose shop the questions are about.
        given: what becomes a name.
        draw: draws a shop. Each test is issued with a seed of its own, so the numbers differ.
        questions: eight.
        show: what there is to look at besides the card.
    """

    track: str
    title: str
    shop: str
    given: tuple[Given, ...]
    draw: Callable[[Draws], dict[str, Any]]
    questions: tuple[Asked, ...]
    show: Callable[[Mapping[str, Any]], Shown] | None = None

    @property
    def before(self) -> Unit:
        """The test before the track: `<track>/00_uji_awal`."""
        return self._unit(*BEFORE)

    @property
    def after(self) -> Unit:
        """The test after the track: `<track>/99_uji_akhir`."""
        return self._unit(*AFTER)

    def _unit(self, name: str, kind: str) -> Unit:
        return Unit(
            id=f"{self.track}/{name}",
            assignment=f"{self.track}_{name}",
            title=f"{kind} {self.title}",
            shop=self.shop,
            given=self.given,
            draw=self.draw,
            questions=self.questions,
            show=self.show,
            is_test=True,
        )
