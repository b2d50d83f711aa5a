"""Which paper on an assessment is composed how, and what it tells."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.pdf import sectioned_paper
from casedesk.services.paper_words import (
    assessment_comparison,
    assessment_report,
    assessment_sheet,
)
from casedesk.services.paper_words.assessment_records import (
    kinds_in_assessment,
    read_assessment,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedesk.domain.assessment import AssessmentId
    from casedesk.domain.data_category import CategoryId
    from casedesk.services.paper_words.assessment_records import AssessmentRecords
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.store.tables import Tables
    from casedesk.words.catalog import Words

ASSESSMENT_KINDS = (
    DocumentKind.ASSESSMENT,
    DocumentKind.ASSESSMENT_CLIENT,
    DocumentKind.ASSESSMENT_COMPARISON,
    DocumentKind.ASSESSMENT_SHEET,
)


class Composed(NamedTuple):
    """A paper that can be rendered, and the kinds of information in it."""

    render: Callable[[], bytes]
    kinds: tuple[CategoryId, ...]
    shown: tuple[CategoryId, ...]


def read_versions(
    tables: Tables, ids: Sequence[AssessmentId], case: CaseRecords
) -> list[AssessmentRecords]:
    """Read the versions of which a paper is made, for a sheet the earlier one, too."""
    return [read_assessment(tables, each, case.today) for each in ids]


def composed(
    imprint: Imprint,
    case: CaseRecords,
    versions: Sequence[AssessmentRecords],
    words: Words,
    excerpt_of: Callable[[tuple[CategoryId, ...]], Excerpt | None],
) -> Composed:
    """Compose a paper: of one version, or of an earlier one and a later one.

    A sheet for the visit is blank if it is of one version.
    """
    first, last = versions[0], versions[-1]
    told = {kind for each in versions for kind in kinds_in_assessment(each)}
    kinds: tuple[CategoryId, ...] = tuple(kind for kind in DataCategory if kind in told)
    shown = kinds
    if imprint.kind is DocumentKind.ASSESSMENT:
        excerpt = excerpt_of(kinds)
        shown = kinds_in_assessment(last, excerpt)
        paper = assessment_report.report(imprint, case, last, words, excerpt)
    elif imprint.kind is DocumentKind.ASSESSMENT_CLIENT:
        paper = assessment_report.for_client(imprint, case, last, words)
    elif imprint.kind is DocumentKind.ASSESSMENT_COMPARISON:
        paper = assessment_comparison.comparison(imprint, case, first, last, words)
    else:
        known = first if len(versions) > 1 else None
        paper = assessment_sheet.visit_sheet(imprint, case, last, known, words)
    return Composed(partial(sectioned_paper.render, paper), kinds, shown)
