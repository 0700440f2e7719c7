"""Tests of `latihan.errors`: Python's errors as sentences."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from latihan.errors import install, sentence


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = 1.250.000", "titik ribuan"),
        ("x = (1 + 2", "kurung tutup"),
        ("x = 'a", "tanda kutip"),
        ("x = 007", "diawali nol"),
        ("x = 2 harga", "belum bisa dibaca"),
        ("hrga * 2", "`hrga` belum dikenal"),
        ("1 / 0", "membagi dengan nol"),
        ("... * 2", "isian tiga titik"),
        ("(0, 5) / 2", "Ganti koma dengan titik"),
        ("'2' + 2", "Hapus tanda kutip"),
        ("harga = 2; harga (3)", "tanda kali yang hilang"),
        ("[].x", "belum bisa dijalankan"),
    ],
)
def test_each_error_says_what_to_do(source: str, words: str) -> None:
    """The errors that beginners meet, from real Python."""
    with pytest.raises(Exception) as caught:  # noqa: PT011 (each source has its own)
        exec(compile(source, "sel", "exec"), {})
    assert words in sentence(caught.value, source)


@pytest.fixture
def shell() -> Iterator[InteractiveShell]:
    """The one shell of this process, with our errors."""
    shell = InteractiveShell.instance()
    install(shell)
    yield shell
    InteractiveShell.clear_instance()


@pytest.mark.parametrize(
    ("source", "words"), [("1 / 0", "membagi dengan nol"), ("x = 1.250.000", "titik ribuan")]
)
def test_in_a_shell_the_traceback_is_folded_away(
    shell: InteractiveShell, source: str, words: str
) -> None:
    """Both a failing line and one that cannot be parsed show the sentence first."""
    with capture_output() as captured:
        shell.run_cell(source)
    html = captured.outputs[0].data["text/html"]
    assert words in html
    assert "<details>" in html
    assert captured.stdout == captured.stderr == ""
