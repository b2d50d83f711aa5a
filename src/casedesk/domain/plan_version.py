"""Versions of a plan: draft, agreed, superseded; what was agreed stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.plan import Agreement
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.goal import GoalId
    from casedesk.domain.plan import Plan, PlanId
    from casedesk.domain.received import DocumentPartId
    from casedesk.domain.signing import SignerRole

AgreedPlanId = NewType("AgreedPlanId", str)
PlanSectionId = NewType("PlanSectionId", str)
PlanDissentId = NewType("PlanDissentId", str)
PlanSignatureId = NewType("PlanSignatureId", str)


class PlanState(StrEnum):
    """Where a version of a plan stands on a day."""

    DRAFT = "draft"
    AHEAD = "ahead"
    """Agreed, and in force from a later day on."""
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"


class AgreedStays(RuleBroken):
    """A version that was agreed keeps its content; the next version changes it."""


class AgreedByDeed(RuleBroken):
    """That a version is agreed is noted with what was agreed, never as a bare date."""


class OralWithoutReason(RuleBroken):
    """A plan is agreed orally only with the reason why it was not signed."""


class AgreedAlready(RuleBroken):
    """This version is agreed already."""


class AgreedInFuture(RuleBroken):
    """A plan cannot have been agreed on a day that has not come yet."""


class NothingToDiscard(RuleBroken):
    """Only a draft that follows an agreed version can be given up."""


class VersionFollowed(RuleBroken):
    """A draft that was given up does not come back beside one begun since."""


# What may still be noted about a version that was agreed: the review is moved, and
# something is remarked afterwards. The history keeps what stood there before.
AFTER_AGREEMENT = frozenset({"next_review_on", "agreement_note"})
# What belongs to the agreement, and is written by its deed alone.
OF_AGREEMENT = ("agreed_on", "agreed_by", "agreed_with", "oral_reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedPlan:
    """That a version was agreed as it stands in a part of a document. Never changes."""

    id: AgreedPlanId
    case_id: CaseId
    plan_id: PlanId
    document_id: DocumentId
    part_id: DocumentPartId
    frozen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """What a plan says to a content that its law asks for and nothing else holds."""

    id: PlanSectionId
    case_id: CaseId
    plan_id: PlanId
    key: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDissent:
    """That somebody sees a goal, or the whole version, differently."""

    id: PlanDissentId
    case_id: CaseId
    plan_id: PlanId
    goal_id: GoalId | None = None
    said_by: str = ""
    text: str = ""
    noted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSignature:
    """The strokes of one who signed a version on the screen. It never changes."""

    id: PlanSignatureId
    case_id: CaseId
    plan_id: PlanId
    role: SignerRole
    name: str
    drawn_at: datetime
    strokes: str
    document_id: DocumentId
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """How a version was agreed: on which day, how, with whom, and what to remark."""

    on: date
    how: Agreement
    by: tuple[SignerRole, ...] = ()
    reason: str = ""
    """Why it was agreed orally."""
    note: str = ""

    def said_in(self, plan: Plan) -> Plan:
        """Return a version with this agreement noted in it."""
        return replace(
            plan,
            agreed_on=self.on,
            agreed_by=self.how,
            agreed_with=self.by,
            oral_reason=self.reason.strip(),
            agreement_note=self.note.strip() or plan.agreement_note,
            valid_from=plan.valid_from or self.on,
        )


def in_force_from(plan: Plan) -> date | None:
    """Return since when a version counts, or nothing for a draft."""
    return None if plan.agreed_on is None else plan.valid_from or plan.agreed_on


def superseded_on(plan: Plan, plans: Iterable[Plan]) -> date | None:
    """Return since when a later version counts in place of this one."""
    days = [in_force_from(each) for each in plans if each.version > plan.version]
    return min((day for day in days if day is not None), default=None)


def state_on(plan: Plan, plans: Iterable[Plan], day: date) -> PlanState:
    """Return where a version stands on a day, beside all versions of its case."""
    begins = in_force_from(plan)
    if begins is None:
        return PlanState.DRAFT
    replaced = superseded_on(plan, plans)
    if replaced is not None and replaced <= day:
        return PlanState.SUPERSEDED
    return PlanState.IN_FORCE if begins <= day else PlanState.AHEAD


def check_agreement(plan: Plan, agreed: Agreed, today: date) -> None:
    """Raise the `RuleBroken` that forbids to note an agreement like this."""
    if plan.agreed_on is not None:
        raise AgreedAlready
    if agreed.on > today:
        raise AgreedInFuture
    if agreed.how is Agreement.ORAL and not agreed.reason.strip():
        raise OralWithoutReason


def check_plan_change(before: Plan, after: Plan) -> None:
    """Raise `AgreedStays` or `AgreedByDeed` if a field is no longer, or not, free."""
    changed = {
        field.name
        for field in fields(before)
        if getattr(before, field.name) != getattr(after, field.name)
    }
    if before.agreed_on is not None and changed - AFTER_AGREEMENT:
        raise AgreedStays
    if changed.intersection(OF_AGREEMENT):
        raise AgreedByDeed
