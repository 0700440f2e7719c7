"""Notes of visits: kept, shown to whom they are for, taken back by their author only."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from academy.progress import store
from academy.progress.models import Visit
from academy.progress.store import Progress
from academy.web.progress_visits import LIMIT
from usaha.dates import today

from .conftest import PEOPLE, Site
from .progressed import progress_of, visit

FORM = "kunjungan/tosari"
SEEN = {
    "tosari": set(),
    "mentora": {"tosari", "lumiga"},
    "mentorb": {"kerupa"},
    "kantora": {"tosari", "lumiga", "kerupa", "bokasi"},
    "tamutak": set(),
}


@pytest.fixture
def progress(site: Site) -> Iterator[Progress]:
    """An empty database of tries."""
    with progress_of(site) as made:
        yield made


def _visits(progress: Progress) -> list[Visit]:
    with progress.reading() as session:
        return store.visits(session, PEOPLE)


@pytest.mark.parametrize("viewer", SEEN)
def test_who_may_read_and_write(site: Site, progress: Progress, viewer: str) -> None:
    """A mentor her groups', the office all, a trainee nobody's, not even her own."""
    visitor = site.visitor(viewer)
    names = [*PEOPLE, "hantua"]
    read = {name for name in names if visitor.get(f"kunjungan/{name}").status_code == 200}
    assert read == SEEN[viewer]
    for name in names:
        visitor.press(f"kunjungan/{name}", tanggal="2026-11-03", disampaikan="Halo", catatan="")
    assert {one.user_name for one in _visits(progress)} == SEEN[viewer]


def test_a_visit_is_kept_and_taken_back(site: Site, progress: Progress) -> None:
    """She reads what was told to her, the note is the mentors'; only its author removes it."""
    mentor, trainee = site.visitor("mentora"), site.visitor("tosari")
    sent = {"tanggal": "2026-11-03", "disampaikan": "Catat setiap hari.", "catatan": "Rajin."}
    page = mentor.send_form(FORM, **sent)
    assert page.url.endswith(FORM)
    assert "3 November 2026" in page.text
    assert "Rajin." in page.text
    hers = trainee.get("perjalanan").text
    assert "Catat setiap hari." in hers
    assert "Rajin." not in hers
    [kept] = _visits(progress)
    assert kept.mentor == "mentora"
    removal = f"{FORM}/hapus/{kept.id}"
    for name in ("kantora", "mentorb", "tosari"):
        assert site.visitor(name).press(removal).status_code == 403
    assert len(_visits(progress)) == 1
    assert mentor.press(removal).status_code == 200
    assert _visits(progress) == []


def test_a_note_is_removed_with_its_own_trainee_only(site: Site, progress: Progress) -> None:
    """A number that belongs to another trainee's visit is refused."""
    with progress.writing() as session:
        session.add(visit("lumiga", note="x"))
    [kept] = _visits(progress)
    assert site.visitor("mentora").press(f"{FORM}/hapus/{kept.id}").status_code == 403
    assert len(_visits(progress)) == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"disampaikan": "", "catatan": " "}, "Tulis dahulu apa yang Anda sampaikan"),
        ({"tanggal": "kemarin"}, "Tanggal kunjungan harus"),
        ({"tanggal": (today() + timedelta(days=2)).isoformat()}, "Tanggal kunjungan harus"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    site: Site, progress: Progress, changed: dict[str, str], said: str
) -> None:
    """What was typed stands in the form again."""
    sent = {"tanggal": "2026-11-03", "disampaikan": "Catat <semua>.", "catatan": "", **changed}
    page = site.visitor("mentora").send_form(FORM, **sent)
    assert page.status_code == 400
    assert said in page.text
    assert f'type="date" value="{sent["tanggal"]}"' in page.text
    if sent["disampaikan"]:
        assert "Catat &lt;semua&gt;.</textarea>" in page.text
    assert _visits(progress) == []


def test_without_the_forms_token_nothing_is_kept(site: Site, progress: Progress) -> None:
    """Another site's form cannot write in a mentor's name."""
    page = site.visitor("mentora").post(FORM, data={"tanggal": "2026-11-03", "catatan": "x"})
    assert page.status_code == 403
    assert _visits(progress) == []


def test_pressed_twice_it_is_one_visit(site: Site, progress: Progress) -> None:
    """A second one of the same day has other words."""
    sent = {"tanggal": "2026-11-03", "disampaikan": "Catat.", "catatan": ""}
    mentor = site.visitor("mentora")
    for words in ("Catat.", "Catat.", "Hitung."):
        page = mentor.send_form(FORM, **{**sent, "disampaikan": words})
        assert page.url.endswith(FORM)
    assert [one.told for one in _visits(progress)] == ["Hitung.", "Catat."]


def test_what_the_form_takes_is_kept_whole(site: Site, progress: Progress) -> None:
    """A browser counts the end of a line once and sends two signs for it."""
    lines = "\n".join(["tulis"] * 333)
    assert len(lines) <= LIMIT
    sent = lines.replace("\n", "\r\n")
    assert len(sent) > LIMIT
    site.visitor("mentora").send_form(FORM, tanggal="2026-11-03", disampaikan=sent, catatan="")
    assert [one.told for one in _visits(progress)] == [lines]


def test_who_waits_for_the_database_waits_alone(site: Site, progress: Progress) -> None:
    """While tries are being kept, a note waits its turn and other people's pages open."""
    mentor = site.visitor("mentora")
    form = mentor.get(FORM)
    sent = {"tanggal": "2026-11-03", "disampaikan": "Catat.", "catatan": ""}
    with ThreadPoolExecutor() as pool:
        with progress.writing() as session:
            store.visits(session, PEOPLE)  # the first statement takes the place
            kept = pool.submit(mentor.send_page, form, FORM, **sent)
            time.sleep(0.5)
            assert site.visitor().get("daftar", timeout=3).status_code == 200
            assert not kept.done()
        assert kept.result().url.endswith(FORM)
    assert len(_visits(progress)) == 1
