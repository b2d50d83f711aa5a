"""The profile of burdens and resources: two radars from the ratings of domains."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.assessment import LifeDomain
from casedesk.figures.radar import Axis, radar
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId
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
    """The newest ratings of a case, and those of an earlier assessment if there is one.

    `earlier` is empty as long as there is only one assessment.
    """

    now: tuple[DomainEntry, ...]
    earlier: tuple[DomainEntry, ...]
    held_on: date | None
    earlier_held_on: date | None

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
    value: int | None = getattr(entry, _FIELDS[scale, view], None)
    return value


def scale_words(scale: Scale, words: Translate) -> str:
    """Name what is rated, with what the ends of the scale mean."""
    if scale is Scale.BURDEN:
        return words("Burden, 0 none to 10 unbearable")
    return words("Resources, 0 none to 10 very strong")


def read_profile(tables: Tables, case_id: CaseId) -> ShownProfile:
    """Read the newest assessment of a case and the one before it."""
    assessments = tables.assessments.of(case_id=case_id)
    ratings = [
        tuple(tables.domain_entries.of(assessment_id=each.id))
        for each in assessments[-2:]
    ]
    return ShownProfile(
        now=ratings[-1] if ratings else (),
        earlier=ratings[0] if len(ratings) > 1 else (),
        held_on=assessments[-1].held_on if assessments else None,
        earlier_held_on=assessments[-2].held_on if len(assessments) > 1 else None,
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
    order = list(LifeDomain)
    entries = sorted(shown.now, key=lambda entry: order.index(entry.life_domain))
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
        label = phrases.label(entry.life_domain, words)
        found.append(Rated(id=entry.life_domain, label=label, values=values))
    return found


class ProfileService:
    """Reads what a profile shows; nothing of it is stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def shown(self, case_id: CaseId) -> ShownProfile:
        """Return the ratings of a case."""
        with self._database.read() as tables:
            return read_profile(tables, case_id)
