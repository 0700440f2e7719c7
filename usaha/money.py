"""Numbers and rupiah as Indonesians write them: read, round and print in one place."""

import re
from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Final

from usaha.english_numbers import read_english
from usaha.language import _, language
from usaha.number_words import read_words

Number = int | float | Decimal

_MULTIPLIERS: Final = {
    "rb": 1_000, "ribu": 1_000, "k": 1_000,
    "jt": 1_000_000, "juta": 1_000_000,
    "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    "miliar": 1_000_000_000, "milyar": 1_000_000_000, "triliun": 1_000_000_000_000,
}  # fmt: skip
_MAX_LENGTH: Final = 60
_PERCENT: Final = re.compile(r"\s*(%|persen|percent)$")
_MULTIPLIER: Final = re.compile(rf"(?<=\d)\s*({'|'.join(_MULTIPLIERS)})$")
# Only the capital letter: "5 m" may be five metres.
_CAPITAL_M: Final = re.compile(r"(?<=\d)\s*M\b")
_PART: Final = re.compile(rf"([\d.,]*\d)\s*({'|'.join(_MULTIPLIERS)})\b\s*")
# Half-up at any length: the default context would refuse more than 28 digits.
_CONTEXT: Final = Context(prec=400, rounding=ROUND_HALF_UP)


class NumberTextError(ValueError):
    """Text that is not one number; ``str(error)`` is an Indonesian sentence for people."""


def parse_number(text: str) -> Decimal:
    """Read a number the Indonesian way: a point groups thousands, a comma starts the decimals.

    Where English is spoken it is the other way round (`usaha.english_numbers`).

    Understands ``Rp``, ``rupiah``, ``ribu``/``rb``/``k``, ``juta``/``jt``, ``miliar``/``M``,
    ``triliun``, several of these in a row (``2 juta 500 ribu``), words from ``seribu`` on, ``%`` (a share
    of 1) and the trailing ``,-`` of price tags. ``0.25`` and ``1.5`` have only one meaning,
    so they are read too: some phones offer no comma with their digits.

    Args:
        text: what a person typed, e.g. ``"Rp1.250.000"``.

    Returns:
        The exact value; a percentage as a fraction.

    Raises:
        NumberTextError: the text is empty, no number, or has two readings; the message says what
            to type instead.

    Example:
        >>> parse_number("1.250.000,50")
        Decimal('1250000.50')
        >>> parse_number("Rp1,5 juta"), parse_number("25rb"), parse_number("0,5%")
        (Decimal('1500000.0'), Decimal('25000'), Decimal('0.005'))
        >>> parse_number("Rp 1,2 M"), parse_number("2jt 500rb"), parse_number("sejuta rupiah")
        (Decimal('1200000000.0'), Decimal('2500000'), Decimal('1000000'))
        >>> parse_number("1.25")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        usaha.money.NumberTextError: "1.25" dapat dibaca dua cara. ...
    """
    shown = " ".join(text.split())
    if not shown:
        raise NumberTextError(_("Isian masih kosong. Tulis angkanya, misalnya 25.000."))
    if len(shown) > _MAX_LENGTH:
        raise NumberTextError(
            _("Angka ini terlalu panjang. Periksa lagi, lalu tulis angkanya saja.")
        )
    written = _CAPITAL_M.sub(" miliar", shown).lower().replace("\u2212", "-")
    body, in_rupiah = _without_currency(written)
    sign = -1 if body.startswith("-") else 1
    body = body.removeprefix("-").strip()
    if (spoken := _spoken(body)) is not None:
        return _CONTEXT.multiply(Decimal(sign), spoken)
    body, factor = _without_factor(body)
    number = _plain_number(body, shown, in_rupiah=in_rupiah, scaled=factor > 1)
    return _CONTEXT.multiply(sign * factor, number)


def read_number(text: str) -> tuple[Decimal | None, tuple[str, ...]]:
    """Read a number as `parse_number` does, giving problems back instead of raising.

    Returns:
        ``(value, problems)``: a value and no problems, or None and one Indonesian sentence.

    Example:
        >>> read_number("25rb")
        (Decimal('25000'), ())
        >>> read_number("")
        (None, ('Isian masih kosong. Tulis angkanya, misalnya 25.000.',))
    """
    try:
        return parse_number(text), ()
    except NumberTextError as error:
        return None, (str(error),)


