"""Tasks in their order: those of one case, or of all and beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.task import TaskId, end_of_week
from casedesk.domain.task_line import TaskLine
from casedesk.ui import wording
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.tasks.quick_line import QuickLine
from casedesk.ui.tasks.task_deeds import TaskDeeds
from casedesk.ui.tasks.task_fields import task_fields
from casedesk.ui.tasks.task_row import TaskDeed, TaskRow
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

PAGE = 40


class TaskPanel(Card):
    """Adds, shows and ticks off tasks; each is edited in its place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Tasks"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._of_all = False
        self._limit = PAGE
        self._shows_ended = False
        self.rows: dict[str, TaskRow] = {}
        self._headings: list[QWidget] = []
        self.deeds = TaskDeeds(desk, self, self.refresh)
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the tasks of a case; the one that is looked for is opened."""
        if case_id != self._case_id:
            self.flush()
            self._drop(set())
            self._limit, self._shows_ended = PAGE, False
            self._case_id = case_id
            self.quick.keep_with(self._desk.session, "case", case_id)
        task = self._desk.session.tasks.find(subject_id) if subject_id else None
        if task is not None:
            self._shows_ended = self._shows_ended or not task.is_open
            self._limit = max(self._limit, 10 * PAGE)
        self.refresh()
        if subject_id in self.rows:
            self.rows[subject_id].unfolding.open()

    def show_all(self) -> None:
        """Show the tasks of all cases, and those beside them."""
        if not self._of_all:
            self._of_all = True
            session = self._desk.session
            practice = session.practice.get()
            self.quick.keep_with(session, "practice", practice.id)
        self.refresh()

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        if self._case_id is None and not self._of_all:
            return
        today = self._desk.session.clock.today()
        lines = self._lines()
        self._drop({line.task.id for line in lines[: self._limit]})
        while self._headings:
            heading = self._headings.pop()
            self._column.removeWidget(heading)
            heading.hide()
            heading.deleteLater()
        place = 0
        for title, group in _groups(lines[: self._limit], today):
            heading = plain_label(title, "strong", self)
            self._headings.append(heading)
            self._column.insertWidget(place, heading)
            place += 1
            for line in group:
                self._show_row(line, place, today)
                place += 1
        count = sum(line.task.is_open for line in lines)
        self.set_note(str(count) if count else "")
        self.empty.setVisible(not lines)
        self.more.setVisible(len(lines) > self._limit)
        self.ended.setVisible(not self._of_all)
        self.ended.setText(
            _("Hide what is done") if self._shows_ended else _("Show what is done")
        )

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.quick.flush()
        for row in self.rows.values():
            row.unfolding.flush()

    def start(self) -> None:
        """Put the cursor where a new task is typed."""
        self.quick.start()

    def _build(self) -> None:
        self.quick = QuickLine(self._desk.session.clock.today, self)
        self.empty = plain_label(
            _("Nothing is to be done. Type a task above; a day at its end is read."),
            "muted",
            self,
            wraps=True,
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.more = button(_("Show more"), "link", self)
        self.ended = button("", "link", self)
        self.add(self.quick)
        self.add(self.empty)
        self.body.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addWidget(self.ended)
        row.addStretch()
        self.body.addLayout(row)
        self.quick.added.connect(self._on_added)
        self.more.clicked.connect(self._on_more)
        self.ended.clicked.connect(self._on_ended)

    def _lines(self) -> list[TaskLine]:
        tasking = self._desk.session.tasking
        if self._case_id is None:
            return tasking.agenda()
        tasks = tasking.open_of(self._case_id)
        if self._shows_ended:
            tasks += tasking.ended_of(self._case_id)
        return [TaskLine(task=task) for task in tasks]

    def _show_row(self, line: TaskLine, place: int, today: date) -> None:
        row = self.rows.get(line.task.id) or self._made(line)
        if self._column.indexOf(row) != place:
            self._column.insertWidget(place, row)
        names = self._names(line)
        row.show_line(line, today, names, shows_case=self._of_all)

    def _names(self, line: TaskLine) -> dict[PartyId, str]:
        if line.task.case_id is None or line.task.party_id is None:
            return {}
        return party_names(self._desk.session, line.task.case_id)

    def _made(self, line: TaskLine) -> TaskRow:
        session = self._desk.session
        case_id = line.task.case_id

        def fields() -> list[Field]:
            parties = {} if case_id is None else party_names(session, case_id)
            return task_fields(session.clock.today, parties)

        row = TaskRow(session.tasks, line, fields, self)
        row.deed_wanted.connect(self._on_deed)
        row.unfolding.saved.connect(self._on_saved)
        row.unfolding.remove_wanted.connect(self._on_remove)
        row.unfolding.changes_wanted.connect(self._desk.show_changes)
        self.rows[line.task.id] = row
        return row

    def _drop(self, keep: set[str]) -> None:
        for task_id in [known for known in self.rows if known not in keep]:
            row = self.rows.pop(task_id)
            row.unfolding.flush()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_added(self, line: str) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.tasking.add_typed(line, self._case_id)
            self.quick.clear()
            self.refresh()

    def _on_deed(self, task_id: str, deed: TaskDeed) -> None:
        self.deeds.do(TaskId(task_id), deed)
        self.refresh()  # also what was not done after all, such as a tick

    def _on_saved(self, _task_id: str) -> None:
        self.refresh()

    def _on_remove(self, task_id: str) -> None:
        with problems_shown(self, wording.problem):
            deed = self._desk.session.tasks.remove(task_id)
            self.refresh()
            self._desk.offer_undo("task", deed)

    def _on_more(self) -> None:
        self._limit += PAGE
        self.refresh()

    def _on_ended(self) -> None:
        self._shows_ended = not self._shows_ended
        self.refresh()


def _groups(lines: list[TaskLine], today: date) -> Iterator[tuple[str, list[TaskLine]]]:
    sunday = end_of_week(today)
    open_lines = [line for line in lines if line.task.is_open]
    dated = [line for line in open_lines if line.task.due_on is not None]
    overdue = [line for line in dated if _due(line) < today]
    now = [line for line in dated if _due(line) >= today and line.asks_on(today)]
    later = [line for line in dated if line not in overdue and line not in now]
    groups = (
        (_("Overdue"), overdue),
        (_("Today"), now),
        (_("This week"), [line for line in later if _due(line) <= sunday]),
        (_("Later"), [line for line in later if _due(line) > sunday]),
        (_("Without a day"), [line for line in open_lines if line not in dated]),
        (_("Done or dropped"), [line for line in lines if not line.task.is_open]),
    )
    yield from ((title, group) for title, group in groups if group)


def _due(line: TaskLine) -> date:
    assert line.task.due_on is not None  # noqa: S101 - asked of dated ones only
    return line.task.due_on
