"""What changed from one assessment to another, by domain of life and as numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from casedesk.domain.assessment import MARKS, RATINGS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.assessment import Assessment, DomainEntry
    from casedesk.domain.life_domain import DomainKey

SCALES = ("burden_self", "burden", "resource_self", "resource_level")
HEAD_TEXTS = (
    "wishes",
    "strengths",
    "life_values",
    "summary",
    "open_questions",
    "recommendation",
)


class ChangeState(StrEnum):
    """How a domain of life stands beside the earlier assessment."""

    NOT_YET = "not_yet"
    """Something was written before, and nothing has been written now."""
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NEW = "new"
    """Nothing was written before."""
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainChange:
    """One domain of life, earlier and now; the fields that differ are named."""

    life_domain: DomainKey
    before: DomainEntry | None
    after: DomainEntry | None
    state: ChangeState
    fields: tuple[str, ...] = ()


def state_beside(before: DomainEntry | None, after: DomainEntry | None) -> ChangeState:
    """Return how an entry stands beside the earlier one."""
    had = before is not None and not before.is_empty
    has = after is not None and not after.is_empty
    if not had:
        return ChangeState.NEW if has else ChangeState.EMPTY
    if not has:
        return ChangeState.NOT_YET
    differs = changed_fields(before, after)
    return ChangeState.CHANGED if differs else ChangeState.UNCHANGED


def changed_fields(
    before: DomainEntry | None, after: DomainEntry | None
) -> tuple[str, ...]:
    """Return the texts and ratings that differ, in the order of the form."""
    if before is None or after is None:
        return ()
    return tuple(name for name in (*TEXTS, *RATINGS) if _differ(name, before, after))


def _differ(name: str, before: DomainEntry, after: DomainEntry) -> bool:
    # Where a text comes from and what it is counts only where there is a text.
    marks = MARKS.get(name, ()) if getattr(after, name) else ()
    return any(getattr(before, f) != getattr(after, f) for f in (name, *marks))


def compared(
    before: Iterable[DomainEntry], after: Iterable[DomainEntry]
) -> list[DomainChange]:
    """Return every domain of two assessments, in the order of the later one."""
    earlier = {entry.life_domain: entry for entry in before}
    later = {entry.life_domain: entry for entry in after}
    keys = (*later, *(key for key in earlier if key not in later))
    return [_change(key, earlier.get(key), later.get(key)) for key in keys]


def _change(
    key: DomainKey, before: DomainEntry | None, after: DomainEntry | None
) -> DomainChange:
    return DomainChange(
        life_domain=key,
        before=before,
        after=after,
        state=state_beside(before, after),
        fields=changed_fields(before, after),
    )


def changed_head(before: Assessment, after: Assessment) -> tuple[str, ...]:
    """Return the texts about the whole that differ."""
    return tuple(n for n in HEAD_TEXTS if getattr(before, n) != getattr(after, n))


def taken_over(before: DomainEntry, after: DomainEntry) -> DomainEntry:
    """Return an entry with all that is still empty in it taken from the earlier one.

    What was typed is never overwritten.
    """
    # Any: each field has the type that it has in the earlier entry.
    taken: dict[str, Any] = {}
    for name in TEXTS:
        if not getattr(after, name):
            for field in (name, *MARKS.get(name, ())):
                taken[field] = getattr(before, field)
    for name in (*RATINGS, "need_position"):
        if getattr(after, name) is None:
            taken[name] = getattr(before, name)
    return replace(after, **taken)
