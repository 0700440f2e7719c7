"""A file that somebody uploads: held in memory, never written, gone with the page's kernel."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from usaha.language import _
from voila_apps.parts.fields import Field

MB = 1024 * 1024


class UploadField(Field):
    """One file; reads as its bytes, or as None while there is none.

    Args:
        label: what the button says.
        accept: endings that the phone offers: `.csv,.xlsx`; the content decides all the same.
        most: bytes.
        hints: sentences that stand above it: where such a file is found.
    """

    def __init__(
        self, label: str, accept: str, most: int = 5 * MB, hints: Sequence[str] = ()
    ) -> None:
        super().__init__(label, ())
        self.accept, self.most, self.hints = accept, most, hints

    @property
    def widgets(self) -> list[Any]:
        lines = "".join(f"<p>{escape(hint)}</p>" for hint in self.hints)
        return [*([widgets.HTML(lines)] if lines else []), *super().widgets]

    def make(self) -> Any:
        return widgets.FileUpload(accept=self.accept, multiple=False, description=self.label)

    @property
    def filename(self) -> str:
        """What her phone calls the file; empty without one."""
        return str(self.box.value[0]["name"])[:80] if self.box.value else ""

    def read(self) -> tuple[bytes | None, str]:
        if not self.box.value:
            return None, ""
        data = bytes(self.box.value[0]["content"])
        if len(data) > self.most:
            return None, _(
                "Berkas ini lebih dari {most} MB. Unduh lagi per bulan.", most=self.most // MB
            )
        return data, ""
