"""What an expression gives in Python, it gives in the script: numbers, texts, many at once."""

from __future__ import annotations

from collections.abc import Callable

Both = Callable[[str], tuple[list[str], list[str]]]

DECIMALS = """
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
CONTEXT = Context(prec=400, rounding=ROUND_HALF_UP)
texts = ["0", "-0", "0.00", "1", "-1", "2", "0.5", "1.5", "-2.5", "0.005", "33.4", "17000", "1E+6", "1E-7",
    "99999999999999999999999999.5", "123456789012345678901234567890.123456789", "0.1", "3", "7", "-0.333"]
values = [Decimal(text) for text in texts]
lines = []
for one in values:
    for other in values:
        lines.append(f"{one} {other}: {one + other} {one - other} {one * other} {one < other} {one == other}")
        lines.append(f"{CONTEXT.multiply(one, other)} {max(one, other)} {min(one, other)}")
        if other:
            lines.append(f"{one / other} {CONTEXT.divide(one, other)}"[:150])
    lines.append(f"{-one} {abs(one)} {one:f} {bool(one)} {int(one)} {float(one)} {one.scaleb(2)} {one.scaleb(-3)}")
    lines.append(f"{round(one)} {one.to_integral_value()} {one.to_integral_value(rounding=ROUND_HALF_UP)}")
    lines.append(f"{one.to_integral_value(rounding=ROUND_CEILING)} {one.to_integral_value(rounding=ROUND_FLOOR)}")
    lines.append(f"{one.quantize(Decimal(1).scaleb(-2), context=CONTEXT)} {one * 3} {2 - one} {one ** 3}")
    lines.append(f"{one * 12 >= 5} {one in values} {str(one)} {one.is_finite()}")
    if abs(one) < 10**20:
        lines.append(f"{round(one, 2)} {one:.1f}")
    if one > 0:
        lines.append(f"{(1 + one / 1000) ** -24} {one ** 20}")
"""

NUMBERS = """
from math import ceil, sqrt
from statistics import NormalDist
lines = []
wholes = [0, 1, -1, 2, 3, 7, -7, 10, 1000, 10**15, 10**22 + 1, 3 * 10**30]
for one in wholes:
    for other in wholes:
        lines.append(f"{one + other} {one - other} {one * other} {one < other} {[one, other] == [other, one]}")
        if other:
            lines.append(f"{one / other} {one // other} {one % other} {divmod(one, other)[1]}")
for value in [0.0, 0.05, 0.15, 0.25, -0.25, 2.5, 1e22, 1e-7, 123456.789, 0.1 + 0.2, 1 / 3, 5e-324 * 2, -0.0, 328 / 7]:
    lines.append(f"{value} {value:.1f} {value:.0f} {value:.3f} {round(value, 2)} {int(value)} {ceil(value)}")
    lines.append(f"{value * 3} {1 - value} {value > 0} {sqrt(abs(value))}")
lines.append(f"{NormalDist().inv_cdf(0.975)} {NormalDist().inv_cdf(0.5)} {NormalDist().inv_cdf(0.8)}")
lines.append(f"{True + True} {sum([True, False, True])} {round(2.5)} {round(7)} {2 ** 10} {-3 ** 2}")
"""

SHOW = """
def show(*values):
    return " | ".join(
        f"({show(*value)})" if isinstance(value, tuple) or isinstance(value, list) else str(value)
        for value in values
    )
"""

