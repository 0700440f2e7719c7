"""What runs in a trainee's kernel: `buka` opens her shop, `cek` gives hints, `rp` reads rupiah.

It holds no solution, no hidden check and no stored answer: what is right is judged on the school's
side, from the values that she hands in.
"""

from __future__ import annotations

from typing import Any

from latihan.checking import cek
from latihan.numbers import rp
from latihan.shop import buka

__all__ = ["buka", "cek", "rp"]


def load_ipython_extension(shell: Any) -> None:
    """Lets errors be told in plain Indonesian; IPython calls this for `%load_ext latihan`."""
    from latihan.errors import install

    install(shell)
