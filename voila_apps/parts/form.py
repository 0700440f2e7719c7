"""A form: the fields of a tool by name, read at once, each with what to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any

from usaha.language import _
from voila_apps.parts.fields import Field, tagged


class Form:
    """All fields of a tool, by name.

    Args:
        sections: the fields by name, under the heading that stands above them.
        private: no value ever goes into a link that is shared, as for a cash book.

    `read` gives the values by name and a sentence for each field that must be mended first;
    `fields` are the fields by name, `watch` calls back at every change.
    """

    def __init__(
        self, sections: Mapping[str, Mapping[str, Field]], *, private: bool = False
    ) -> None:
        self.sections = {heading: tuple(fields) for heading, fields in sections.items()}
        self.fields = {name: field for part in sections.values() for name, field in part.items()}
        for name, field in self.fields.items():
            field.named(name)
            if private:
                tagged(field.box, "rahasia")

    def __getitem__(self, name: str) -> Any:
        return self.fields[name].box

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def read(self) -> tuple[dict[str, Any], dict[str, str]]:
        values, problems = {}, {}
        for name, field in self.fields.items():
            value, problem = field.read()
            if problem:
                problems[name] = problem
            else:
                values[name] = value
        return values, problems

    def show(self, problems: Mapping[str, str]) -> None:
        """Put beside each field what is wrong with it, and nothing beside the others."""
        for name, field in self.fields.items():
            field.show(problems.get(name, ""))

    def watch(self, call: Callable[..., None]) -> None:
        for field in self.fields.values():
            field.box.observe(call, "value")

    def restart(self) -> None:
        """Put the example back."""
        for field in self.fields.values():
            field.restart()

    def mend_html(self, problems: Mapping[str, str]) -> str:
        """Say which fields to mend, each with a way to it."""
        count = len(problems)
        links = "".join(
            f'<li><button type="button" data-ke=".isian-{name}">'
            f"{escape(self.fields[name].label)}</button></li>"
            for name in problems
        )
        short = _("Perbaiki {count} isian dulu", count=count)
        words = _(
            "Perbaiki {count} isian dulu. Yang terlihat di bawah masih memakai isian sebelumnya.",
            count=count,
        )
        return f'<div class="perbaiki" data-ringkas="{short}"><p>{words}</p><ul>{links}</ul></div>'
