"""What could not be read in a person's file: a sentence each, with the lines it is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from usaha.language import _

_SHOWN_LINES: Final = 5
_MOST_SENTENCES: Final = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence for the person whose file it is.

    Attributes:
        text: what is wrong and what to do next.
        lines: the lines of the file, counted from 1 as an editor or Excel counts them; none where
            the whole file is meant.

    Example:
        >>> print(Problem('Tanggal "kemarin" belum terbaca.', (12, 15)))
        Baris 12 dan 15: Tanggal "kemarin" belum terbaca.
        >>> print(Problem("Berkas ini kosong."))
        Berkas ini kosong.
    """

    text: str
    lines: tuple[int, ...] = ()

    def __str__(self) -> str:
        return (
            _("Baris {lines}: {problem}", lines=listed(self.lines), problem=self.text)
            if self.lines
            else self.text
        )


def listed(lines: Iterable[int]) -> str:
    """Name a few lines and count the others.

    Example:
        >>> listed([3]), listed([3, 4]), listed(range(1, 20))
        ('3', '3 dan 4', '1, 2, 3, 4, 5 dan 14 baris lain')
    """
    numbers = [str(line) for line in lines]
    shown, hidden = numbers[:_SHOWN_LINES], len(numbers) - _SHOWN_LINES
    if hidden > 0:
        return _("{first} dan {count} baris lain", first=", ".join(shown), count=hidden)
    if len(shown) == 1:
        return shown[0]
    return _("{first} dan {last}", first=", ".join(shown[:-1]), last=shown[-1])


@dataclass(slots=True)
class Collected:
    """Gathers problems while a file is read; the same sentence is said once for all its lines.

    Example:
        >>> found = Collected()
        >>> found.add("Kolom jumlah kosong.", 4)
        >>> found.add("Kolom jumlah kosong.", 9)
        >>> [str(problem) for problem in found.problems()]
        ['Baris 4 dan 9: Kolom jumlah kosong.']
    """

    _lines: dict[str, list[int]] = field(default_factory=dict)
    _unsaid: list[int] = field(default_factory=list)

    def add(self, text: str, line: int | None = None) -> None:
        """Note a sentence, for one line or for the whole file."""
        if text not in self._lines and len(self._lines) >= _MOST_SENTENCES:
            self._unsaid += [] if line is None else [line]
            return
        self._lines.setdefault(text, []).extend([] if line is None else [line])

    def problems(self) -> tuple[Problem, ...]:
        """Give everything that was noted, in the order in which it was first met."""
        said = [Problem(text, tuple(lines)) for text, lines in self._lines.items()]
        if self._unsaid:
            rest = Problem(
                _("Masih ada masalah lain. Perbaiki dulu yang di atas."), (*self._unsaid,)
            )
            said.append(rest)
        return tuple(said)
