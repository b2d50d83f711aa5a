"""Services are arranged: referrals, applications and cost approvals of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from casedesk.domain.claim import Claim, ClaimId
from casedesk.domain.content import kinds_in_goal
from casedesk.domain.cost_approval import (
    IN_USE,
    CostApproval,
    CostApprovalId,
    use_of,
)
from casedesk.domain.deadline import PeriodUnit, proposed_objection
from casedesk.domain.measure import MeasureState, Responsible
from casedesk.domain.referral import Referral, ReferralId, ReferralKind

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.cost_approval import Use
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.measure import Measure, MeasureId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

# What the client or relatives do needs nobody to be asked.
_THEMSELVES = (Responsible.CLIENT, Responsible.FAMILY)
ANSWER_DAYS = 14  # a start; the day can be changed before the letter goes


@dataclass(frozen=True, slots=True, kw_only=True)
class Provisions:
    """What is arranged in a case, and what still has to be."""

    to_arrange: tuple[Measure, ...]
    referrals: tuple[Referral, ...]
    claims: tuple[Claim, ...]
    cost_approvals: tuple[CostApproval, ...]
    uses: dict[CostApprovalId, Use]


class ProvisionService:
    """Begins referrals, applications and approvals, and reads how they stand."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def of_case(self, case_id: CaseId) -> Provisions:
        """Return everything that is arranged in a case."""
        with self._database.read() as tables:
            referrals = tuple(tables.referrals.of(case_id=case_id))
            claims = tuple(tables.claims.of(case_id=case_id))
            approvals = tuple(tables.cost_approvals.of(case_id=case_id))
            measures = tables.measures.of(case_id=case_id)
            uses = {each.id: read_use(tables, each) for each in approvals}
        arranged = {each.measure_id for each in referrals}
        arranged |= {each.measure_id for each in claims}
        to_arrange = tuple(
            each
            for each in measures
            if each.state is MeasureState.PLANNED
            and each.responsible not in _THEMSELVES
            and each.id not in arranged
        )
        return Provisions(
            to_arrange=to_arrange,
            referrals=referrals,
            claims=claims,
            cost_approvals=approvals,
            uses=uses,
        )

    def use(self, approval_id: CostApprovalId) -> Use:
        """Return how much of one approval is used."""
        with self._database.read() as tables:
            return read_use(tables, tables.cost_approvals.get(approval_id))

    def running_hours(self, case_id: CaseId) -> Use | None:
        """Return the use of the approval of hours that ends first, if one runs."""
        today = self._clock.today()
        with self._database.read() as tables:
            running = [
                each
                for each in tables.cost_approvals.of(case_id=case_id)
                if each.approved_minutes
                and each.settled_on is None
                and each.state_on(today) in IN_USE
            ]
            first = min(
                running,
                key=lambda each: (each.ends_on or date.max, each.id),
                default=None,
            )
            return None if first is None else read_use(tables, first)

    def refer(
        self,
        case_id: CaseId,
        kind: ReferralKind = ReferralKind.REFERRAL,
        *,
        measure_id: MeasureId | None = None,
        party_id: PartyId | None = None,
    ) -> Referral:
        """Begin a letter, with what the measure says already."""
        new_id = ReferralId(self._clock.new_id())
        until = self._clock.today() + timedelta(days=ANSWER_DAYS)
        with self._database.write("referral.add", new_id) as tables:
            measure = tables.measures.find(measure_id or "")
            referral = Referral(
                id=new_id,
                case_id=case_id,
                kind=kind,
                measure_id=measure_id,
                party_id=party_id or (measure.party_id if measure else None),
                subject=measure.what if measure else "",
                request=_wanted(measure),
                categories=_kinds(tables, measure),
                feedback_until=until,
            )
            tables.referrals.add(referral)
        self._announcer.announce("referral")
        return referral

    def apply(
        self,
        case_id: CaseId,
        *,
        measure_id: MeasureId | None = None,
        party_id: PartyId | None = None,
    ) -> Claim:
        """Begin an application, with the period to object that is proposed."""
        new_id = ClaimId(self._clock.new_id())
        with self._database.write("claim.add", new_id) as tables:
            measure = tables.measures.find(measure_id or "")
            [practice] = tables.practice.all()
            proposed = proposed_objection(practice.country)
            claim = Claim(
                id=new_id,
                case_id=case_id,
                measure_id=measure_id,
                party_id=party_id,
                what=measure.what if measure else "",
                categories=_kinds(tables, measure),
                period_count=proposed.period.count if proposed else None,
                period_unit=proposed.period.unit if proposed else PeriodUnit.DAYS,
            )
            tables.claims.add(claim)
        self._announcer.announce("claim")
        return claim

    def note_approval(self, case_id: CaseId) -> CostApproval:
        """Begin to note what a payer has granted."""
        new_id = CostApprovalId(self._clock.new_id())
        approval = CostApproval(id=new_id, case_id=case_id)
        with self._database.write("cost_approval.add", new_id) as tables:
            tables.cost_approvals.add(approval)
        self._announcer.announce("cost_approval")
        return approval


def read_use(tables: Tables, approval: CostApproval) -> Use:
    """Read how much of an approval is used."""
    noted = 0
    if approval.counts_entries:
        noted = tables.accounts.used_of(approval.id)
    return use_of(approval, noted)


def _wanted(measure: Measure | None) -> str:
    """Say what the measure is and how often, as a start for the letter."""
    if measure is None:
        return ""
    return ", ".join(each for each in (measure.what, measure.frequency) if each)


def _kinds(tables: Tables, measure: Measure | None) -> tuple[CategoryId, ...]:
    """Return what a letter about a measure tells: what its goal is about."""
    goal = tables.goals.find(measure.goal_id) if measure else None
    return kinds_in_goal(*(goal.domains if goal else ()))
