"""Papers around figures: network map, genogram, profile of resources and burdens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import AssessmentId
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.tie import NetworkMapId
from casedesk.pdf import figure_paper
from casedesk.services.kinship import read_shown
from casedesk.services.network_maps import read_map
from casedesk.services.paper import Paper, begun, prepared
from casedesk.services.paper_words.genogram import genogram_paper
from casedesk.services.paper_words.network_map import network_map_paper
from casedesk.services.paper_words.profile import profile_paper
from casedesk.services.profile import Comparison, read_profile
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
# The papers around figures, each with the kinds of information in it.
CATEGORIES: dict[DocumentKind, tuple[CategoryId, ...]] = {
    DocumentKind.NETWORK_MAP: (DataCategory.IDENTITY, DataCategory.HOUSING_FAMILY),
    DocumentKind.GENOGRAM: (
        DataCategory.IDENTITY,
        DataCategory.HEALTH,
        DataCategory.HOUSING_FAMILY,
    ),
    DocumentKind.RESOURCE_PROFILE: (
        DataCategory.IDENTITY,
        DataCategory.HEALTH,
        DataCategory.CARE_NEEDS,
        DataCategory.FINANCES,
        DataCategory.HOUSING_FAMILY,
        DataCategory.EDUCATION_WORK,
        DataCategory.BENEFITS,
        DataCategory.ADDICTION,
    ),
}


class FigurePaperService:
    """Prepares papers around figures, which is quick; issuing is as for all papers."""

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
        """Prepare the paper of a figure.

        The subjects are the maps that are shown, or the comparison of a profile and
        the assessment.
        """
        with self._database.read() as tables:
            case, imprint = begun(tables, self._clock, case_id, kind)
            words = Words(language or case.practice.language)
            render = _renderer(tables, imprint, case, subjects, words)
        return replace(
            prepared(imprint, case_id, words, TEMPLATE, render),
            remade=lambda other: self.prepare(kind, case_id, subjects, language=other),
            categories=CATEGORIES[kind],
        )


def _renderer(
    tables: Tables,
    imprint: Imprint,
    case: CaseRecords,
    subjects: tuple[str, ...],
    words: Words,
) -> Callable[[], bytes]:
    """Read what the paper shows; drawing and rendering are left for later."""
    if imprint.kind is DocumentKind.NETWORK_MAP:
        return _network_map(tables, imprint, case, subjects, words)
    if imprint.kind is DocumentKind.GENOGRAM:
        family = read_shown(tables, case.case.id)
        return lambda: figure_paper.render(genogram_paper(imprint, case, family, words))
    comparison, assessment_id = Comparison(subjects[0]), AssessmentId(subjects[1])
    profile = read_profile(tables, assessment_id)
    return lambda: figure_paper.render(
        profile_paper(imprint, case, profile, comparison, words)
    )


def _network_map(
    tables: Tables,
    imprint: Imprint,
    case: CaseRecords,
    subjects: tuple[str, ...],
    words: Words,
) -> Callable[[], bytes]:
    """The subjects are the map, and perhaps the one it is compared with."""
    shown, *others = (read_map(tables, NetworkMapId(each)) for each in subjects)
    earlier = others[0] if others else None
    return lambda: figure_paper.render(
        network_map_paper(imprint, case, shown, earlier, words)
    )
