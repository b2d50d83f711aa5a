"""Profiles of plans: which contents a law asks for, and the time to the review."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.dates import add_months

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from casedesk.domain.plan import Plan
    from casedesk.domain.practice import Country

FREE = "free"


class Holder(StrEnum):
    """A part of the case or the plan that holds a content."""

    SITUATION = "situation"
    WISHES = "wishes"
    RESOURCES = "resources"
    NEEDS = "needs"
    INSTRUMENTS = "instruments"
    GOALS = "goals"
    CHECKABLE_GOALS = "checkable_goals"
    """Every goal says how it is noticed, and by when."""
    MEASURES = "measures"
    EXTENT = "extent"
    """Every measure says how often, and from when or until when."""
    CLIENT_TASKS = "client_tasks"
    PARTICIPANTS = "participants"
    REVIEW = "review"
    CRISIS = "crisis"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileContent:
    """Something that a plan of this kind has to say."""

    key: str
    words: str
    held_by: tuple[Holder, ...] = ()
    """Where it stands already; any of these is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanProfile:
    """A kind of plan with its contents, as its law was on a day."""

    id: str
    version: str
    countries: tuple[Country, ...]
    name: str
    law: str = ""
    is_verified: bool = False
    """Whether the contents were read in the law; else the law is not named."""
    as_of: date | None = None
    longest_months: int | None = None
    """Within which time the law wants it to be reviewed, if it says so."""
    usual_months: int = 6
    note: str = ""
    contents: tuple[ProfileContent, ...] = ()

    @property
    def named_law(self) -> str:
        """The law as it may be printed."""
        return self.law if self.is_verified else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """A content, and whether the plan says something to it."""

    content: ProfileContent
    is_filled: bool
    text: str = ""
    """What was written to it, where nothing else holds it."""


def fulfilments(
    profile: PlanProfile, held: Collection[Holder], texts: dict[str, str]
) -> list[Fulfilment]:
    """Return every content of a profile in its order, filled or still empty."""
    return [
        Fulfilment(
            content=content,
            text=texts.get(content.key, ""),
            is_filled=bool(texts.get(content.key, "").strip())
            or any(each in held for each in content.held_by),
        )
        for content in profile.contents
    ]


def proposed_review(profile: PlanProfile, begins_on: date) -> date:
    """Return when a plan is usually looked at again, never later than the law wants."""
    months = profile.usual_months
    if profile.longest_months is not None:
        months = min(months, profile.longest_months)
    return add_months(begins_on, months)


def latest_review(profile: PlanProfile, plan: Plan) -> date | None:
    """Return by when the law wants the review, if it says so and the plan has begun."""
    begins_on = plan.valid_from or plan.agreed_on
    if begins_on is None or profile.longest_months is None:
        return None
    return add_months(begins_on, profile.longest_months)


def is_too_late(profile: PlanProfile, plan: Plan) -> bool:
    """Whether the next review lies later than the law wants it."""
    latest = latest_review(profile, plan)
    return (
        latest is not None
        and plan.next_review_on is not None
        and plan.next_review_on > latest
    )
