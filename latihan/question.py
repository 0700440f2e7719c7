"""A question whose answer is a number: its range, how close is the same, how it gets mistyped."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from latihan.answers import Plain, to_number
from latihan.asked import Asked
from latihan.remarks import Mistake, Remark
from latihan.values import Formula, Value
from usaha.money import format_number, format_rupiah

THOUSAND_POINT = 'Python membaca titik sebagai koma desimal. Tulis angka tanpa titik, atau pakai rp("1.250.000").'
DECIMAL_COMMA = (
    "Tanda koma memecah angka menjadi dua. Ganti koma dengan titik: setengah ditulis 0.5."
)
SIGN = (
    "Ukurannya masuk akal, tandanya terbalik. Periksa mana yang dikurangi dan mana yang mengurangi."
)
PERCENT = (
    "Angka ini tampak seperti persen. Tulis sebagai pecahan: "
    "bagi dulu dengan 100 (25% ditulis 0.25)."
)
PERCENT_TEXT = "Tanda persen belum bisa dihitung. Tulis 25% sebagai 0.25, tanpa tanda kutip."
BLANK = "Belum diisi. Ganti tiga titik ( ... ) dengan angka atau rumus Anda, lalu jalankan selnya."
TEXT = 'Ini teks, belum angka. Hapus tanda kutipnya, atau tulis rp("1.250.000").'
OTHER = "Jawaban di sini satu angka saja. Tulis angka atau rumus satu baris."
CHECK_SIZE = "Periksa angka nolnya, satuannya, dan tanda kali atau bagi."
SANE = "Bentuk dan ukurannya masuk akal."

SHARE_UNIT = "pecahan"
# With fewer digits two shops meet by chance.
MONEY_DIGITS = 2
OTHER_DIGITS = 3


@dataclass(frozen=True)
class Question(Asked):
    """A number or a one-line formula.

    Args:
        name: what the answer is called in the notebook.
        label: what it is, in the middle of a sentence: `"biaya bahan satu adonan"`.
        unit: `"Rp"`, `"Rp per kg"`, `"kg"`, `"bulan"`, … or `"pecahan"` for a share of 1.
        low: the smallest value that makes sense.
        high: the largest.
        mistakes: the known mistakes.
        reference: the value for the open sample shop only, through `usaha`.
        grain: how far apart two values may lie and still be the same. Without it Rp1 or 0.2 % for
            money, 0.005 otherwise.

    >>> q = Question("rasio", "rasio klik", "pecahan", Decimal("0.01"), Decimal("0.2"))
    >>> q.size_remark(Decimal("2.5")).kind
    'persen_bukan_pecahan'
    """

    name: str
    label: str
    unit: str
    low: Decimal
    high: Decimal
    mistakes: tuple[Mistake, ...] = ()
    reference: Formula | None = None
    grain: Decimal | None = None

    @property
    def is_money(self) -> bool:
        """Whether the answer is an amount of rupiah."""
        return self.unit.startswith("Rp")

    @property
    def is_share(self) -> bool:
        """Whether the answer is a share of 1."""
        return self.unit == SHARE_UNIT

    def read(self, plain: Plain) -> Decimal | None:
        """Returns the number, or None where there is none that is finite and sane."""
        return to_number(plain)

    def blank(self) -> str:
        """Asks for a number or a formula."""
        return BLANK

    def malformed(self, plain: Plain) -> Remark:
        """Tells a decimal comma, a text and anything else apart.

        >>> q = Question("x", "x", "Rp", Decimal(1), Decimal(9))
        >>> q.malformed({"kind": "pair", "text": "0,5"}).kind
        'koma_desimal'
        """
        if plain.get("kind") == "pair":
            return Remark("koma_desimal", DECIMAL_COMMA)
        if plain.get("kind") == "text":
            return Remark("teks", PERCENT_TEXT if "%" in plain["text"] else TEXT)
        return Remark("bukan_angka", OTHER)

    def sane(self, value: Value) -> str:  # noqa: ARG002 (a number is not repeated to her)
        """Says that form and size are in order."""
        return SANE

    def plain(self, value: Value) -> Plain:
        """Returns the number as a plain answer."""
        return {"kind": "number", "text": str(value)[:40]}

    def size_remark(self, value: Value) -> Remark | None:
        """Tells a percentage, a lost thousand, a turned sign and an absurd size apart."""
        number = _number(value)
        if self.can_carry(number):
            return None
        if self.is_share and self.can_carry(number / 100):
            return Remark("persen_bukan_pecahan", PERCENT)
        if self.is_money and self._lost_thousands(number):
            return Remark("titik_ribuan", THOUSAND_POINT)
        if self.can_carry(-number):
            return Remark("tanda_terbalik", SIGN)
        size = "terlalu kecil" if number < self.low else "terlalu besar"
        text = f"{self.show(number)} tampak {size} untuk {self.label}. {CHECK_SIZE}"
        return Remark("ukuran", text)

    def show(self, number: Decimal) -> str:
        """Returns a number with its unit, as it is written in Indonesia.

        >>> Question("x", "x", "kg", Decimal(1), Decimal(9)).show(Decimal("12.5"))
        '12,5 kg'
        """
        if self.is_money:
            return format_rupiah(number)
        return format_number(number) if self.is_share else f"{format_number(number)} {self.unit}"

    def _lost_thousands(self, number: Decimal) -> bool:
        """Whether an amount looks like `1.250` read as 1.25: a thousandth of a sane one, or a fraction."""
        if not 0 < number < self.low:
            return False
        return number * 1000 >= self.low or (number < 1000 and number % 1 != 0)

    def slip(self, value: Value, right: Value) -> Remark | None:
        """Tells the right number without its thousands, as a percentage, or with its sign turned."""
        number, truth = _number(value), _number(right)
        if self.is_money and _near(number * 1000, truth):
            return Remark("titik_ribuan", THOUSAND_POINT)
        if self.is_share and _near(number / 100, truth):
            return Remark("persen_bukan_pecahan", PERCENT)
        return Remark("tanda_terbalik", SIGN) if _near(-number, truth) else None

    def same(self, value: Value, other: Value | None) -> bool:
        """Whether two numbers are the same but for rounding on the way."""
        if not isinstance(other, Decimal):
            return False
        return abs(_number(value) - other) <= self.slack(other)

    def slack(self, number: Decimal) -> Decimal:
        """Returns how far from a number another one is still the same."""
        if self.grain is not None:
            return self.grain
        return max(Decimal(1), abs(number) / 500) if self.is_money else Decimal("0.005")

    def can_carry(self, value: Value) -> bool:
        """Whether the number is of a sensible size."""
        return self.low <= _number(value) <= self.high

    def is_of_shop(self, value: Value, right: Value) -> bool:
        """Whether a number is that shop's, to the rupiah, or to the third decimal of a small one."""
        number = _number(value)
        nearest = Decimal(1) if abs(number) >= 1000 else Decimal("0.005")
        return abs(number - _number(right)) <= min(nearest, self.slack(number))

    def tells_shop(self, value: Value) -> bool:
        """Whether a number has enough digits to be one shop's own: Rp360.000 or 13,6, but not 25."""
        digits = "".join(map(str, _number(value).as_tuple().digits)).strip("0")
        return len(digits) >= (MONEY_DIGITS if self.is_money else OTHER_DIGITS)


def _number(value: Value) -> Decimal:
    """Returns a value that is known to be a number."""
    assert isinstance(value, Decimal)
    return value


def _near(number: Decimal, right: Decimal) -> bool:
    return right != 0 and abs(number - right) <= abs(right) / 500
