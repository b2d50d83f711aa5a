"""Assessments: begun from the one before, confirmed with the client, corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import (
    Assessment,
    AssessmentId,
    AssessmentKind,
    DomainEntry,
    DomainEntryId,
    DraftStillOpen,
    Stance,
    check_confirmation,
    that_counts,
)
from casedesk.domain.assessment_change import HEAD_TEXTS, compared, taken_over
from casedesk.domain.client_snapshot import SnapshotId, snapshot_of
from casedesk.domain.life_domain import LifeDomain, offered_domains
from casedesk.domain.need import by_priority, moved
from casedesk.services.guards import refuse_if_confirmed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.assessment_change import DomainChange
    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class AssessmentService:
    """What is done with an assessment as a whole; its fields are changed one by one."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def of_case(self, case_id: CaseId) -> list[Assessment]:
        """Return every version, oldest first."""
        with self._database.read() as tables:
            return tables.assessments.of(case_id=case_id)

    def that_counts(self, case_id: CaseId) -> Assessment:
        """Return the version on which plan and papers build."""
        return that_counts(self.of_case(case_id))

    def needs(self, case_id: CaseId) -> list[DomainEntry]:
        """Return the needs of the version that counts, in their order."""
        assessment = self.that_counts(case_id)
        with self._database.read() as tables:
            return by_priority(tables.domain_entries.of(assessment_id=assessment.id))

    def entries(self, assessment: Assessment) -> list[DomainEntry]:
        """Return the domains of an assessment in the order of the practice.

        Those that the practice no longer asks about stand last, if anything is in them.
        """
        with self._database.read() as tables:
            found = tables.domain_entries.of(assessment_id=assessment.id)
            order = offered(tables, assessment.case_id, self._clock.today())
        by_key = {entry.life_domain: entry for entry in found}
        asked = [by_key[key] for key in order if key in by_key]
        others = [e for e in found if e.life_domain not in order and not e.is_empty]
        return asked + others

    def compare(
        self, before_id: AssessmentId, after_id: AssessmentId
    ) -> list[DomainChange]:
        """Return what changed from one version to another, domain by domain."""
        with self._database.read() as tables:
            versions = [tables.assessments.get(each) for each in (before_id, after_id)]
        before, after = (self.entries(version) for version in versions)
        return compared(before, after)

    def begin(self, case_id: CaseId, kind: AssessmentKind) -> Assessment:
        """Begin an assessment that follows the confirmed one.

        Raises `DraftStillOpen` while the latest one is still being written.
        """
        with self._database.write("assessment.begin", case_id) as tables:
            latest = _latest_confirmed(tables, case_id)
            assessment = Assessment(
                id=AssessmentId(self._clock.new_id()),
                case_id=case_id,
                version=latest.version + 1,
                kind=kind,
                earlier_id=latest.id,
                held_on=self._clock.today(),
            )
            add_empty(tables, self._clock, assessment)
        self._announcer.announce("assessment")
        return assessment

    def correct(self, assessment_id: AssessmentId) -> Assessment:
        """Begin a version with all that stands in a confirmed one, to correct it.

        Raises `DraftStillOpen` while the latest one is still being written.
        """
        with self._database.write("assessment.correct", assessment_id) as tables:
            before = tables.assessments.get(assessment_id)
            latest = _latest_confirmed(tables, before.case_id)
            assessment = replace(
                before,
                id=AssessmentId(self._clock.new_id()),
                version=latest.version + 1,
                earlier_id=before.id,
                is_correction=True,
                confirmed_on=None,
                stance=Stance.AGREES,
                dissent="",
            )
            tables.assessments.add(assessment)
            for entry in tables.domain_entries.of(assessment_id=before.id):
                new_id = DomainEntryId(self._clock.new_id())
                tables.domain_entries.add(
                    replace(entry, id=new_id, assessment_id=assessment.id, named="")
                )
        self._announcer.announce("assessment")
        return assessment

    def confirm(
        self, assessment_id: AssessmentId, on: date, stance: Stance, dissent: str = ""
    ) -> Assessment:
        """Note what the client says to it, and freeze it with the client's data.

        Raises `ConfirmedStays`, `ConfirmedBeforeHeld` or `DissentMissing`.
        """
        with self._database.write("assessment.confirm", assessment_id) as tables:
            before = tables.assessments.get(assessment_id)
            refuse_if_confirmed(before)
            assessment = replace(
                before,
                held_on=before.held_on or on,
                confirmed_on=on,
                stance=stance,
                dissent=dissent.strip(),
            )
            check_confirmation(assessment)
            self._freeze(tables, assessment)
            tables.assessments.update(assessment)
        self._announcer.announce("assessment")
        return assessment

    def take_over(self, entry_id: DomainEntryId) -> DomainEntry:
        """Take what is still empty in a domain from the earlier assessment."""
        with self._database.write("domain_entry.take_over", entry_id) as tables:
            entry = tables.domain_entries.get(entry_id)
            refuse_if_confirmed(tables.assessments.get(entry.assessment_id))
            earlier = _earlier_entry(tables, entry)
            if earlier is not None:
                entry = taken_over(earlier, entry)
                tables.domain_entries.update(entry)
        self._announcer.announce("domain_entry")
        return entry

    def take_over_texts(self, assessment_id: AssessmentId) -> Assessment:
        """Take the texts about the whole that are still empty from the earlier one."""
        with self._database.write("assessment.take_over", assessment_id) as tables:
            assessment = tables.assessments.get(assessment_id)
            refuse_if_confirmed(assessment)
            earlier = tables.assessments.find(assessment.earlier_id or "")
            if earlier is not None:
                empty = [name for name in HEAD_TEXTS if not getattr(assessment, name)]
                texts = {name: getattr(earlier, name) for name in empty}
                assessment = replace(assessment, **texts)
                tables.assessments.update(assessment)
        self._announcer.announce("assessment")
        return assessment

    def move_need(self, entry_id: DomainEntryId, step: int) -> list[DomainEntry]:
        """Move a need by so many places; return all needs in their new order."""
        with self._database.write("domain_entry.move", entry_id) as tables:
            entry = tables.domain_entries.get(entry_id)
            refuse_if_confirmed(tables.assessments.get(entry.assessment_id))
            entries = tables.domain_entries.of(assessment_id=entry.assessment_id)
            needs = []
            for need, place in moved(by_priority(entries), entry_id, step):
                needs.append(replace(need, need_position=place))
                if need.need_position != place:
                    tables.domain_entries.update(needs[-1])
        self._announcer.announce("domain_entry")
        return needs

    def _freeze(self, tables: Tables, assessment: Assessment) -> None:
        names: dict[str, str] = {o.id: o.name for o in tables.own_domains.all()}
        for entry in tables.domain_entries.of(assessment_id=assessment.id):
            named = names.get(str(entry.life_domain), "")
            if named != entry.named:
                tables.domain_entries.update(replace(entry, named=named))
        case = tables.cases.get(assessment.case_id)
        client, today = case.client_id, self._clock.today()
        acting = [
            each.person_id or ""
            for each in tables.representations.of(client_id=client)
            if each.is_valid_on(today)
        ]
        persons = tables.persons.among(acting)
        tables.client_snapshots.add(
            snapshot_of(
                SnapshotId(self._clock.new_id()),
                assessment,
                tables.clients.get(client),
                addresses=tables.addresses.of(client_id=client),
                contact_points=tables.contact_points.of(client_id=client),
                insurance_numbers=tables.insurance_numbers.of(client_id=client),
                represented_by=[person.full_name for person in persons],
                today=today,
            )
        )


