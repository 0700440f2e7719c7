"""The badge: a picture with the credential baked into it, as Open Badges 3.0 does with SVG."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # whoever only reads a badge starts fast
    from academy.certificates.credential import Shown

_BAKED: Final = re.compile(
    r"<openbadges:credential>\s*<!\[CDATA\[(.*?)\]\]>\s*</openbadges:credential>", re.DOTALL
)
_PICTURE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"
 viewBox="0 0 240 240" width="480" height="480" role="img" aria-label="{title}, {name}">
<openbadges:credential><![CDATA[{document}]]></openbadges:credential>
<circle cx="120" cy="120" r="116" fill="#0b6e4f"/>
<circle cx="120" cy="120" r="106" fill="#fff" stroke="#f2c14e" stroke-width="3"/>
<g transform="translate(72 34) scale(3)"><path d="M3 13 6 5h20l3 8z" fill="#0b6e4f"/>
<path d="M3 13h5.2v2.4a2.6 2.6 0 0 1-5.2 0zM13.4 13h5.2v2.4a2.6 2.6 0 0 1-5.2 0zM23.8 13H29v2.4a2.6 2.6 0 0 1-5.2 0z" fill="#0b6e4f"/>
<path d="M8.2 13h5.2v2.4a2.6 2.6 0 0 1-5.2 0zM18.6 13h5.2v2.4a2.6 2.6 0 0 1-5.2 0z" fill="#f2c14e"/>
<path d="M6 19.5h20V27H6z" fill="#d9e8df"/></g>
<g font-family="system-ui, sans-serif" text-anchor="middle" fill="#1f2a26">
<text x="120" y="150" font-size="17" font-weight="700">{first}</text>
<text x="120" y="171" font-size="17" font-weight="700">{second}</text>
<text x="120" y="194" font-size="11" fill="#56605b">{issuer}</text></g>
</svg>
"""


def bake(shown: Shown, document: str) -> str:
    r"""Draw the badge of a credential, with the credential in it.

    Args:
        shown: what a person reads of it.
        document: the credential as it is kept.

    Example:
        >>> from datetime import date
        >>> from academy.certificates.credential import Shown
        >>> of = Shown("a" * 16, "Siti", "Usaha Rintisan", "", date(2027, 1, 4), "Lapak", "did:key:z", ())
        >>> baked_in(bake(of, '{"id": "]]>"}'))
        '{"id": "]]\\u003e"}'
    """
    first, second = _two_lines(shown.title)
    words = {
        "title": shown.title,
        "name": shown.name,
        "first": first,
        "second": second,
        "issuer": shown.issuer,
    }
    safe = document.replace("]]>", "]]\\u003e")  # the same in JSON, and no end of it in XML
    return _PICTURE.format(document=safe, **{key: escape(text) for key, text in words.items()})


def baked_in(picture: str) -> str:
    """Give what is baked into a badge.

    Raises:
        ValueError: nothing is.
    """
    found = _BAKED.search(picture)
    if found is None:
        raise ValueError("no credential is in this picture")
    return found.group(1)


def _two_lines(title: str) -> tuple[str, str]:
    words = title.split()
    best = min(
        range(1, len(words) + 1),
        key=lambda at: max(len(" ".join(words[:at])), len(" ".join(words[at:]))),
    )
    return " ".join(words[:best]), " ".join(words[best:])
