"""The decision that a need gets no goal, and why; it can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal
    from casedesk.domain.life_domain import DomainKey

NoGoalId = NewType("NoGoalId", str)


class NoGoalGround(StrEnum):
    """Why a need gets no goal; the words beside it say more."""

    NOT_WISHED = "not_wished"
    COVERED = "covered"
    LATER = "later"
    OUTSIDE_MANDATE = "outside_mandate"
    OTHER_CARE = "other_care"
    OTHER = "other"


class Decider(StrEnum):
    """Who decided that a need gets no goal."""

    CLIENT = "client"
    JOINT = "joint"
    REPRESENTATIVE = "representative"
    CASE_MANAGER = "case_manager"
    PAYER = "payer"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoGoal:
    """Says that the need in a domain of life gets no goal: who decided, when and why.

    A need lives on from one assessment to the next, so it is known by its domain.
    """

    id: NoGoalId
    case_id: CaseId
    life_domain: DomainKey
    decided_on: date
    decided_by: Decider = Decider.CLIENT
    ground: NoGoalGround = NoGoalGround.NOT_WISHED
    reason: str = ""
    taken_back_on: date | None = None

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.taken_back_on is None

    @property
    def says_why(self) -> bool:
        """Whether the ground, or words beside it, say why."""
        return self.ground is not NoGoalGround.OTHER or bool(self.reason.strip())


def needs_without_goal(
    entries: Iterable[DomainEntry], goals: Iterable[Goal], no_goals: Iterable[NoGoal]
) -> list[DomainEntry]:
    """Return the needs that neither a goal answers nor a decision to have none."""
    answered = {key for goal in goals if not goal.is_given_up for key in goal.domains}
    answered |= {each.life_domain for each in no_goals if each.stands and each.says_why}
    return [e for e in entries if e.is_need and e.life_domain not in answered]
