"""Needs, goals and help for the tables of the coverage check, made in one line each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.benefit import BenefitKind
from casedesk.domain.coverage import coverage
from casedesk.domain.coverage_facts import Aim, Grant, Need, Situation
from casedesk.domain.help import Giver, Help, HelpSource, Stage
from casedesk.domain.life_domain import LifeDomain

if TYPE_CHECKING:
    from casedesk.domain.finding import Finding

TODAY = date(2026, 3, 16)  # a Monday
CARE = LifeDomain.SELF_CARE


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


def a_need(
    domain: LifeDomain = CARE, level: NeedLevel | None = NeedLevel.SOON, **said: Any
) -> Need:
    is_pressing = level in (NeedLevel.SOON, NeedLevel.AT_ONCE)
    told: dict[str, Any] = {"words": "Hilfe beim Duschen", "assessed_on": day(-60)}
    return Need(
        domain=domain, level=level, **{"is_pressing": is_pressing, **told, **said}
    )


def findings_of(situation: Situation, day: date) -> list[Finding]:
    """Return what is found where nothing was accepted."""
    return list(coverage(situation, (), day).findings)


def an_aim(aim_id: str = "g1", **said: Any) -> Aim:
    told: dict[str, Any] = {"title": "Duscht selbständig", "domains": (CARE,)}
    return Aim(id=aim_id, **{**told, **said})


def a_measure(measure_id: str = "m1", **said: Any) -> Help:
    told: dict[str, Any] = {
        "what": "Duschen mit Hilfe",
        "who": "spitex",
        "name": "Spitex Muster",
        "domains": (CARE,),
        "goal_ids": ("g1",),
        "starts_on": day(-50),
        "frequency": "2× pro Woche",
    }
    return Help(id=measure_id, source=HelpSource.MEASURE, **{**told, **said})


def a_service(benefit_id: str = "b1", **said: Any) -> Help:
    told: dict[str, Any] = {
        "what": "Grundpflege",
        "who": "spitex",
        "name": "Spitex Muster",
        "domains": (CARE,),
        "starts_on": day(-50),
        "kind": BenefitKind.SERVICE,
    }
    return Help(id=benefit_id, source=HelpSource.BENEFIT, **{**told, **said})


def money(benefit_id: str = "b1", **said: Any) -> Help:
    told: dict[str, Any] = {"giver": Giver.MONEY, "kind": BenefitKind.MONEY}
    return a_service(benefit_id, **{"what": "Pflegegeld", **told, **said})


def an_aid(benefit_id: str = "b1", **said: Any) -> Help:
    told: dict[str, Any] = {"kind": BenefitKind.AID, "what": "Rollator"}
    return a_service(benefit_id, **{**told, **said})


def informal(benefit_id: str = "b1", **said: Any) -> Help:
    told: dict[str, Any] = {
        "what": "Hilft am Abend",
        "giver": Giver.NETWORK,
        "kind": BenefitKind.INFORMAL_HELP,
        "who": "tochter",
        "name": "Sabine Muster",
        "is_person": True,
    }
    return a_service(benefit_id, **{**told, **said})


def a_grant(grant_id: str = "k1", **said: Any) -> Grant:
    told: dict[str, Any] = {"source": "approval", "what": "20 Stunden", "help_id": "m1"}
    return Grant(id=grant_id, **{"domains": (CARE,), "payer": "Kasse", **told, **said})


def a_case(*parts: Need | Aim | Help | Grant, **said: Any) -> Situation:
    """Return a situation; without a need of its own it has one for self-care."""

    def of(kind: type) -> tuple[Any, ...]:
        return tuple(part for part in parts if isinstance(part, kind))

    needs = of(Need) or (a_need(),)
    return Situation(
        needs=needs, aims=of(Aim), helps=of(Help), grants=of(Grant), **said
    )


__all__ = [
    "CARE",
    "TODAY",
    "BenefitKind",
    "Giver",
    "NeedLevel",
    "Stage",
    "a_case",
    "a_grant",
    "a_measure",
    "a_need",
    "a_service",
    "an_aid",
    "an_aim",
    "day",
    "findings_of",
    "informal",
    "money",
]
