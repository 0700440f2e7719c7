"""What instalments are made of."""

import itertools
from decimal import Decimal
from xml.etree import ElementTree as ET

from usaha.credit import Instalment, schedule
from voila_apps.parts.charts import LETTERS, WIDTH
from voila_apps.parts.split_chart import split_chart


def drawn(rows: list[Instalment]) -> ET.Element:
    """Draw and parse."""
    html = split_chart(rows)
    return ET.fromstring(html[html.index("<svg") : html.index("</section>")])


def test_interest_and_principal_share_a_bar() -> None:
    """A quarter of 400 is interest: a quarter of the width, the rest beside it."""
    drawing = drawn([Instalment(1, 400, 100, 300, 0)])
    principal, interest = drawing.findall(".//{*}rect")[2:]
    assert (interest.get("x"), float(interest.get("width") or 0)) == ("0.0", WIDTH / 4)
    assert (float(principal.get("x") or 0), float(principal.get("width") or 0)) == (
        WIDTH / 4,
        WIDTH * 3 / 4,
    )
    label = drawing.get("aria-label") or ""
    assert label == "Isi angsuran Anda: Bulan 1: Rp400, bunga Rp100, pokok Rp300."


def test_words_fit_and_do_not_lie_on_each_other() -> None:
    """Large amounts take two lines; every line stands lower than the one before."""
    rows = schedule(499_999_999_999, Decimal("0.9"), 36, "annuity")
    lines = drawn([rows[0], rows[17], rows[35]]).findall(".//{*}text")
    assert max(len("".join(each.itertext())) for each in lines) <= LETTERS
    feet = [float(each.get("y") or 0) for each in lines]
    assert all(after - before >= 20 for before, after in itertools.pairwise(feet))


def test_without_interest_there_is_one_colour() -> None:
    """No interest, no bar for it; no instalments, no bars."""
    assert len(drawn([Instalment(1, 400, 0, 400, 0)]).findall(".//{*}rect")) == 3
    assert len(drawn([]).findall(".//{*}rect")) == 2


def test_listeners_hear_whole_sentences() -> None:
    """What the eye gets in lines has no commas for it to the ear."""
    label = drawn([Instalment(1, 4 * 10**11, 10**11, 3 * 10**11, 0)]).get("aria-label") or ""
    assert label.endswith("bunga Rp100.000.000.000, pokok Rp300.000.000.000.")