def _without_currency(body: str) -> tuple[str, bool]:
    """Take ``Rp``, ``rupiah`` and ``,-`` off; say whether one of them was there."""
    match = re.fullmatch(r"(-?)\s*(?:(rp|idr)\.?)?\s*(.*?)\s*(rupiah)?\s*(,-{1,2})?", body)
    if match is None:  # cannot happen: every part is optional; kept for the type checker
        return body, False
    sign, prefix, rest, suffix, dash = match.groups()
    return sign + rest, bool(prefix or suffix or dash)


def _without_factor(body: str) -> tuple[str, Decimal]:
    """Take a final ``%`` or ``juta`` off and give the factor that it stands for."""
    if _PERCENT.search(body):
        return _PERCENT.sub("", body), Decimal("0.01")
    if match := _MULTIPLIER.search(body):
        return body[: match.start()], Decimal(_MULTIPLIERS[match[1]])
    return body, Decimal(1)


def _spoken(body: str) -> Decimal | None:
    """Read an amount as people say it; below a thousand words may mean thousands."""
    if (parts := _sum_of_parts(body)) is not None:
        return parts
    words = read_words(body)
    return None if words is None or words < 1_000 else words


def _sum_of_parts(body: str) -> Decimal | None:
    """Add up ``2 juta 500 ribu``; None unless two or more parts follow each other downwards."""
    parts = _PART.findall(body)
    if len(parts) < 2 or _PART.sub("", body):
        return None
    total, above = Decimal(0), Decimal("Infinity")
    for digits, name in parts:
        factor = Decimal(_MULTIPLIERS[name])
        value = _plain_number(digits, body, in_rupiah=False, scaled=True) * factor
        if value >= above:
            return None
        total, above = total + value, factor
    return total


def _plain_number(body: str, shown: str, *, in_rupiah: bool, scaled: bool) -> Decimal:
    """Read digits, points and comma; refuse whatever has two readings."""
    if language() == "en":
        number, problem = read_english(body, shown)
        if number is None:
            raise NumberTextError(problem)
        return number
    if re.fullmatch(r"0\.\d+|\d+\.\d", body) and (scaled or not in_rupiah):
        return Decimal(body)
    if in_rupiah and not scaled and re.fullmatch(r"[1-9]\d*,\d{3}", body):
        raise NumberTextError(
            _(
                '"{shown}" dapat dibaca dua cara. Untuk ribuan tulis titik, seperti Rp{number}.',
                shown=shown,
                number=body.replace(",", "."),
            )
        )
    if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+", body) and scaled:
        raise NumberTextError(
            _(
                '"{shown}" dapat dibaca dua cara. Tulis angkanya lengkap, seperti 1.250.000, '
                "atau pakai koma, seperti 1,25 juta.",
                shown=shown,
            )
        )
    if re.fullmatch(r"(\d+|[1-9]\d{0,2}(\.\d{3})+)(,\d+)?", body):
        return Decimal(body.replace(".", "").replace(",", "."))
    raise NumberTextError(_explain(body, shown))


def _explain(body: str, shown: str) -> str:
    """Say in Indonesian why `body` is no number and what to type instead."""
    if not any(character.isdigit() for character in body):
        return _('"{shown}" bukan angka. Tulis dengan angka, misalnya 25.000.', shown=shown)
    if re.fullmatch(r"\d+\.\d+", body):
        return _(
            '"{shown}" dapat dibaca dua cara. Tulis {comma} dengan koma untuk desimal, '
            "atau titik hanya di depan tiga angka, seperti 1.250.",
            shown=shown,
            comma=body.replace(".", ","),
        )
    if re.fullmatch(r"[\d.,]+", body):
        return _(
            'Titik dan koma pada "{shown}" tertukar atau salah tempat. '
            "Titik untuk ribuan, koma untuk desimal: 1.250.000,50.",
            shown=shown,
        )
    return _(
        '"{shown}" belum dapat dibaca. Tulis satu angka saja, tanpa kata atau hitungan.',
        shown=shown,
    )


