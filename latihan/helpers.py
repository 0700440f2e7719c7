"""What a trainee may call in her one-line formula: rounding up, and the instalment of a loan."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from latihan.answers import to_number, to_plain
from latihan.numbers import SalahTulis
from usaha.credit import annuity

NOT_A_NUMBER = (
    "{name}(...) memerlukan angka. Isi dulu jawaban yang dipakai di dalam kurungnya, "
    "lalu jalankan lagi."
)
NO_LOAN = (
    "anuitas(...) memerlukan tiga angka: pokok, bunga sebulan, dan jumlah bulan. "
    "Bunga sebulan ditulis sebagai pecahan, dan bulan paling sedikit 1."
)
NO_STEP = "Kelipatan di bulat_naik(...) harus lebih dari nol, misalnya 500."
# Sums of floats end in dust: 380.0000000001 is 380 portions, not 381.
DUST = Decimal("0.000001")


def bulat_naik(angka: object, kelipatan: object = 1) -> int:
    """Rounds up to the next whole number, or to the next multiple.

    Args:
        angka: any number.
        kelipatan: rounds to multiples of this: 500 for a price in steps of Rp500.

    Returns:
        A whole number.

    Raises:
        SalahTulis: there is no number; the message says what to do.

    >>> bulat_naik(380.4), bulat_naik(380), bulat_naik(18601, 500)
    (381, 380, 19000)
    """
    number, step = _number("bulat_naik", angka), _number("bulat_naik", kelipatan)
    if step <= 0:
        raise SalahTulis(NO_STEP)
    count = (number / step).quantize(DUST).to_integral_value(rounding=ROUND_CEILING)
    return int(count * step)


def anuitas(pokok: object, bunga_bulan: object, bulan: object) -> float:
    """Gives the equal monthly instalment of a loan whose interest is counted on what is still owed.

    Source: `usaha.credit.annuity`.

    Args:
        pokok: rupiah lent.
        bunga_bulan: interest of one month, a share of 1.
        bulan: number of instalments.

    Returns:
        Rupiah a month, to the hundredth.

    Raises:
        SalahTulis: one of the three is no number or makes no sense; the message says what to do.

    >>> anuitas(50000000, 0.005, 24)
    2216030.51
    """
    owed, rate, months = (_number("anuitas", part) for part in (pokok, bunga_bulan, bulan))
    if months % 1 != 0:
        raise SalahTulis(NO_LOAN)
    try:
        return float(round(annuity(owed, rate, int(months)), 2))
    except ValueError:
        raise SalahTulis(NO_LOAN) from None


def _number(name: str, value: object) -> Decimal:
    number = to_number(to_plain(value))
    if number is None:
        raise SalahTulis(NOT_A_NUMBER.format(name=name))
    return number
