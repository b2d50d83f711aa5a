"""Papers for who pays: prepared here, issued like all papers and settled with them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import currency_of
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.domain.handing import Whom
from casedesk.domain.time_sheet import (
    TimeSheetBehind,
    TimeSheetEmpty,
    TimeSheetState,
    TimeSheetStays,
)
from casedesk.pdf import time_sheet as time_sheet_pdf
from casedesk.services.paper import Paper, new_imprint, prepared
from casedesk.services.paper_words import time_sheet as time_sheet_words
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.time_sheets import read_shown, read_terms
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.document import Document
    from casedesk.domain.handing import Handing
    from casedesk.domain.practice import PaperLanguage
    from casedesk.domain.time_sheet import TimeSheetId
    from casedesk.services.clock import Clock
    from casedesk.services.time_sheets import ShownSheet
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

# Who somebody is, and that a payer pays for case management: nothing else is told.
CATEGORIES = (DataCategory.IDENTITY, DataCategory.BENEFITS)


class AccountPaperService:
    """Prepares time sheets; issuing them is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def time_sheet(
        self, sheet_id: TimeSheetId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare a draft as it would be issued; issuing it locks what is in it."""
        with self._database.read() as tables:
            shown = read_shown(tables, self._clock, sheet_id)
            case_id = shown.sheet.case_id
            case = read_case(tables, case_id, self._clock.today())
            chosen = read_terms(tables, case_id).currency
            currency = currency_of(case.practice.country, chosen)
            new_id = DocumentId(self._clock.new_id())
            imprint = new_imprint(tables, case, DocumentKind.TIME_SHEET, new_id)
        if shown.sheet.state is not TimeSheetState.DRAFT:
            raise TimeSheetStays
        if not any(line.takes_over for line in shown.lines):
            raise TimeSheetEmpty
        if shown.is_behind:
            raise TimeSheetBehind
        words = Words(language or case.practice.language)
        composed = time_sheet_words.time_sheet(imprint, case, shown, currency, words)
        render = partial(time_sheet_pdf.render, composed)
        template = time_sheet_words.TIME_SHEET_TEMPLATE
        return replace(
            prepared(imprint, case_id, words, template, render),
            categories=CATEGORIES,
            usually_for=shown.sheet.party_id or Whom.CLIENT,
            remade=lambda other: self.time_sheet(sheet_id, language=other),
            filed=partial(self._issue_sheet, shown),
        )

    def _issue_sheet(
        self, shown: ShownSheet, tables: Tables, document: Document, _: Handing
    ) -> str:
        """Issue a sheet in the deed that files its paper, if it is as it was shown."""
        now = read_shown(tables, self._clock, shown.sheet.id)
        if now != shown:
            raise TimeSheetBehind
        tables.time_sheets.update(
            replace(
                now.sheet,
                issued_on=self._clock.today(),
                document_id=document.id,
                number=document.number,
            )
        )
        return "time_sheet"
