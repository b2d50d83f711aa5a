"""Assessment: situation, need and resources in each domain of life, as versions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey

AssessmentId = NewType("AssessmentId", str)
DomainEntryId = NewType("DomainEntryId", str)

SCALE = range(11)


class NeedLevel(StrEnum):
    """How much a need presses."""

    NONE = "none"
    WATCH = "watch"
    SOON = "soon"
    AT_ONCE = "at_once"


PRESSING = (NeedLevel.SOON, NeedLevel.AT_ONCE)


class AssessmentKind(StrEnum):
    """What brought an assessment about."""

    INITIAL = "initial"
    REVIEW = "review"
    RE_ASSESSMENT = "re_assessment"
    CLOSING = "closing"


class Stance(StrEnum):
    """What the client says to an assessment as it is written."""

    AGREES = "agrees"
    IN_PART = "in_part"
    DISAGREES = "disagrees"
    NOT_ASKED = "not_asked"


class Source(StrEnum):
    """Where a statement comes from."""

    CLIENT = "client"
    RELATIVES = "relatives"
    PROFESSIONAL = "professional"
    DOCUMENT = "document"
    OBSERVATION = "observation"


class StatementKind(StrEnum):
    """What a statement is: it was seen, somebody said it, or somebody judges so."""

    FACT = "fact"
    STATEMENT = "statement"
    ASSESSMENT = "assessment"


class Priority(StrEnum):
    """How much a need matters to somebody."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


class ConfirmedStays(RuleBroken):
    """A confirmed assessment keeps its words and ratings; a new version corrects it."""


class DraftStillOpen(RuleBroken):
    """An assessment is still being written; it comes before the next one."""


class DissentMissing(RuleBroken):
    """The client does not agree, but in what is not noted."""


class ConfirmedBeforeHeld(RuleBroken):
    """An assessment cannot be confirmed before the day on which it was held."""


class OnlyAssessment(RuleBroken):
    """A case keeps at least one assessment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One look at the whole situation, on a day, with those who took part."""

    id: AssessmentId
    case_id: CaseId
    version: int = 1
    kind: AssessmentKind = AssessmentKind.INITIAL
    earlier_id: AssessmentId | None = None
    """The one it is compared with."""
    is_correction: bool = False
    """Whether it replaces the earlier one instead of following it."""
    held_on: date | None = None
    place: str = ""
    participants: str = ""
    occasion: str = ""
    sources: str = ""
    methods: str = ""
    wishes: str = ""
    strengths: str = ""
    life_values: str = ""
    summary: str = ""
    open_questions: str = ""
    recommendation: str = ""
    confirmed_on: date | None = None
    stance: Stance = Stance.AGREES
    dissent: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether it was confirmed with the client and is frozen."""
        return self.confirmed_on is not None


def that_counts(assessments: Sequence[Assessment]) -> Assessment:
    """Return what plan and papers build on, of the assessments in their order.

    It is the newest confirmed one: a review that has just begun is still empty, and
    the client has not seen it. Until one is confirmed, the draft counts.
    """
    confirmed = [each for each in assessments if each.is_confirmed]
    return (confirmed or list(assessments))[-1]


def check_confirmation(assessment: Assessment) -> None:
    """Raise the `RuleBroken` that forbids to confirm an assessment like this."""
    on, held_on = assessment.confirmed_on, assessment.held_on
    if on is not None and held_on is not None and on < held_on:
        raise ConfirmedBeforeHeld
    differs = assessment.stance in (Stance.IN_PART, Stance.DISAGREES)
    if differs and not assessment.dissent.strip():
        raise DissentMissing


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainEntry:
    """What is known about one domain of life, from three sides."""

    id: DomainEntryId
    case_id: CaseId
    assessment_id: AssessmentId
    life_domain: DomainKey
    named: str = ""
    """What the practice called an own domain when the assessment was confirmed."""
    situation: str = ""
    situation_source: Source | None = None
    situation_kind: StatementKind | None = None
    resources: str = ""
    need: str = ""
    risk: str = ""
    client_view: str = ""
    client_source: Source | None = Source.CLIENT
    client_kind: StatementKind | None = StatementKind.STATEMENT
    others_view: str = ""
    others_source: Source | None = Source.RELATIVES
    others_kind: StatementKind | None = StatementKind.STATEMENT
    professional_view: str = ""
    professional_source: Source | None = Source.PROFESSIONAL
    professional_kind: StatementKind | None = StatementKind.ASSESSMENT
    burden: int | None = None
    burden_self: int | None = None
    resource_level: int | None = None
    resource_self: int | None = None
    need_level: NeedLevel | None = None
    client_priority: Priority | None = None
    professional_priority: Priority | None = None
    need_position: int | None = None
    """Its place among the needs, where the order was made by hand."""

    @property
    def is_need(self) -> bool:
        """Whether the plan has to answer: it presses, or was written but not rated."""
        if self.need_level is None:
            return bool(self.need.strip())
        return self.need_level in PRESSING

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written or rated yet."""
        texts = (getattr(self, name) for name in TEXTS)
        ratings = (getattr(self, name) for name in RATINGS)
        return not any(texts) and all(rating is None for rating in ratings)


# In the order in which they are asked, entered and printed.
TEXTS = (
    "situation",
    "client_view",
    "others_view",
    "resources",
    "need",
    "risk",
    "professional_view",
)
RATINGS = (
    "burden_self",
    "burden",
    "resource_self",
    "resource_level",
    "need_level",
    "client_priority",
    "professional_priority",
)
# The texts that say where they come from and what they are, and in which fields.
MARKS = {
    "situation": ("situation_source", "situation_kind"),
    "client_view": ("client_source", "client_kind"),
    "others_view": ("others_source", "others_kind"),
    "professional_view": ("professional_source", "professional_kind"),
}
