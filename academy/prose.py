"""Whether a lesson can be read by those it is for: short sentences, plain words, a formal address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

MAX_WORDS = 20
MAX_SYLLABLES = 4
LONG_SHARE = 0.01  # of all words
NOT_READ = re.compile(r"```.*?```|<!--.*?-->|</?\w+>|\]\([^)]*\)|`[^`\n]*`|https?://\S+", re.DOTALL)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
VOWELS = re.compile(r"ai|au|oi|[aeiou]", re.IGNORECASE)
INFORMAL = re.compile(
    r"\b(kamu|kau|lo|gue|elo)\b|\b\w+mu\b(?<!kamu)(?<!temu)(?<!jamu)(?<!tamu)(?<!ilmu)(?<!semu)"
)
BAD_MONEY = re.compile(r"Rp \d|Rp\d{4,}|\d %|(?<![\d.])\d+,\d{3}\b(?!\d)")


def sentences(prose: str) -> list[str]:
    r"""Splits prose into sentences, leaving out code, tables, headings and HTML.

    >>> sentences("# Judul\n\nHarganya Rp1.250. Murah?")
    ['Harganya Rp1.250.', 'Murah?']
    """
    text = re.sub(r"```.*?```|<!--.*?-->|</?\w+>", "\n", prose, flags=re.DOTALL)
    lines = [line for line in text.splitlines() if not line.startswith(("|", "#"))]
    # A point between digits groups thousands; it ends no sentence.
    return [s for line in lines for s in re.split(r"(?<=[.!?])[\"*)]*\s+", line) if s.strip()]


def words(prose: str) -> list[str]:
    """The words that are read, without code, links and HTML; doubled words come apart.

    >>> words("Anda `buka` ibu-ibu.")
    ['Anda', 'ibu', 'ibu']
    """
    return [part for word in WORD.findall(NOT_READ.sub("\n", prose)) for part in word.split("-")]


def syllables(word: str) -> int:
    """Counts the syllables of an Indonesian word.

    >>> syllables("pertanggungjawaban"), syllables("pulau")
    (6, 2)
    """
    return len(VOWELS.findall(word))


def hard_to_read(prose: str, terms: list[str]) -> Iterator[str]:
    """Names what makes a text hard to read.

    Args:
        prose: the lesson's text.
        terms: the terms that the glossary explains; their words are allowed.
    """
    for sentence in sentences(prose):
        if (count := len(sentence.split())) > MAX_WORDS:
            yield f"a sentence of {count} words: {sentence[:60]}…"
    explained = {word.casefold() for term in terms for word in words(term)}
    read = [word.casefold() for word in words(prose)]
    yield from _long(read, explained)
    english = sorted({word for word in read if word in english_words()} - explained)
    yield from (f"an English word that is not in the glossary: {word}" for word in english)
    yield from (f"not a formal address: {found[0]}" for found in INFORMAL.finditer(prose))
    yield from (f"an amount is written wrongly: {found[0]}" for found in BAD_MONEY.finditer(prose))


def _long(read: list[str], explained: set[str]) -> Iterator[str]:
    """Long words are tiring where there are many; a few are Indonesian."""
    long = [word for word in read if syllables(word) > MAX_SYLLABLES and word not in explained]
    if len(long) > LONG_SHARE * len(read) + 1:
        yield (
            f"{len(long)} of {len(read)} words have more than {MAX_SYLLABLES} syllables: "
            f"{', '.join(dict.fromkeys(long))}"
        )


@cache
def english_words() -> frozenset[str]:
    """The English words that a lesson has to explain."""
    lines = Path(__file__).with_name("english.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
