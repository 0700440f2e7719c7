"""What runs in a trainee's kernel: `buka`, `cek`, `rp`, helpers for formulas, `bawa_pulang`, plain errors.

It holds no solution, no hidden check and no stored answer: what is right is judged on the school's
side, from the values that she hands in.
"""

from __future__ import annotations

from typing import Any

from latihan.checking import cek
from latihan.helpers import anuitas, bulat_naik
from latihan.numbers import rp
from latihan.shop import buka
from latihan.take_home import bawa_pulang

__all__ = ["anuitas", "bawa_pulang", "buka", "bulat_naik", "cek", "rp"]


def load_ipython_extension(shell: Any) -> None:
    """Lets errors be told in plain Indonesian; IPython calls this for `%load_ext latihan`."""
    from latihan.errors import install

    install(shell)