def round_rupiah(value: Number) -> int:
    """Round an amount to whole rupiah, halves away from zero: the one rounding rule of Lapak.

    Args:
        value: amount in rupiah. A float is taken at its printed value.

    Raises:
        ValueError: the amount is not finite.

    Example:
        >>> round_rupiah(Decimal("1250.5")), round_rupiah(-0.5), round_rupiah(0.49)
        (1251, -1, 0)
    """
    return int(_decimal(value).to_integral_value(rounding=ROUND_HALF_UP))


def round_parts(parts: Sequence[Number], total: int) -> tuple[int, ...]:
    """Round parts to whole rupiah so that they add up to their rounded total.

    The parts that lost most by rounding down get the rupiah that are missing (largest remainder).

    Args:
        parts: amounts in rupiah, none negative.
        total: what is shown as their sum: `round_rupiah` of it. It is not taken from the parts,
            because a quotient such as 1/3 is cut off somewhere.

    Raises:
        ValueError: the total is not that of these parts.

    Example:
        >>> round_parts([Decimal("33.4"), Decimal("33.4"), Decimal("33.4")], 100)
        (34, 33, 33)
    """
    exact = [_decimal(part) for part in parts]
    whole = [int(part.to_integral_value(rounding=ROUND_FLOOR)) for part in exact]
    missing = total - sum(whole)
    if not 0 <= missing <= len(parts):
        raise ValueError(f"{total} is not the sum of {parts}")
    by_loss = sorted(range(len(exact)), key=lambda i: (whole[i] - exact[i], i))
    for index in by_loss[:missing]:
        whole[index] += 1
    return tuple(whole)


def format_rupiah(value: Number) -> str:
    """Print an amount in whole rupiah.

    Example:
        >>> format_rupiah(1250000), format_rupiah(Decimal("-999.5"))
        ('Rp1.250.000', '-Rp1.000')
    """
    amount = round_rupiah(value)
    return f"{'-' if amount < 0 else ''}Rp{_grouped(str(abs(amount)))}"


def format_number(value: Number, decimals: int | None = None) -> str:
    """Print a number with points between thousands and a decimal comma; in English the reverse.

    Args:
        value: any finite number.
        decimals: digits after the comma, rounded half-up; None prints all that are there and
            drops final zeros.

    Example:
        >>> format_number(Decimal("1250000.50")), format_number(2, 2), format_number(0.125, 2)
        ('1.250.000,5', '2,00', '0,13')
    """
    exact = _decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT)
    whole, _point, fraction = f"{abs(exact):f}".partition(".")
    if decimals is None:
        fraction = fraction.rstrip("0")
    sign = "-" if exact < 0 else ""
    mark = "." if language() == "en" else ","
    return sign + _grouped(whole) + (f"{mark}{fraction}" if fraction else "")


def format_short(value: Number) -> str:
    """Print an amount as people say it, without losing anything of it.

    Example:
        >>> format_short(1_500_000), format_short(25_000), format_short(1_250_500_000)
        ('1,5 juta', '25 ribu', '1,2505 miliar')
        >>> format_short(-750), format_short(0)
        ('-750', '0')
    """
    exact = _decimal(value)
    names = (
        (10**12, _("triliun")),
        (10**9, _("miliar")),
        (10**6, _("juta")),
        (10**3, _("ribu")),
    )
    for scale, name in names:
        # "1.000 triliun" could be one trillion with three decimals: larger amounts stay digits.
        if scale <= abs(exact) < 1_000 * scale:
            return f"{format_number(_CONTEXT.divide(exact, Decimal(scale)))} {name}"
    return format_number(exact)


def format_percent(share: Number, decimals: int | None = None) -> str:
    """Print a share of 1 as a percentage.

    Example:
        >>> format_percent(Decimal("0.005")), format_percent(0.1667, 0)
        ('0,5%', '17%')
    """
    return format_number(_decimal(share).scaleb(2), decimals) + "%"


def _decimal(value: Number) -> Decimal:
    """Turn any finite number into a Decimal; a float by its shortest decimal text, not its bits."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return exact


def _grouped(digits: str) -> str:
    grouped = f"{int(digits):,}"
    return grouped if language() == "en" else grouped.replace(",", ".")
