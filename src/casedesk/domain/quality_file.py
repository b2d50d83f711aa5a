"""The file of a case as the quality check looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.account_use import NOTHING_APPROVED, AccountUse
from casedesk.domain.assessment import that_counts
from casedesk.domain.consent import ConsentKind, ConsentState, superseded_days
from casedesk.domain.intake import Decision
from casedesk.domain.phase import Phase, PhaseState, state
from casedesk.domain.review import review_due_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.assessment import Assessment, DomainEntry
    from casedesk.domain.case import Case, Mandate
    from casedesk.domain.closure import Closure
    from casedesk.domain.conference import Conference
    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.domain.evaluation import Evaluation
    from casedesk.domain.goal import Goal
    from casedesk.domain.intake import Intake
    from casedesk.domain.measure import Measure
    from casedesk.domain.no_goal import NoGoal
    from casedesk.domain.phase import PhaseRun
    from casedesk.domain.plan import Plan
    from casedesk.domain.review import Review
    from casedesk.domain.risk import Risk
    from casedesk.domain.statute import StatutoryBasis
    from casedesk.domain.withdrawal_notice import WithdrawalNotice

_ENDING = (Phase.EVALUATION,)


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityFile:
    """Everything the check looks at, on one day."""

    today: date
    case: Case
    intake: Intake | None = None
    mandates: Sequence[Mandate] = ()
    runs: Sequence[PhaseRun] = ()
    consents: Sequence[Consent] = ()
    items: Sequence[ConsentItem] = ()
    bases: Sequence[StatutoryBasis] = ()
    informed_on: Sequence[date] = ()
    """When the information sheet was received."""
    assessments: Sequence[Assessment] = ()
    entries: Sequence[DomainEntry] = ()
    """The domains of the assessment that counts."""
    goals: Sequence[Goal] = ()
    measures: Sequence[Measure] = ()
    no_goals: Sequence[NoGoal] = ()
    plans: Sequence[Plan] = ()
    plan_handed_on: date | None = None
    """When the client got the agreed version that counts."""
    reviews: Sequence[Review] = ()
    risks: Sequence[Risk] = ()
    conferences: Sequence[Conference] = ()
    evaluations: Sequence[Evaluation] = ()
    client_view_on: date | None = None
    """When the client answered the six questions."""
    closure: Closure | None = None
    notices: Sequence[WithdrawalNotice] = ()
    unnoted_entries: Sequence[str] = ()
    """Contacts of which it is not noted what was exchanged."""
    last_entry_on: date | None = None
    use: AccountUse = NOTHING_APPROVED

    @property
    def is_closed(self) -> bool:
        """Whether the case is over."""
        return self.case.closed_on is not None

    @property
    def was_taken(self) -> bool:
        """Whether the case was not declined or passed on after the clarification."""
        refused = (Decision.DECLINED, Decision.PASSED_ON)
        return self.intake is None or self.intake.decision not in refused

    def has_begun(self, *phases: Phase) -> bool:
        """Whether one of these phases was begun in this round."""
        cycle = self.case.cycle
        states = (state(self.runs, phase, cycle) for phase in phases)
        return any(each is not PhaseState.NOT_BEGUN for each in states)

    def is_past(self, phase: Phase) -> bool:
        """Whether the work of this round has gone on beyond a phase, or is over."""
        done = state(self.runs, phase, self.case.cycle) is PhaseState.DONE
        order = list(Phase)
        return (
            done or self.is_closed or self.has_begun(*order[order.index(phase) + 1 :])
        )

    @property
    def has_started(self) -> bool:
        """Whether the clarification is over and the case was taken on."""
        accepted = self.intake is not None and self.intake.decision is Decision.ACCEPTED
        later_round = self.case.cycle > 1
        return self.was_taken and (
            accepted or later_round or self.is_past(Phase.INTAKE)
        )

    @property
    def is_under_way(self) -> bool:
        """Whether help that was planned has begun."""
        begun = any(each.has_begun for each in self.measures)
        return self.was_taken and (begun or self.is_past(Phase.PLANNING))

    @property
    def is_ending(self) -> bool:
        """Whether the case is over, or its evaluation or closing is done or begun."""
        evaluated = state(self.runs, Phase.EVALUATION, self.case.cycle)
        has_closing = self.closure is not None
        over = self.is_closed or has_closing or evaluated is PhaseState.DONE
        return self.was_taken and over

    @property
    def assessment(self) -> Assessment | None:
        """The assessment that counts."""
        return that_counts(self.assessments) if self.assessments else None

    @property
    def agreed_plan(self) -> Plan | None:
        """The newest version that was agreed."""
        agreed = [each for each in self.plans if each.agreed_on is not None]
        return agreed[-1] if agreed else None

    @property
    def last_review(self) -> Review | None:
        """The newest confirmed review."""
        confirmed = [each for each in self.reviews if each.is_confirmed]
        return confirmed[-1] if confirmed else None

    @property
    def evaluation(self) -> Evaluation | None:
        """The confirmed evaluation of this round."""
        own = [e for e in self.evaluations if e.cycle == self.case.cycle]
        confirmed = [each for each in own if each.is_confirmed]
        return confirmed[-1] if confirmed else None

    @property
    def review_due_on(self) -> date | None:
        """When the next review is due."""
        plan = self.agreed_plan or next(iter(self.plans), None)
        return review_due_on(self.case, plan, self.last_review)

    @property
    def last_day(self) -> date:
        """Today, or the day on which the work came to its end."""
        ends = (
            None if self.evaluation is None else self.evaluation.held_on,
            self.case.closed_on,
            self.today,
        )
        return min(day for day in ends if day is not None)

    def signed(self, *kinds: ConsentKind) -> list[Consent]:
        """Return the declarations of these kinds that count or counted."""
        given = [
            each
            for each in self.consents
            if each.kind in kinds
            and (each.signed_on or each.oral_on)
            and not (each.signed_on and each.missing_signers())
        ]
        return sorted(
            given, key=lambda each: each.signed_on or each.oral_on or date.max
        )

    def in_state(self, *states: ConsentState) -> list[Consent]:
        """Return the declarations that stand like this today."""
        superseded = superseded_days(self.consents)
        return [
            each
            for each in self.consents
            if each.state_on(self.today, superseded_on=superseded.get(each.id))
            in states
        ]
