"""A list of people as a regional office sends it, read row by row, with what is wrong in which row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from academy.people import traits
from academy.people.columns import FIELDS, find_columns
from academy.people.contacts import read_email, read_phone
from usaha.districts import read_district
from usaha.importers.columns import Head, plain_label
from usaha.importers.limits import MB, Limits, Unreadable
from usaha.importers.problems import Collected, Problem
from usaha.importers.reading import read_table
from usaha.importers.table import Row, as_text

LIMITS: Final = Limits(bytes=5 * MB, rows=5_000, columns=60, cell=1_000, seconds=20.0)
NO_CONTACT: Final = "Nomor HP dan e-mail kosong. Isi salah satunya."
NO_DISTRICT: Final = "Kabupaten/kota kosong. Tulis salah satu dari delapan di Banten."
SHARED: Final = (
    "{} sama dengan baris {}, tetapi namanya lain. "
    "Periksa; jika memang dipakai berdua, beri yang kedua nomor atau e-mail lain."
)
# What stands under a list: sums, dates, signatures.
_FOOT: Final = re.compile(
    r"(jumlah|total|mengetahui|kepala dinas|catatan|keterangan|nip|ttd|tanda tangan|dibuat oleh)\b"
)


class Written(NamedTuple):
    """A person's row as somebody wrote it, before it is judged.

    Attributes:
        line: where it stands in the file, from 1.
        fields: its texts, by the names in `columns.FIELDS`; a column that is not there is missing.
    """

    line: int
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list.

    Attributes:
        line: where she stands in the file, from 1.
        phone: as ``+62…``; of phone and e-mail one at least is there.
        district: code of the district, such as ``36.02``.
        business: as the office wrote it; its group is `traits.business_group`.
        sex: ``L``, ``P`` or unknown.
        age_group: one of `traits.AGE_GROUPS`, or unknown.
        cohort: name of her cohort, empty where the file does not say.
        group: name of her group, empty where the file does not say.
        consent: whether the file says that she agreed.
    """

    line: int
    name: str
    phone: str | None
    email: str | None
    district: str
    business: str = ""
    sex: str | None = None
    age_group: str | None = None
    cohort: str = ""
    group: str = ""
    consent: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file holds.

    Attributes:
        entries: the people whose rows are in order, each once.
        problems: what is wrong, with the rows, and how to mend it.
        repeated: lines that say again what an earlier one says.
    """

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    repeated: tuple[int, ...] = ()

    @property
    def wrong_lines(self) -> tuple[int, ...]:
        """The rows that have to be mended, in order."""
        return tuple(sorted({line for problem in self.problems for line in problem.lines}))


def read_roster(source: Path | bytes, today: date) -> Roster:
    r"""Read a list of people from a .csv or .xlsx file.

    Args:
        source: the file, or its bytes.
        today: the day on which ages are reckoned.

    Raises:
        OSError: the file cannot be opened.

    Example:
        >>> file = b"NAMA;No HP;Kab/Kota;L/P\nANI;812-3456-7890;Lebak;P\nBUDI;;Serang;L\n"
        >>> roster = read_roster(file, date(2026, 11, 23))
        >>> roster.entries[0].name, roster.entries[0].phone, roster.entries[0].district
        ('Ani', '+6281234567890', '36.02')
        >>> for problem in roster.problems: print(problem)
        Baris 3: Nomor HP dan e-mail kosong. Isi salah satunya.
        Baris 3: "Serang" dapat berarti Kab. Serang atau Kota Serang. Tulis lengkap.
    """
    rows, problems = read_rows(source)
    return judge(rows, today) if not problems else Roster((), problems)


def read_rows(source: Path | bytes) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
    """Find the rows of people in a file.

    Returns:
        ``(rows, ())``, or ``((), problems)`` for a file in which no list of people is to be found.

    Raises:
        OSError: the file cannot be opened.
    """
    table, problems = read_table(source, LIMITS)
    if table is None:
        return (), problems
    try:
        head = find_columns(table)
    except Unreadable as error:
        return (), (Problem(str(error)),)
    people = (row for row in head.body if _is_person(head, row))
    texts = ((row.line, {field: head.text(row, field) for field in head.columns}) for row in people)
    return tuple(Written(*text) for text in texts), ()


def judge(rows: Iterable[Written], today: date) -> Roster:
    """Say who stands in rows, and what is wrong in which of them.

    Example:
        >>> row = Written(7, {"name": "ANI", "email": "ani@contoh.id", "district": "Cilegon"})
        >>> judge([row], date(2026, 11, 23)).entries[0].district
        '36.72'
    """
    found = Collected()
    read = (_entry(row, today, found) for row in rows)
    entries, repeated = _each_once([entry for entry in read if entry], found)
    return Roster(entries, found.problems(), repeated)


def _is_person(head: Head, row: Row) -> bool:
    """Tell a person's row from a head that is repeated, a row of column numbers and the foot."""
    cells = {field: head.text(row, field) for field in head.columns}
    filled = [text for text in cells.values() if text]
    if not filled or all(re.fullmatch(r"[(\d).]+", text) and len(text) < 5 for text in filled):
        return False
    if not cells["name"]:
        return len(filled) > 1 and not any(_FOOT.match(text.lower()) for text in filled)
    first = plain_label(next(as_text(cell) for cell in row.cells if as_text(cell)))
    is_head = plain_label(cells["name"]) in FIELDS["name"]
    return not is_head and not (_FOOT.match(first) and len(filled) < 3)


