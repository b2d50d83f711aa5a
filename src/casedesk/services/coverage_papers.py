"""Papers of the coverage: the check of a day, and the week of care."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.content import ANYTHING, kinds_in_week
from casedesk.domain.document import DocumentKind
from casedesk.pdf import coverage as coverage_pdf
from casedesk.pdf import figure_paper
from casedesk.services.care_week import read_week
from casedesk.services.coverage import read_checked
from casedesk.services.paper import Paper, begun, prepared
from casedesk.services.paper_words.care_week import care_week_paper
from casedesk.services.paper_words.coverage import coverage_paper
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import CaseId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

TEMPLATE = "2026-11"
LARGE = "large"


class CoveragePaperService:
    """Prepares these papers, which is quick; issuing is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def prepare(
        self,
        kind: DocumentKind,
        case_id: CaseId,
        subjects: tuple[str, ...] = (),
        *,
        language: PaperLanguage | None = None,
    ) -> Paper:
        """Prepare the check of today, or the week; `large` makes it large print."""
        with self._database.read() as tables:
            case, imprint = begun(tables, self._clock, case_id, kind)
            words = Words(language or case.practice.language)
            kinds, render = _made(tables, imprint, case, subjects, words)
        return replace(
            prepared(imprint, case_id, words, TEMPLATE, render),
            remade=lambda other: self.prepare(kind, case_id, subjects, language=other),
            categories=kinds,
        )


def _made(
    tables: Tables,
    imprint: Imprint,
    case: CaseRecords,
    subjects: tuple[str, ...],
    words: Words,
) -> tuple[tuple[CategoryId, ...], Callable[[], bytes]]:
    """Read what the paper shows and tells; drawing and rendering are left for later.

    The check tells of all domains in free words, so it may tell anything.
    """
    if imprint.kind is DocumentKind.CARE_WEEK:
        shown = read_week(tables, case.case.id, case.today)
        is_large = LARGE in subjects
        return kinds_in_week(shown.slots, shown.daily), lambda: figure_paper.render(
            care_week_paper(imprint, case, shown, words, is_large=is_large)
        )
    checked = read_checked(tables, case.case.id, case.today)
    return ANYTHING, lambda: coverage_pdf.render(
        coverage_paper(imprint, case, checked, words)
    )
