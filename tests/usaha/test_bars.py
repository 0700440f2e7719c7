"""Bars as HTML."""

from html.parser import HTMLParser

from usaha.bars import Bar, alternative_text, html_bars

BARS = [Bar("material", "Bahan", 8000), Bar("other", "Lain & lain", 2000), Bar("loss", "Rugi", 0)]


class Checker(HTMLParser):
    """Collects what is seen and whether every element is closed."""

    def __init__(self) -> None:
        """Start with nothing open and nothing seen."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last, and no other."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.seen.append(data)


def test_every_bar_carries_its_word_and_rupiah() -> None:
    """Nothing depends on a colour, and the HTML is sound."""
    checker = Checker()
    checker.feed(html_bars("Ke mana uangnya?", BARS))
    assert checker.open == []
    assert checker.seen == [
        "Ke mana uangnya?", "Bahan", "Rp8.000", "Lain & lain", "Rp2.000", "Rugi", "Rp0",
    ]  # fmt: skip


def test_widths_follow_the_rupiah() -> None:
    """The largest is as wide as the page, a quarter of it a quarter, nothing as nothing."""
    html = html_bars("Biaya", BARS)
    assert [html.count(f"width:{width}%") for width in ("100.0", "25.0", "0.0")] == [1, 1, 1]


def test_a_loss_is_striped() -> None:
    """A loss is told apart without colour."""
    assert "repeating-linear-gradient" in html_bars("", [Bar("loss", "Rugi", 5)])
    assert "repeating-linear-gradient" not in html_bars("", [Bar("profit", "Untung", 5)])


def test_typed_text_is_not_markup() -> None:
    """What somebody typed cannot become HTML."""
    html = html_bars("<b>", [Bar("x", '"><script>', 1)])
    assert "<script" not in html
    assert '"><' not in html.replace('"></div>', "").replace('"><div', "").replace('"><span', "")


def test_alternative_text_and_no_bars() -> None:
    """The alternative says the same in words; no bars are no error."""
    assert alternative_text("Biaya", BARS[:1]) == "Biaya: Bahan Rp8.000."
    assert "Biaya" in html_bars("Biaya", [])
