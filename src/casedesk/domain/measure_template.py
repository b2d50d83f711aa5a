"""Templates of measures: what is usual around an event, in days before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.measure import Responsible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.measure import Measure

MeasureTemplateId = NewType("MeasureTemplateId", str)
TemplateStepId = NewType("TemplateStepId", str)


class StepKind(StrEnum):
    """What a step of a template becomes."""

    MEASURE = "measure"
    TASK = "task"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureTemplate:
    """A set of steps around an event, such as the discharge from a hospital."""

    id: MeasureTemplateId
    name: str
    anchor: str = ""
    """What the day is from which all others are counted."""
    goal: str = ""
    """A proposal for the goal that the steps serve."""
    note: str = ""
    version: str = ""
    """That of a template of CaseDesk; an own one has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateStep:
    """One step of a template; its days are counted from the day of the event."""

    id: TemplateStepId
    template_id: MeasureTemplateId
    position: int = 0
    kind: StepKind = StepKind.MEASURE
    what: str = ""
    responsible: Responsible = Responsible.CASE_MANAGER
    near_help: str = ""
    frequency: str = ""
    success_criterion: str = ""
    plan_b: str = ""
    from_day: int = 0
    until_day: int | None = None
    review_day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedStep:
    """A step with its days, as it is shown before it is made."""

    step: TemplateStep
    starts_on: date
    ends_on: date | None
    review_on: date | None

    def moved_to(self, day: date) -> DatedStep:
        """Return the step begun on another day; it lasts as long as before."""
        shift = day - self.starts_on
        return DatedStep(
            step=self.step,
            starts_on=day,
            ends_on=self.ends_on and self.ends_on + shift,
            review_on=self.review_on and self.review_on + shift,
        )


def dated(steps: Iterable[TemplateStep], anchor_on: date) -> list[DatedStep]:
    """Return the steps of a template with their days, by the day of the event."""
    found = [
        DatedStep(
            step=step,
            starts_on=anchor_on + timedelta(days=step.from_day),
            ends_on=_day(anchor_on, step.until_day),
            review_on=_day(anchor_on, step.review_day),
        )
        for step in steps
    ]
    return sorted(found, key=lambda each: (each.starts_on, each.step.position))


def _day(anchor_on: date, days: int | None) -> date | None:
    return None if days is None else anchor_on + timedelta(days=days)


def step_from(
    measure: Measure,
    anchor_on: date,
    *,
    step_id: TemplateStepId,
    template_id: MeasureTemplateId,
    position: int,
) -> TemplateStep:
    """Return the step of which a measure could have been made.

    Who it was with, what it cost and how it went belong to the case and stay there.
    """

    def days(day: date | None) -> int | None:
        return None if day is None else (day - anchor_on).days

    return TemplateStep(
        id=step_id,
        template_id=template_id,
        position=position,
        what=measure.what,
        responsible=measure.responsible,
        frequency=measure.frequency,
        success_criterion=measure.success_criterion,
        from_day=days(measure.starts_on) or 0,
        until_day=days(measure.ends_on),
        review_day=days(measure.review_on),
    )
