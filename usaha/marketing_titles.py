"""A product title that buyers find: six rules, each with what to do where it is missed."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

# Rules of the lessons, not of a platform: short enough for a phone's list, long enough to be found.
SHORTEST, LONGEST = 25, 70
TYPE_WITHIN_WORDS: Final = 3
PASSING: Final = 5

_SIZE: Final = re.compile(
    r"\b\d+([.,]\d+)?\s?(gr?|gram|kg|kilo|ons|ml|cc|l|liter|cm|m|meter|mm|pcs|buah|biji|bungkus|pak"
    r"|pack|lembar|pasang|porsi|tusuk|ekor|kojor)\b|\b(ukuran|size|no|nomor)\.?\s?\w+\b|\b\d+x\d+\b"
)
_SHOUTING: Final = re.compile(
    r"\b(promo|diskon|murah|termurah|terlaris|terbaik|viral|best ?seller|gratis|sale|cod|ready)\b"
)
_SMALL_WORDS: Final = {"dan", "untuk", "dari", "isi", "per", "dengan", "x"}


class TitleCheck(NamedTuple):
    """One rule for a title: its id, whether it is met, and an Indonesian next step where it is not."""

    rule: str
    met: bool
    advice: str


def check_title(
    title: str, kinds: Sequence[str], specials: Sequence[str]
) -> tuple[TitleCheck, ...]:
    """Check a title by six rules: kind first, what is special, size, length, no repeats, no shouting.

    Args:
        title: as it would stand in the shop.
        kinds: what buyers call the product, such as ``("emping", "keripik melinjo")``.
        specials: what sets it apart: place, material, taste, way of making.

    Returns:
        Six checks, always in the same order; `title_score` counts them.

    Example:
        >>> good = check_title("Emping Melinjo Menes Manis Pedas 250 gram", ["emping"], ["Menes"])
        >>> title_score(good), passes(good)
        (6, True)
        >>> bad = check_title("PROMO TERMURAH!!! emping emping enak", ["emping"], ["Menes"])
        >>> [check.rule for check in bad if not check.met]
        ['khas', 'ukuran', 'tanpa_ulang', 'tanpa_teriak']
    """
    text = " ".join(title.lower().split())
    words = re.findall(r"[^\W_]+", text)
    start = " ".join(words[:TYPE_WITHIN_WORDS])
    checks = (
        (
            "jenis",
            _names_any(start, kinds),
            "Mulai dengan jenis barangnya, kata yang dicari pembeli.",
        ),
        ("khas", _names_any(text, specials), "Sebut satu kekhasan: asal, bahan, atau rasa."),
        ("ukuran", bool(_SIZE.search(text)), "Tulis ukuran atau isinya, misalnya 250 gram."),
        (
            "panjang",
            SHORTEST <= len(text) <= LONGEST,
            f"Pakai {SHORTEST} sampai {LONGEST} huruf; judul ini {len(text)}.",
        ),
        ("tanpa_ulang", not repeated_words(words), "Tulis setiap kata satu kali saja."),
        (
            "tanpa_teriak",
            not _shouts(title),
            "Hapus kata promosi, tanda seru, dan huruf besar semua.",
        ),
    )
    return tuple(TitleCheck(rule, met, "" if met else advice) for rule, met, advice in checks)


def title_score(checks: Sequence[TitleCheck]) -> int:
    """Count the rules that are met, 0 to 6.

    Example:
        >>> title_score(check_title("", ["emping"], ["Menes"]))
        2
    """
    return sum(check.met for check in checks)


def passes(checks: Sequence[TitleCheck]) -> bool:
    """Say whether a title passes: five of six rules.

    Example:
        >>> passes(check_title("Emping", ["emping"], ["Menes"]))
        False
    """
    return title_score(checks) >= PASSING


def repeated_words(words: Sequence[str]) -> tuple[str, ...]:
    """List the words that stand more than once; small words and numbers may.

    Example:
        >>> repeated_words(["emping", "melinjo", "emping", "isi", "isi"])
        ('emping',)
    """
    counts = Counter(word for word in words if word not in _SMALL_WORDS and not word.isdigit())
    return tuple(word for word, count in counts.items() if count > 1)


def _names_any(text: str, names: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(name.lower())}\b", text) for name in names if name.strip())


def _shouts(title: str) -> bool:
    letters = [character for character in title if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    loud = len(letters) > 8 and capitals > len(letters) * 0.6
    symbols = any(ord(character) > 0x2BFF for character in title)  # emoji and other pictures
    return loud or symbols or "!" in title or bool(_SHOUTING.search(title.lower()))
