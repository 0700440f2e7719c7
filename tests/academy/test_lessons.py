"""Lessons are built once, whole: notebooks that ran cleanly and light pages."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser

from academy.catalog import load_catalog
from academy.lessons import build_lessons, check_weight, listing
from academy.notebooks import BuildError

# A phone with an Indonesian voice, or none: what is spoken is kept in `said`.
SPEECH = """(() => {
  window.said = [];
  const voices = %s;
  const speech = {
    getVoices: () => voices, cancel() {}, onvoiceschanged: null,
    speak(words) { said.push(words.text); setTimeout(() => words.onend(), 20); },
  };
  Object.defineProperty(window, "speechSynthesis", {value: speech});
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
})()"""
HPP = "curriculum/pembukuan/03_hpp.md"


@pytest.fixture(scope="module")
def built(clone: Path, trainee_env: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything built, once for this module."""
    out = tmp_path_factory.mktemp("built")
    build_lessons(clone, out, trainee_env / "bin" / "python")
    return out


@pytest.fixture
def copy(clone: Path, tmp_path: Path) -> Path:
    """A clone's lessons, to break."""
    shutil.copytree(clone / "curriculum", tmp_path / "clone" / "curriculum")
    return tmp_path / "clone"


def test_each_unit_has_a_notebook_and_a_page(clone: Path, built: Path) -> None:
    """Exactly what the contract names is written."""
    units = load_catalog(clone).units
    wanted = {"site/index.html", "lessons/daftar.json"}
    wanted |= {"site/alat/index.html", "site/alat/index.en.html"}
    wanted |= {f"lessons/{unit.id}.ipynb" for unit in units}
    wanted |= {f"site/pelajaran/{unit.id}.html" for unit in units}
    assert {str(path.relative_to(built)) for path in built.rglob("*.*")} == wanted


def test_the_list_begins_and_ends_with_the_tests_of_a_track(clone: Path) -> None:
    """In the order in which a trainee meets them; a test is fetched, a lesson lies there."""
    track = load_catalog(clone).tracks[0]
    rows = [row for row in listing(load_catalog(clone)) if row["track"] == track.title.id]
    assert rows[0]["assignment"] == f"{track.id}_00_uji_awal"
    assert rows[-1]["assignment"] == f"{track.id}_99_uji_akhir"
    assert [row["path"] for row in rows[1:-1]] == [f"{unit.id}.ipynb" for unit in track.units]


def test_pages_are_light(built: Path) -> None:
    """A page costs a reader on a metered line at most 100 KB."""
    for page in built.glob("site/**/*.html"):
        assert page.stat().st_size <= 100_000


def test_the_notebook_is_for_jupyterlab(built: Path) -> None:
    """It has outputs, its gaps are open, and the page's parts are left out."""
    notebook = nbformat.read(built / "lessons/pembukuan/03_hpp.ipynb", as_version=4)
    gaps = [c for c in notebook.cells if "gap" in c.metadata.get("tags", ())]
    assert len(gaps) >= 6
    for gap in gaps:
        assert " = ...\n" in gap.source
        assert "Belum diisi" in gap.outputs[0].data["text/html"]
    assert not [c for c in notebook.cells if "page-only" in c.metadata.get("tags", ())]


def test_the_page_is_for_reading(built: Path) -> None:
    """It folds every answer, draws its chart as SVG and shows no hint meant for typing."""
    page = (built / "site/pelajaran/pembukuan/03_hpp.html").read_text()
    assert page.count("<details>") == page.count("</details>") >= 9
    assert "<svg role=" in page
    assert "Belum diisi" not in page
    assert "Shift + Enter" not in page
    assert "data:image/png" not in page


def test_terms_are_explained_in_both(clone: Path, built: Path) -> None:
    """The glossary stands in the notebook and on the page, from the one list of terms."""
    catalog = load_catalog(clone)
    notebook = (built / "lessons/pembukuan/03_hpp.ipynb").read_text()
    page = (built / "site/pelajaran/pembukuan/03_hpp.html").read_text()
    for key in catalog.unit("pembukuan/03_hpp").glossary:
        assert catalog.terms[key].meaning in notebook
        assert catalog.terms[key].meaning in page


def test_building_again_gives_the_same(
    clone: Path, trainee_env: Path, built: Path, tmp_path: Path
) -> None:
    """The same sources make the same bytes."""
    for path in build_lessons(clone, tmp_path, trainee_env / "bin" / "python"):
        assert path.read_bytes() == (built / path.relative_to(tmp_path)).read_bytes()


def test_a_warning_stops_the_build_and_the_last_one_stays(
    copy: Path, trainee_env: Path, tmp_path: Path
) -> None:
    """The message names the lesson and the cell; nothing half-made is left."""
    lesson = copy / HPP
    good = tmp_path / "out" / "lessons" / "pembukuan" / "03_hpp.ipynb"
    good.parent.mkdir(parents=True)
    good.write_text("yang lama")
    text = lesson.read_text()
    lesson.write_text(
        text.replace("ekor_baik = 20 - 1", "import warnings\nwarnings.warn('awas')\nekor_baik = 19")
    )
    with pytest.raises(BuildError, match=r"03_hpp\.md: cell \d+ \(import warnings\)"):
        build_lessons(copy, tmp_path / "out", trainee_env / "bin" / "python")
    assert good.read_text() == "yang lama"


def test_a_lesson_must_say_where_its_terms_stand(
    copy: Path, trainee_env: Path, tmp_path: Path
) -> None:
    """Without the mark nobody would see that the glossary is missing."""
    lesson = copy / HPP
    lesson.write_text(lesson.read_text().replace("<!-- glosarium -->", ""))
    with pytest.raises(BuildError, match="exactly once"):
        build_lessons(copy, tmp_path / "out", trainee_env / "bin" / "python")


def test_a_heavy_page_is_refused() -> None:
    """One byte too many stops the build."""
    check_weight([("pelajaran/a.html", "x" * 100_000)])
    with pytest.raises(BuildError, match="100001"):
        check_weight([("pelajaran/a.html", "x" * 100_001)])


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index.html", "pelajaran/pembukuan/03_hpp.html"])
def test_pages_fit_a_phone(chromium: Browser, built: Path, name: str) -> None:
    """At 360 px nothing runs out of sight, every answer open, and what is tapped is 44 px high."""
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto((built / "site" / name).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    heights = page.evaluate(
        "[...document.querySelectorAll('.button, summary, .home')].map((e) => e.offsetHeight)"
    )
    assert min(heights) >= 44
    page.close()


@pytest.mark.browser
def test_a_page_is_read_aloud_in_indonesian_only(chromium: Browser, built: Path) -> None:
    """With an Indonesian voice there is a button that starts and stops; without one there is none."""
    address = (built / "site/pelajaran/pembukuan/03_hpp.html").as_uri()
    for voices, offered in (("[{lang: 'en-US'}]", False), ("[{lang: 'id-ID'}]", True)):
        page = chromium.new_page()
        page.add_init_script(SPEECH % voices)
        page.goto(address)
        assert page.locator("#bacakan").is_visible() is offered
        if offered:
            page.click("#bacakan")
            page.wait_for_function("said.length > 2")
            assert page.evaluate("said[0]") == "Menghitung HPP"
            assert page.inner_text("#bacakan") == "Berhenti"
            page.click("#bacakan")
            assert page.inner_text("#bacakan") == "Bacakan"
            spoken = page.evaluate("said.length")
            page.wait_for_timeout(200)
            assert page.evaluate("said.length") == spoken
        page.close()
