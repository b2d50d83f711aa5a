"""Reports as papers: prepared as they are written, frozen with their paper."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.document import PaperBehind
from casedesk.domain.handing import Whom
from casedesk.domain.report import (
    DOCUMENT_KINDS,
    ReportStays,
    check_not_empty,
    kinds_told,
)
from casedesk.services.paper import (
    Paper,
    begun,
    prepared_in_sections,
)
from casedesk.services.paper_words import report as report_words
from casedesk.services.reports import kinds_left_out, read_shown
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.document import Document
    from casedesk.domain.handing import Handing
    from casedesk.domain.report import ReportId
    from casedesk.services.clock import Clock
    from casedesk.services.reports import ShownReport
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class ReportPaperService:
    """Prepares reports; issuing them is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def report(self, report_id: ReportId) -> Paper:
        """Prepare a draft as it would be issued; issuing freezes it.

        It stays in the language in which it is written. Raises `ReportStays` for what
        was issued, and `ReportEmpty` if nothing would be printed.
        """
        today = self._clock.today()
        with self._database.read() as tables:
            shown = read_shown(tables, report_id, today)
            report = shown.report
            if report.is_issued:
                raise ReportStays
            check_not_empty(shown.written)
            kind = DOCUMENT_KINDS[report.kind]
            case, imprint = begun(tables, self._clock, report.case_id, kind)
        words = Words(report.language)
        composed = report_words.report(imprint, case, shown, words)
        told = kinds_told(shown.written)
        return replace(
            prepared_in_sections(
                imprint, report.case_id, words, report_words.REPORT_TEMPLATE, composed
            ),
            categories=told,
            left_out=kinds_left_out(shown.sections, told),
            whom=report.party_id or Whom.CLIENT,
            remade=lambda _language: self.report(report_id),
            filed=partial(self._issue_report, shown),
        )

    def _issue_report(
        self, shown: ShownReport, tables: Tables, document: Document, _: Handing
    ) -> str:
        """Issue a report in the deed that files its paper, if it is as it was shown."""
        report = tables.reports.get(shown.report.id)
        sections = tables.report_sections.of(report_id=report.id)
        if report != shown.report or tuple(sections) != shown.written:
            raise PaperBehind
        tables.reports.update(
            replace(
                report,
                issued_on=self._clock.today(),
                document_id=document.id,
                number=document.number,
            )
        )
        return "report"