TEXTS = (
    SHOW
    + """
import re
from base64 import b64encode
from html import escape
from textwrap import wrap
lines = []
words = ["", " ", "kue-kue kering", "Bahan utama yang dipakai (kg, liter, atau buah) untuk sekali membuat",
    "a" * 50, "satu--dua -- tiga", "O'ong & \\"anak\\" <b>", "x-y", "e-mail-nya", "🍪🍪 kue é", "a.b.c", "12,5%", "Rp1.250"]
for text in words:
    lines.append(show(len(text), text.lower(), text.strip(), text.split(), text.partition("-"), text[1:3], text[-2:]))
    lines.append(show(escape(text), text.replace("a", "o"), text.isdigit(), text.startswith(("a", "k"))))
    lines.append(show(text.removesuffix("%"), text.removeprefix("Rp"), text.rstrip("a"), text.isascii()))
    lines.append(show(b64encode(text.encode()).decode(), text.rpartition("-"), text.split("-", maxsplit=1)))
    for width in (5, 10, 34):
        lines.append(show(wrap(text, width)))
    lines.append(show(re.compile(r"([\\d.,]*\\d)(\\w?)").findall(text)))
    lines.append(re.sub(r"[^a-z]+", "-", text).strip("-"))
    found = re.fullmatch(r"(\\w+)[-.](\\w+)(x)?", text)
    lines.append("none" if found is None else f"{found[1]} {found.groups()[2] is None}")
lines.append("{unit} dari {pack}".format(unit="kg", pack="kotak") + "({}%)".format(5))
lines.append(f"{1234567:,} {5:02d} {{}} ` ${{x}} \\\\")
lines.append(show("²".isdigit(), "٣".isdigit(), "½".isdigit(), "a" in "kata", "5 m" < "5 M", "A" < "a"))
"""
)

MANY = (
    SHOW
    + """
from bisect import bisect_left
from itertools import pairwise
lines = []
numbers = [3, 1, 2]
lines.append(show([n * 2 for n in numbers if n > 1], [a for a, _, _ in [(1, 2, 3)]]))
lines.append(show(sorted(numbers, key=lambda n: -n), sorted(["b", "a"], reverse=True)))
lines.append(show(max(numbers), min((2, 5), key=lambda n: -n), max([], default=9), any(n > 2 for n in numbers)))
lines.append(show(0 <= numbers[-1] < 5 <= 9, not numbers, numbers and "ada", [] or "kosong", None or 0 or "x"))
names = {"a": 1, "b": 2} | {"c": 3}
names["a"] += 5
lines.append(show(list(names.items()), names.get("z"), names.get("a", 0), "b" in names, [*names], len(names)))
lines.append(show({k: v for k, v in names.items() if v > 2} == {"a": 6, "c": 3}, names.setdefault("d", 7)))
lines.append(show(list(zip("ab", numbers, strict=False)), list(enumerate("ab", 1)), list(pairwise(numbers))))
lines.append(show((n := 5) + n, [*numbers, *(4, 5)][1:3], list(reversed(numbers))))
lines.append(show({(1, "a"): "ya"}.get((1, "a")), {1, 2} & {2, 3} == {2}, sorted({3, 1} | {2})))
lines.append(show(bisect_left(range(0, 10**12), 777, key=lambda n: n * 2), sum([[1], [2]], [])))
lines.append(show(list(filter(None, [0, "", "a", None])), list(dict.fromkeys("abca")), [1, 2] * 2))
lines.append(show(next((n for n in numbers if n > 9), "tidak"), (1, 2) < (1, 3), None is None, 2 not in numbers))
"""
)


def test_exact_numbers(both: Both) -> None:
    """Sums, quotients, roundings and the very digits of Decimal: about a thousand lines."""
    python, phone = both(DECIMALS)
    assert phone == python
    assert len(python) > 1000


def test_whole_numbers_and_floats(both: Both) -> None:
    """Also beyond what a float holds, and halves as they are printed."""
    python, phone = both(NUMBERS)
    assert phone == python


def test_texts(both: Both) -> None:
    """Methods, patterns, line breaks and formats."""
    python, phone = both(TEXTS)
    assert phone == python


def test_many_at_once(both: Both) -> None:
    """Lists, dictionaries, sets, comprehensions, and what asks for one of them."""
    python, phone = both(MANY)
    assert phone == python
