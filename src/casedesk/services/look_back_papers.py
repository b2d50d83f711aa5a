"""Papers that look back: a review, an evaluation, and the quality record of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.content import ANYTHING
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.instrument import read_answers
from casedesk.domain.review import NotConfirmedYet
from casedesk.domain.review_rhythm import following
from casedesk.pdf.blocks import Fact
from casedesk.services.paper import begun, held_back, prepared_in_sections
from casedesk.services.paper_words.evaluation_paper import evaluation_paper
from casedesk.services.paper_words.evaluation_records import (
    cut_evaluation,
    kinds_in_evaluation,
    read_evaluation,
)
from casedesk.services.paper_words.instrument_sheet import said
from casedesk.services.paper_words.quality_record import quality_record
from casedesk.services.paper_words.reader import excerpt_for
from casedesk.services.paper_words.review_minutes import review_minutes
from casedesk.services.paper_words.review_records import (
    cut_review,
    kinds_in_review,
    read_review,
)
from casedesk.services.quality import read_quality
from casedesk.words import instruments as packs
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.evaluation import EvaluationId
    from casedesk.domain.instrument import Sheet
    from casedesk.domain.practice import PaperLanguage
    from casedesk.domain.review import ReviewId
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.services.paper_words.reader import Reader
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
        with self._database.read() as tables:
            kind = DocumentKind.QUALITY_CHECK
            case, imprint = begun(tables, self._clock, case_id, kind)
            checked = read_quality(tables, case_id, case.today)
        words = Words(language or case.practice.language)
        composed = quality_record(imprint, case, checked, words)
        return replace(
            prepared_in_sections(imprint, case_id, words, TEMPLATE, composed),
            remade=lambda other: self.quality_record(case_id, language=other),
            categories=ANYTHING if checked.quality.waived else (DataCategory.IDENTITY,),
        )

    def review(
        self,
        review_id: ReviewId,
        *,
        language: PaperLanguage | None = None,
        reader: Reader | None = None,
    ) -> Paper:
        """Prepare the minutes of a review; a `reader` gets what they may know of it.

        Raises `NotConfirmedYet` while it is being held.
        """
        with self._database.read() as tables:
            records = read_review(tables, review_id)
            if not records.review.is_confirmed:
                raise NotConfirmedYet
            case_id = records.review.case_id
            case, imprint = begun(tables, self._clock, case_id, DocumentKind.REVIEW)
        words = Words(language or case.practice.language)
        kinds = shown = kinds_in_review(records)
        excerpt = excerpt_for(case, kinds, reader) if reader else None
        notes: tuple[str, ...] = ()
        if excerpt is not None:
            notes = (excerpt.title(words),)
            records = cut_review(records, excerpt)
            shown = kinds_in_review(records)
        held_on = records.review.held_on
        next_on = records.review.next_on or following(held_on, case.case.review_rhythm)
        composed = review_minutes(imprint, case, records, words, next_on, *notes)
        return replace(
            prepared_in_sections(imprint, case_id, words, TEMPLATE, composed),
            cut_anew=lambda other, who: self.review(
                review_id, language=other, reader=who
            ),
            categories=shown,
            left_out=held_back(kinds, shown),
            reader=reader,
        )

    def evaluation(
        self,
        evaluation_id: EvaluationId,
        *,
        language: PaperLanguage | None = None,
        reader: Reader | None = None,
    ) -> Paper:
        """Prepare an evaluation; a `reader` gets what they may know of it.

        Raises `NotConfirmedYet` while it is being written.
        """
        with self._database.read() as tables:
            case_id = tables.evaluations.get(evaluation_id).case_id
            records = read_evaluation(tables, evaluation_id, self._clock.today())
            if not records.evaluation.is_confirmed:
                raise NotConfirmedYet
            case, imprint = begun(tables, self._clock, case_id, DocumentKind.EVALUATION)
        words = Words(language or case.practice.language)
        kinds = shown = kinds_in_evaluation(records)
        excerpt = excerpt_for(case, kinds, reader) if reader else None
        notes: tuple[str, ...] = ()
        if excerpt is not None:
            notes = (excerpt.title(words),)
            records = cut_evaluation(records, excerpt)
            shown = kinds_in_evaluation(records)
        answers = _answers(records.sheet.client_view, words)
        composed = evaluation_paper(imprint, case, records, answers, words, *notes)
        return replace(
            prepared_in_sections(imprint, case_id, words, TEMPLATE, composed),
            cut_anew=lambda other, who: self.evaluation(
                evaluation_id, language=other, reader=who
            ),
            categories=shown,
            left_out=held_back(kinds, shown),
            reader=reader,
        )


def _answers(view: Sheet | None, words: Words) -> tuple[Fact, ...]:
    """Return what the client answered to the six questions."""
    pack = None
    if view is not None:
        tag = words.language.tag
        pack = packs.instrument(view.instrument, view.version, tag)
    if view is None or pack is None:
        return ()
    answers = read_answers(view.answers)
    return tuple(
        Fact(label=item.text, value=said(item, answers[item.id], words))
        for item in pack.items_in(view.variant)
        if item.id in answers
    )
