"""User names that say nothing about their owner: three syllables, easy to read aloud and to type."""

from __future__ import annotations

import re
import secrets
from collections.abc import Container
from typing import Final

SYLLABLES: Final = 3
_CONSONANTS: Final = "bdgjklmnprstw"
_VOWELS: Final = "aeiou"
# Words that nobody wants to be called, and what they begin with.
_UNKIND: Final = re.compile(
    "babi|babu|bego|bodo|budak|bugil|buta|dosa|gila|gigolo|hina|judi|kere|kuli|loli|mati|mute|nakal"
    "|nude|palu|pele|peju|pepe|puki|puting|rese|seme|setan|sila|sogok|tahi|tai|tete|titi|toge|toket"
    "|tolol|tolo|tuli|tuna|udik|kontol|memek|lonte|bau|asu|anu|kumuh|miskin|malu|rugi|gagu|dungu|bisu"
)


def user_name(taken: Container[str], person: str = "") -> str:
    """Draw a user name that is free and has nothing of the person's own name.

    Args:
        taken: the names in use, or ever used.
        person: her name; two letters in a row may be the same, four may not.

    Raises:
        RuntimeError: nearly all of the 274,625 names are taken.

    Example:
        >>> name = user_name(set(), "Siti Aminah")
        >>> len(name), name.isalpha(), name.islower()
        (6, True, True)
    """
    parts = {person[at : at + 4].lower() for at in range(max(len(person) - 3, 0))}
    for _ in range(10_000):
        name = "".join(
            secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(SYLLABLES)
        )
        own = any(part in name for part in parts)
        if name not in taken and not own and not _UNKIND.search(name):
            return name
    raise RuntimeError("Nama pengguna sudah hampir habis.")