def offered(tables: Tables, case_id: CaseId, today: date) -> tuple[DomainKey, ...]:
    """Return what an assessment of a case asks about, in the practice's order."""
    area = tables.cases.get(case_id).area
    own, sets = tables.own_domains.all(), tables.domain_sets.all()
    return offered_domains(area, own, sets, today)


def add_empty(tables: Tables, clock: Clock, assessment: Assessment) -> None:
    """Add an assessment with an empty entry for each domain of life.

    Also those that the practice does not ask about get one: it may do so again.
    """
    tables.assessments.add(assessment)
    asked = offered(tables, assessment.case_id, clock.today())
    others = tuple(key for key in LifeDomain if key not in asked)
    add_entries(tables, clock, assessment, asked + others)


def add_entries(
    tables: Tables, clock: Clock, assessment: Assessment, keys: Iterable[DomainKey]
) -> None:
    """Add an empty entry for each of the domains."""
    for key in keys:
        tables.domain_entries.add(
            DomainEntry(
                id=DomainEntryId(clock.new_id()),
                case_id=assessment.case_id,
                assessment_id=assessment.id,
                life_domain=key,
            )
        )


def _latest_confirmed(tables: Tables, case_id: CaseId) -> Assessment:
    latest = tables.assessments.of(case_id=case_id)[-1]
    if not latest.is_confirmed:
        raise DraftStillOpen
    return latest


def _earlier_entry(tables: Tables, entry: DomainEntry) -> DomainEntry | None:
    assessment = tables.assessments.get(entry.assessment_id)
    if assessment.earlier_id is None:
        return None
    earlier = tables.domain_entries.of(assessment_id=assessment.earlier_id)
    return next((e for e in earlier if e.life_domain == entry.life_domain), None)
