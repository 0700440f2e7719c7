"""What a tool says: the result first, then how it was worked out, then what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from usaha.language import SOURCE, _, language

LESSONS = "/services/belajar/pelajaran"
"""Where the lessons stand beside the tools; `{LESSONS}/pembukuan/02_buku_kas.html`."""
TOOLS = "/services/belajar/alat/"
"""The page that lists the tools; `index.en.html` in it is that in English."""


def result_html(  # noqa: PLR0913, PLR0917 - what a result is made of
    title: str,
    answer: str,
    strong: str = "",
    cares: Iterable[str] = (),
    short: str = "",
    first: str = "",
    go: str = "",
) -> str:
    """Say the result in words.

    Args:
        title: whose result it is, in her own words.
        answer: one or two sentences.
        strong: the sentence that counts most; stands last, in bold.
        cares: what needs care, a sentence each.
        short: the result in a few words, shown while the fields are in view.
        first: the field to begin with; gives a button that leads there.
        go: what that button says; "Isi angka saya" unless told.
    """
    lines = "".join(f'<p class="awas">{escape(line)}</p>' for line in cares)
    words = escape(go or _("Isi angka saya"))
    lead = f'<button type="button" data-ke=".isian-{first}">{words}</button>' if first else ""
    bold = f" <strong>{escape(strong)}</strong>" if strong else ""
    return (
        f'<section class="hasil" data-ringkas="{escape(short or strong or answer)}">'
        f"<h2>{escape(title)}</h2>"
        f'<p class="jawaban">{escape(answer)}{bold}</p>{lines}'
        f'<p><button type="button" data-bacakan hidden>{_("Bacakan")}</button>{lead}</p></section>'
    )


def steps_html(
    rows: Iterable[tuple[str, str, str]],
    notes: Iterable[str] = (),
    title: str = "",
) -> str:
    """Write down every step with her own numbers: name, formula, result."""
    items = "".join(
        f"<li><span>{escape(name)}<br><small>{escape(formula)}</small></span>"
        f"<b>{escape(result)}</b></li>"
        for name, formula, result in rows
    )
    lines = "".join(f"<p>{escape(note)}</p>" for note in notes)
    heading = escape(title or _("Begini hitungannya"))
    return f'<section class="hitungan"><h2>{heading}</h2><ol>{items}</ol>{lines}</section>'


def next_html(sentences: Sequence[str], lesson: str, address: str) -> str:
    """Say what to do next, and link the lesson and the other tools.

    Args:
        sentences: what to do, in this order.
        lesson: the lesson's title.
        address: its track and name: `pembukuan/02_buku_kas`.
    """
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return (
        f'<section class="sesudah"><h2>{_("Sesudah ini")}</h2><ul>{items}</ul>'
        f'<p><a class="kembali" href="{LESSONS}/{address}.html">{_("Pelajaran: {lesson}", lesson=escape(lesson))}</a></p>'
        f'<p><a class="kembali" href="{_tools()}">{_("Semua alat hitung")}</a></p></section>'
    )


def _tools() -> str:
    return TOOLS if language() == SOURCE else f"{TOOLS}index.en.html"
