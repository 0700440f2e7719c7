"""The page of a tool: result and chart first, then the fields, then how it was worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any, NamedTuple

import ipywidgets as widgets

from usaha.language import _
from voila_apps.parts.actions import actions
from voila_apps.parts.fields import tagged
from voila_apps.parts.form import Form


class View(NamedTuple):
    """What a tool shows for good input, as HTML; every word of hers is escaped in it."""

    answer: str
    picture: str
    rest: str


Work = Callable[[dict[str, Any]], tuple[View | None, Mapping[str, str]]]
"""From the values of all fields to the view, or to a sentence for each field that cannot be used."""


class Tool:
    """A form, what is made of it, and where it is shown.

    The first result is there as soon as the tool is made. Where a field must be mended, the page
    says so and keeps the result of before below it.

    Args:
        form: all fields.
        work: makes the view; gives problems by the name of the field instead of raising.
    """

    def __init__(self, form: Form, work: Work) -> None:
        self.form, self.work = form, work
        self.answer, self.picture, self.rest = widgets.HTML(), widgets.HTML(), widgets.HTML()
        self.kept = ""  # the last good answer
        self.again = tagged(widgets.Button(description=_("Kembali ke contoh")), "ulang")
        self.again.on_click(lambda _button: form.restart())
        form.watch(self.update)
        self.update()

    def update(self, _change: object = None) -> None:
        """Work everything out anew."""
        values, problems = self.form.read()
        view = None
        if not problems:
            view, found = self.work(values)
            problems = dict(found)
        self.form.show(problems)
        if view is None:
            self.answer.value = (
                self.form.mend_html(problems) + f'<div class="lama">{self.kept}</div>'
            )
            return
        self.kept = self.answer.value = view.answer
        self.picture.value, self.rest.value = view.picture, view.rest

    def page(self) -> Any:
        """Put everything below each other, for `display`."""
        fields: list[Any] = []
        for heading, names in self.form.sections.items():
            fields.append(widgets.HTML(f"<h2>{escape(heading)}</h2>"))
            for name in names:
                fields += self.form.fields[name].widgets
        top = tagged(widgets.VBox([self.answer, self.picture, actions()]), "atas")
        form = tagged(widgets.VBox([*fields, self.again]), "formulir")
        return tagged(widgets.VBox([top, form, self.rest]), "lapak-alat")
