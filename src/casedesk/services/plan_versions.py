"""The versions of a plan: which counts, what it says, who got it, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.handing import Whom
from casedesk.domain.plan_change import COURSE, PlanChanges, PlanContent, compared
from casedesk.domain.plan_copies import PlanCopy, holdings
from casedesk.domain.plan_profile import Fulfilment, fulfilments
from casedesk.domain.plan_version import state_on, superseded_on
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.plan_differences import differences
from casedesk.services.paper_words.plan_records import (
    PlanRecords,
    changes_between,
    goals_of,
    only_texts,
    read_version,
)
from casedesk.services.plan_contents import held_in
from casedesk.words.plan_profiles import plan_profile, profiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.document import Document
    from casedesk.domain.life_domain import OwnDomain
    from casedesk.domain.plan import Plan, PlanId
    from casedesk.domain.plan_copies import Holding
    from casedesk.domain.plan_profile import PlanProfile
    from casedesk.domain.plan_version import AgreedPlan, PlanState
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.plan_differences import Difference
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables
    from casedesk.words.catalog import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """A version with where it stands, and the pages that were agreed."""

    plan: Plan
    state: PlanState
    superseded_on: date | None = None
    document: Document | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether it is no draft."""
        return self.plan.agreed_on is not None


class PlanVersionService:
    """Answers questions about versions; changing them is done elsewhere."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of_case(self, case_id: CaseId) -> list[PlanVersion]:
        """Return all versions of the plan of a case, the newest first."""
        today = self._clock.today()
        with self._database.read() as tables:
            plans = tables.plans.of(case_id=case_id)
            agreed = {a.plan_id: a for a in tables.agreed_plans.of(case_id=case_id)}
            return [
                PlanVersion(
                    plan=plan,
                    state=state_on(plan, plans, today),
                    superseded_on=superseded_on(plan, plans),
                    document=tables.documents.get(agreed[plan.id].document_id)
                    if plan.id in agreed
                    else None,
                )
                for plan in reversed(plans)
            ]

    def records(self, plan_id: PlanId) -> PlanRecords:
        """Return what a version says: as it was agreed, or as it is being written."""
        with self._database.read() as tables:
            return read_version(tables, tables.plans.get(plan_id))

    def differences(self, before_id: PlanId, after_id: PlanId) -> PlanChanges:
        """Return what changed from one version to another."""
        with self._database.read() as tables:
            before = read_version(tables, tables.plans.get(before_id))
            after = read_version(tables, tables.plans.get(after_id))
        return changes_between(before, after)

    def compares_only_texts(self, before_id: PlanId, after_id: PlanId) -> bool:
        """Whether one of two versions was agreed before its goals were kept."""
        return only_texts(self.records(before_id), self.records(after_id))

    def differences_in_words(
        self, before_id: PlanId, after_id: PlanId, words: Words
    ) -> list[Difference]:
        """Return what changed from one version to another, as it is read."""
        before, after = self.records(before_id), self.records(after_id)
        return differences(
            changes_between(before, after),
            before,
            after,
            {**before.names, **self.names_in(after)},
            self.own_domains(),
            words,
        )

    def own_domains(self) -> dict[str, OwnDomain]:
        """Return the domains of life that the practice has added, by id."""
        with self._database.read() as tables:
            return {each.id: each for each in tables.own_domains.all()}

    def names_in(self, records: PlanRecords) -> dict[str, str]:
        """Name those who act in a version, also those who have left the case."""
        names = dict(records.names)
        names.update(self.names(records.plan.case_id).items())
        return names

    def changed_since(self, plan: Plan) -> PlanChanges:
        """Return how goals and measures have changed since a version was agreed.

        How it goes with them is no change of what was agreed.
        """
        with self._database.read() as tables:
            agreed = goals_of(tables, plan)
            goals = tuple(tables.goals.of(case_id=plan.case_id))
            measures = tuple(tables.measures.of(case_id=plan.case_id))
        if agreed is None:
            return PlanChanges()
        living = PlanContent(plan=plan, goals=goals, measures=measures)
        return compared(agreed, living, but=COURSE)

    def names(self, case_id: CaseId) -> dict[PartyId, str]:
        """Name everybody of a case."""
        with self._database.read() as tables:
            case = read_case(tables, case_id, self._clock.today())
        return {party_id: party.name for party_id, party in case.parties.items()}

    def copies(self, case_id: CaseId) -> list[PlanCopy]:
        """Return which papers of the plan went to whom, the newest first."""
        with self._database.read() as tables:
            copies = [*_copies(tables, case_id)]
        return sorted(copies, key=lambda each: each.happened_at, reverse=True)

    def holdings(self, plan_id: PlanId) -> list[Holding]:
        """Return who holds a version, who an older one, and who none; client first.

        Asked are the client, who acts in the version, and who ever got the plan.
        """
        with self._database.read() as tables:
            plan = tables.plans.get(plan_id)
            records = read_version(tables, plan)
            copies = [*_copies(tables, plan.case_id)]
        names = self.names(plan.case_id)
        acting = dict.fromkeys(measure.party_id for measure in records.measures)
        involved = {each: names[each] for each in acting if each in names}
        return holdings(copies, involved, plan_id)

    def offered_profiles(self, language: PaperLanguage) -> list[PlanProfile]:
        """Return the profiles of the country of the practice."""
        with self._database.read() as tables:
            [practice] = tables.practice.all()
        return profiles(language, practice.country)

    def profile(self, plan: Plan, language: PaperLanguage) -> PlanProfile | None:
        """Return the profile of a version, for an agreed one as it was then."""
        return plan_profile(plan.profile, plan.profile_version, language)

    def fulfilments(self, plan_id: PlanId, language: PaperLanguage) -> list[Fulfilment]:
        """Return what the profile of a version asks for, filled or still empty."""
        with self._database.read() as tables:
            plan = tables.plans.get(plan_id)
            profile = plan_profile(plan.profile, plan.profile_version, language)
            if profile is None or not profile.contents:
                return []
            records = read_version(tables, plan)
            has_sheets = bool(tables.instrument_sheets.of(case_id=plan.case_id))
        texts = {section.key: section.text for section in records.sections}
        return fulfilments(profile, held_in(records, has_sheets=has_sheets), texts)


def _copies(tables: Tables, case_id: CaseId) -> Iterator[PlanCopy]:
    told = tables.document_parts.plans_in(case_id)
    plans = {plan.id: plan for plan in tables.plans.of(case_id=case_id)}
    agreed = {each.plan_id: each for each in tables.agreed_plans.of(case_id=case_id)}
    documents = {each.id: each for each in tables.documents.of_case(case_id)}

    def copy(document_id: str, **went: object) -> PlanCopy | None:
        document = documents.get(document_id)  # type: ignore[call-overload]  # an id
        plan_id, is_whole = told.get(document_id, (None, False))  # type: ignore[call-overload]  # an id
        plan = plans.get(plan_id) if plan_id else None
        if document is None or plan is None:
            return None
        return PlanCopy(
            plan_id=plan.id,
            version=plan.version,
            document_id=document.id,
            number=document.number,
            is_excerpt=not is_whole,
            is_as_agreed=_is_as_agreed(document, agreed.get(plan.id)),
            **went,  # type: ignore[arg-type]  # the fields below
        )

    for each in tables.handovers.of(case_id=case_id):
        made = copy(each.document_id, whom=each.whom, happened_at=each.happened_at)
        if made is not None:
            yield made
    for line in tables.disclosures.of(case_id=case_id):
        made = copy(
            line.document_id or "",
            whom=Whom.PARTY,
            party_id=line.party_id,
            recipient=line.recipient,
            happened_at=line.happened_at,
            disclosure_id=line.id,
        )
        if made is not None:
            yield made


def _is_as_agreed(document: Document, agreed: AgreedPlan | None) -> bool:
    """Whether a paper is the agreed one itself, or was composed of what it says."""
    if agreed is None:
        return False
    is_itself = document.id == agreed.document_id
    return is_itself or document.issued_at >= agreed.frozen_at
