"""Fields to fill in: each reads what was typed and says what to mend."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any

import ipywidgets as widgets

from usaha.dates import format_date, format_month, parse_date
from usaha.language import _
from usaha.money import format_number, read_number

MOST = Decimal(10**12)
LONGEST = 200  # letters of a name or a place


def tagged(widget: Any, *names: str) -> Any:
    """Give a widget the CSS classes by which the page's style and script know it."""
    for name in names:
        widget.add_class(name)
    return widget


class Field:
    """A field of a form: `widgets` to show, `read()` what it holds, `show()` what is wrong with it.

    The label is the input's own; what to mend stands above or below it in a widget of its own.
    """

    box: Any

    def __init__(self, label: str, example: Any) -> None:
        self.label, self.example, self.name = label, example, ""
        self.note = widgets.HTML()

    def named(self, name: str) -> None:
        """Take the name under which the form and the page know the field."""
        self.name = name
        self.box = tagged(self.make(), "isian", f"isian-{name}")

    def make(self) -> Any:
        raise NotImplementedError

    @property
    def widgets(self) -> list[Any]:
        return [self.box, self.note]

    def read(self) -> tuple[Any, str]:
        """Return the value and an empty text, or None and a sentence that says what to do."""
        return self.box.value, ""

    def show(self, problem: str) -> None:
        self.note.value = f'<p class="masalah">{escape(problem)}</p>' if problem else ""

    def restart(self) -> None:
        self.box.value = self.example


class NumberField(Field):
    """A number as Indonesians write it: `1.250.000`, `0,5`, `25rb`.

    Its label is a widget of its own, so that it may change while somebody types (see `relabel`).

    Args:
        label: what is asked, with its unit in brackets.
        example: what stands in it at first: text, or a number that is printed.
        least: the smallest number that makes sense.
        most: the largest one.
        whole: whether decimals are refused, as for months.
        optional: whether it may stay empty; then it reads as None without a problem.
    """

    def __init__(
        self,
        label: str,
        example: str | int | Decimal,
        *,
        least: int | Decimal = 0,
        most: int | Decimal = MOST,
        whole: bool = False,
        optional: bool = False,
    ) -> None:
        text = example if isinstance(example, str) else format_number(example)
        super().__init__(label, text)
        self.least, self.most, self.whole, self.optional = least, most, whole, optional

    def named(self, name: str) -> None:
        super().named(name)
        tagged(self.box, "angka")
        tagged(self.note, f"kepala-{name}")
        self.show("")

    def make(self) -> Any:
        return widgets.Text(self.example, continuous_update=False)

    @property
    def widgets(self) -> list[Any]:
        return [self.note, self.box]

    def show(self, problem: str) -> None:
        note = f'<p class="masalah">{escape(problem)}</p>' if problem else ""
        head = f'<span class="judul" data-ke=".isian-{self.name}">{escape(self.label)}</span>'
        self.note.value = head + note

    def relabel(self, label: str) -> None:
        """Ask in other words; the next `show` puts them on the page."""
        self.label = label

    def read(self) -> tuple[Decimal | None, str]:
        if self.optional and not self.box.value.strip():
            return None, ""
        number, problems = read_number(self.box.value)
        if number is None:
            return None, problems[0]
        problem = self.odd(number)
        return (None, problem) if problem else (number, "")

    def odd(self, number: Decimal) -> str:
        """Say what is wrong with a number, if anything."""
        if number < 0 <= self.least:
            return _("Angka ini tidak boleh kurang dari nol. Hapus tanda minusnya.")
        if number > self.most and self.most >= MOST:
            return _("Angka ini terlalu besar. Periksa jumlah nolnya.")
        if not self.least <= number <= self.most:
            return self._between()
        if self.whole and number != int(number):
            return _("Tulis angka bulat, tanpa koma.")
        return ""

    def _between(self) -> str:
        if self.most >= MOST:
            return _("Tulis angka paling sedikit {least}.", least=format_number(self.least))
        return _(
            "Tulis angka dari {least} sampai {most}.",
            least=format_number(self.least),
            most=format_number(self.most),
        )


