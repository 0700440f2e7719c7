"""Tests of `latihan.errors`: Python's errors as sentences, from real Python."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from latihan.errors import install, sentence
from latihan.numbers import rp


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = (1 + 2", "kurung tutup"),
        ("x = rp('5'", "kurung tutup"),
        ("x = 1 + 2)", "tanpa kurung buka"),
        ("x = (1 + 2]", "tidak sejenis"),
        ("x = 'a", "kutip yang belum ditutup"),
        ('x = """a', "kutip yang belum ditutup"),
        ("x = \u201ca", "kutip lurus"),
        ("  x = 5", "spasi di awal baris"),
        ("x = 5\n y = 3", "spasi di awal baris"),
        ("x = 007", "diawali nol"),
        ("a = 5\nb = 2 harga", "tanda hitung yang hilang"),
        ("x = 5 $ 3", "belum bisa dibaca"),
        ("x = 5 = 3", "di kiri tanda ="),
        ("biaya == 5", "satu tanda ="),
        ("hrga_melinjo * 2", "Maksud Anda `harga_melinjo`?"),
        ("listrik * 2", "`listrik` belum dikenal. Periksa ejaannya"),
        ("Rp25000 * 2", "Jangan tulis Rp"),
        ("1 / 0", "membagi dengan nol"),
        ("... * 2", "isian tiga titik"),
        ("(0, 5) / 2", "Ganti koma dengan titik"),
        ("'2' + 2", "Hapus tanda kutip"),
        ("harga_melinjo (3)", "tanda kali yang hilang"),
        ("rp()", "kurang atau lebih"),
        ("None * 2", "belum berisi angka"),
        ("[1] - {}", "tidak bisa dihitung bersama"),
        ("{'gas': 1}['listrik']", "`listrik` tidak ada"),
        ("[1, 2][5]", "di luar daftar"),
        ("harga_melinjo.kg", "Ada titik di antara dua nama"),
        ("int('lima')", "tidak bisa dijadikan angka"),
        ("import pandaz", "Tidak perlu import"),
        ("open('nota.txt')", "Berkas itu tidak ada"),
        ("2.0 ** 9999", "terlalu besar"),
        ("rp('1.2.3')", "1.2.3"),
        ("raise RuntimeError", "belum bisa dijalankan"),
    ],
)
def test_each_error_says_what_to_do(source: str, words: str) -> None:
    """More than twenty errors that beginners meet, each with a sentence of its own."""
    names = {"harga_melinjo": 18_000, "rp": rp}
    with pytest.raises(Exception) as caught:  # noqa: PT011 (each source has its own)
        exec(compile(source, "sel", "exec"), dict(names))
    told = sentence(caught.value, source, names)
    assert words in told
    assert "Error" not in told


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """The one shell of this process, with our errors."""
    shell = InteractiveShell.instance()
    install(shell)
    yield shell
    InteractiveShell.clear_instance()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("1 / 0", "membagi dengan nol"),
        ("x = 1.250.000", "titik ribuan"),
        (" x = 1\n  y = 2", "spasi di awal baris"),
        ("harga_melinjo = 5\nharga_melinj * 2", "Maksud Anda `harga_melinjo`?"),
        ("biaya_bahan == 5", "satu tanda ="),
    ],
)
def test_in_a_shell_the_traceback_is_folded_away(
    shell: InteractiveShell, source: str, words: str
) -> None:
    """Both a failing line and one that cannot be parsed show the sentence first."""
    with capture_output() as captured:
        shell.run_cell(source, store_history=True)
    html = captured.outputs[0].data["text/html"]
    assert words in html.replace("<code>", "`").replace("</code>", "`")
    assert "<details>" in html
    assert captured.stdout == captured.stderr == ""


def test_a_kernel_can_answer_after_an_error() -> None:
    """ipykernel reads the last traceback from the shell; without one it would never answer."""
    shell = InteractiveShell()
    vars(shell).pop("_last_traceback", None)
    install(shell)
    assert shell._last_traceback == []
