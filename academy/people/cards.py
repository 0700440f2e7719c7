"""Cards to print and cut, a page for each group: who gets it, her user name, her first password."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from deployment.local.cards import write_private
from deployment.local.layout import Layout

_PAGE = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>Kartu masuk {title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{{font:16px/1.45 system-ui,sans-serif;margin:16px;color:#1f2a26}}
.cards{{display:flex;flex-wrap:wrap;gap:12px}}
.card{{width:86mm;min-height:60mm;box-sizing:border-box;padding:5mm;border:1px dashed #777;break-inside:avoid}}
h1{{font-size:20px}} h2{{font-size:17px;margin:0 0 6px;color:#0b5c43}} p{{margin:0 0 6px}}
b{{font-family:ui-monospace,monospace;font-size:17px}}
.small{{font-size:13px;color:#444}}
@media print{{h1,.note{{display:none}} body{{margin:0}}}}
</style></head><body><main>
<h1>Kartu masuk: {title}</h1>
<p class="note">Cetak, gunting, dan serahkan sendiri kepada pemiliknya. Setelah semua kartu diserahkan,
hapus berkas ini.</p>
<div class="cards">
{cards}
</div></main></body></html>
"""
_CARD = """<section class="card"><h2>{person}</h2>
<p class="small">{group}</p><p>Buka: {address}</p><p>Nama pengguna: <b>{name}</b></p>
<p>Kata sandi sekali pakai:<br><b>{password}</b></p><p class="small">Saat pertama masuk, Anda diminta
membuat kata sandi sendiri. Jangan pinjamkan kartu ini.</p></section>"""


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says.

    Attributes:
        person: the name of its owner.
        group: her group, or her cohort where she has none.
        name: her user name.
        password: her one-time password.
    """

    person: str
    group: str
    name: str
    password: str


def page(title: str, cards: Iterable[Card], address: str) -> str:
    """Lay cards out as one page.

    Example:
        >>> "&lt;Ani&gt;" in page("Mawar", [Card("<Ani>", "Mawar", "tosari", "kopi-2")], "http://h")
        True
    """
    shown = [
        _CARD.format(
            person=escape(card.person),
            group=escape(card.group),
            address=escape(address),
            name=escape(card.name),
            password=escape(card.password),
        )
        for card in cards
    ]
    return _PAGE.format(title=escape(title), cards="\n".join(shown))


def write(folder: Path, cards: Iterable[Card], address: str) -> list[Path]:
    """Write `kartu-<group>.html`, 0600, for each group; earlier cards are not written over.

    Args:
        folder: the school's folder.
        cards: in any order.
        address: where the school opens.

    Returns:
        The files, by group.
    """
    groups: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: (card.group.lower(), card.person.lower())):
        groups.setdefault(card.group, []).append(card)
    paths = []
    for group, its in groups.items():
        path = _free(folder, group)
        write_private(path, page(group, its, address))
        paths.append(path)
    return paths


def _free(folder: Path, group: str) -> Path:
    stem = "kartu-" + (re.sub(r"[^a-z0-9]+", "-", group.lower()).strip("-")[:40] or "peserta")
    names = (f"{stem}{number}.html" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def folder_of(school: Layout, user: str) -> Path:
    """Give the folder of the cards that `user` has made on the pages of the training."""
    return school.hub / "kartu" / user


def remove(school: Layout, name: str) -> None:
    """Take the card of one user name out of all files with cards."""
    its = re.compile(
        rf'<section class="card">(?:(?!</section>).)*<b>{re.escape(name)}</b>.*?</section>\n?',
        re.DOTALL,
    )
    for path in (*school.home.glob("kartu-*.html"), *school.hub.glob("kartu/*/kartu-*.html")):
        text = path.read_text(encoding="utf-8")
        if its.search(text):
            write_private(path, its.sub("", text))
