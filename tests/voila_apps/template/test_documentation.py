"""ipywidgets' own documentation, each notebook in the browser and each with something done in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import jupytext
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.voila_apps.serving import Service

pytestmark = [pytest.mark.browser]

NOTEBOOKS = Path(__file__).parents[1] / "documentation"
# Left out, because each needs a package that the tools' environment has not: Exploring Graphs
# (networkx), Factoring (sympy), Image Browser (scikit-learn), Image Processing (scikit-image),
# Layout Example (ipyleaflet and bqplot), Lorenz Differential Equations (scipy), and of Using Layout
# Templates the cells with bqplot. The index holds no code.
#
# What happens in the others otherwise than in a notebook, and why:
# - what a cell prints outside an Output widget once the page is open has no place there;
# - `asyncio.ensure_future` in a cell: the loop it belongs to has ended when a visitor comes; a task
#   that waits for her says that it could not answer. The same with a generator works;
# - threads are waited for (30 seconds) before the page is made: it shows what they left;
# - `%%javascript` and modules by `require`: no script but the page's own runs. A widget that is drawn
#   by one (Building a Custom Widget) says that it cannot be shown;
# - what lies on another server (YouTube, a film by its link) is not fetched.
FULL = {"controller", "since_8", "widget_alignment", "widget_custom", "widget_list_others"}
NAMES = sorted(path.stem for path in NOTEBOOKS.glob("*.py"))


@pytest.fixture(scope="module")
def documentation(service: Service, apps: Path) -> Service:
    """The service with these notebooks, each of which has been asked for once."""
    for name in NAMES:
        notebook = jupytext.read(NOTEBOOKS / f"{name}.py", fmt="py:percent")
        jupytext.write(notebook, apps / f"{name}.ipynb")
    with ThreadPoolExecutor(2) as several:
        list(several.map(lambda name: urlopen(service.page(name), timeout=120).read(), NAMES))
    return service


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A phone."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield context.new_page()


def _slide(page: Page, number: int, value: str) -> None:
    slider = page.locator("input[type=range]").nth(number)
    slider.fill(value)
    slider.dispatch_event("change")


def _shows(page: Page, *texts: str) -> None:
    for text in texts:
        expect(page.locator("main")).to_contain_text(text, timeout=15_000)


# ---- what is done in each ----------------------------------------------------------------------
def beat_frequencies(page: Page) -> None:
    """Another frequency is another sound."""
    before = page.locator("audio").first.get_attribute("src")
    _slide(page, 0, "210")
    expect(page.locator("audio").first).not_to_have_attribute("src", before or "", timeout=15_000)


def controller(page: Page) -> None:
    """Without a controller the page asks for one; another page shows the first press."""
    expect(page.get_by_text("Connect gamepad and press any button.")).to_have_count(2)


def export_as(page: Page) -> None:
    """A format is chosen; what wants a file of the notebook's says that it failed."""
    page.locator("select").select_option(label="markdown")
    page.get_by_role("button", name="Export").click()
    expect(page.locator("#kabar")).to_contain_text("belum berhasil", timeout=15_000)


def layout_templates(page: Page) -> None:
    """Of two that are joined the other one follows; a grid is a grid."""
    field = page.locator("input[inputmode]").first
    field.fill("41")
    field.dispatch_event("change")
    expect(page.locator("input[type=range]").first).to_have_value("41")
    grid = page.get_by_role("button", name="Button 0 - 0").locator("..")
    assert grid.evaluate("each => getComputedStyle(each).display") == "grid"


def media_widgets(page: Page) -> None:
    """A picture is drawn, and a sound that lies in the page can be played."""
    assert page.locator("img").first.evaluate("each => each.naturalWidth") == 300
    page.wait_for_function("document.querySelector('audio').duration === 1")


