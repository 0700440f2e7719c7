"""The first one-time passwords: kept in a file of the operator's, and on cards to print and cut."""

from __future__ import annotations

import os
from collections.abc import Mapping
from html import escape
from pathlib import Path

from deployment.local.accounts import Accounts
from deployment.local.school import MENTOR, TRAINEES, School
from deployment.local.words import one_time_password

_PAGE = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>Kartu masuk Lapak</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{{font:16px/1.5 system-ui,sans-serif;margin:16px;color:#1f2a26}}
.cards{{display:flex;flex-wrap:wrap;gap:12px}}
.card{{width:86mm;min-height:54mm;padding:5mm;border:1px dashed #777;break-inside:avoid}}
h1{{font-size:20px}} h2{{font-size:18px;margin:0 0 6px;color:#0b5c43}} p{{margin:0 0 6px}}
b{{font-family:ui-monospace,monospace;font-size:17px}}
.small{{font-size:13px;color:#444}}
@media print{{h1,.note{{display:none}} body{{margin:0}}}}
</style></head><body>
<h1>Kartu masuk Lapak</h1>
<p class="note">Cetak, gunting, dan serahkan sendiri kepada pemiliknya. Kata sandi ini hanya berlaku
untuk sekali masuk. Setelah itu pemiliknya memilih kata sandi sendiri.</p>
<div class="cards">
{cards}
</div></body></html>
"""
_CARD = """<section class="card"><h2>Lapak</h2>
<p>Buka: {address}</p><p>Nama pengguna: <b>{name}</b></p><p>Kata sandi sekali pakai:<br>
<b>{password}</b></p><p class="small">Saat pertama masuk, Anda diminta membuat kata sandi sendiri.
Jangan pinjamkan kartu ini.</p></section>"""


def first_accounts(school: School) -> dict[str, str]:
    """Make the mentor's and the sample trainees' accounts where they are missing.

    The file is written before the accounts exist: a start that breaks off in between is repeated
    as a whole, and no account is left whose password nobody knows.

    Returns:
        One-time passwords by name, of the accounts made now; empty on a later start.
    """
    store = Accounts(school.accounts)
    roles = {MENTOR: "mentor", **dict.fromkeys(TRAINEES, "trainee")}
    if store.names():
        return {}
    drawn = {name: one_time_password() for name in roles}
    write_private(school.passwords, as_text(drawn, school.address))
    write_private(school.cards, as_cards(drawn, school.address))
    store.add_all((name, roles[name], password) for name, password in drawn.items())
    return drawn


def as_text(passwords: Mapping[str, str], address: str) -> str:
    """Lay one-time passwords out as lines of text."""
    lines = [f"{name:<12} {password}" for name, password in passwords.items()]
    head = f"Kata sandi sekali pakai. Buka {address} lalu buat kata sandi sendiri.\n\n"
    return head + "\n".join(lines) + "\n"


def as_cards(passwords: Mapping[str, str], address: str) -> str:
    """Lay one-time passwords out as a page of cards."""
    cards = [
        _CARD.format(address=escape(address), name=escape(name), password=escape(password))
        for name, password in passwords.items()
    ]
    return _PAGE.format(cards="\n".join(cards))


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, from the first byte on."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
