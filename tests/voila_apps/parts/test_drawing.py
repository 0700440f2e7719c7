"""The frame of a drawing."""

from xml.etree import ElementTree as ET

from voila_apps.parts.drawing import drawing_html, key, line, rect, text


def test_words_are_escaped_and_the_whole_is_well_formed() -> None:
    """Her words stand in the heading, the text and what is read aloud, and nowhere as markup."""
    html = drawing_html("<b>", 'a "b"', 40, [text(0, 10, "x < y"), key(30, "#000", "<script>")])
    drawing = ET.fromstring(html[html.index("<svg") : html.index("</section>")])
    assert "<h2>&lt;b&gt;</h2>" in html
    assert "<script" not in html
    assert drawing.get("aria-label") == '<b>: a "b".'
    assert drawing.get("viewBox") == "0 0 328 40"
    assert [each.text for each in drawing.findall(".//{*}text")] == ["x < y", "<script>"]


def test_what_is_thin_can_still_be_seen() -> None:
    """A share of nearly nothing is a pixel wide, and a line goes where it is told."""
    assert 'width="1.0" height="1.0"' in rect(0, 0, 0.001, 0, "#000")
    assert (
        line(1, 2, 3, 4, 'stroke="#000"')
        == '<line x1="1.0" y1="2.0" x2="3.0" y2="4.0" stroke="#000"/>'
    )