class PercentField(NumberField):
    """A percentage, typed as `0,5`, `0,5%` or `0,5 persen`; read as a share of 1.

    Example: `PercentField("Tarif (%)", Decimal("0.005"))` shows `0,5`.
    """

    def __init__(
        self,
        label: str,
        example: Decimal,
        *,
        least: int | Decimal = 0,
        most: int | Decimal = 100,
        optional: bool = False,
    ) -> None:
        text = format_number(example.scaleb(2))
        super().__init__(label, text, least=least, most=most, optional=optional)

    def read(self) -> tuple[Decimal | None, str]:
        if self.optional and not self.box.value.strip():
            return None, ""
        text = (
            self.box.value.strip().removesuffix("persen").removesuffix("percent").removesuffix("%")
        )
        number, problems = read_number(text)
        if number is None:
            return None, problems[0]
        problem = self.odd(number)
        return (None, problem) if problem else (number.scaleb(-2), "")

    def _between(self) -> str:
        return _(
            "Tulis persen dari {least} sampai {most}, misalnya {example}.",
            least=format_number(self.least),
            most=format_number(self.most),
            example=self.example,
        )


class TextField(Field):
    """A short text, such as the name of a business; reads as its words, `fallback` where empty.

    A link takes it along only where she says so (`tulisan`): a name tells whose numbers these are.
    """

    def __init__(self, label: str, example: str, *, fallback: str = "") -> None:
        super().__init__(label, example)
        self.fallback = fallback

    def make(self) -> Any:
        box = widgets.Text(self.example, description=self.label, continuous_update=False)
        return tagged(box, "tulisan")

    def read(self) -> tuple[str | None, str]:
        words = " ".join(self.box.value.split())
        if len(words) > LONGEST:
            return None, _("Tulisan ini terlalu panjang. Paling banyak {most} huruf.", most=LONGEST)
        return words or self.fallback, ""


class DayField(Field):
    """A day: `8 Desember 2027`, `8/12/2027`; reads as a date."""

    def __init__(
        self, label: str, example: str, *, first: date | None = None, last: date | None = None
    ) -> None:
        super().__init__(label, example)
        self.first, self.last = first or date(2000, 1, 1), last or date(2100, 12, 31)

    def make(self) -> Any:
        return widgets.Text(self.example, description=self.label, continuous_update=False)

    def read(self) -> tuple[date | None, str]:
        day = parse_date(self.box.value)
        if day is None:
            return None, _(
                "Tanggal ini belum terbaca. Tulis seperti 8 Desember 2026 atau 8/12/2026."
            )
        if not self.first <= day <= self.last:
            return None, _(
                "Tulis tanggal dari {first} sampai {last}.",
                first=format_date(self.first),
                last=format_date(self.last),
            )
        return day, ""


class ChoiceField(Field):
    """One of a few answers.

    Args:
        label: what is asked.
        options: words that are shown, by the code that is read.
        example: the code that is chosen at first; the first one unless told.
    """

    def __init__(self, label: str, options: Mapping[str, str], example: str | None = None) -> None:
        super().__init__(label, next(iter(options)) if example is None else example)
        self.options = dict(options)

    def make(self) -> Any:
        options = [(words, code) for code, words in self.options.items()]
        return widgets.Dropdown(options=options, value=self.example, description=self.label)


class AreaField(Field):
    """Many lines of text, such as a cash book; reads as it was typed."""

    def __init__(self, label: str, example: str, *, most: int = 50_000, rows: int = 10) -> None:
        super().__init__(label, example)
        self.most, self.rows = most, rows

    def make(self) -> Any:
        return widgets.Textarea(
            self.example,
            description=self.label,
            continuous_update=False,
            rows=self.rows,
            layout=widgets.Layout(width="100%"),
        )

    def read(self) -> tuple[str | None, str]:
        if len(self.box.value) > self.most:
            return None, _("Tulisan ini terlalu panjang. Bagilah bukunya per bulan.")
        return self.box.value, ""


class MonthField(DayField):
    """A month: `November 2026`, `11/2026`; reads as its first day."""

    def read(self) -> tuple[date | None, str]:
        written = " ".join(self.box.value.split())
        month = parse_date(f"1 {written}") or parse_date(f"1/{written}")
        if month is None:
            return None, _("Bulan ini belum terbaca. Tulis seperti November 2026 atau 11/2026.")
        if not self.first <= month <= self.last:
            return None, _(
                "Tulis bulan dari {first} sampai {last}.",
                first=format_month(self.first),
                last=format_month(self.last),
            )
        return month, ""
