"""A mentor opens exercises by hand, for her own trainees only, and it is written down."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import delete

from academy.people.models import Group, Opening
from academy.progress.store import Progress

from .conftest import PEOPLE, Site
from .progressed import FIRST, SECOND, attempt, progress_of

CLOSED = "Buka untuk peserta ini: Buku Kas Harian"
AGAIN = "Tutup lagi untuk peserta ini: Buku Kas Harian"
MAY = {
    "tosari": set(),
    "mentora": {"tosari", "lumiga"},
    "mentorb": {"kerupa"},
    "kantora": {"tosari", "lumiga", "kerupa", "bokasi"},
    "tamutak": set(),
}


@pytest.fixture
def progress(site: Site) -> Iterator[Progress]:
    """An empty database of tries; what was opened is closed again."""
    with progress_of(site) as made:
        yield made
    with site.store.writing() as session:
        session.execute(delete(Opening))


def opened(site: Site) -> set[str | None]:
    """To whom something is open by hand."""
    with site.store.reading() as session:
        return {one.user_name for one in session.query(Opening)}


@pytest.mark.parametrize("viewer", MAY)
def test_who_may_open_and_close_to_whom(site: Site, progress: Progress, viewer: str) -> None:
    """A mentor to her groups', the office to all, nobody to a name that there is not."""
    visitor = site.visitor(viewer)
    for deed, left in (("buka", MAY[viewer]), ("tutup", set())):
        for name in [*PEOPLE, "hantua"]:
            page = visitor.press(f"perjalanan/{name}/{deed}", latihan=SECOND)
            assert page.status_code == (200 if name in MAY[viewer] else 403)
        assert opened(site) == left


def test_it_opens_and_is_written_down(site: Site, progress: Progress) -> None:
    """Her page says that she may work on it; twice is once."""
    mentor = site.visitor("mentora")
    assert "Selesaikan dahulu:" in site.visitor("tosari").get("perjalanan").text
    page = mentor.get("perjalanan/tosari").text
    assert CLOSED in page
    for _ in range(2):
        after = mentor.press("perjalanan/tosari/buka", latihan=SECOND).text
    assert CLOSED not in after
    assert "Buka untuk peserta ini" not in site.visitor("tosari").get("perjalanan").text
    with site.store.reading() as session:
        [kept] = session.query(Opening)
    assert (kept.user_name, kept.group_id, kept.mentor) == ("tosari", None, "mentora")


def test_for_a_group(site: Site, progress: Progress) -> None:
    """Her own, by the page's form; another's is refused."""
    with site.store.reading() as session:
        groups = {group.name: group.id for group in session.query(Group)}
    mentor, path = site.visitor("mentora"), f"pendampingan/{groups['Mawar']}"
    page = mentor.send_form(path, f"{path}/buka", latihan=SECOND)
    assert page.url.endswith(path)
    for name in ("tosari", "lumiga"):
        text = mentor.get(f"perjalanan/{name}").text
        assert CLOSED not in text
    other = f"pendampingan/{groups['Melati']}/buka"
    for viewer, number in (
        ("mentora", other),
        ("tosari", f"{path}/buka"),
        ("mentora", "pendampingan/4711/buka"),
    ):
        assert site.visitor(viewer).press(number, latihan=SECOND).status_code == 403
    with site.store.reading() as session:
        assert [one.group_id for one in session.query(Opening)] == [groups["Mawar"]]


def test_it_is_closed_again(site: Site, progress: Progress) -> None:
    """By the buttons of the page; not offered to her, nor where it would close nothing."""
    mentor = site.visitor("mentora")
    mentor.press("perjalanan/tosari/buka", latihan=SECOND)
    assert AGAIN in mentor.get("perjalanan/tosari").text
    assert "Tutup lagi" not in site.visitor("tosari").get("perjalanan").text
    assert "Tutup lagi" not in mentor.get("perjalanan/lumiga").text
    page = mentor.send_form("perjalanan/tosari", "perjalanan/tosari/tutup")
    assert CLOSED in page.text
    assert opened(site) == set()

    mentor.press("perjalanan/tosari/buka", latihan=SECOND)
    with progress.writing() as session:
        session.add(attempt("tosari", FIRST, 90))
    assert AGAIN not in mentor.get("perjalanan/tosari").text, "she has mastered what comes before"


def test_it_is_closed_again_for_a_group(site: Site, progress: Progress) -> None:
    """What was opened to one of them alone stays; another's group cannot be closed."""
    with site.store.reading() as session:
        number = session.query(Group).filter_by(name="Mawar").one().id
    mentor, path = site.visitor("mentora"), f"pendampingan/{number}"
    mentor.press("perjalanan/tosari/buka", latihan=SECOND)
    mentor.press(f"{path}/buka", latihan=SECOND)
    assert "Tutup lagi untuk kelompok ini: Buku Kas Harian" in mentor.get(path).text
    refused = site.visitor("mentorb").press(f"{path}/tutup", latihan=SECOND)
    assert refused.status_code == 403
    page = mentor.send_form(path, f"{path}/tutup")
    assert page.url.endswith(path)
    assert "Tutup lagi" not in page.text
    assert opened(site) == {"tosari"}


@pytest.mark.parametrize("name", ["", "pembukuan_77", "../salt"])
def test_an_exercise_that_there_is_not(site: Site, progress: Progress, name: str) -> None:
    """A sentence, and nothing kept."""
    page = site.visitor("kantora").press("perjalanan/tosari/buka", latihan=name)
    assert page.status_code == 400
    assert "Pilih dahulu latihan" in page.text
    assert opened(site) == set()
