"""Questions whose answers are written: one of several choices, a row of letters, a day."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from latihan.answers import Plain
from latihan.asked import Asked
from latihan.remarks import Mistake, Remark
from latihan.values import Formula, Value
from usaha.dates import format_date, parse_date

LONG_ROW = 8  # letters; a shorter row may be another shop's by chance
SHOWN = 30
BLANK_CHOICE = "Belum dipilih. Ganti tiga titik ( ... ) dengan salah satu: {codes}."
BLANK_LETTERS = (
    "Belum diisi. Ganti tiga titik ( ... ) dengan {kind} di antara tanda kutip: {example}."
)
BLANK_DAY = "Belum diisi. Ganti tiga titik ( ... ) dengan tanggal di antara tanda kutip: {example}."
DAY_EXAMPLE = '"17 Agustus 2026"'


def _squeezed(text: str) -> str:
    """Returns a text without case, spaces and the marks that people put between words."""
    return re.sub(r"[\s_.,;/-]+", "", text).casefold()


def _quoted(text: str) -> str:
    return f'"{text[:SHOWN]}{"…" if len(text) > SHOWN else ""}"'


@dataclass(frozen=True)
class Choice(Asked):
    """One of several choices: `izin_emping = "PIRT"`, or `PIRT` by its name, which `buka` makes.

    Args:
        name: what the answer is called in the notebook.
        label: what it is, in the middle of a sentence.
        options: what may be chosen: code (a name that may stand in a formula) and what it means.
        mistakes: the known mistakes; a formula gives a code.
        reference: the right code for the open sample shop only.

    >>> q = Choice("izin", "izin emping", {"PIRT": "izin Dinas", "MD": "izin BPOM"})
    >>> q.read({"kind": "text", "text": " pirt "})
    'PIRT'
    """

    name: str
    label: str
    options: dict[str, str]
    mistakes: tuple[Mistake, ...] = ()
    reference: Formula | None = None

    @property
    def codes(self) -> str:
        """The codes as they are shown in a sentence."""
        return ", ".join(f"`{code}`" for code in self.options)

    def read(self, plain: Plain) -> str | None:
        """Returns the code; its meaning written out is read, too."""
        if plain.get("kind") != "text":
            return None
        text = _squeezed(plain["text"])
        fits = (
            code for code, means in self.options.items() if text in map(_squeezed, (code, means))
        )
        return next(fits, None) if text else None

    def blank(self) -> str:
        """Lists the codes."""
        return BLANK_CHOICE.format(codes=self.codes)

    def malformed(self, plain: Plain) -> Remark:
        """Says which code is meant, where one is near; else which there are."""
        if plain.get("kind") != "text":
            return Remark("bukan_pilihan", f"Jawaban di sini salah satu pilihan: {self.codes}.")
        by_form = {_squeezed(code): code for code in self.options}
        near = get_close_matches(_squeezed(plain["text"]), by_form, n=1)
        next_step = f"Maksud Anda `{by_form[near[0]]}`?" if near else f"Pilih satu: {self.codes}."
        text = f"{_quoted(plain['text'])} tidak ada dalam pilihan. {next_step}"
        return Remark("bukan_pilihan", text)

    def sane(self, value: Value) -> str:
        """Repeats the choice in words."""
        return f"Pilihan Anda: {self.options[str(value)]}."

    def plain(self, value: Value) -> Plain:
        """Returns the code as a plain answer."""
        return {"kind": "text", "text": str(value)}


@dataclass(frozen=True)
class Letters(Asked):
    """A row of letters, one for each thing that is sorted: `label = "UUPCU PPUUC"`.

    Args:
        name: what the answer is called in the notebook.
        label: what it is, in the middle of a sentence.
        alphabet: the letters that may be used: `"UPC"`.
        length: how many letters there are.
        mistakes: the known mistakes; a formula gives the whole row.
        reference: the right row for the open sample shop only.
        distinct: each letter once, for an order of steps.

    >>> q = Letters("label", "label baris", "UPC", 4)
    >>> q.read({"kind": "text", "text": "uu pc"}), q.share("UUPP", "UUPC")
    ('UUPC', Decimal('0.75'))
    """

    name: str
    label: str
    alphabet: str
    length: int
    mistakes: tuple[Mistake, ...] = ()
    reference: Formula | None = None
    distinct: bool = False

    @property
    def kind(self) -> str:
        """What the signs are called."""
        return "angka" if self.alphabet.isdigit() else "huruf"

    @property
    def signs(self) -> str:
        """The letters as they are listed in a sentence."""
        return ", ".join(self.alphabet)

    def read(self, plain: Plain) -> str | None:
        """Returns the row in capitals and without spaces; digits need no quotation marks."""
        row = _row(plain)
        return None if row is None or self._problem(row) else row

    def _problem(self, row: str) -> str:
        if strange := sorted(set(row) - set(self.alphabet)):
            return f"{_quoted(strange[0])} tidak dipakai di sini. Pakai hanya: {self.signs}."
        if len(row) != self.length:
            return (
                f"Anda menulis {len(row)} {self.kind}, yang diperlukan {self.length}. "
                f"Tulis satu {self.kind} untuk tiap baris, berurutan."
            )
        twice = [sign for sign, count in Counter(row).items() if count > 1]
        if self.distinct and twice:
            return f"{twice[0]} muncul dua kali. Pakai tiap {self.kind} satu kali saja."
        return ""

    def blank(self) -> str:
        """Asks for the letters in quotation marks."""
        example = f'"{self.alphabet[0]}…"'
        return BLANK_LETTERS.format(kind=f"{self.length} {self.kind}", example=example)

    def malformed(self, plain: Plain) -> Remark:
        """Says which letter is strange, how many there are, or which stands twice."""
        row = _row(plain)
        if row is None:
            text = (
                f"Jawaban di sini {self.length} {self.kind}: {self.signs}. "
                'Tulis di antara dua tanda kutip ("…").'
            )
            return Remark("bukan_huruf", text)
        return Remark("bukan_huruf", self._problem(row))

    def sane(self, value: Value) -> str:  # noqa: ARG002 (the row stands right above)
        """Says that the row is whole."""
        return f"{self.length} {self.kind}, lengkap."

    def plain(self, value: Value) -> Plain:
        """Returns the row as a plain answer."""
        return {"kind": "text", "text": str(value)}

    def same(self, value: Value, other: Value | None) -> bool:
        """Whether two rows have the same letters, however they are spaced."""
        return _squeezed(str(value)) == _squeezed(str(other))

    def share(self, value: Value, right: Value) -> Decimal:
        """Returns the share of right letters; nothing for one letter throughout, which sorts nothing."""
        row, truth = str(value), "".join(str(right).split()).upper()
        if len(set(row)) == 1:
            return Decimal(0)
        return Decimal(sum(a == b for a, b in zip(row, truth, strict=True))) / self.length

    def is_of_shop(self, value: Value, right: Value) -> bool:
        """Whether the row is that shop's; an order of steps is the same in every shop."""
        return not self.distinct and self.length >= LONG_ROW and self.same(value, right)

    def tells_shop(self, value: Value) -> bool:  # noqa: ARG002 (short rows are nobody's)
        """Whether the row is long enough to be one shop's own."""
        return not self.distinct and self.length >= LONG_ROW


