"""Tasks: added, done, moved, dropped, opened again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.change import ChangeKind
from casedesk.domain.quick_task import read_line
from casedesk.domain.task import (
    Rhythm,
    Task,
    TaskEnded,
    TaskId,
    TaskPriority,
    check_task,
    in_order,
)
from casedesk.domain.task_line import TaskLine

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

AGENDA = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The record from which a task came: the noun of its kind, and its id."""

    noun: str
    record_id: str


class TaskService:
    """What is done with tasks; their fields are changed as those of all records."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def add(
        self,
        title: str,
        *,
        case_id: CaseId | None = None,
        due_on: date | None = None,
        priority: TaskPriority = TaskPriority.NORMAL,
        source: Source | None = None,
    ) -> Task:
        """Add a task, for a case or beside all of them."""
        task = Task(
            id=TaskId(self._clock.new_id()),
            case_id=case_id,
            title=title.strip(),
            priority=priority,
            due_on=due_on,
            source_noun=source.noun if source else "",
            source_id=source.record_id if source else "",
            created_on=self._clock.today(),
        )
        check_task(task)
        with self._database.write("task.add", task.id) as tables:
            tables.tasks.add(task)
        self._announcer.announce("task")
        return task

    def add_typed(
        self, line: str, case_id: CaseId | None = None, source: Source | None = None
    ) -> Task:
        """Add a task typed in one line, with its day at the end or the beginning."""
        typed = read_line(line, today=self._clock.today())
        return self.add(
            typed.title,
            case_id=case_id,
            due_on=typed.due_on,
            priority=typed.priority,
            source=source,
        )

    def open_of(self, case_id: CaseId) -> list[Task]:
        """Return what is to be done in a case, by day."""
        return in_order(task for task in self._of(case_id) if task.is_open)

    def ended_of(self, case_id: CaseId) -> list[Task]:
        """Return what was done or dropped in a case, newest first."""
        ended = [task for task in self._of(case_id) if not task.is_open]
        return sorted(ended, key=lambda task: str(task.ended_on), reverse=True)

    def _of(self, case_id: CaseId) -> list[Task]:
        with self._database.read() as tables:
            return tables.tasks.of(case_id=case_id)

    def made_from(self, source: Source) -> list[Task]:
        """Return the tasks that came from a record, in the order of their days."""
        with self._database.read() as tables:
            found = tables.tasks.of(source_id=source.record_id)
        return in_order(task for task in found if task.source_noun == source.noun)

    def agenda(self, limit: int = AGENDA) -> list[TaskLine]:
        """Return what is to be done over all cases, by day; without a day comes last.

        At most `limit` with a day, and as many without.
        """
        with self._database.read() as tables:
            found = tables.task_agenda.dated(limit) + tables.task_agenda.undated(limit)
            names = {each.task_id: each.client_name for each in found}
            tasks = tables.tasks.among(names)
        return [
            TaskLine(task=task, client_name=names[task.id]) for task in in_order(tasks)
        ]

    def finish(self, task_id: TaskId, outcome: str = "") -> Task | None:
        """Note today that a task was done; return the next one of its rhythm."""
        today = self._clock.today()
        follower = None
        with self._database.write("task.finish", task_id) as tables:
            task = _still_open(tables, task_id)
            done = replace(task, done_on=today, outcome=outcome or task.outcome)
            tables.tasks.update(done)
            due_on = task.next_due(today, _first_day(tables, task))
            if due_on is not None:
                follower = self._follower(task, due_on)
                tables.tasks.add(follower)
        self._announcer.announce("task")
        return follower

    def _follower(self, task: Task, due_on: date) -> Task:
        moved = replace(task, earlier_dues=(), outcome="").moved_to(due_on)
        return replace(
            moved,
            id=TaskId(self._clock.new_id()),
            follows_id=task.id,
            earlier_dues=(),
            created_on=self._clock.today(),
        )

    def move(self, task_id: TaskId, to: date) -> Task:
        """Give a task another day; the days before it stay known."""
        with self._database.write("task.move", task_id) as tables:
            task = _still_open(tables, task_id).moved_to(to)
            check_task(task)
            tables.tasks.update(task)
        self._announcer.announce("task")
        return task

    def move_back(self, task_id: TaskId) -> Task:
        """Give a task the day it had before it was moved last."""
        with self._database.write("task.move_back", task_id) as tables:
            task = _still_open(tables, task_id).moved_back()
            tables.tasks.update(task)
        self._announcer.announce("task")
        return task

    def drop(self, task_id: TaskId, reason: str) -> Task:
        """Note today that a task is not to be done any more, and why."""
        with self._database.write("task.drop", task_id) as tables:
            task = _still_open(tables, task_id)
            task = replace(task, dropped_on=self._clock.today(), drop_reason=reason)
            check_task(task)
            tables.tasks.update(task)
        self._announcer.announce("task")
        return task

    def reopen(self, task_id: TaskId) -> Task:
        """Open a task again; what was written in it stays.

        The next one of its rhythm goes if nothing was done with it since.
        """
        with self._database.write("task.reopen", task_id) as tables:
            task = replace(
                tables.tasks.get(task_id),
                done_on=None,
                outcome=_outcome_before(tables, task_id),
                dropped_on=None,
                drop_reason="",
            )
            for follower in tables.tasks.of(follows_id=task_id):
                if follower.is_open and _is_untouched(tables, follower):
                    tables.tasks.remove(follower.id)
            tables.tasks.update(task)
        self._announcer.announce("task")
        return task


def _still_open(tables: Tables, task_id: TaskId) -> Task:
    task = tables.tasks.get(task_id)
    if not task.is_open:
        raise TaskEnded
    return task


def _first_day(tables: Tables, task: Task) -> date | None:
    """Return the day from which a rhythm counts.

    Only months need it: the 31st is the 30th in some of them, and the 31st again after.
    """
    first = task
    while first.rhythm is Rhythm.MONTHS and first.follows_id is not None:
        earlier = tables.tasks.find(first.follows_id)
        if earlier is None or not first.repeats(earlier):
            break
        first = earlier
    return first.planned_on


def _outcome_before(tables: Tables, task_id: TaskId) -> str:
    """Return what a task said of its outcome before it was done last."""
    task = tables.tasks.get(task_id)
    if task.done_on is None:
        return task.outcome
    for change in tables.history.of(task_id, tables.tasks.stored(task)):
        fields = {field.name: field for field in change.fields}
        if "done_on" in fields and fields["done_on"].before is None:
            said = fields.get("outcome")
            return task.outcome if said is None else str(said.before)
    return task.outcome


def _is_untouched(tables: Tables, task: Task) -> bool:
    """Whether nothing was written in a task since it was added."""
    changes = tables.history.of(task.id, tables.tasks.stored(task))
    return all(change.kind is ChangeKind.ADDED for change in changes)
