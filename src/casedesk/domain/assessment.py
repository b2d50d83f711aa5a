"""Assessment: situation, need and resources in each domain of life."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.case import Area

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId

AssessmentId = NewType("AssessmentId", str)
DomainEntryId = NewType("DomainEntryId", str)

SCALE = range(11)


class LifeDomain(StrEnum):
    """The sixteen domains of life (reference 3.1)."""

    PHYSICAL_HEALTH = "physical_health"
    MENTAL_HEALTH = "mental_health"
    ADDICTION = "addiction"
    LEARNING = "learning"
    MOBILITY = "mobility"
    SELF_CARE = "self_care"
    HOUSING = "housing"
    FAMILY = "family"
    SOCIAL_NETWORK = "social_network"
    WORK = "work"
    FINANCES = "finances"
    BENEFITS = "benefits"
    SAFETY = "safety"
    STRENGTHS = "strengths"
    WISHES = "wishes"
    SUPPORT_SYSTEM = "support_system"


# What is looked at first in an area: a proposal for the order; no domain is left out.
_FIRST: dict[Area, tuple[LifeDomain, ...]] = {
    Area.HEALTH_CARE: (
        LifeDomain.PHYSICAL_HEALTH,
        LifeDomain.MENTAL_HEALTH,
        LifeDomain.SELF_CARE,
        LifeDomain.SUPPORT_SYSTEM,
    ),
    Area.NURSING_CARE: (
        LifeDomain.SELF_CARE,
        LifeDomain.MOBILITY,
        LifeDomain.PHYSICAL_HEALTH,
        LifeDomain.MENTAL_HEALTH,
        LifeDomain.HOUSING,
        LifeDomain.SUPPORT_SYSTEM,
    ),
    Area.SOCIAL_WORK: (
        LifeDomain.HOUSING,
        LifeDomain.FINANCES,
        LifeDomain.BENEFITS,
        LifeDomain.FAMILY,
        LifeDomain.SAFETY,
        LifeDomain.ADDICTION,
    ),
    Area.REHABILITATION: (
        LifeDomain.WORK,
        LifeDomain.PHYSICAL_HEALTH,
        LifeDomain.MENTAL_HEALTH,
        LifeDomain.BENEFITS,
        LifeDomain.FINANCES,
    ),
}


def domains_for(area: Area) -> tuple[LifeDomain, ...]:
    """Return all domains, those that matter most in an area first."""
    first = _FIRST[area]
    return first + tuple(domain for domain in LifeDomain if domain not in first)


class NeedLevel(StrEnum):
    """How much a need presses."""

    NONE = "none"
    WATCH = "watch"
    SOON = "soon"
    AT_ONCE = "at_once"


PRESSING = (NeedLevel.SOON, NeedLevel.AT_ONCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One look at the whole situation, on a day, with those who took part."""

    id: AssessmentId
    case_id: CaseId
    held_on: date | None = None
    place: str = ""
    participants: str = ""
    sources: str = ""
    wishes: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainEntry:
    """What is known about one domain of life, from three sides."""

    id: DomainEntryId
    case_id: CaseId
    assessment_id: AssessmentId
    life_domain: LifeDomain
    situation: str = ""
    resources: str = ""
    need: str = ""
    client_view: str = ""
    others_view: str = ""
    professional_view: str = ""
    burden: int | None = None
    resource_level: int | None = None
    need_level: NeedLevel | None = None

    @property
    def is_need(self) -> bool:
        """Whether the plan has to answer: it presses, or was written but not rated."""
        if self.need_level is None:
            return bool(self.need.strip())
        return self.need_level in PRESSING

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written or rated yet."""
        texts = (self.situation, self.resources, self.need, self.client_view)
        views = (self.others_view, self.professional_view)
        ratings = (self.burden, self.resource_level, self.need_level)
        return not any((*texts, *views)) and all(rate is None for rate in ratings)