def _row(plain: Plain) -> str | None:
    """Returns the letters that were written, None where something else was."""
    if plain.get("kind") == "text" or (plain.get("kind") == "number" and plain["text"].isdigit()):
        return _squeezed(plain["text"]).upper()
    return None


@dataclass(frozen=True)
class Day(Asked):
    """A day: `batas = "8 Desember 2027"`, also `8-12-2027`, `8/12/2027` or `2027-12-08` in quotes.

    Args:
        name: what the answer is called in the notebook.
        label: what it is, in the middle of a sentence.
        mistakes: the known mistakes; a formula gives a date.
        reference: the right day for the open sample shop only.

    >>> Day("batas", "batas waktu").read({"kind": "text", "text": "8/12/2027"})
    datetime.date(2027, 12, 8)
    """

    name: str
    label: str
    mistakes: tuple[Mistake, ...] = ()
    reference: Formula | None = None

    def read(self, plain: Plain) -> date | None:
        """Returns the day, None where it cannot be read or does not exist."""
        return parse_date(plain["text"]) if plain.get("kind") in ("text", "date") else None

    def blank(self) -> str:
        """Asks for a day in quotation marks."""
        return BLANK_DAY.format(example=DAY_EXAMPLE)

    def malformed(self, plain: Plain) -> Remark:
        """Says how a day is written."""
        if plain.get("kind") != "text":
            text = f"Jawaban di sini sebuah tanggal, di antara tanda kutip: {DAY_EXAMPLE}."
        elif re.fullmatch(r"\s*\d{1,2}\W+\w+\W+\d{2}\s*", plain["text"]):
            text = f"Tulis tahunnya dengan empat angka, seperti {DAY_EXAMPLE}."
        else:
            text = (
                f"Tanggal {_quoted(plain['text'])} belum bisa dibaca. "
                f"Tulis hari, bulan, dan tahun, seperti {DAY_EXAMPLE}."
            )
        return Remark("bukan_tanggal", text)

    def sane(self, value: Value) -> str:
        """Repeats the day, so that she sees how it was read."""
        assert isinstance(value, date)
        return f"Terbaca sebagai {format_date(value)}."

    def plain(self, value: Value) -> Plain:
        """Returns the day as a plain answer."""
        return {"kind": "text", "text": str(value)}

    def slip(self, value: Value, right: Value) -> Remark | None:
        """Tells day and month that changed places."""
        assert isinstance(value, date)
        assert isinstance(right, date)
        if (value.year, value.month, value.day) == (right.year, right.day, right.month):
            text = "Hari dan bulan tampak tertukar. Tulis nama bulannya, bukan angkanya."
            return Remark("tanggal_tertukar", text)
        return None