def output_widget(page: Page) -> None:
    """Sliders are calculated with; an error says so; what a thread printed is there."""
    _slide(page, 1, "3")
    _slide(page, 2, "4")
    _slide(page, 3, "5")
    _shows(page, "3*4*5=60", "An error occurred!", "4 ******** some text", "All done!")
    page.get_by_role("button", name="click me to raise an exception").click()
    _shows(page, "This is about to explode", "belum dapat dihitung")


def since_8(page: Page) -> None:
    """A word is taken out of a list; a moment is the same for the notebook; a stack shows another."""
    page.locator(".jupyter-widget-tag").first.locator("i").click()
    _shows(page, "tags ['fries']")
    page.locator("select").select_option("slider")
    expect(page.get_by_role("button", name="Click here")).to_be_hidden()


def using_interact(page: Page) -> None:
    """What is moved, ticked and written is what the function is called with."""
    _slide(page, 0, "20")
    page.locator("input[type=checkbox]").first.uncheck()
    text = page.locator("[data-k=teks] input").first
    text.fill("Rp5")
    text.dispatch_event("change")
    _shows(page, "20", "False", "'Rp5'")
    page.get_by_role("button", name="Run Interact").first.click()
    _shows(page, "[0, 1, 2, 3, 11")
    before = page.locator("main img").last.get_attribute("src")
    page.locator("input[type=range]").last.fill("2")
    page.locator("input[type=range]").last.dispatch_event("change")
    expect(page.locator("main img").last).not_to_have_attribute("src", before or "", timeout=15_000)


def variable_inspector(page: Page) -> None:
    """It listens to cells, of which none comes, and the notebook has closed it: the page is read."""
    _shows(page, "Variable Inspector Widget")
    assert page.locator("[data-w]").count() == 0


def widget_alignment(page: Page) -> None:
    """A choice is made, and the lorem ipsum can be changed."""
    page.locator("select").first.select_option("bar")
    area = page.locator("textarea")
    area.fill("Rp5")
    area.dispatch_event("change")
    expect(page.locator("footer")).to_be_visible()  # it is kept
    expect(page.locator("select").first).to_have_value("bar")


def widget_asynchronous(page: Page) -> None:
    """What waits in a loop says that it cannot answer, once; the thread's bar is full."""
    expect(page.locator("progress")).to_have_js_property("value", 1)
    _slide(page, 0, "7")
    expect(page.locator("#kabar")).to_contain_text("belum berhasil", timeout=15_000)
    _slide(page, 1, "7")
    expect(page.locator("#kabar")).to_have_text("", timeout=15_000)


def widget_basics(page: Page) -> None:
    """A widget that is shown twice is one; two that are joined follow each other."""
    number = page.locator("input[inputmode]").last
    number.fill("12")
    number.dispatch_event("change")
    expect(page.locator("input[type=range]").last).to_have_value("12")


def widget_custom(page: Page) -> None:
    """What only a script of the author's could draw says so; the page stands."""
    expect(page.get_by_text("belum dapat ditampilkan").first).to_be_visible(timeout=15_000)
    assert (
        page.get_by_text("javascript error").count() == 0
    )  # no error that a programmer would read


def widget_events(page: Page) -> None:
    """A click and a slide are heard; links work in the kernel and in the page, one way and both."""
    page.get_by_role("button", name="Click Me!").click()
    _shows(page, "Button clicked.")
    _slide(page, 0, "33")
    _shows(page, "33")
    for source, target in ((7, 6), (8, 9)):
        _slide(page, source, "44")
        expect(page.locator("input[type=range]").nth(target)).to_have_value("44")
    _slide(page, 5, "-3")
    _shows(page, "The slider value is negative")
    _slide(page, 10, "9")
    expect(page.locator("input[type=range]").nth(11)).to_have_value("9", timeout=15_000)


def widget_layout(page: Page) -> None:
    """A grid has its areas, and pictures fit their boxes."""
    header = page.get_by_role("button", name="Header")
    assert header.evaluate("each => getComputedStyle(each).gridColumnStart") == "header"
    fits = page.locator("img").evaluate_all("all => all.map((e) => getComputedStyle(e).objectFit)")
    assert {"contain", "cover", "fill", "scale-down", "none"} <= set(fits)


