"""The mentor's page: who needs help, with a text to send; what waits; nobody of another group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from academy.people.models import Group
from academy.progress.store import Progress
from academy.progress.stuck import Why
from academy.web.progress_group import SENTENCES
from academy.web.words import english

from .conftest import Site
from .progressed import FIRST, attempt, progress_of, review


@pytest.fixture
def progress(site: Site) -> Iterator[Progress]:
    """An empty database of tries."""
    with progress_of(site) as made:
        yield made


@pytest.fixture(scope="module")
def numbers(site: Site) -> dict[str, int]:
    """The groups' numbers by name."""
    with site.store.reading() as session:
        return {group.name: group.id for group in session.query(Group)}


@pytest.mark.parametrize(
    ("viewer", "codes"),
    [
        ("tosari", (403, 403, 403)),
        ("mentora", (200, 403, 403)),
        ("mentorb", (403, 200, 403)),
        ("kantora", (200, 200, 403)),
        ("tamutak", (403, 403, 403)),
    ],
)
def test_whose_group_opens(
    site: Site, progress: Progress, numbers: dict[str, int], viewer: str, codes: tuple[int, ...]
) -> None:
    """A mentor's own, all to the office; a number that there is not is as closed as another's."""
    visitor = site.visitor(viewer)
    paths = [f"pendampingan/{number}" for number in (numbers["Mawar"], numbers["Melati"], 4711)]
    pages = [visitor.get(path) for path in paths]
    assert tuple(page.status_code for page in pages) == codes
    assert not any("Siti" in page.text for page in pages if page.status_code == 403)


def test_the_only_group_opens_at_once(site: Site, progress: Progress) -> None:
    """The office has a list."""
    assert re.search(r"/pendampingan/\d+$", site.visitor("mentora").get("pendampingan").url)
    text = site.visitor("kantora").get("pendampingan").text
    assert "Mawar" in text
    assert "Melati" in text
    assert "2 orang" in text
    assert f"pendampingan/semua/soal/{FIRST}" in text


def test_who_needs_help(site: Site, progress: Progress, numbers: dict[str, int]) -> None:
    """With the reason, and a chat that holds the text and her number; hers only."""
    with progress.writing() as session:
        session.add_all(
            [attempt("tosari", FIRST, 20, days=2), attempt("tosari", FIRST, 30, days=1)]
        )
    text = site.visitor("mentora").get(f"pendampingan/{numbers['Mawar']}").text
    needy = text.split('id="dibantu"')[1].split("<h2")[0]
    assert "Perlu dibantu: 2 orang" in text
    assert "Dua kali mencoba Uang Usaha vs Uang Pribadi dan belum berhasil" in needy
    assert "Belum membuka apa pun" in needy  # the other one
    link = re.search(r'href="(https://wa.me/[^"]+)"', needy.split("Siti Tosari")[1])
    assert link
    chat = urlsplit(link[1])
    assert chat.path == "/" + (site.person("tosari").phone or "").lstrip("+")
    assert parse_qs(chat.query)["text"][0].startswith("Halo Siti Tosari, salam")
    assert "Kerupa" not in text


def test_who_does_well_and_what_waits(
    site: Site, progress: Progress, numbers: dict[str, int]
) -> None:
    """One handed in yesterday and waits for the mentor's points."""
    with progress.writing() as session:
        session.add_all([attempt("lumiga", FIRST, 90, days=1), review("lumiga")])
    text = site.visitor("mentora").get(f"pendampingan/{numbers['Mawar']}").text
    assert "Berjalan baik: 1 orang" in text
    assert "Menunggu nilai Anda: 1" in text
    assert "Siti Lumiga: Uang Usaha vs Uang Pribadi (4 poin)" in text
    assert f"/pendampingan/{numbers['Mawar']}/soal/{FIRST}" in text
    with progress.writing() as session:
        session.merge(review("lumiga", 3.0))
    text = site.visitor("mentora").get(f"pendampingan/{numbers['Mawar']}").text
    assert "Menunggu nilai Anda: 0" in text


def test_every_reason_has_its_sentence_in_both_languages() -> None:
    """And with the same gaps."""
    assert set(SENTENCES) == set(Why)
    for sentence in SENTENCES.values():
        gaps = re.findall(r"{\w+}", sentence)
        assert sorted(re.findall(r"{\w+}", english()[sentence])) == sorted(gaps)
