"""A row of a declaration in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import Decision
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.consent import ConsentItem
    from casedesk.ui.consents.categories import Categories


def contents(item: ConsentItem, categories: Categories) -> str:
    """Say which way, about what, by which means and from when to when."""
    means = ", ".join(wording.label(each) for each in item.means)
    what = categories.listed(item.categories)
    way = wording.label(item.direction) if what else ""
    return " · ".join(part for part in (way, what, means, validity(item)) if part)


def validity(item: ConsentItem) -> str:
    """Say from when to when a row is valid, if it says so itself."""
    first, last = wording.day(item.valid_from), wording.day(item.valid_until)
    if first and last:
        return _("from {first} to {last}").format(first=first, last=last)
    if first:
        return _("from {first}").format(first=first)
    return _("until {last}").format(last=last) if last else ""


def standing(item: ConsentItem, today: date) -> tuple[str, Tone]:
    """Say where a row stands by itself, apart from its declaration."""
    if item.withdrawn_on is not None:
        day = wording.day(item.withdrawn_on)
        return _("withdrawn on {day}").format(day=day), Tone.DANGER
    if item.decision is Decision.GRANTED:
        if item.valid_until is not None and item.valid_until < today:
            ended = wording.day(item.valid_until)
            return _("ended on {day}").format(day=ended), Tone.DANGER
        return wording.label(item.decision), Tone.OK
    if item.decision is Decision.STRUCK:
        return wording.label(item.decision), Tone.NEUTRAL
    return wording.label(item.decision), Tone.WARNING
