"""Help as the coverage check sees it: one piece of it, whatever record it stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.rhythm import rhythm_of

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.benefit import BenefitKind
    from casedesk.domain.case import PartyRole
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.rhythm import Rhythm, Weekday


class Giver(StrEnum):
    """Who gives help, the nearest first; and money, which helps by itself."""

    CLIENT = "client"
    NETWORK = "network"
    VOLUNTEER = "volunteer"
    PROVIDER = "provider"
    CASE_MANAGER = "case_manager"
    MONEY = "money"


class HelpSource(StrEnum):
    """In which record a piece of help stands; its noun."""

    MEASURE = "measure"
    BENEFIT = "benefit"


class Stage(StrEnum):
    """How far a piece of help has come; its days say the rest."""

    PLANNED = "planned"
    ASKED = "asked"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    DROPPED = "dropped"


NEAR = (Giver.NETWORK, Giver.VOLUNTEER)
OFF = (Stage.REFUSED, Stage.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """One piece of help: what, by whom, for which domains, from when until when."""

    id: str
    source: HelpSource
    what: str = ""
    giver: Giver = Giver.PROVIDER
    who: str = ""
    """By what the giver is known: id of the party, or a name; empty if not named."""
    name: str = ""
    roles: frozenset[PartyRole] = frozenset()
    is_person: bool = False
    """Whether the giver is known to be one person."""
    domains: tuple[DomainKey, ...] = ()
    goal_ids: tuple[str, ...] = ()
    stage: Stage = Stage.RUNNING
    starts_on: date | None = None
    ends_on: date | None = None
    asked_on: date | None = None
    off_on: date | None = None
    """When it was refused."""
    granted_until: date | None = None
    review_on: date | None = None
    frequency: str = ""
    payer: str = ""
    kind: BenefitKind | None = None
    weekly_minutes: int | None = None
    days: frozenset[Weekday] = frozenset()
    """The days of the week on which it stands in the week of care."""
    referral_id: str = ""
    """The letter that says how far it has come."""
    is_open: bool = True
    """Whether its goal is still pursued; a benefit always is."""

    @property
    def rhythm(self) -> Rhythm:
        """How often it is given, as the week of care or else its words say."""
        rhythm = rhythm_of(self.frequency)
        return replace(rhythm, days=self.days) if self.days else rhythm

    @property
    def is_once(self) -> bool:
        """Whether it is done once and then is over by its nature."""
        is_one_day = self.starts_on is not None and self.starts_on == self.ends_on
        return is_one_day or self.rhythm.is_once

    @property
    def is_off(self) -> bool:
        """Whether it was refused or dropped."""
        return self.stage in OFF

    def runs_on(self, day: date) -> bool:
        """Whether it is given on a day."""
        has_begun = self.starts_on is None or self.starts_on <= day
        return self.stage is Stage.RUNNING and has_begun and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether its last day has passed, or it is done."""
        is_past = self.ends_on is not None and self.ends_on < day
        return self.stage is Stage.DONE or (is_past and not self.is_off)

    def is_coming(self, day: date) -> bool:
        """Whether it is agreed and begins on a later day, or on one not set yet."""
        if self.is_off or self.is_over(day) or self.stage is Stage.ASKED:
            return False
        if self.stage is Stage.PLANNED:
            return True
        return self.starts_on is not None and self.starts_on > day

    def is_asked(self, day: date) -> bool:
        """Whether it was asked for and nobody has answered yet."""
        return self.stage is Stage.ASKED and not self.is_over(day)

    def lasts_until(self, day: date) -> bool:
        """Whether it goes on up to a day, as far as is known."""
        return not self.is_off and (self.ends_on is None or self.ends_on >= day)

    def shares(self, other: Help) -> bool:
        """Whether the two serve a domain of life together."""
        return not set(self.domains).isdisjoint(other.domains)

    def overlaps(self, other: Help, days: int = 0) -> bool:
        """Whether both are given during more than so many days at the same time."""
        starts = [each for each in (self.starts_on, other.starts_on) if each]
        ends = [each for each in (self.ends_on, other.ends_on) if each]
        if not starts or not ends:
            return True
        return (min(ends) - max(starts)).days >= days
