"""Python's errors as one Indonesian sentence that says what to do, the traceback folded away."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from latihan.notebook import Shown, box
from latihan.numbers import SalahTulis
from latihan.slips import GROUPED, find_slip, near_name

__all__ = ["GROUPED", "install", "sentence", "show"]

UNKNOWN = "Sel ini belum bisa dijalankan. Periksa lagi tulisannya, lalu coba jalankan kembali."
DIVISION = "Anda membagi dengan nol. Periksa angka pembaginya."
INDENT = "Ada spasi di awal baris. Hapus spasi itu, supaya baris mulai dari tepi kiri."
ATTRIBUTE = (
    "Ada titik di antara dua nama. Titik tidak dipakai di dalam nama: pakai garis bawah, "
    "misalnya biaya_bahan."
)
INDEX = "Nomor urutnya di luar daftar. Periksa ada berapa isinya, lalu kecilkan nomornya."
KEY = "Isi bernama {name} tidak ada. Periksa ejaan nama di dalam kurung siku."
VALUE = 'Teks itu tidak bisa dijadikan angka. Tulis angkanya saja, atau rp("1.250.000").'
BIG = "Hasilnya terlalu besar. Periksa tanda kalinya: untuk mengalikan cukup satu bintang."
IMPORT = "Tidak perlu import di sini. Hapus baris itu, lalu jalankan sel pertama halaman ini."
FILE = "Berkas itu tidak ada di folder ini. Periksa ejaan namanya."
QUOTE = "Ada tanda kutip yang belum ditutup. Tambahkan tanda kutip di akhir teks."
OPEN = "Ada tanda kurung yang belum ditutup. Tambahkan kurung tutup ) di akhir."
CLOSED = "Ada kurung tutup tanpa kurung buka. Hapus satu, atau tambahkan kurung bukanya."
PAIR = "Kurung buka dan kurung tutup tidak sejenis. Pakai kurung biasa ( ) untuk hitungan."
EQUALS = "Untuk memberi nilai, pakai satu tanda =, misalnya biaya = 20 * 15000."

# What Python calls it, and what we say; the first that fits is told.
SYNTAX = (
    ("unterminated", QUOTE),
    ("unmatched", CLOSED),
    ("does not match opening", PAIR),
    ("leading zeros", "Angka tidak boleh diawali nol. Hapus nol di depannya."),
)
TYPE = (
    (
        "ellipsis",
        "Masih ada isian tiga titik ( ... ) di atas. Isi dulu, jalankan, lalu ulangi sel ini.",
    ),
    (
        "tuple",
        "Ada angka dengan koma, dan koma memecahnya menjadi dua. Ganti koma dengan titik: 0.5.",
    ),
    (
        "not callable",
        "Ada tanda kali yang hilang di depan kurung. Tulis * di antara angka dan kurung.",
    ),
    ("argument", "Isi di dalam kurung kurang atau lebih. Samakan dengan contoh di pelajaran."),
    ("str", 'Ada teks di dalam hitungan. Hapus tanda kutipnya, atau tulis rp("1.250.000").'),
    ("NoneType", "Satu nama di rumus ini belum berisi angka. Jalankan dulu sel yang mengisinya."),
    ("", "Ada dua hal yang tidak bisa dihitung bersama. Periksa tiap nama di rumus Anda."),
)


def sentence(error: BaseException, source: str = "", known: Iterable[str] = ()) -> str:
    """Returns what happened and what to do next, for the errors that beginners meet most.

    Args:
        error: what Python raised.
        source: the cell, as it was typed.
        known: names that exist in the notebook, to guess which one was meant.

    >>> sentence(ZeroDivisionError())
    'Anda membagi dengan nol. Periksa angka pembaginya.'
    >>> sentence(NameError(name="hrga"), known=["harga"])
    'Nama `hrga` belum dikenal. Maksud Anda `harga`?'
    """
    if isinstance(error, SalahTulis):
        return str(error)
    if isinstance(error, SyntaxError):
        return _syntax(error, source or error.text or "")
    if isinstance(error, NameError):
        return _name(error.name or "itu", source, [n for n in known if not n.startswith("_")])
    return next((tell(error) for kind, tell in RUNTIME if isinstance(error, kind)), UNKNOWN)


def _syntax(error: SyntaxError, source: str) -> str:
    lines = source.splitlines() or [""]
    line = lines[min(error.lineno or 1, len(lines)) - 1]
    message = str(error.msg or "")
    by_message = next((text for words, text in SYNTAX if words in message), None)
    slip = find_slip(line)
    if isinstance(error, IndentationError):
        return INDENT
    if "never closed" in message or "unexpected EOF" in message:
        return OPEN
    # A slanted quotation mark or the like explains an open text better than Python does.
    if by_message and (slip is None or message.startswith(("unmatched", "closing"))):
        return by_message
    return slip or by_message or f"Tulisan di baris {error.lineno or 1} belum bisa dibaca. " + HELP


HELP = "Periksa tanda kali (*), bagi (/), kurung, dan spasi."


def _name(name: str, source: str, known: list[str]) -> str:
    """Says which name is meant, where one is near, and tells apart what only looks like a name."""
    if re.fullmatch(r"[Rr]p\d+|\d\w*", name):
        return find_slip(name) or UNKNOWN
    if re.search(rf"^\s*{re.escape(name)}\s*==", source, re.MULTILINE):
        return EQUALS
    if near := near_name(name, known):
        return f"Nama `{name}` belum dikenal. Maksud Anda `{near}`?"
    return (
        f"Nama `{name}` belum dikenal. Periksa ejaannya, "
        "atau jalankan dulu sel di atas yang membuatnya."
    )


def _type(error: BaseException) -> str:
    return next(text for words, text in TYPE if words in str(error))


def _key(error: BaseException) -> str:
    return KEY.format(name=f"`{str(error.args[0])[:30]}`" if error.args else "itu")


RUNTIME: tuple[tuple[type[BaseException], Callable[[BaseException], str]], ...] = (
    (ZeroDivisionError, lambda _: DIVISION),
    (OverflowError, lambda _: BIG),
    (TypeError, _type),
    (KeyError, _key),
    (IndexError, lambda _: INDEX),
    (AttributeError, lambda _: ATTRIBUTE),
    (ImportError, lambda _: IMPORT),
    (ValueError, lambda _: VALUE),
    (FileNotFoundError, lambda _: FILE),
)


def show(error: BaseException, details: str, source: str = "", known: Iterable[str] = ()) -> Shown:
    """Returns the sentence to look at, with Python's own words folded away below it."""
    text = sentence(error, source, known)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", details)
    html = (
        f"{box('perbaiki', text)}<details><summary>Pesan asli Python</summary>"
        f"<pre>{escape(plain)}</pre></details>"
    )
    return Shown(html, text)


def install(shell: Any) -> None:
    """Makes an IPython shell tell errors that way."""
    from IPython.display import display

    def told(error: BaseException, lines: list[str]) -> None:
        source = shell.user_ns.get("In", [""])[-1]
        display(show(error, "\n".join(lines), source, list(shell.user_ns)))

    def tell(
        self: Any, kind: Any, error: BaseException, tb: Any, tb_offset: Any = None
    ) -> list[str]:
        lines = self.InteractiveTB.structured_traceback(kind, error, tb, tb_offset=tb_offset)
        told(error, lines)
        return list(lines)

    def tell_syntax(*_: Any, **__: Any) -> None:
        kind, error, _traceback = sys.exc_info()
        assert error is not None
        told(error, shell.SyntaxTB.structured_traceback(kind, error, []))

    # ipykernel answers with this list, which IPython sets only where it tells errors itself.
    vars(shell).setdefault("_last_traceback", [])
    shell.set_custom_exc((Exception,), tell)
    shell.showsyntaxerror = tell_syntax
