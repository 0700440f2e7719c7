"""Python's errors as one Indonesian sentence that says what to do, the traceback folded away."""

from __future__ import annotations

import re
import sys
from html import escape
from typing import Any

from latihan.notebook import Shown, box
from latihan.numbers import SalahTulis
from latihan.remarks import POINTS

GROUPED = re.compile(r"(?<![\w.\"'])\d{1,3}(?:\.\d{3}){2,}(?![\w\"'])")


def sentence(error: BaseException, source: str = "") -> str:
    """Returns what happened and what to do next, for the errors that beginners meet most.

    >>> sentence(ZeroDivisionError())
    'Anda membagi dengan nol. Periksa angka pembaginya.'
    """
    if isinstance(error, SyntaxError):
        return _syntax(error, source or error.text or "")
    if isinstance(error, SalahTulis):
        return str(error)
    if isinstance(error, NameError):
        name = getattr(error, "name", None) or "itu"
        return (
            f"Nama `{name}` belum dikenal. Periksa ejaannya, "
            "atau jalankan dulu sel di atas yang membuatnya."
        )
    if isinstance(error, ZeroDivisionError):
        return "Anda membagi dengan nol. Periksa angka pembaginya."
    if isinstance(error, TypeError):
        return _type(str(error))
    return "Sel ini belum bisa dijalankan. Periksa lagi tulisannya, lalu coba jalankan kembali."


def _syntax(error: SyntaxError, source: str) -> str:
    if GROUPED.search(source):
        return POINTS
    message = str(error.msg or "")
    if "never closed" in message or "unexpected EOF" in message:
        return "Ada tanda kurung yang belum ditutup. Tambahkan kurung tutup ) di akhir."
    if "unterminated string" in message:
        return "Ada tanda kutip yang belum ditutup. Tambahkan tanda kutip di akhir teks."
    if "leading zeros" in message:
        return "Angka tidak boleh diawali nol. Hapus nol di depannya."
    return (
        f"Tulisan di baris {error.lineno or 1} belum bisa dibaca. "
        "Periksa tanda kali (*), bagi (/), kurung, dan spasi."
    )


def _type(message: str) -> str:
    if "ellipsis" in message:
        return (
            "Masih ada isian tiga titik ( ... ) di atas. Isi dulu, jalankan, lalu ulangi sel ini."
        )
    if "tuple" in message:
        return (
            "Ada angka dengan koma, dan koma memecahnya menjadi dua. Ganti koma dengan titik: 0.5."
        )
    if "str" in message:
        return 'Ada teks di dalam hitungan. Hapus tanda kutipnya, atau tulis rp("1.250.000").'
    if "not callable" in message:
        return "Ada tanda kali yang hilang di depan kurung. Tulis * di antara angka dan kurung."
    return "Ada dua hal yang tidak bisa dihitung bersama. Periksa tiap nama di rumus Anda."


def show(error: BaseException, details: str, source: str = "") -> Shown:
    """Returns the sentence to look at, with Python's own words folded away below it."""
    text = sentence(error, source)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", details)
    html = (
        f"{box('perbaiki', text)}<details><summary>Pesan asli Python</summary>"
        f"<pre>{escape(plain)}</pre></details>"
    )
    return Shown(html, text)


def install(shell: Any) -> None:
    """Makes an IPython shell tell errors that way."""
    from IPython.display import display

    def tell(
        self: Any, kind: Any, error: BaseException, tb: Any, tb_offset: Any = None
    ) -> list[str]:
        lines = self.InteractiveTB.structured_traceback(kind, error, tb, tb_offset=tb_offset)
        display(show(error, "\n".join(lines)))
        return list(lines)

    def tell_syntax(*_: Any, **__: Any) -> None:
        kind, error, _traceback = sys.exc_info()
        assert error is not None
        source = shell.user_ns.get("In", [""])[-1]
        lines = shell.SyntaxTB.structured_traceback(kind, error, [])
        display(show(error, "\n".join(lines), source))

    shell.set_custom_exc((Exception,), tell)
    shell.showsyntaxerror = tell_syntax
