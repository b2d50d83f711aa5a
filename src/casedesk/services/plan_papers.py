"""Papers around the plan: goal agreement, differences, emergency sheet, contacts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentKind
from casedesk.domain.emergency_note import EmergencyNote, EmergencyNoteId
from casedesk.services.paper import (
    Paper,
    begun,
    held_back,
    prepared_in_sections,
)
from casedesk.services.paper_words import case_sheets
from casedesk.services.paper_words.excerpt import (
    cut_case,
    cut_records,
    kinds_in_goals,
    kinds_in_plan,
)
from casedesk.services.paper_words.goal_agreement import goal_agreement
from casedesk.services.paper_words.plan_differences import differences
from casedesk.services.paper_words.plan_differences_paper import differences_paper
from casedesk.services.paper_words.plan_records import (
    changes_between,
    read_plan,
    read_version,
)
from casedesk.services.paper_words.reader import excerpt_for
from casedesk.services.printed_parts import plan_part
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.plan import PlanId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.reader import Reader
    from casedesk.store.database import Database

TEMPLATE = "2026-11"


class PlanPaperService:
    """Prepares these papers, which is quick; issuing is as for all papers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def goal_agreement(
        self,
        case_id: CaseId,
        *,
        language: PaperLanguage | None = None,
        reader: Reader | None = None,
    ) -> Paper:
        """Prepare the agreement on goals; a `reader` gets the goals they may know.

        Signed, it says what was agreed about goals; it is not the plan as a whole.
        """
        kind = DocumentKind.GOAL_AGREEMENT
        with self._database.read() as tables:
            case, imprint = begun(tables, self._clock, case_id, kind)
            records = read_plan(tables, case_id)
            part = replace(plan_part(tables, case, records, TEMPLATE), plan_id=None)
        words = Words(language or case.practice.language)
        kinds = shown = kinds_in_goals(case, records)
        excerpt = excerpt_for(case, kinds, reader) if reader else None
        notes: tuple[str, ...] = ()
        seen, cut = case, records
        if excerpt is not None:
            seen = cut_case(case, excerpt)
            cut = cut_records(case, records, excerpt, words)
            shown = kinds_in_goals(seen, cut)
            notes = (excerpt.title(words),)
        composed = goal_agreement(imprint, seen, cut, words, *notes)
        return replace(
            prepared_in_sections(imprint, case_id, words, TEMPLATE, composed),
            cut_anew=lambda other, who: self.goal_agreement(
                case_id, language=other, reader=who
            ),
            categories=shown,
            left_out=held_back(kinds, shown),
            reader=reader,
            parts=(part,),
        )

    def differences(
        self,
        before_id: PlanId,
        after_id: PlanId,
        *,
        language: PaperLanguage | None = None,
    ) -> Paper:
        """Prepare the list of what changed from one version to another."""
        kind = DocumentKind.PLAN_DIFFERENCES
        with self._database.read() as tables:
            before = read_version(tables, tables.plans.get(before_id))
            after = read_version(tables, tables.plans.get(after_id))
            case_id = after.plan.case_id
            case, imprint = begun(tables, self._clock, case_id, kind)
        words = Words(language or case.practice.language)
        names: dict[str, str] = {key: party.name for key, party in case.parties.items()}
        found = differences(
            changes_between(before, after),
            before,
            after,
            {**before.names, **after.names, **names},
            case.own_domains,
            words,
        )
        composed = differences_paper(imprint, case, before, after, found, words)
        told = {*kinds_in_plan(case, before), *kinds_in_plan(case, after)}
        return replace(
            prepared_in_sections(imprint, case_id, words, TEMPLATE, composed),
            remade=lambda other: self.differences(before_id, after_id, language=other),
            categories=tuple(kind for kind in DataCategory if kind in told),
        )

    def emergency_sheet(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the client's emergency sheet."""
        with self._database.read() as tables:
            kind = DocumentKind.EMERGENCY_SHEET
            case, imprint = begun(tables, self._clock, case_id, kind)
            notes = tables.emergency_notes.of(case_id=case_id)
            plan = read_plan(tables, case_id).plan
        empty = EmergencyNote(id=EmergencyNoteId(""), case_id=case_id)
        note = next(iter(notes), empty)
        words = Words(language or case.practice.language)
        composed = case_sheets.emergency_sheet(imprint, case, note, plan, words)
        return replace(
            prepared_in_sections(imprint, case_id, words, TEMPLATE, composed),
            remade=lambda other: self.emergency_sheet(case_id, language=other),
            categories=case_sheets.kinds_in_emergency(case, note, plan),
        )

    def contact_list(
        self, case_id: CaseId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare the list of everybody in the case, with how they are reached."""
        with self._database.read() as tables:
            kind = DocumentKind.CONTACT_LIST
            case, imprint = begun(tables, self._clock, case_id, kind)
        words = Words(language or case.practice.language)
        composed = case_sheets.contact_list(imprint, case, words)
        return replace(
            prepared_in_sections(imprint, case_id, words, TEMPLATE, composed),
            remade=lambda other: self.contact_list(case_id, language=other),
            categories=case_sheets.kinds_in_contacts(case),
        )
