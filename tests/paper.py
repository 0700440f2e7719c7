"""What is on a page that comes out of a printer: its words, and the square that a phone reads."""

from __future__ import annotations

import pypdfium2
import zxingcpp


def square_on(pdf: bytes) -> str:
    """Draw the first page as a printer would, and read its QR code as a phone does."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=1.5).to_pil()
    (square,) = zxingcpp.read_barcodes(picture)
    return str(square.text)


def words_on(pdf: bytes) -> str:
    """Give the words of all pages, line by line."""
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range().replace("\r", "") for page in pages)