def to_mend(row: Written, today: date) -> tuple[str, ...]:
    """Name the fields in which a row is wrong by itself; none where it only does not go with others.

    Args:
        row: as it was written.
        today: the day on which ages are reckoned.

    Example:
        >>> to_mend(Written(7, {"name": "ANI", "district": "Serang"}), date(2026, 11, 23))
        ('phone', 'email', 'district')
    """
    wrong = {field: sentence for field, (_, sentence) in _read(row, today).items() if sentence}
    if wrong.get("phone") == NO_CONTACT:
        wrong["email"] = NO_CONTACT
    return tuple(field for field in FIELDS if field in wrong)


def _read(row: Written, today: date) -> dict[str, tuple[Any, str | None]]:
    """Read each field that has a form: what it says, and what is wrong with it."""
    written = {field: row.fields.get(field, "") for field in FIELDS}
    phone, email = read_phone(written["phone"]), read_email(written["email"])
    if not any((*phone, *email)):
        phone = (None, NO_CONTACT)
    return {
        "name": traits.read_name(written["name"]),
        "phone": phone,
        "email": email,
        "district": _district(written["district"]),
        "sex": traits.read_sex(written["sex"]),
        "age": traits.read_age(written["age"], today),
        "consent": traits.read_consent(written["consent"]),
    }


def _entry(row: Written, today: date, found: Collected) -> Entry | None:
    read = _read(row, today)
    sentences = [sentence for _, sentence in read.values() if sentence]
    for sentence in sentences:
        found.add(sentence, row.line)
    if sentences:
        return None
    said = {field: value for field, (value, _) in read.items()}
    for field in ("business", "cohort", "group"):
        said[field] = row.fields.get(field, "")[:80]
    return Entry(row.line, age_group=said.pop("age"), **said)


def _district(text: str) -> tuple[str | None, str | None]:
    if not text.strip("- "):
        return None, NO_DISTRICT
    district, wrong = read_district(text)
    return (district.code if district else None), wrong


def _each_once(entries: list[Entry], found: Collected) -> tuple[tuple[Entry, ...], tuple[int, ...]]:
    """Leave out who stands there twice; two names with one number are for a person to look at."""
    kept: list[Entry] = []
    owners: dict[str, Entry] = {}
    repeated: list[int] = []
    for entry in entries:
        contacts = {"Nomor HP": entry.phone, "E-mail": entry.email}
        others = [(what, owners[key]) for what, key in contacts.items() if key and key in owners]
        strangers = [
            (what, other)
            for what, other in others
            if traits.same_name(other.name) != traits.same_name(entry.name)
        ]
        if strangers:
            what, other = strangers[0]
            found.add(SHARED.format(what, other.line), entry.line)
        elif others:
            repeated.append(entry.line)
        else:
            kept.append(entry)
            owners |= {key: entry for key in contacts.values() if key}
    return tuple(kept), tuple(repeated)
