"""What papers on an assessment are made of, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.content import PlanPart, kinds_in_domain, kinds_in_part
from casedesk.domain.data_category import DataCategory
from casedesk.services.assessments import offered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.assessment import Assessment, AssessmentId, DomainEntry
    from casedesk.domain.benefit import Benefit
    from casedesk.domain.client_snapshot import ClientSnapshot
    from casedesk.domain.data_category import CategoryId
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.store.tables import Tables
    from casedesk.words.catalog import Words

# The texts about the whole, and the part of the plan whose rules they follow.
HEAD_PARTS = {
    "place": PlanPart.SITUATION,
    "participants": PlanPart.PARTICIPANTS,
    "occasion": PlanPart.SITUATION,
    "sources": PlanPart.SITUATION,
    "methods": PlanPart.SITUATION,
    "wishes": PlanPart.WISHES,
    "strengths": PlanPart.WISHES,
    "life_values": PlanPart.WISHES,
    "summary": PlanPart.SITUATION,
    "open_questions": PlanPart.SITUATION,
    "recommendation": PlanPart.SITUATION,
    "dissent": PlanPart.AGREEMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRecords:
    """One version with its domains in the order of the practice."""

    assessment: Assessment
    entries: tuple[DomainEntry, ...]
    client: ClientSnapshot | None = None
    benefits: tuple[Benefit, ...] = ()

    def name(self, entry: DomainEntry, case: CaseRecords, words: Words) -> str:
        """Name a domain as it was called when the assessment was confirmed."""
        known = words.life_domain(entry.life_domain, case.own_domains)
        return entry.named or known


def read_assessment(
    tables: Tables, assessment_id: AssessmentId, today: date
) -> AssessmentRecords:
    """Read a version with the client as noted with it, and the benefits of now."""
    assessment = tables.assessments.get(assessment_id)
    found = tables.domain_entries.of(assessment_id=assessment_id)
    order = offered(tables, assessment.case_id, today)
    by_key = {entry.life_domain: entry for entry in found}
    asked = [by_key[key] for key in order if key in by_key]
    others = [e for e in found if e.life_domain not in order and not e.is_empty]
    taken = tables.client_snapshots.of(assessment_id=assessment_id)
    return AssessmentRecords(
        assessment=assessment,
        entries=(*asked, *others),
        client=taken[-1] if taken else None,
        benefits=tuple(tables.benefits.of(case_id=assessment.case_id)),
    )


def kinds_in_assessment(
    records: AssessmentRecords, excerpt: Excerpt | None = None
) -> tuple[CategoryId, ...]:
    """Return which kinds of information stand in a report or an excerpt of it."""
    told = {
        kind
        for kinds in _told(records, excerpt)
        if excerpt is None or excerpt.shows(kinds)
        for kind in kinds
    }
    told.update(kinds_in_part(PlanPart.CLIENT))
    return tuple(kind for kind in DataCategory if kind in told)


def _told(
    records: AssessmentRecords, excerpt: Excerpt | None
) -> Iterator[tuple[DataCategory, ...]]:
    for name, part in HEAD_PARTS.items():
        is_shown = excerpt is None or excerpt.shows_part(part)
        if is_shown and getattr(records.assessment, name):
            yield kinds_in_part(part)
    for entry in records.entries:
        if not entry.is_empty:
            yield kinds_in_domain(entry.life_domain)
    for benefit in records.benefits:
        yield (DataCategory.BENEFITS, *kinds_in_domain(benefit.life_domain))