def widget_list_numbers(page: Page) -> None:
    """Sliders, ranges, numbers and choices take a value each."""
    _slide(page, 0, "9")
    expect(page.locator(".nilai").first).to_have_text("9")
    months = page.locator("[data-k=jangka] input")
    months.nth(1).fill("5")
    months.nth(1).dispatch_event("change")
    expect(page.locator("[data-k=jangka] .nilai")).to_have_text("Jan – Jun")
    page.get_by_text("pineapple").click()
    page.get_by_text("Fast", exact=True).click()
    bounded = page.get_by_label("Text:").first
    bounded.fill("25")
    bounded.dispatch_event("change")
    expect(bounded).to_have_value("10", timeout=15_000)  # the kernel's limit


def widget_list_others(page: Page) -> None:
    """Play moves the slider that it is joined with, and the notebook hears of it; a tab opens."""
    handle = page.locator(".widget-readout").nth(1)
    expect(handle).to_have_text("50", timeout=15_000)
    page.get_by_role("button", name="Jalankan atau jeda").click()
    expect(handle).not_to_have_text("50", timeout=15_000)
    page.get_by_role("button", name="Berhenti").click()
    page.get_by_role("tab", name="4").first.click()
    expect(page.get_by_label("P4")).to_be_visible()
    assert page.locator("math").count() >= 3  # formulas in a label and in HTML
    files = page.locator("input[type=file]")
    with page.expect_file_chooser() as chooser:
        page.locator(".widget-upload, .jupyter-widget-upload").first.click()
    chooser.value.set_files({"name": "a.csv", "mimeType": "text/csv", "buffer": b"satu"})
    _shows(page, "Upload (1)")
    assert files.count() == 0  # ipywidgets keeps it out of the page


def widget_low_level(page: Page) -> None:
    """One slider in three places is one."""
    _slide(page, 0, "64")
    for number in (1, 2):
        expect(page.locator("input[type=range]").nth(number)).to_have_value("64")


def widget_styling(page: Page) -> None:
    """Colours are the notebook's, and a formula is shown as one."""
    button = page.get_by_role("button", name="Custom color")
    colour = "each => getComputedStyle(each).backgroundColor"
    assert button.evaluate(colour) == "rgb(144, 238, 144)"
    assert page.locator("math").count() == 2
    _slide(page, 0, "15")
    expect(page.locator(".nilai").first).to_have_text("15")


DONE: dict[str, Callable[[Page], None]] = {
    done.__name__: done
    for done in (
        *(beat_frequencies, controller, export_as, layout_templates, media_widgets, output_widget),
        *(since_8, using_interact, variable_inspector, widget_alignment, widget_asynchronous),
        *(widget_basics, widget_custom, widget_events, widget_layout, widget_list_numbers),
        *(widget_list_others, widget_low_level, widget_styling),
    )
}


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_works(name: str, documentation: Service, page: Page) -> None:
    """It opens without an error, loads the standard manager only where it must, fits, and answers."""
    asked: list[str] = []
    errors: list[str] = []
    heard = {
        "request": lambda request: asked.append(request.url),
        "pageerror": lambda problem: errors.append(str(problem)),
        "console": lambda said: errors.append(said.text) if said.type == "error" else None,
    }
    for event, take in heard.items():
        page.on(event, take)  # type: ignore[call-overload]
    page.goto(documentation.page(name))
    if name in FULL:
        page.locator(".penuh .jupyter-widgets, .penuh .awas").first.wait_for()
    assert any("/penuh." in url for url in asked) == (name in FULL)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    DONE[name](page)
    for event, take in heard.items():
        page.remove_listener(event, take)
    # What lies on other servers is not fetched, and the browser says that it was kept from it.
    assert [error for error in errors if "Content Security Policy" not in error] == []
    assert bool(errors) == (name in {"media_widgets", "output_widget"})
