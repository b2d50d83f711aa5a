"""The profile of burdens and resources: two radars from the ratings of domains."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.life_domain import LifeDomain
from casedesk.figures.radar import Axis, radar
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from casedesk.domain.assessment import AssessmentId, DomainEntry
    from casedesk.domain.life_domain import OwnDomain
    from casedesk.figures.figure import Figure
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

    Translate = Callable[[str], str]
    Day = Callable[[date | None], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """The ratings of one domain of life, each 0 to 10 or not given."""

    id: str
    label: str
    values: tuple[int | None, ...]
    """One for each series, in the order of their names."""


def rating_radar(
    rated: Sequence[Rated],
    series: Sequence[str],
    title: str,
    words: Translate,
    *,
    width: float,
    size: float,
) -> Figure:
    """Draw ratings of all domains; whoever does not see them hears them."""
    axes = [
        Axis(id=r.id, label=r.label, values=r.values, words=said(r, series, words))
        for r in rated
    ]
    return radar(axes, series, title=title, width=width, size=size)


def said(rated: Rated, series: Sequence[str], words: Translate) -> str:
    """Say the ratings of a domain in one sentence."""
    parts = [
        f"{name} {value_words(value, words)}"
        for name, value in zip(series, rated.values, strict=True)
    ]
    return f"{rated.label}: {', '.join(parts)}."


def value_words(value: int | None, words: Translate) -> str:
    """Write a rating."""
    return words("not rated") if value is None else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProfile:
    """The ratings of an assessment, and those of the one it is compared with.

    `earlier` is empty if there is none.
    """

    now: tuple[DomainEntry, ...]
    earlier: tuple[DomainEntry, ...]
    held_on: date | None
    earlier_held_on: date | None
    own: Mapping[str, OwnDomain]
    """The domains that the practice added, by id."""

    @property
    def is_rated(self) -> bool:
        """Whether there is anything to draw."""
        entries = (*self.now, *self.earlier)
        ratings = (rating(e, s, v) for e in entries for s in Scale for v in View)
        return any(each is not None for each in ratings)


class Scale(StrEnum):
    """What is rated."""

    BURDEN = "burden"
    RESOURCES = "resources"


class View(StrEnum):
    """Who rates."""

    CLIENT = "client"
    PROFESSIONAL = "professional"


class Comparison(StrEnum):
    """What the two lines of a radar are."""

    VIEWS = "views"
    TIMES = "times"


_FIELDS = {
    (Scale.BURDEN, View.PROFESSIONAL): "burden",
    (Scale.RESOURCES, View.PROFESSIONAL): "resource_level",
    (Scale.BURDEN, View.CLIENT): "burden_self",
    (Scale.RESOURCES, View.CLIENT): "resource_self",
}


def rating(entry: DomainEntry, scale: Scale, view: View) -> int | None:
    """Return what somebody rated."""
    value: int | None = getattr(entry, _FIELDS[scale, view])
    return value


def scale_words(scale: Scale, words: Translate) -> str:
    """Name what is rated, with what the ends of the scale mean."""
    if scale is Scale.BURDEN:
        return words("Burden, 0 none to 10 unbearable")
    return words("Resources, 0 none to 10 very strong")


def read_profile(tables: Tables, assessment_id: AssessmentId) -> ShownProfile:
    """Read the ratings of an assessment and of the one before it."""
    now = tables.assessments.get(assessment_id)
    earlier = tables.assessments.find(now.earlier_id) if now.earlier_id else None
    return ShownProfile(
        now=tuple(tables.domain_entries.of(assessment_id=now.id)),
        earlier=tuple(tables.domain_entries.of(assessment_id=earlier.id))
        if earlier
        else (),
        held_on=now.held_on,
        earlier_held_on=earlier.held_on if earlier else None,
        own={each.id: each for each in tables.own_domains.all()},
    )


def series_of(
    shown: ShownProfile, comparison: Comparison, words: Translate, day: Day
) -> tuple[str, ...]:
    """Name the lines of a radar."""
    if comparison is Comparison.VIEWS:
        return words("Client's own view"), words("Professional view")
    earlier, now = day(shown.earlier_held_on), day(shown.held_on)
    return (
        words("Earlier ({day})").format(day=earlier) if earlier else words("Earlier"),
        words("Now ({day})").format(day=now) if now else words("Now"),
    )


def rated(
    shown: ShownProfile, scale: Scale, comparison: Comparison, words: Translate
) -> list[Rated]:
    """Return the values of each domain in the order of the domains."""
    before = {entry.life_domain: entry for entry in shown.earlier}
    order: list[str] = list(LifeDomain)
    known = [e for e in shown.now if e.life_domain in order]
    known.sort(key=lambda entry: order.index(entry.life_domain))
    entries = [*known, *(e for e in shown.now if e.life_domain not in order)]
    found = []
    for entry in entries:
        if comparison is Comparison.VIEWS:
            values = tuple(rating(entry, scale, view) for view in View)
        else:
            pair = (before.get(entry.life_domain), entry)
            values = tuple(
                None if each is None else rating(each, scale, View.PROFESSIONAL)
                for each in pair
            )
        label = phrases.life_domain(entry.life_domain, shown.own, words)
        found.append(
            Rated(id=entry.life_domain, label=entry.named or label, values=values)
        )
    return found


class ProfileService:
    """Reads what a profile shows; nothing of it is stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def shown(self, assessment_id: AssessmentId) -> ShownProfile:
        """Return the ratings of an assessment."""
        with self._database.read() as tables:
            return read_profile(tables, assessment_id)
