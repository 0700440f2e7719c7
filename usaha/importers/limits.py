"""How much of a person's file is read: limits that keep memory and time small on any file."""

import time
from dataclasses import dataclass, field
from typing import Final

from usaha.language import _
from usaha.money import format_number

MB: Final = 1024 * 1024


class Unreadable(Exception):
    """A file that cannot be read at all; ``str(error)`` is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        bytes: size of the file as it was sent.
        rows: rows that are not blank. A shop with 250 orders a day fills them in a year.
        columns: what stands further right is not read.
        cell: characters of one cell.
        unpacked: bytes of one sheet of a workbook once it is unpacked.
        part: bytes of any other part of a workbook, such as its table of texts.
        seconds: time for reading one file.

    Example:
        >>> Limits(rows=10).rows
        10
    """

    bytes: int = 20 * MB
    rows: int = 100_000
    columns: int = 200
    cell: int = 5_000
    unpacked: int = 64 * MB
    part: int = 12 * MB
    seconds: float = 30.0


LIMITS: Final = Limits()


@dataclass(slots=True)
class Budget:
    """Counts what reading one file has cost so far and stops it at the limits.

    Example:
        >>> budget = Budget(Limits(rows=1))
        >>> budget.count_row()
        >>> budget.count_row()
        Traceback (most recent call last):
        ...
        usaha.importers.limits.Unreadable: Berkas ini lebih dari 1 baris. Unduh lagi per bulan, \
lalu masukkan satu per satu.
    """

    limits: Limits = LIMITS
    rows: int = 0
    _until: float = field(default=0.0)

    def __post_init__(self) -> None:
        self._until = time.monotonic() + self.limits.seconds

    def count_row(self) -> None:
        """Count one row that is not blank.

        Raises:
            Unreadable: there are too many, or the time is over.
        """
        self.rows += 1
        if self.rows > self.limits.rows:
            many = format_number(self.limits.rows)
            raise Unreadable(
                _(
                    "Berkas ini lebih dari {many} baris. Unduh lagi per bulan, lalu masukkan satu per satu.",
                    many=many,
                )
            )
        if self.rows % 256 == 0:
            self.check_time()

    def check_time(self) -> None:
        """Stop a file that takes too long.

        Raises:
            Unreadable: the time is over.
        """
        if time.monotonic() > self._until:
            raise Unreadable(
                _("Berkas ini terlalu lama dibaca. Unduh lagi per bulan, lalu coba sekali lagi.")
            )
