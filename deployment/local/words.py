"""One-time passwords that a person can read from a card and type on a phone."""

from __future__ import annotations

import secrets

# Short, common, no two alike when read aloud, no capital letters, nothing to blush at.
WORDS = (  # noqa: SIM905 (a list of 120 lines reads worse)
    "air akar alam angin anyam arang atap awan bakul balai bambu batik batu beras biji bintang "
    "buah bukit bulan bunga daun delima desa dupa embun emping fajar galah gandum garam gelas "
    "gula gunung hujan hutan ikan intan jagung jalan jambu jamu jati kabut kain kapas kapur kebun "
    "kelapa kemiri kendi kertas kopi kota kuda kunyit ladang lampu langit laut lebah lilin lontar "
    "madu mangga mawar melati meja melinjo mentari murai nanas nasi nelayan nira ombak padi pagar "
    "pagi pandan pantai pasar payung perahu pintu pisang pulau rantai rebana rotan rumah rumput "
    "sagu salak sawah sawo sayur selasih serai senja sendok sirih sumur sungai talas taman tebu "
    "telur teluk tenun tepung timba tikar topi ubi udang ulos umbi wajan warung wortel zaitun"
).split()
DIGITS = "23456789"


def one_time_password() -> str:
    """Draw a one-time password: three words and four digits, about 33 bits.

    That is ample for a secret that works once and against which guesses are limited.

    Example:
        >>> len(one_time_password().split("-"))
        4
    """
    words = [secrets.choice(WORDS) for _ in range(3)]
    return "-".join([*words, "".join(secrets.choice(DIGITS) for _ in range(4))])


def as_typed(password: str) -> str:
    """Undo what a phone's keyboard does to a one-time password.

    Example:
        >>> as_typed(" Kopi sawah-lampu 4729 ")
        'kopi-sawah-lampu-4729'
    """
    return "-".join(password.lower().replace("-", " ").split())
