"""Statements on the page, and as Excel and PDF to take home."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from usaha.journal import Entry
from usaha.language import SOURCE, _, language, speaking
from usaha.money import format_rupiah
from usaha.statement_notes import Business
from usaha.statements import Statement, Statements, make_statements
from usaha.statements_pdf import statements_pdf
from usaha.statements_workbook import statements_workbook
from voila_apps.parts.downloads import EXCEL, PDF, download_html


def folded_html(title: str, inside: str, *, unfolded: bool = False) -> str:
    """Fold a long part away under its title; `inside` is HTML."""
    state = " open" if unfolded else ""
    look = "cursor:pointer;font-weight:700;min-height:48px;padding:12px 0"
    return f'<details{state}><summary style="{look}">{escape(title)}</summary>{inside}</details>'


def statement_html(statement: Statement) -> str:
    """Give a statement of one period as a folded list: words left, rupiah right."""
    items = "".join(
        f"<li>{_words(_(row.label), row.kind)}<b>{_amount(row.amounts)}</b></li>"
        for row in statement.rows
    )
    head = escape(_("{period}, dalam rupiah", period=statement.columns[-1]))
    return folded_html(_(statement.title), f"<p>{head}</p><ol>{items}</ol>")


def statements_html(statements: Statements) -> str:
    """Give the three statements, each folded."""
    parts = (statements.income, statements.position, statements.cash_flow)
    body = "".join(statement_html(each) for each in parts)
    return f'<section class="hitungan"><h2>{_("Laporan Anda")}</h2>{body}</section>'


def files_html(statements: Statements, entries: Sequence[Entry], business: Business) -> str:
    """Give links to the statements as Excel and PDF; the PDF is to be signed at the period's end.

    The files are Indonesian on every page: an Indonesian bank or tax office reads them.
    """
    with speaking(SOURCE):
        period = statements.periods[-1]
        made = make_statements(entries, statements.periods)
        book = statements_workbook(entries, made.periods, business)
        paper = statements_pdf(made, business, period.last)
        name = f"laporan {business.name} {period.label}"
    note = ""
    if language() != SOURCE:
        words = _("Berkasnya berbahasa Indonesia, untuk dibaca bank dan kantor pajak di Indonesia.")
        note = f"<p>{escape(words)}</p>"
    return (
        f'<section class="bawa"><h2>{_("Bawa pulang")}</h2>{note}<p>'
        + download_html(f"{name}.xlsx", EXCEL, book, _("Unduh Excel"))
        + download_html(f"{name}.pdf", PDF, paper, _("Unduh PDF"))
        + "</p></section>"
    )


def _words(label: str, kind: str) -> str:
    return f"<span>{escape(label)}</span>" if kind == "pos" else f"<b>{escape(label)}</b>"


def _amount(amounts: Sequence[int]) -> str:
    return format_rupiah(amounts[-1]) if amounts else ""
