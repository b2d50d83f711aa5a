"""What changed between two versions of a plan, field by field."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.plan import Plan
    from casedesk.domain.plan_version import PlanDissent, PlanSection

PLAN_TEXTS = (
    "valid_from",
    "next_review_on",
    "participants",
    "situation",
    "crisis_plan",
    "not_covered",
    "client_tasks",
    "dissent",
    "profile",
)
# Where a record stands and what it hangs on is no content of its own, nor is that it
# was agreed.
_OUTSIDE = frozenset(
    {"id", "case_id", "plan_id", "position", "noted_on", "accepted_on", "checked_on"}
)
# How it goes with a goal or a measure, which the agreement does not fix.
COURSE = frozenset(
    {
        *("progress", "level", "rated_on", "started_on", "achievement"),
        *("state", "result"),
    }
)

Item = TypeVar("Item")


class PlanChangeKind(StrEnum):
    """What happened to a goal, a measure or another part of a plan."""

    ADDED = "added"
    LEFT_OUT = "left_out"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContent:
    """Everything that one version of a plan says, with the names it used."""

    plan: Plan
    goals: tuple[Goal, ...] = ()
    measures: tuple[Measure, ...] = ()
    sections: tuple[PlanSection, ...] = ()
    dissents: tuple[PlanDissent, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field that says something else. Any: as its record has it."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange(Generic[Item]):
    """A record that came, went, or says something else in some fields."""

    kind: PlanChangeKind
    before: Item | None = None
    after: Item | None = None
    fields: tuple[FieldDifference, ...] = ()

    @property
    def item(self) -> Item:
        """The record as it is now, or as it last was."""
        either = self.after if self.after is not None else self.before
        assert either is not None  # noqa: S101 - a change has at least one side
        return either


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanges:
    """All differences of two versions."""

    texts: tuple[FieldDifference, ...] = ()
    goals: tuple[ItemChange[Goal], ...] = ()
    measures: tuple[ItemChange[Measure], ...] = ()
    sections: tuple[ItemChange[PlanSection], ...] = ()
    dissents: tuple[ItemChange[PlanDissent], ...] = ()

    @property
    def count(self) -> int:
        """How many texts, goals, measures and other parts are different."""
        parts = (self.texts, self.goals, self.measures, self.sections, self.dissents)
        return sum(map(len, parts))


def compared(
    before: PlanContent, after: PlanContent, *, but: frozenset[str] = frozenset()
) -> PlanChanges:
    """Return what is different, in the order of the later version.

    Fields of goals and measures in `but` make no difference.
    """
    return PlanChanges(
        texts=tuple(
            each
            for each in _differences(before.plan, after.plan)
            if each.name in PLAN_TEXTS
        ),
        goals=_items(before.goals, after.goals, "id", but),
        measures=_items(before.measures, after.measures, "id", but),
        sections=_items(
            (each for each in before.sections if each.text.strip()),
            (each for each in after.sections if each.text.strip()),
            "key",
        ),
        dissents=_items(before.dissents, after.dissents, "id"),
    )


def _items(
    before: Iterable[Item],
    after: Iterable[Item],
    key: str,
    but: frozenset[str] = frozenset(),
) -> tuple[ItemChange[Item], ...]:
    old = {getattr(item, key): item for item in before}
    new = {getattr(item, key): item for item in after}
    changes = [
        ItemChange(kind=PlanChangeKind.CHANGED, before=old[each], after=item, fields=fs)
        if each in old
        else ItemChange(kind=PlanChangeKind.ADDED, after=item)
        for each, item in new.items()
        if each not in old or (fs := _differences(old[each], item, but))
    ]
    gone = (
        ItemChange(kind=PlanChangeKind.LEFT_OUT, before=item)
        for each, item in old.items()
        if each not in new
    )
    return (*changes, *gone)


# Any: two records of one kind.
def _differences(
    before: Any, after: Any, but: frozenset[str] = frozenset()
) -> tuple[FieldDifference, ...]:
    pairs = (
        FieldDifference(
            field.name, getattr(before, field.name), getattr(after, field.name)
        )
        for field in fields(after)
        if field.name not in _OUTSIDE and field.name not in but
    )
    return tuple(each for each in pairs if _said(each.before) != _said(each.after))


def _said(value: object) -> object:
    """White space around a text makes no difference."""
    return value.strip() if isinstance(value, str) else value
