"""What can be done with a result: share it, print it. The page's script hears both buttons."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from usaha.language import _

SHARE = (
    '<circle cx="18" cy="5" r="3"/><circle cx="6" cy="12" r="3"/><circle cx="18" cy="19" r="3"/>'
    '<path d="m8.6 10.5 6.8-4M8.6 13.5l6.8 4"/>'
)
PRINT = (
    '<path d="M7 9V3h10v6M7 18H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3"/><path d="M7 14h10v7H7z"/>'
)


def actions() -> Any:
    """Give the buttons that stand below a result; each has a word beside its picture."""
    return widgets.HTML(
        '<p class="lakukan">'
        f'<button type="button" class="kedua" data-bagikan>{_icon(SHARE)}{_("Bagikan")}</button>'
        f'<button type="button" class="kedua" data-cetak>{_icon(PRINT)}{_("Cetak")}</button></p>'
    )


def _icon(drawing: str) -> str:
    return (
        '<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" '
        f'stroke-width="2" aria-hidden="true">{drawing}</svg>'
    )
