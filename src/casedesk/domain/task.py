"""Tasks: what somebody sees to by a day, in a case or beside all cases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.dates import add_months
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId

TaskId = NewType("TaskId", str)
WEEK_DAYS = 7
MOST_ROUNDS = 5_000  # of a rhythm, between a day long past and today


class Rhythm(StrEnum):
    """In what a task that comes again is counted."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class TaskOwner(StrEnum):
    """Who sees to a task."""

    USER = "user"
    CLIENT = "client"
    PARTY = "party"
    OTHER = "other"


class TaskPriority(StrEnum):
    """How much a task presses beside others of the same day."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class TaskState(StrEnum):
    """Where a task stands on a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class DroppedWithoutReason(RuleBroken):
    """A task is dropped without saying why."""


class DoneAndDropped(RuleBroken):
    """A task cannot be done and dropped."""


class RemindedAfterDue(RuleBroken):
    """The reminder of a task lies after the day by which it is to be done."""


class RhythmWithoutDay(RuleBroken):
    """A task comes again, but nothing says from which day on."""


class RhythmWithoutCount(RuleBroken):
    """A task comes again every nought days, weeks or months."""


class TaskEnded(RuleBroken):
    """The task is over; it has to be opened again first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to be done; `source_noun` and `source_id` name what it came from."""

    id: TaskId
    case_id: CaseId | None = None
    title: str = ""
    note: str = ""
    priority: TaskPriority = TaskPriority.NORMAL
    due_on: date | None = None
    remind_on: date | None = None
    rhythm: Rhythm | None = None
    every: int = 1
    responsible: TaskOwner = TaskOwner.USER
    party_id: PartyId | None = None
    responsible_words: str = ""
    source_noun: str = ""
    source_id: str = ""
    follows_id: TaskId | None = None
    """The task that this one repeats."""
    earlier_dues: tuple[date, ...] = ()
    """The days by which it was to be done before it was moved, oldest first."""
    created_on: date
    done_on: date | None = None
    outcome: str = ""
    dropped_on: date | None = None
    drop_reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.dropped_on is None

    @property
    def ended_on(self) -> date | None:
        """Return the day on which it was done or dropped."""
        return self.done_on or self.dropped_on

    @property
    def matters_from(self) -> date | None:
        """Return the day from which it asks for attention."""
        return self.remind_on or self.due_on

    def state_on(self, day: date) -> TaskState:
        """Return where the task stands on a day."""
        if self.dropped_on is not None:
            return TaskState.DROPPED
        if self.done_on is not None:
            return TaskState.DONE
        if self.due_on is None or self.due_on > day:
            return TaskState.OPEN
        return TaskState.TODAY if self.due_on == day else TaskState.OVERDUE

    def moved_to(self, day: date) -> Task:
        """Return the task with another day; the old one is kept, the reminder too.

        The reminder keeps its distance from the day by which it is to be done.
        """
        if day == self.due_on:
            return self
        if self.due_on is None:
            return replace(self, due_on=day)
        remind_on = self.remind_on and day - (self.due_on - self.remind_on)
        return replace(
            self,
            due_on=day,
            remind_on=remind_on,
            earlier_dues=(*self.earlier_dues, self.due_on),
        )

    def moved_back(self) -> Task:
        """Return the task with the day it had before it was moved last."""
        if not self.earlier_dues:
            return self
        *earlier, day = self.earlier_dues
        return replace(self.moved_to(day), earlier_dues=tuple(earlier))

    @property
    def planned_on(self) -> date | None:
        """Return the day by which it was to be done before it was ever moved."""
        return self.earlier_dues[0] if self.earlier_dues else self.due_on

    def next_due(self, done_on: date, since: date | None = None) -> date | None:
        """Return when a task that comes again is due next, after both days.

        The rhythm counts from its first day, `since`; moving one task moves no other.
        """
        if self.rhythm is None or self.planned_on is None:
            return None
        first = since or self.planned_on
        for count in range(1, MOST_ROUNDS):
            day = _later(first, self.rhythm, self.every * count)
            if day > max(done_on, self.planned_on):
                return day
        return None

    def repeats(self, earlier: Task) -> bool:
        """Whether it goes on in the rhythm of the one before."""
        here, before = (self.rhythm, self.every), (earlier.rhythm, earlier.every)
        return self.follows_id == earlier.id and here == before


def check_task(task: Task) -> None:
    """Raise the `RuleBroken` that says what contradicts itself."""
    if task.done_on is not None and task.dropped_on is not None:
        raise DoneAndDropped
    if task.dropped_on is not None and not task.drop_reason.strip():
        raise DroppedWithoutReason
    if task.remind_on and task.due_on and task.remind_on > task.due_on:
        raise RemindedAfterDue
    if task.rhythm is not None and task.due_on is None:
        raise RhythmWithoutDay
    if task.rhythm is not None and task.every < 1:
        raise RhythmWithoutCount


def in_order(tasks: Iterable[Task]) -> list[Task]:
    """Return tasks by day and then by weight; those without a day come last."""
    weights = {priority: weight for weight, priority in enumerate(TaskPriority)}
    return sorted(
        tasks,
        key=lambda task: (
            task.due_on is None,
            task.due_on and task.due_on.toordinal(),
            weights[task.priority],
            task.id,
        ),
    )


def end_of_week(day: date) -> date:
    """Return the Sunday of the week in which a day lies."""
    return day + timedelta(days=6 - day.weekday())


def _later(day: date, rhythm: Rhythm, count: int) -> date:
    if rhythm is Rhythm.MONTHS:
        return add_months(day, count)
    return day + timedelta(days=count * (WEEK_DAYS if rhythm is Rhythm.WEEKS else 1))
