"""Cards to print: whose they are, how they look, how they go."""

from __future__ import annotations

import base64
import hashlib
import re

from academy.people import cards
from academy.people.cards import Card

from .conftest import Site


def test_her_sheets_are_hers_and_go_when_handed_out(site: Site) -> None:
    """Another mentor and the office see none of them; their own style is the only one allowed."""
    folder = cards.folder_of(site.school, "mentora")
    folder.mkdir(parents=True)
    cards.write(folder, [Card("Ani <b>", "Mawar & Co", "tosari", "kopi-2")], "http://sekolah")
    mentor = site.visitor("mentora")
    listed = mentor.get("impor/kartu").text
    assert "Mawar &amp; Co" in listed
    assert "1 kartu" in listed
    assert "kopi-2" not in listed

    sheet = mentor.get("impor/kartu/kartu-mawar-co")
    style = re.findall(r"<style>(.*?)</style>", sheet.text, re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in sheet.headers["Content-Security-Policy"]
    assert "kopi-2" in sheet.text
    assert sheet.headers["Cache-Control"] == "no-store"

    for other in ("mentorb", "kantora"):
        stranger = site.visitor(other)
        assert stranger.get("impor/kartu/kartu-mawar-co").status_code == 404
        assert stranger.press("impor/kartu/kartu-mawar-co/hapus").status_code == 404
    assert mentor.get("impor/kartu/..%2fmentora%2fkartu-mawar-co").status_code == 404
    assert mentor.get("impor/kartu/kartu-mawar-co/hapus").url.endswith("/impor/kartu")
    page = mentor.send_form("impor/kartu", "impor/kartu/kartu-mawar-co/hapus")
    assert "Tidak ada kartu" in page.text
    assert list(folder.iterdir()) == []


def test_an_erased_person_leaves_no_card(site: Site) -> None:
    """Also on the sheets that a mentor has made on the pages."""
    folder = cards.folder_of(site.school, "mentorb")
    folder.mkdir(parents=True)
    cards.write(folder, [Card("Ani", "Melati", "kerupa", "kopi-2")], "http://sekolah")
    cards.remove(site.school, "kerupa")
    assert "kopi-2" not in (folder / "kartu-melati.html").read_text()
