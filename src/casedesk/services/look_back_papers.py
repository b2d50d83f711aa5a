"""Papers that look back: a review, an evaluation, and the quality record of a case."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.content import ANYTHING
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.pdf import sectioned_paper
from casedesk.services.paper import new_imprint, prepared
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.quality_record import quality_record
from casedesk.services.quality import read_quality
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.store.database import Database

TEMPLATE = "2026-11"


class LookBackPaperService:
    """Prepares these papers, which is quick; issuing is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def quality_record(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the quality record of today.

        It tells nothing of the file; only a reason for what does not apply is written
        freely, so it may tell anything.
        """
        kind, document_id = DocumentKind.QUALITY_CHECK, DocumentId(self._clock.new_id())
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
            checked = read_quality(tables, case_id, self._clock.today())
            imprint = new_imprint(tables, case, kind, document_id)
        words = Words(language or case.practice.language)
        composed = quality_record(imprint, case, checked, words)
        render = partial(sectioned_paper.render, composed)
        return replace(
            prepared(imprint, case_id, words, TEMPLATE, render),
            remade=lambda other: self.quality_record(case_id, language=other),
            categories=ANYTHING if checked.quality.waived else (DataCategory.IDENTITY,),
        )
