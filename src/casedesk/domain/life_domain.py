"""Domains of life: those CaseDesk knows, those a practice adds, and their order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType, TypeAlias

from casedesk.domain.case import Area

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

OwnDomainId = NewType("OwnDomainId", str)
DomainSetId = NewType("DomainSetId", str)


class LifeDomain(StrEnum):
    """The sixteen domains of life that every practice has."""

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


# What is looked at first in an area: a proposal for the order; none is left out.
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


DomainKey: TypeAlias = LifeDomain | OwnDomainId
"""One that CaseDesk knows, or the id of one that the practice added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDomain:
    """A domain of life that a practice has added; without areas it is for all."""

    id: OwnDomainId
    name: str = ""
    guidance: str = ""
    areas: tuple[Area, ...] = ()
    position: int = 0
    retired_on: date | None = None

    def is_offered(self, area: Area, today: date) -> bool:
        """Whether new assessments in an area ask about it."""
        is_retired = self.retired_on is not None and self.retired_on <= today
        return not is_retired and (not self.areas or area in self.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainSet:
    """Which domains a practice looks at in an area, in its own order."""

    id: DomainSetId
    area: Area
    life_domains: tuple[DomainKey, ...]


def offered_domains(
    area: Area,
    own: Iterable[OwnDomain],
    sets: Iterable[DomainSet],
    today: date,
) -> tuple[DomainKey, ...]:
    """Return what an assessment in an area asks about, in the practice's order."""
    added = [each.id for each in own if each.is_offered(area, today)]
    chosen = next((each.life_domains for each in sets if each.area is area), None)
    if chosen is None:
        return (*domains_for(area), *added)
    return tuple(k for k in chosen if isinstance(k, LifeDomain) or k in added)
