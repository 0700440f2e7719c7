"""Drive a tool by the values of its widgets, and read what it then says."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from xml.etree import ElementTree as ET

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
DATA = re.compile(r'href="(data:[^"]*)"')


class Reader:
    """A tool as its visitor meets it: puts words into fields, gives back sentences."""

    def __init__(self, names: dict[str, Any]) -> None:
        self.names, self.tool = names, names["tool"]

    def put(self, **values: str) -> Reader:
        """Type into fields by name; a choice takes its code."""
        for name, value in values.items():
            self.tool.form[name].value = value
        return self

    @property
    def html(self) -> str:
        """All results as they are sent."""
        parts = (self.tool.answer, self.tool.picture, self.tool.rest)
        return "".join(part.value for part in parts)

    @property
    def words(self) -> str:
        """All results as they are read, with a bar where a line ends."""
        lines = re.sub(r"</(?:h2|p|li|span|text|b|button)>|<br>", "|", self.html)
        return unescape(re.sub(r"<[^>]+>", "", lines))

    @property
    def answer(self) -> str:
        """The sentence of the result."""
        found = re.search(r'class="jawaban">(.*?)</p>', self.tool.answer.value)
        assert found, self.tool.answer.value
        return unescape(re.sub(r"<[^>]+>", "", found[1]))

    @property
    def notes(self) -> dict[str, str]:
        """What stands beside the fields that must be mended."""
        return {
            name: unescape(found[1])
            for name, field in self.tool.form.fields.items()
            if (found := re.search(r'class="masalah">(.*?)</p>', field.note.value))
        }

    @property
    def labels(self) -> list[str]:
        """What the fields ask for."""
        return [field.label for field in self.tool.form.fields.values()]

    def drawings(self) -> list[ET.Element]:
        """The charts, parsed: whatever is not well formed fails here."""
        return [ET.fromstring(svg) for svg in SVG.findall(self.tool.picture.value)]
