"""What a paper holds besides its words: the records from which it was composed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from casedesk.domain.form import FormKind, form_language
from casedesk.domain.received import DocumentPart, DocumentPartId

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedesk.domain.consent import Consent, ConsentId, ConsentItemId
    from casedesk.domain.document import Document
    from casedesk.domain.plan import PlanId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.pdf.parts import Stretch
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.plan_records import PlanRecords
    from casedesk.store.tables import Tables

# What papers say about the client; remarks are on none of them.
_OF_CLIENT = ("id", "family_name", "given_name", "former_name", "born", "languages")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPart:
    """One declaration or plan on a paper that is prepared."""

    template_version: str
    snapshot: str
    consent_id: ConsentId | None = None
    plan_id: PlanId | None = None
    item_ids: tuple[ConsentItemId, ...] = ()


def consent_parts(
    tables: Tables,
    case: CaseRecords,
    consents: Sequence[Consent],
    language: PaperLanguage,
) -> Iterator[PaperPart]:
    """Yield what each declaration is composed of, its rows as they are printed."""
    for consent in consents:
        items = [
            item
            for item in case.consent_items
            if item.consent_id == consent.id and item.party_id in case.parties
        ]
        form = case.form_texts.text(
            FormKind(consent.kind), case.practice.country, form_language(language)
        )
        records = {
            "consent": tables.consents.stored(consent),
            "items": [tables.consent_items.stored(item) for item in items],
            "recipients": {i.id: case.parties[i.party_id].name for i in items},
        }
        yield PaperPart(
            template_version=form.version,
            snapshot=_snapshot(tables, case, records),
            consent_id=consent.id,
            item_ids=tuple(item.id for item in items),
        )


def information_part(
    tables: Tables, case: CaseRecords, language: PaperLanguage
) -> PaperPart:
    """Return the sheet of information, which is not signed but received."""
    form = case.form_texts.text(
        FormKind.INFORMATION, case.practice.country, form_language(language)
    )
    return PaperPart(
        template_version=form.version, snapshot=_snapshot(tables, case, {})
    )


def plan_part(
    tables: Tables, case: CaseRecords, plan: PlanRecords, template_version: str
) -> PaperPart:
    """Return what a care plan is composed of; agreed, it is frozen as it stands here.

    The names of those who act are kept beside their ids: they may leave the case.
    """
    names = dict(plan.names)
    for measure in plan.measures:
        if measure.party_id is not None and measure.party_id in case.parties:
            names[measure.party_id] = case.parties[measure.party_id].name
    records = {
        "plan": tables.plans.stored(plan.plan),
        "goals": [tables.goals.stored(goal) for goal in plan.goals],
        "measures": [tables.measures.stored(each) for each in plan.measures],
        "assessment": tables.assessments.stored(plan.assessment),
        "entries": [
            tables.domain_entries.stored(each)
            for each in plan.entries
            if not each.is_empty
        ],
        "sections": [tables.plan_sections.stored(each) for each in plan.sections],
        "no_goals": [tables.no_goals.stored(each) for each in plan.no_goals],
        "names": names,
    }
    return PaperPart(
        template_version=template_version,
        snapshot=_snapshot(tables, case, records),
        plan_id=plan.plan.id or None,
    )


def document_parts(
    document: Document,
    parts: Sequence[PaperPart],
    stretches: Sequence[Stretch],
    clock: Clock,
) -> Iterator[DocumentPart]:
    """Yield the parts as they are frozen with the document."""
    known = stretches if len(stretches) == len(parts) else ()
    for position, (part, stretch) in enumerate(zip_longest(parts, known), start=1):
        yield DocumentPart(
            id=DocumentPartId(clock.new_id()),
            document_id=document.id,
            case_id=document.case_id,
            position=position,
            consent_id=part.consent_id,
            plan_id=part.plan_id,
            template_version=part.template_version,
            first_page=0 if stretch is None else stretch.first,
            last_page=0 if stretch is None else stretch.last,
            item_ids=part.item_ids,
            snapshot=part.snapshot,
        )


def _snapshot(tables: Tables, case: CaseRecords, records: Mapping[str, object]) -> str:
    client = tables.clients.stored(case.client)
    everything = {
        "case": {"id": case.case.id, "number": case.case.number},
        "client": {name: client[name] for name in _OF_CLIENT},
        "addresses": [tables.addresses.stored(each) for each in case.addresses],
        "representations": [
            tables.representations.stored(each) for each in case.representations
        ],
        "practice": tables.practice.stored(case.practice),
        **records,
    }
    return json.dumps(everything, ensure_ascii=False, sort_keys=True)
