"""Risks and warning notes: what to watch, why, until when, and whether it was said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId

RiskId = NewType("RiskId", str)


class RiskKind(StrEnum):
    """What may happen."""

    SELF_HARM = "self_harm"
    HARM_TO_OTHERS = "harm_to_others"
    SUFFERS_VIOLENCE = "suffers_violence"
    CHILD_WELFARE = "child_welfare"
    FALL = "fall"
    NEGLECT = "neglect"
    ADDICTION = "addiction"
    LOSS_OF_HOME = "loss_of_home"
    LOSS_OF_INCOME = "loss_of_income"
    OVERBURDENED_RELATIVES = "overburdened_relatives"
    VISIT = "visit"
    OTHER = "other"


class RiskWeight(StrEnum):
    """How much a risk presses."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Told(StrEnum):
    """Whether the client knows that the note is kept."""

    TOLD = "told"
    NOT_TOLD = "not_told"


class RiskGap(StrEnum):
    """What a note about a risk lacks."""

    NO_REASON = "no_reason"
    NO_REVIEW = "no_review"
    TOLD_UNKNOWN = "told_unknown"
    NOT_TOLD_UNEXPLAINED = "not_told_unexplained"


class RiskEndsBeforeItBegins(RuleBroken):
    """A risk is over before it was noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Something to watch in a case, or to know before a visit."""

    id: RiskId
    case_id: CaseId
    kind: RiskKind = RiskKind.OTHER
    weight: RiskWeight = RiskWeight.MEDIUM
    what: str = ""
    reason: str = ""
    to_do: str = ""
    noted_on: date
    review_on: date | None = None
    told: Told | None = None
    told_note: str = ""
    """How and when the client was told, or why not."""
    stands_on_head: bool = True
    """Whether it is shown beside the name of the client, on every page."""
    ended_on: date | None = None
    end_reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still has to be watched."""
        return self.ended_on is None

    @property
    def gaps(self) -> list[RiskGap]:
        """What is missing for everybody to know why it is kept, and for how long."""
        is_unexplained = self.told is Told.NOT_TOLD and not self.told_note.strip()
        found = {
            RiskGap.NO_REASON: not self.reason.strip(),
            RiskGap.NO_REVIEW: self.review_on is None,
            RiskGap.TOLD_UNKNOWN: self.told is None,
            RiskGap.NOT_TOLD_UNEXPLAINED: is_unexplained,
        }
        return [gap for gap, is_there in found.items() if is_there and self.is_open]


def check_risk(risk: Risk) -> None:
    """Raise `RiskEndsBeforeItBegins` if the dates contradict each other."""
    if risk.ended_on is not None and risk.ended_on < risk.noted_on:
        raise RiskEndsBeforeItBegins


def in_order(risks: Iterable[Risk]) -> list[Risk]:
    """Return risks with the open and the gravest ones first."""
    weights = {weight: place for place, weight in enumerate(RiskWeight)}
    return sorted(
        risks, key=lambda each: (not each.is_open, weights[each.weight], each.id)
    )


def warnings(risks: Iterable[Risk]) -> list[Risk]:
    """Return the risks that stand on the head of a case, the gravest first."""
    return [each for each in in_order(risks) if each.is_open and each.stands_on_head]
