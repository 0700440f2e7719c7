"""“Laporan”: what came of the training, as a page, as Excel and as a PDF; for the office only."""

from __future__ import annotations

from tornado import web

from academy.reporting.charts import bars, rises
from academy.reporting.columns import columns_of, written
from academy.reporting.pdf import report_pdf
from academy.reporting.report import Report, Reports, make_reports
from academy.reporting.scopes import ALL
from academy.reporting.wording import (
    CHART,
    HEADS,
    LEGEND,
    MEANING,
    RISES,
    SECTIONS,
    TITLE,
    definitions,
    lead,
)
from academy.reporting.workbook import report_workbook
from academy.web import words
from academy.web.progress_pages import ProgressPage
from academy.web.rights import OPERATOR
from usaha.dates import today

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ReportPage(ProgressPage):
    """The report of a scope."""

    roles = frozenset({OPERATOR})

    async def get(self) -> None:
        """Show it; counting ten thousand people takes a while, so it is done apart."""
        reports, report = await self.apart(self.look)
        t, language = words.translator(self.language), self.language
        by_district = [one for one in report.sections if one.key == "kabupaten"]
        self.show(
            "report.html",
            report=report,
            scopes=[(key, scope.said(t)) for key, scope in reports.scopes.items()],
            lead=lead(report, t, language),
            definitions=list(definitions(report, t)),
            columns=columns_of,
            written=lambda figure: written(figure, language),
            bars=[bar for section in by_district for bar in bars(section)],
            rises=rises(report),
            tracks={track.title.id: track.title for track in self.catalog.tracks},
            words={"title": TITLE, "legend": LEGEND, "chart": CHART, "rises": RISES},
            meaning=MEANING,
            sections=SECTIONS,
            heads=HEADS,
        )

    def look(self) -> tuple[Reports, Report]:
        """Count everybody, and make the report that was asked for.

        Raises:
            tornado.web.HTTPError: 404, there is no such scope.
        """
        key = self.get_query_argument("lingkup", ALL)
        with self.store.reading() as people, self.progress.reading() as progress:
            reports = make_reports(people, progress, self.catalog)
        if key not in reports.scopes:
            raise web.HTTPError(404)
        return reports, reports.of(key, today())

    def send(self, content: bytes, kind: str, end: str, report: Report) -> None:
        """Send a file that is named after the scope and the day."""
        name = f"laporan-{report.scope.key}-{report.day.isoformat()}.{end}"
        self.set_header("Content-Type", kind)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(content)


class ReportWorkbook(ReportPage):
    """The same as Excel."""

    async def get(self) -> None:
        """Send it."""
        _, report = await self.apart(self.look)
        self.send(await self.apart(report_workbook, report), EXCEL, "xlsx", report)


class ReportPdf(ReportPage):
    """The same as a PDF."""

    async def get(self) -> None:
        """Send it."""
        _, report = await self.apart(self.look)
        self.send(await self.apart(report_pdf, report), "application/pdf", "pdf", report)


routes = [
    (r"laporan", ReportPage),
    (r"laporan/excel", ReportWorkbook),
    (r"laporan/pdf", ReportPdf),
]
