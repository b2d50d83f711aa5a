"""What the coverage check looks at beside the help: needs, goals, grants, deputies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casedesk.domain.assessment import NeedLevel

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.help import Help
    from casedesk.domain.life_domain import DomainKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What the assessment that counts says about a domain of life."""

    domain: DomainKey
    entry_id: str = ""
    words: str = ""
    level: NeedLevel | None = None
    is_pressing: bool = False
    """Whether the plan has to answer it."""
    assessed_on: date | None = None

    @property
    def id(self) -> str:
        """By what it is known from one assessment to the next: its domain."""
        return str(self.domain)

    @property
    def is_watched(self) -> bool:
        """Whether it presses, or is at least kept in view."""
        return self.is_pressing or self.level is NeedLevel.WATCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal, as far as the check needs it."""

    id: str
    title: str = ""
    domains: tuple[DomainKey, ...] = ()
    target_on: date | None = None
    is_pursued: bool = True
    is_reached: bool = False
    ended_on: date | None = None
    is_resting: bool = False
    """Whether it waits on purpose."""
    is_guiding: bool = False
    """Whether it only gives the direction; others carry the measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a payer has approved for a piece of help, and how much of it is used."""

    id: str
    source: str
    """The noun of its record."""
    what: str = ""
    payer: str = ""
    help_id: str = ""
    who: str = ""
    domains: tuple[DomainKey, ...] = ()
    starts_on: date | None = None
    until: date | None = None
    used_percent: int | None = None

    def runs_on(self, day: date) -> bool:
        """Whether it can be used on a day."""
        has_begun = self.starts_on is None or self.starts_on <= day
        return has_begun and (self.until is None or self.until >= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything about one case that the check looks at."""

    needs: tuple[Need, ...] = ()
    """In their order; after the pressing ones the other domains."""
    aims: tuple[Aim, ...] = ()
    helps: tuple[Help, ...] = ()
    grants: tuple[Grant, ...] = ()
    no_goal: Mapping[DomainKey, str] = field(default_factory=dict)
    """The needs that were left without a goal on purpose, each with the reason."""
    deputies: frozenset[str] | None = None
    """By what those are known who step in; nothing if there is no network map."""
