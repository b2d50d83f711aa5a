"""Benefits and services: who pays or provides what now, and what was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.life_domain import DomainKey

BenefitId = NewType("BenefitId", str)


class BenefitKind(StrEnum):
    """In what a benefit consists."""

    MONEY = "money"
    SERVICE = "service"
    AID = "aid"
    INFORMAL_HELP = "informal_help"


class Application(StrEnum):
    """How far an application for a benefit has come."""

    NONE = "none"
    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    APPEAL = "appeal"


class Per(StrEnum):
    """The time for which an amount of money is paid."""

    ONCE = "once"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class BenefitEndsBeforeItBegins(RuleBroken):
    """The last day of a benefit lies before its first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """Something the client gets, or has asked for: money, a service, an aid, help.

    Formal and informal help stand in one list, because the question is the same:
    who does what, how often, and until when.
    """

    id: BenefitId
    case_id: CaseId
    kind: BenefitKind = BenefitKind.SERVICE
    what: str = ""
    party_id: PartyId | None = None
    provider: str = ""
    """Who provides it, where that is no party of the case."""
    payer: str = ""
    life_domain: DomainKey | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    application: Application = Application.NONE
    applied_on: date | None = None
    decided_on: date | None = None
    objection_until: date | None = None
    """The last day on which a refusal can be objected to."""
    reference_number: str = ""
    amount_cents: int | None = None
    per: Per = Per.MONTH
    weekly_minutes: int | None = None
    note: str = ""

    @property
    def is_formal(self) -> bool:
        """Whether somebody provides it by profession or by law."""
        return self.kind is not BenefitKind.INFORMAL_HELP

    @property
    def is_had(self) -> bool:
        """Whether the client gets it: nothing was to be asked for, or it is granted."""
        return self.application in (Application.NONE, Application.GRANTED)

    def runs_on(self, day: date) -> bool:
        """Whether the client gets it on a day."""
        has_begun = self.starts_on is None or self.starts_on <= day
        has_ended = self.ends_on is not None and self.ends_on < day
        return self.is_had and has_begun and not has_ended


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyHelp:
    """Minutes of help in a week, by who gives it."""

    formal: int = 0
    informal: int = 0

    @property
    def total(self) -> int:
        """All minutes together."""
        return self.formal + self.informal


def check_benefit(benefit: Benefit) -> None:
    """Raise `BenefitEndsBeforeItBegins` if the dates contradict each other."""
    starts_on, ends_on = benefit.starts_on, benefit.ends_on
    if starts_on and ends_on and ends_on < starts_on:
        raise BenefitEndsBeforeItBegins


def weekly_help(benefits: Iterable[Benefit], day: date) -> WeeklyHelp:
    """Return how much help runs on a day."""
    running = [b for b in benefits if b.runs_on(day)]
    return WeeklyHelp(
        formal=sum(b.weekly_minutes or 0 for b in running if b.is_formal),
        informal=sum(b.weekly_minutes or 0 for b in running if not b.is_formal),
    )


def weekly_help_by_domain(
    benefits: Iterable[Benefit], day: date
) -> dict[DomainKey | None, WeeklyHelp]:
    """Return how much help runs on a day in each domain of life that has any."""
    by_domain: dict[DomainKey | None, list[Benefit]] = {}
    for benefit in benefits:
        if benefit.runs_on(day) and benefit.weekly_minutes:
            by_domain.setdefault(benefit.life_domain, []).append(benefit)
    return {key: weekly_help(each, day) for key, each in by_domain.items()}
