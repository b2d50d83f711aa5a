"""What kinds of information stand in which part of a paper."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.data_category import DataCategory
from casedesk.domain.life_domain import DomainKey, LifeDomain
from casedesk.domain.risk import RiskKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.care_slot import CareSlot

Kinds = tuple[DataCategory, ...]

ANYTHING: Kinds = tuple(DataCategory)
"""For what may tell all, and what was issued before its kinds were noted."""

# A free text about somebody's whole situation may tell any of these.
_WHOLE_PERSON: Kinds = (
    DataCategory.HEALTH,
    DataCategory.CARE_NEEDS,
    DataCategory.HOUSING_FAMILY,
)


class PlanPart(StrEnum):
    """A part of the care plan that belongs to no single domain of life."""

    CLIENT = "client"
    PARTICIPANTS = "participants"
    SITUATION = "situation"
    WISHES = "wishes"
    CRISIS = "crisis"
    NOT_COVERED = "not_covered"
    CLIENT_TASKS = "client_tasks"
    BY_LAW = "by_law"
    AGREEMENT = "agreement"
    REPRESENTATION = "representation"
    DISTRIBUTION = "distribution"


_PARTS: dict[PlanPart, Kinds] = {
    PlanPart.CLIENT: (DataCategory.IDENTITY,),
    PlanPart.PARTICIPANTS: _WHOLE_PERSON,
    PlanPart.SITUATION: _WHOLE_PERSON,
    PlanPart.WISHES: _WHOLE_PERSON,
    PlanPart.CRISIS: (DataCategory.HEALTH, DataCategory.HOUSING_FAMILY),
    PlanPart.NOT_COVERED: _WHOLE_PERSON,
    PlanPart.CLIENT_TASKS: _WHOLE_PERSON,
    # Contents that laws ask for tell of money, work and benefits, too.
    PlanPart.BY_LAW: (
        *_WHOLE_PERSON,
        DataCategory.FINANCES,
        DataCategory.EDUCATION_WORK,
        DataCategory.BENEFITS,
    ),
    PlanPart.AGREEMENT: _WHOLE_PERSON,
    PlanPart.REPRESENTATION: (DataCategory.LEGAL_PROCEEDINGS,),
    # Who else gets the plan tells by whom somebody is treated.
    PlanPart.DISTRIBUTION: (DataCategory.HEALTH, DataCategory.HOUSING_FAMILY),
}

# As the domains are described in reference 3.1: work also tells the capacity for it.
_DOMAINS: dict[LifeDomain, Kinds] = {
    LifeDomain.PHYSICAL_HEALTH: (DataCategory.HEALTH, DataCategory.MEDICATION),
    LifeDomain.MENTAL_HEALTH: (DataCategory.HEALTH,),
    LifeDomain.ADDICTION: (DataCategory.ADDICTION,),
    LifeDomain.LEARNING: (DataCategory.EDUCATION_WORK,),
    LifeDomain.MOBILITY: (DataCategory.CARE_NEEDS,),
    LifeDomain.SELF_CARE: (DataCategory.CARE_NEEDS,),
    LifeDomain.HOUSING: (DataCategory.HOUSING_FAMILY,),
    LifeDomain.FAMILY: (DataCategory.HOUSING_FAMILY,),
    LifeDomain.SOCIAL_NETWORK: (DataCategory.HOUSING_FAMILY,),
    LifeDomain.WORK: (DataCategory.EDUCATION_WORK, DataCategory.WORK_CAPACITY),
    LifeDomain.FINANCES: (DataCategory.FINANCES,),
    LifeDomain.BENEFITS: (DataCategory.BENEFITS, DataCategory.LEGAL_PROCEEDINGS),
    LifeDomain.SAFETY: (
        DataCategory.HEALTH,
        DataCategory.HOUSING_FAMILY,
        DataCategory.LEGAL_PROCEEDINGS,
    ),
    LifeDomain.STRENGTHS: _WHOLE_PERSON,
    LifeDomain.WISHES: _WHOLE_PERSON,
    LifeDomain.SUPPORT_SYSTEM: _WHOLE_PERSON,
}


# What a note about a risk tells beside what every one of them may tell.
_RISKS: dict[RiskKind, Kinds] = {
    RiskKind.FALL: (DataCategory.CARE_NEEDS,),
    RiskKind.NEGLECT: (DataCategory.CARE_NEEDS,),
    RiskKind.ADDICTION: (DataCategory.ADDICTION,),
    RiskKind.LOSS_OF_HOME: (DataCategory.FINANCES,),
    RiskKind.LOSS_OF_INCOME: (DataCategory.FINANCES, DataCategory.EDUCATION_WORK),
}


def kinds_in_part(part: PlanPart) -> Kinds:
    """Return what a part of the plan tells."""
    return _PARTS[part]


def kinds_in_domain(life_domain: DomainKey | None) -> Kinds:
    """Return what is told about a domain of life.

    Without one, or in one that the practice added, it may be anything.
    """
    if isinstance(life_domain, LifeDomain):
        return _DOMAINS[life_domain]
    return _WHOLE_PERSON


def kinds_in_risk(kind: RiskKind) -> Kinds:
    """Return what a note about a risk tells."""
    return (*_DOMAINS[LifeDomain.SAFETY], *_RISKS.get(kind, ()))


def kinds_in_entry(life_domains: Iterable[DomainKey]) -> Kinds:
    """Return what the text of an entry tells; about no domain, it may be anything."""
    told = {kind for each in life_domains for kind in kinds_in_domain(each)}
    return tuple(kind for kind in DataCategory if kind in told) or _WHOLE_PERSON


def kinds_in_week(slots: Iterable[CareSlot], daily: Iterable[DomainKey]) -> Kinds:
    """Return what the times of care tell, and the domains that need somebody daily.

    Free words that belong to no known domain of life may tell anything.
    """
    told = {DataCategory.IDENTITY, DataCategory.CARE_NEEDS, DataCategory.HOUSING_FAMILY}
    told.update(kind for each in daily for kind in kinds_in_domain(each))
    for slot in slots:
        is_placed = isinstance(slot.life_domain, LifeDomain)
        if not is_placed and any(map(str.strip, (slot.what, slot.note, slot.name))):
            return ANYTHING
        told.update(kinds_in_domain(slot.life_domain))
        if slot.party_id is not None:
            told.update(kinds_in_part(PlanPart.DISTRIBUTION))
    return tuple(kind for kind in DataCategory if kind in told)


def kinds_in_goal(*life_domains: DomainKey | None) -> Kinds:
    """Return what a goal tells that answers needs in these domains of life.

    One about work tells of work; how much somebody is capable of is not its matter.
    One without a domain may tell anything.
    """
    told = [kind for key in life_domains or (None,) for kind in _kinds_of_goal(key)]
    return tuple(dict.fromkeys(told))


def _kinds_of_goal(life_domain: DomainKey | None) -> Kinds:
    if life_domain is LifeDomain.WORK:
        return (DataCategory.EDUCATION_WORK,)
    return kinds_in_domain(life_domain)
