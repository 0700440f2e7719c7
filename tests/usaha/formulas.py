"""A small spreadsheet: it works out the formulas of our workbooks, and nothing else."""

import re
from datetime import date, datetime
from functools import cached_property
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import range_boundaries

_TOKEN = re.compile(
    r"(?P<text>\"[^\"]*\")|(?P<place>(?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
    r"|(?P<name>[A-Z]+)(?=\()|(?P<number>\d+)|(?P<sign>[-+/=&(),])"
)


class Spreadsheet:
    """A workbook whose cells can be asked for what their formulas give."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[str, int, int], Any] = {}

    def value(self, sheet: str, row: int, column: int) -> Any:
        """Give the value of a cell; an empty one is 0 to a sum."""
        key = (sheet, row, column)
        if key not in self._known:
            cell = self._book[sheet].cell(row, column)
            formula = cell.data_type == "f"
            self._known[key] = (
                _Formula(self, sheet, cell.value[1:]).result if formula else cell.value
            )
        return self._known[key]

    def area(self, sheet: str, place: str) -> list[Any]:
        """Give all values of a range, row by row."""
        if "!" in place:
            sheet, place = place.split("!")
            sheet = sheet.strip("'")
        left, top, right, bottom = range_boundaries(place.replace("$", ""))
        assert left
        assert top
        assert right
        assert bottom
        return [
            self.value(sheet, row, column)
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]


class _Formula:
    """One formula, read from left to right."""

    def __init__(self, book: Spreadsheet, sheet: str, text: str) -> None:
        self._book, self._sheet = book, sheet
        self._tokens = [(m.lastgroup or "", m.group()) for m in _TOKEN.finditer(text)]
        assert "".join(token for _, token in self._tokens) == text, text
        self._at = 0

    @cached_property
    def result(self) -> Any:
        value = self._compared()
        assert self._at == len(self._tokens)
        return value

    def _next(self, *signs: str) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at][1] in signs:
            self._at += 1
            return self._tokens[self._at - 1][1]
        return ""

    def _compared(self) -> Any:
        value = self._joined()
        return value == self._joined() if self._next("=") else value

    def _joined(self) -> Any:
        value = self._sum()
        while self._next("&"):
            value = f"{value}{_serial(self._sum())}"
        return value

    def _sum(self) -> Any:
        value = -self._product() if self._next("-") else self._product()
        while sign := self._next("+", "-"):
            value += self._product() * (1 if sign == "+" else -1)
        return value

    def _product(self) -> Any:
        value = self._single()
        while self._next("/"):
            value /= self._single()
        return value

    def _single(self) -> Any:
        kind, token = self._tokens[self._at]
        self._at += 1
        if kind == "text":
            return token[1:-1]
        if kind == "number":
            return int(token)
        if kind == "place":
            values = self._book.area(self._sheet, token)
            return values if ":" in token else values[0] or 0
        assert kind == "name", token
        return self._call(token)

    def _call(self, name: str) -> Any:
        assert self._next("(")
        if name == "IF":  # only the branch that counts is worked out: the other may divide by zero
            chosen = self._compared()
            assert self._next(",")
            start = self._at
            if chosen:
                value = self._compared()
                self._skip()
                return value
            depth = 0
            while depth or self._tokens[self._at][1] != ",":
                depth += {"(": 1, ")": -1}.get(self._tokens[self._at][1], 0)
                self._at += 1
            assert self._at > start
            self._at += 1
            value = self._compared()
            assert self._next(")")
            return value
        arguments = [self._compared()]
        while self._next(","):
            arguments.append(self._compared())
        assert self._next(")")
        return {"SUM": _sum, "ABS": abs, "SUMIFS": _sumifs}[name](*arguments)

    def _skip(self) -> None:
        depth = 1
        while depth:
            depth += {"(": 1, ")": -1}.get(self._tokens[self._at][1], 0)
            self._at += 1


def _serial(value: Any) -> Any:
    """Count days, as spreadsheets do."""
    if isinstance(value, datetime):
        return value.date().toordinal()
    return value.toordinal() if isinstance(value, date) else value


def _sum(values: list[Any]) -> Any:
    return sum(value for value in values if value is not None)


def _sumifs(amounts: list[Any], *conditions: Any) -> Any:
    kept = list(range(len(amounts)))
    for values, wanted in zip(conditions[::2], conditions[1::2], strict=True):
        kept = [i for i in kept if _fits(_serial(values[i]), str(wanted))]
    return sum(amounts[i] or 0 for i in kept)


def _fits(value: Any, wanted: str) -> bool:
    match = re.fullmatch(r"(>=|<=|<>|<)?(.*)", wanted)
    assert match
    sign, right = match.groups()
    if sign in {">=", "<=", "<"}:
        return {
            ">=": value >= int(right), "<=": value <= int(right), "<": value < int(right)
        }[sign]  # fmt: skip
    return (str(value) != right) if sign == "<>" else (str(value) == right)
