"""Papers of instruments: a sheet with its answers, or an empty one for the visit."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.instrument import InstrumentId, Sheet, SheetId
from casedesk.domain.problems import NotFound
from casedesk.pdf import instrument_sheet
from casedesk.services.instruments import language_of, months_old
from casedesk.services.paper import Paper, begun, prepared
from casedesk.services.paper_words.instrument_sheet import instrument_paper
from casedesk.words import instruments as packs
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import CaseId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.store.database import Database

CATEGORIES = (DataCategory.IDENTITY, DataCategory.HEALTH, DataCategory.CARE_NEEDS)


class InstrumentPaperService:
    """Prepares the sheets of instruments; issuing is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def sheet(
        self, sheet_id: SheetId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare a sheet; what is not answered is printed to be ticked by pen."""
        with self._database.read() as tables:
            filled = tables.instrument_sheets.get(sheet_id)
        return self._paper(
            filled.case_id,
            lambda _case: filled,
            language,
            lambda other: self.sheet(sheet_id, language=other),
        )

    def empty_sheet(
        self,
        case_id: CaseId,
        instrument_id: InstrumentId,
        *,
        language: PaperLanguage | None = None,
    ) -> Paper:
        """Prepare a sheet without answers, in the form for the age of the client."""
        return self._paper(
            case_id,
            lambda case: self._empty(case, instrument_id),
            language,
            lambda other: self.empty_sheet(case_id, instrument_id, language=other),
        )

    def _paper(
        self,
        case_id: CaseId,
        shown: Callable[[CaseRecords], Sheet],
        language: PaperLanguage | None,
        remade: Callable[[PaperLanguage], Paper],
    ) -> Paper:
        kind = DocumentKind.INSTRUMENT_SHEET
        with self._database.read() as tables:
            case, imprint = begun(tables, self._clock, case_id, kind)
        words = Words(language or case.practice.language)
        sheet = shown(case)
        pack = packs.instrument(sheet.instrument, sheet.version, words.language.tag)
        if pack is None:
            raise NotFound
        composed = instrument_paper(imprint, case, pack, sheet, words)
        render = partial(instrument_sheet.render, composed)
        return replace(
            prepared(imprint, case_id, words, pack.version, render),
            remade=remade,
            categories=CATEGORIES,
        )

    def _empty(self, case: CaseRecords, instrument_id: InstrumentId) -> Sheet:
        newest = packs.instruments(language_of(case.practice))
        pack = next(each for each in newest if each.id == instrument_id)
        return Sheet(
            id=SheetId(""),
            case_id=case.case.id,
            instrument=pack.id,
            version=pack.version,
            taken_on=case.today,
            variant=pack.variant_at(months_old(case.client, case.today)),
        )
