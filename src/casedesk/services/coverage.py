"""The coverage check of a case: what it finds, and what is accepted with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import that_counts
from casedesk.domain.coverage import Coverage, coverage
from casedesk.domain.coverage_provision import Provision
from casedesk.domain.coverage_sources import CoverageRecords, situation_of
from casedesk.domain.finding import (
    AcceptedFinding,
    AcceptedFindingId,
    check_accepted_finding,
)
from casedesk.domain.life_domain import offered_domains
from casedesk.services.provisions import read_use
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casedesk.domain.assessment import Assessment, DomainEntry
    from casedesk.domain.case import CaseId, Party, PartyId
    from casedesk.domain.finding import Finding
    from casedesk.domain.life_domain import OwnDomain
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCase:
    """The picture of a case, with what is needed to say it."""

    coverage: Coverage
    own_domains: Mapping[str, OwnDomain]
    day: date
    assessed_on: date | None


class CoverageService:
    """Checks a case anew at each look; only what was accepted is stored."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def check(self, case_id: CaseId) -> CheckedCase:
        """Return who answers which need today, and what was found."""
        with self._database.read() as tables:
            return read_checked(tables, case_id, self._clock.today())

    def accept(
        self,
        case_id: CaseId,
        finding: Finding,
        *,
        said: str,
        reason: str,
        until: date | None = None,
    ) -> AcceptedFinding:
        """Let a finding rest for a reason, until a day or until it changes.

        `said` keeps the finding in words. Raises the `RuleBroken` that forbids it.
        """
        accepted_id = AcceptedFindingId(self._clock.new_id())
        with self._database.write("accepted_finding.add", accepted_id) as tables:
            practice = next(iter(tables.practice.all()), None)
            accepted = AcceptedFinding(
                id=accepted_id,
                case_id=case_id,
                finding_key=finding.key,
                seal=finding.seal,
                said=said,
                reason=reason.strip(),
                accepted_on=self._clock.today(),
                accepted_by=practice.holder_name if practice else "",
                accepted_until=until,
            )
            check_accepted_finding(accepted)
            tables.accepted_findings.add(accepted)
        self._announcer.announce("accepted_finding")
        return accepted

    def take_back(self, accepted_id: AcceptedFindingId) -> AcceptedFinding:
        """Show a finding again that was accepted; that it was stays known."""
        with self._database.write("accepted_finding.reopen", accepted_id) as tables:
            accepted = replace(
                tables.accepted_findings.get(accepted_id),
                taken_back_on=self._clock.today(),
            )
            tables.accepted_findings.update(accepted)
        self._announcer.announce("accepted_finding")
        return accepted


def read_checked(tables: Tables, case_id: CaseId, day: date) -> CheckedCase:
    """Read a case and check it."""
    records = read_records(tables, case_id, day)
    accepted = tables.accepted_findings.of(case_id=case_id)
    return CheckedCase(
        coverage=coverage(situation_of(records, day), accepted, day),
        own_domains={each.id: each for each in tables.own_domains.all()},
        day=day,
        assessed_on=records.assessed_on,
    )


def read_records(tables: Tables, case_id: CaseId, day: date) -> CoverageRecords:
    """Read everything the check looks at."""
    assessments = tables.assessments.of(case_id=case_id)
    assessment = that_counts(assessments) if assessments else None
    parties = tables.parties.of(case_id=case_id)
    maps = tables.network_maps.of(case_id=case_id)
    return CoverageRecords(
        entries=_entries(tables, case_id, assessment, day) if assessment else (),
        assessed_on=assessment.held_on if assessment else None,
        goals=tables.goals.of(case_id=case_id),
        measures=tables.measures.of(case_id=case_id),
        benefits=tables.benefits.of(case_id=case_id),
        no_goals=tables.no_goals.of(case_id=case_id),
        parties=parties,
        names=read_names(tables, parties),
        provision=Provision(
            referrals=tables.referrals.of(case_id=case_id),
            claims=tables.claims.of(case_id=case_id),
            approvals=[
                (approval, read_use(tables, approval))
                for approval in tables.cost_approvals.of(case_id=case_id)
            ],
        ),
        slots=tables.care_slots.of(case_id=case_id),
        ties=tables.ties.of(map_id=maps[-1].id) if maps else None,
    )


def read_names(tables: Tables, parties: Sequence[Party]) -> dict[PartyId, str]:
    """Return how everybody of a case is called, with few looks into the vault."""
    persons = {
        each.id: each
        for each in tables.persons.among(p.person_id for p in parties if p.person_id)
    }
    organisations = {
        each.id: each
        for each in tables.organisations.among(
            p.organisation_id for p in parties if p.organisation_id
        )
    }
    return {
        p.id: phrases.party_name(
            persons.get(p.person_id) if p.person_id else None,
            organisations.get(p.organisation_id) if p.organisation_id else None,
        )
        for p in parties
    }


def _entries(
    tables: Tables, case_id: CaseId, assessment: Assessment, day: date
) -> list[DomainEntry]:
    """Return the domains of an assessment in the order of the practice."""
    area = tables.cases.get(case_id).area
    own, sets = tables.own_domains.all(), tables.domain_sets.all()
    order = {key: n for n, key in enumerate(offered_domains(area, own, sets, day))}
    entries = tables.domain_entries.of(assessment_id=assessment.id)
    return sorted(entries, key=lambda entry: order.get(entry.life_domain, len(order)))
