"""Does with a task what its row asks for, and offers to take it back."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from casedesk.domain.dates import Leaning, parse_day
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown, tell
from casedesk.ui.tasks.say_dialog import SayDialog
from casedesk.ui.tasks.task_row import TaskDeed
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.window.list_items import record_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.task import Task, TaskId
    from casedesk.ui.desk import Desk

WEEK = timedelta(days=7)


class TaskDeeds:
    """The deeds of the rows of one list; `changed` is called after each."""

    def __init__(
        self, desk: Desk, parent: QWidget, changed: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._parent = parent
        self._changed = changed
        self.dialog: SayDialog | None = None

    def do(self, task_id: TaskId, deed: TaskDeed) -> None:
        """Do it at once, or ask first for what it needs."""
        today = self._desk.session.clock.today()
        deeds: dict[TaskDeed, Callable[[Task], object]] = {
            TaskDeed.FINISH: self._finish,
            TaskDeed.FINISH_WITH_OUTCOME: self._ask_outcome,
            TaskDeed.TO_TOMORROW: partial(self._move, to=today + timedelta(days=1)),
            TaskDeed.BY_A_WEEK: self._move_by_a_week,
            TaskDeed.MOVE: self._ask_day,
            TaskDeed.MOVE_BACK: self._move_back,
            TaskDeed.DROP: self._ask_reason,
            TaskDeed.REOPEN: self._reopen,
            TaskDeed.SHOW_SOURCE: self._show_source,
            TaskDeed.SHOW_CASE: self._show_case,
        }
        with problems_shown(self._parent, wording.problem):
            deeds[deed](self._desk.session.tasks.get(task_id))

    def _finish(self, task: Task, outcome: str = "") -> None:
        tasking = self._desk.session.tasking
        follower = tasking.finish(task.id, outcome)
        said = _("Done.")
        if follower is not None:
            said = _("Done. Next on {day}.").format(day=wording.day(follower.due_on))
        self._after(said, partial(tasking.reopen, task.id))

    def _move(self, task: Task, to: date) -> None:
        tasking = self._desk.session.tasking
        had_day = task.due_on is not None
        tasking.move(task.id, to)
        said = _("Moved to {day}.").format(day=wording.day(to))
        back = partial(tasking.move_back, task.id)
        if not had_day:
            back = partial(self._desk.session.tasks.change, task.id, due_on=None)
        self._after(said, back)

    def _move_by_a_week(self, task: Task) -> None:
        today = self._desk.session.clock.today()
        self._move(task, max(task.due_on or today, today) + WEEK)

    def _move_back(self, task: Task) -> None:
        self._desk.session.tasking.move_back(task.id)
        self._changed()

    def _drop(self, task: Task, reason: str) -> None:
        tasking = self._desk.session.tasking
        tasking.drop(task.id, reason)
        self._after(_("Dropped."), partial(tasking.reopen, task.id))

    def _reopen(self, task: Task) -> None:
        self._desk.session.tasking.reopen(task.id)
        self._changed()

    def _ask_outcome(self, task: Task) -> None:
        self._ask(
            task,
            "outcome",
            _("What came of it: {title}").format(title=task.title),
            GrowingText(),
            _("Done"),
            self._finish,
        )

    def _ask_reason(self, task: Task) -> None:
        self._ask(
            task,
            "drop",
            _("Why is it dropped: {title}").format(title=task.title),
            GrowingText(),
            _("Drop"),
            self._drop,
        )

    def _ask_day(self, task: Task) -> None:
        today = self._desk.session.clock.today()

        def read(typed: str) -> date:
            return parse_day(typed, today=today, leaning=Leaning.FUTURE)

        def show(day: object) -> str:
            return wording.day(day if isinstance(day, date) else None)

        self._ask(
            task,
            "move",
            _("To which day: {title}").format(title=task.title),
            DateField(read, show),
            _("Move"),
            self._move,
        )

    def _ask(
        self,
        task: Task,
        kind: str,
        question: str,
        editor: GrowingText | DateField,
        act: str,
        deed: Callable[[Task, Any], None],  # Any: what the editor makes
    ) -> None:
        dialog = SayDialog(question, editor, act, self._parent)
        dialog.keep_with(self._desk.session, "task", task.id, kind)
        dialog.said.connect(partial(self._on_said, deed, task))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _on_said(
        self, deed: Callable[[Task, Any], None], task: Task, value: object
    ) -> None:
        with problems_shown(self._parent, wording.problem):
            deed(task, value)

    def _show_source(self, task: Task) -> None:
        session = self._desk.session
        records = session.records(task.source_noun)
        place = record_place(task.source_noun, task.source_id, task.case_id)
        if place is None or records.find(task.source_id) is None:
            tell(self._parent, _("What it came from was removed, or has no page."))
            return
        self._desk.go(place)

    def _show_case(self, task: Task) -> None:
        place = Place(page=Page.COORDINATION, case_id=task.case_id, subject_id=task.id)
        self._desk.go(place)

    def _after(self, said: str, back: Callable[[], object]) -> None:
        self._changed()
        self._desk.offer_back(said, back)
