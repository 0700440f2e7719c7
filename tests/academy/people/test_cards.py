"""Cards of a group: who reads them, what is on them, how one is taken out."""

from __future__ import annotations

from pathlib import Path

from academy.people import cards
from academy.people.cards import Card
from deployment.local.layout import Layout

CARDS = [
    Card("Siti <Aminah>", "Kelompok Mawar", "tosari", "kopi-sawah-lampu-4729"),
    Card("Budi", "Melati", "lumiga", "padi-ombak-talas-2345"),
    Card("Ani", "Kelompok Mawar", "kerupa", "madu-lebah-kebun-6789"),
]


def test_a_page_for_each_group(tmp_path: Path) -> None:
    """0600; names are text; whoever is not in the group is not on its page."""
    paths = cards.write(tmp_path, CARDS, "http://sekolah:8000")
    assert [path.name for path in paths] == ["kartu-kelompok-mawar.html", "kartu-melati.html"]
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    text = paths[0].read_text()
    for said in ("Siti &lt;Aminah&gt;", "tosari", "kopi-sawah-lampu-4729", "http://sekolah:8000"):
        assert said in text
    assert text.index("Ani") < text.index("Siti")
    assert "lumiga" not in text


def test_earlier_cards_stay(tmp_path: Path) -> None:
    """They may not have been printed yet."""
    first = cards.write(tmp_path, CARDS[1:2], "http://h")[0]
    before = first.read_text()
    second = cards.write(tmp_path, [Card("Eka", "Melati", "sirupe", "x")], "http://h")[0]
    assert (second.name, first.read_text()) == ("kartu-melati-2.html", before)


def test_strange_group_names_stay_in_the_folder(tmp_path: Path) -> None:
    """No path comes out of a name."""
    made = [Card("A", name, "tosari", "x") for name in ("../../etc", "Ωμέγα")]
    assert [p.name for p in cards.write(tmp_path, made, "http://h")] == [
        "kartu-etc.html",
        "kartu-peserta.html",
    ]


def test_one_card_is_taken_out(tmp_path: Path) -> None:
    """The others on the page stay whole."""
    path = cards.write(tmp_path, CARDS, "http://h")[0]
    cards.remove(Layout(tmp_path), "tosari")
    text = path.read_text()
    assert "tosari" not in text
    assert "Aminah" not in text
    assert text.count('<section class="card">') == text.count("</section>") == 1
    assert "kerupa" in text
    assert path.stat().st_mode & 0o777 == 0o600
