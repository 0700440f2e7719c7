"""The page behind *Lihat umpan balik*."""

from pathlib import Path

from latihan.lab import feedback_page
from latihan.lab.exchange import Feedback
from latihan.lab.receipts import Receipt

FIRST = Receipt(1, "A2B3", "23 November 2026 pukul 10.00", "t1")
SECOND = Receipt(2, "C4D5", "23 November 2026 pukul 11.00", "t2")


def test_who_has_not_submitted_reads_what_to_do() -> None:
    """Not that something is wrong."""
    assert "tekan Kirim" in feedback_page.waiting(None)


def test_who_has_submitted_reads_how_long() -> None:
    """With the number of her submission."""
    text = feedback_page.waiting(FIRST)
    assert "Kiriman nomor 1 sudah diterima pada 23 November 2026" in text
    assert "kurang dari satu menit" in text


def test_a_note_says_what_the_feedback_is_about(tmp_path: Path) -> None:
    """Above the page's own text, and with the newer submission where there is one."""
    path = tmp_path / "03_hpp.html"
    path.write_text("<html><body><h1>Nilai</h1></body></html>")
    text = feedback_page.page(Feedback(path, FIRST, 0), FIRST)
    assert text.index("untuk kiriman nomor 1") < text.index("<h1>Nilai")
    assert "sedang diperiksa" not in text
    assert "Kiriman nomor 2 sedang diperiksa" in feedback_page.page(
        Feedback(path, FIRST, 1), SECOND
    )


def test_a_page_without_a_body_is_shown_all_the_same(tmp_path: Path) -> None:
    """Whatever was released."""
    path = tmp_path / "x.html"
    path.write_text("<h1>Nilai</h1>")
    assert feedback_page.page(Feedback(path, FIRST, 0), FIRST).endswith("<h1>Nilai</h1>")
