"""A worksheet for her own business: lines that she fills, and lines that follow from them by formula."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Any

from latihan.answers import to_number, to_plain
from usaha.money import format_number, format_percent, format_rupiah, read_number

TEXT_UNIT = "teks"
SHARE_UNIT = "pecahan"


@dataclass(frozen=True)
class Line:
    """One line of a worksheet.

    Args:
        name: what it is called in the notebook and in the formulas below it.
        label: what she reads.
        unit: `"Rp"`, `"Rp per kg"`, `"kg"`, …, `"pecahan"` for a share of 1, `"teks"` for words.
        formula: how it follows from lines above: names, numbers, `+ - * /`, brackets, `max`, `min`
            and `bulat_naik`. Empty where she fills it herself.
    """

    name: str
    label: str
    unit: str = "Rp"
    formula: str = ""


@dataclass(frozen=True)
class Sheet:
    """A worksheet that she takes home as Excel or PDF.

    Args:
        file: name of the file without suffix: `"lembar-hpp"`.
        title: what stands above it.
        lines: from top to bottom.
        rule: the rule of thumb, below it.
    """

    file: str
    title: str
    lines: tuple[Line, ...]
    rule: str = ""

    def filled(self, names: Mapping[str, Any]) -> dict[str, Decimal | str | None]:
        """Returns every line's value by name: hers, or what the formula gives; None where it is blank.

        >>> sheet = Sheet("x", "X", (Line("a", "A"), Line("b", "B"), Line("c", "C", formula="a + b")))
        >>> sheet.filled({"a": 2, "b": 3})["c"], sheet.filled({"a": 2, "b": ...})["c"]
        (Decimal('5'), None)
        """
        values: dict[str, Decimal | str | None] = {}
        for line in self.lines:
            if line.formula:
                values[line.name] = calculate(line.formula, values)
            else:
                values[line.name] = _entry(line, names.get(line.name))
        return values

    def is_empty(self, values: Mapping[str, Decimal | str | None]) -> bool:
        """Whether she has filled none of the lines that are numbers."""
        return all(values[line.name] is None for line in self.lines if line.unit != TEXT_UNIT)


def shown(line: Line, value: Decimal | str | None) -> str:
    """Returns a line's value as it is written in Indonesia; nothing for a blank.

    >>> shown(Line("a", "A"), Decimal(18000)), shown(Line("m", "Margin", "pecahan"), Decimal("0.25"))
    ('Rp18.000', '25%')
    """
    if value is None or isinstance(value, str):
        return value or ""
    if line.unit.startswith("Rp"):
        return format_rupiah(value) + line.unit.removeprefix("Rp")
    if line.unit == SHARE_UNIT:
        return format_percent(round(value, 3))
    return f"{format_number(round(value, 2))} {line.unit}"


def calculate(formula: str, values: Mapping[str, Decimal | str | None]) -> Decimal | None:
    """Returns what a line's formula gives; None where a number it needs is blank or zero to divide by.

    >>> calculate("(a + b) / 2", {"a": Decimal(3), "b": Decimal(4)})
    Decimal('3.5')
    """
    try:
        return _value(ast.parse(formula, mode="eval").body, values)
    except (TypeError, ArithmeticError):  # a blank in it, or nothing to divide by
        return None


def excel(formula: str, cells: Mapping[str, str]) -> str:
    """Returns a line's formula for a spreadsheet; it shows nothing where a number is missing.

    >>> excel("(bahan + tenaga) / hasil", {"bahan": "B3", "tenaga": "B4", "hasil": "B5"})
    '=IF(COUNT(B3,B4,B5)<3,"",IFERROR((B3+B4)/B5,""))'
    """
    body = ast.parse(formula, mode="eval").body
    named = {node.id for node in ast.walk(body) if isinstance(node, ast.Name)}
    used = [cell for name, cell in cells.items() if name in named]
    counted = f"COUNT({','.join(used)})<{len(used)}"
    return f'=IF({counted},"",IFERROR({_cells(body, cells)},""))'


def _entry(line: Line, value: Any) -> Decimal | str | None:
    plain = to_plain(value)
    if line.unit == TEXT_UNIT:
        return plain["text"].strip() or None if plain["kind"] == "text" else None
    return read_number(plain["text"])[0] if plain["kind"] == "text" else to_number(plain)


def _up(number: Decimal) -> Decimal:
    return number.to_integral_value(rounding=ROUND_CEILING)


FUNCTIONS: dict[str, Callable[..., Decimal]] = {"max": max, "min": min, "bulat_naik": _up}
EXCEL_NAMES = {"max": "MAX({})", "min": "MIN({})", "bulat_naik": "ROUNDUP({},0)"}
SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


class SheetError(ValueError):
    """A worksheet's formula holds something that a worksheet cannot do."""


def _value(node: ast.expr, values: Mapping[str, Any]) -> Decimal:
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left, values), _value(node.right, values)
        return _combined(type(node.op), left, right)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, values)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return FUNCTIONS[node.func.id](*(_value(part, values) for part in node.args))
    if isinstance(node, ast.Name):
        number = values[node.id]
        if not isinstance(number, Decimal):
            raise TypeError(node.id)
        return number
    if isinstance(node, ast.Constant):
        return Decimal(str(node.value))
    raise SheetError(ast.unparse(node))


def _combined(operator: type[ast.operator], left: Decimal, right: Decimal) -> Decimal:
    match operator:
        case ast.Add:
            return left + right
        case ast.Sub:
            return left - right
        case ast.Mult:
            return left * right
        case ast.Div:
            return left / right
    raise SheetError(operator.__name__)


def _cells(node: ast.expr, cells: Mapping[str, str]) -> str:
    """Writes a formula with cells for names, brackets where they stood in effect."""
    if isinstance(node, ast.BinOp):
        left, right = (_bracketed(part, cells) for part in (node.left, node.right))
        if isinstance(node.op, ast.Add):
            left = _cells(node.left, cells)
        return f"{left}{SIGNS[type(node.op)]}{right}"
    if isinstance(node, ast.UnaryOp):
        return f"-{_bracketed(node.operand, cells)}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        inside = ",".join(_cells(part, cells) for part in node.args)
        return EXCEL_NAMES[node.func.id].format(inside)
    if isinstance(node, ast.Name):
        return cells[node.id]
    return ast.unparse(node)


def _bracketed(node: ast.expr, cells: Mapping[str, str]) -> str:
    inside = _cells(node, cells)
    return f"({inside})" if isinstance(node, ast.BinOp | ast.UnaryOp) else inside
