"""The ways in: first pages, the language, the style."""

from __future__ import annotations

import pytest

from .conftest import PREFIX, Site


@pytest.mark.parametrize(
    ("name", "page"), [("mentora", "peserta"), ("kantora", "peserta"), ("bokasi", "saya")]
)
def test_everybody_arrives_somewhere(site: Site, name: str, page: str) -> None:
    """The service's own address leads to the first page of the role."""
    answer = site.visitor(name).get("", allow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith(PREFIX)
    assert site.visitor(name).get(page).status_code == 200


def test_english_by_a_click_and_back(site: Site) -> None:
    """The click leads back to the same page; the next pages stay English."""
    visitor = site.visitor("mentora")
    assert "Daftar peserta" in visitor.get("peserta").text
    page = visitor.get("bahasa/en?dari=peserta/tosari")
    assert page.url.endswith("/peserta/tosari")
    assert '<html lang="en">' in page.text
    assert "Forgotten password" in page.text
    assert 'href="/services/belajar/alat/index.en.html"' in page.text
    assert "Daftar peserta" in visitor.get("bahasa/id?dari=peserta").text
    assert visitor.get("bahasa/xx").status_code == 404


@pytest.mark.parametrize("target", ["//lain.example", "https://lain.example", "a?b=c", "\\lain"])
def test_the_way_back_leads_nowhere_else(site: Site, target: str) -> None:
    """Only to a page of the service."""
    answer = site.visitor().get("bahasa/en", params={"dari": target}, allow_redirects=False)
    place = answer.headers["Location"]
    assert place.startswith(PREFIX)
    assert "lain.example" not in place or place.startswith(PREFIX + "/")
    assert "//" not in place


def test_the_style_is_the_hubs_and_kept_for_long(site: Site) -> None:
    """Its address changes with it, so a browser may keep it."""
    visitor = site.visitor()
    page = visitor.get("daftar").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    style = visitor.get(address.removeprefix(PREFIX))
    assert ".brand{" in style.text
    assert ".tabs" in style.text
    assert "immutable" in style.headers["Cache-Control"]


def test_the_way_back_knows_an_exercise(site: Site) -> None:
    """Its name has an underscore."""
    here = "pendampingan/1/soal/pembukuan_03_hpp"
    answer = site.visitor().get("bahasa/en", params={"dari": here}, allow_redirects=False)
    assert answer.headers["Location"].endswith(f"/{here}")
