"""A page as somebody uses it who has no mouse: where Tab goes, what shows where she is, what a key does."""

from __future__ import annotations

from playwright.sync_api import Page

# What can be used, in the order of the page; of radio buttons with one name Tab stops at one.
_STOPS = """
() => {
  const names = new Set();
  window.stops = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((each) => {
      if (each.disabled || each.type === "hidden" || !each.checkVisibility()) return false;
      if (each.type !== "radio") return true;
      const group = document.getElementsByName(each.name);
      return [...group].some((one) => one.checked) ? each.checked : group[0] === each;
  });
  return window.stops.map((each) => each.outerHTML.slice(0, 90));
}
"""
# Where she is: the number of the stop, and what is wrong with how it shows.
_HERE = """
() => {
  const here = document.activeElement, at = window.stops.indexOf(here), wrong = [];
  if (here === document.body) return [-1, []];
  const style = getComputedStyle(here), box = here.getClientRects()[0];
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2)
    wrong.push("nothing shows that it has the focus");
  // Of a large field the browser brings the line into sight on which one writes.
  const middle = [box.left + box.width / 2, box.top + box.height / 2];
  const seen = [middle, [box.left + 6, box.top + 6]].some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there && (here.contains(there) || there.contains(here));
  });
  if (!seen) wrong.push("it is out of sight");
  return [at, wrong];
}
"""
_CALLED = """
(name) => [...(document.activeElement.labels ?? []), document.activeElement].some(
  (each) => each.innerText?.trim() === name)
"""


def faults(page: Page) -> list[str]:
    """Press Tab from the top of a page to its end.

    Returns:
        What is not reached, comes out of order, shows no focus or is out of sight.
    """
    stops: list[str] = page.evaluate(_STOPS)
    reached: list[int] = []
    found: list[str] = []
    for _ in range(4 * len(stops) + 4):  # a field for a day has a stop for each of its parts
        page.keyboard.press("Tab")
        at, wrong = page.evaluate(_HERE)
        if at == -1 or at in reached[:-1]:  # past the end, or from the top again
            break
        if at not in reached:
            reached.append(at)
            found += [f"{stops[at]}: {words}" for words in wrong]
    if reached != list(range(len(stops))):
        missing = [stops[at] for at in range(len(stops)) if at not in reached]
        found.append(f"Tab goes {reached}, never to {missing}")
    return found


def go_to(page: Page, name: str) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate(_CALLED, name):
            return
    raise LookupError(name)
