"""The needs of an assessment as a list: by urgency, or as arranged by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import NeedLevel, Priority

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.assessment import DomainEntry

_LEVELS = (NeedLevel.AT_ONCE, NeedLevel.SOON, None, NeedLevel.WATCH)
_PRIORITIES = (Priority.HIGH, Priority.MIDDLE, None, Priority.LOW)


def by_priority(entries: Iterable[DomainEntry]) -> list[DomainEntry]:
    """Return what needs something in its order.

    What was arranged by hand keeps its order. What came up since stands before the
    first of these that presses less, so that nothing pressing is overlooked.
    """
    needs = [entry for entry in entries if is_listed(entry)]
    arranged = [entry for entry in needs if entry.need_position is not None]
    arranged.sort(key=lambda entry: entry.need_position or 0)
    for entry in by_urgency(e for e in needs if e.need_position is None):
        level = _LEVELS.index(entry.need_level)
        places = range(len(arranged))
        place = (i for i in places if _LEVELS.index(arranged[i].need_level) > level)
        arranged.insert(next(place, len(arranged)), entry)
    return arranged


def by_urgency(entries: Iterable[DomainEntry]) -> list[DomainEntry]:
    """Return what needs something, the most pressing and burdening first."""
    return sorted((each for each in entries if is_listed(each)), key=_urgency)


def is_listed(entry: DomainEntry) -> bool:
    """Whether an entry is a need, or something to watch."""
    return entry.is_need or entry.need_level is NeedLevel.WATCH


def moved(
    needs: list[DomainEntry], entry_id: str, step: int
) -> list[tuple[DomainEntry, int]]:
    """Return each need with its place after one of them went up or down."""
    order = list(needs)
    here = next(i for i, need in enumerate(order) if need.id == entry_id)
    there = min(max(here + step, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    return [(need, place) for place, need in enumerate(order, start=1)]


def _urgency(entry: DomainEntry) -> tuple[int, int, int]:
    return (
        _LEVELS.index(entry.need_level),
        _PRIORITIES.index(entry.professional_priority),
        -(entry.burden or 0),
    )
