"""A task in a list: a box to tick it off, its words, its day, and what else to do."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.tasks import task_words
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.task_line import TaskLine
    from casedesk.services.records import Records
    from casedesk.ui.widgets.field_cell import Field

DAY_LETTERS = 13


class TaskDeed(StrEnum):
    """What can be done with a task from its row."""

    FINISH = "finish"
    FINISH_WITH_OUTCOME = "finish_with_outcome"
    TO_TOMORROW = "to_tomorrow"
    BY_A_WEEK = "by_a_week"
    MOVE = "move"
    MOVE_BACK = "move_back"
    DROP = "drop"
    REOPEN = "reopen"
    SHOW_SOURCE = "show_source"
    SHOW_CASE = "show_case"


class TaskFace(QWidget):
    """The words of a task, and beneath what else is to be known about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", "", self, wraps=True)
        self.details = plain_label("", "small", self, wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.details)


class TaskRow(QWidget):
    """Shows a task; pressing its words opens the form."""

    deed_wanted = Signal(str, object)  # the id, the deed

    # Any: records of tasks.
    def __init__(
        self,
        records: Records[Any],
        line: TaskLine,
        fields: Callable[[], Sequence[Field]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = line
        self._shows_case = False
        self.face = TaskFace()
        self.unfolding = Unfolding(
            records, line.task, self.face, fields, self, focus="title"
        )
        self._build()

    def show_line(
        self,
        line: TaskLine,
        today: date,
        names: Mapping[PartyId, str],
        *,
        shows_case: bool,
    ) -> None:
        """Show a task as it is now."""
        self.line = line
        task = line.task
        self._shows_case = shows_case and task.case_id is not None
        client = line.client_name if shows_case else ""
        details = task_words.details(task, today, names, client)
        day = task_words.day_words(task, today)
        title = task.title or _("(without words)")
        self.face.title.setText(title)
        set_look(self.face.title, "" if task.is_open else "muted")
        self.face.details.setText(details)
        self.face.details.setVisible(bool(details))
        self.day.setText(day)
        set_look(self.day, task_words.day_look(task, today))
        self.day.setEnabled(task.is_open)
        self.tick.setChecked(task.done_on is not None)
        self.tick.setAccessibleName(_("Done: {title}").format(title=title))
        self.day.setAccessibleName(_("Move {title}").format(title=title))
        self.more.setAccessibleName(_("More about {title}").format(title=title))
        words = ", ".join(part for part in (title, day, details) if part)
        self.unfolding.show_record(task, words)

    def menu_deeds(self) -> list[TaskDeed]:
        """Return what can be done with it as it stands."""
        task = self.line.task
        deeds: list[TaskDeed] = []
        if task.is_open:
            deeds = [
                TaskDeed.FINISH_WITH_OUTCOME,
                TaskDeed.TO_TOMORROW,
                TaskDeed.BY_A_WEEK,
                TaskDeed.MOVE,
            ]
            deeds += [TaskDeed.MOVE_BACK] * bool(task.earlier_dues)
            deeds.append(TaskDeed.DROP)
        else:
            deeds.append(TaskDeed.REOPEN)
        deeds += [TaskDeed.SHOW_SOURCE] * bool(task.source_noun)
        return deeds + [TaskDeed.SHOW_CASE] * self._shows_case

    def _build(self) -> None:
        self.tick = TickBox("", self)
        self.day = button("", "link", self)
        self.day.setToolTip(_("Move to another day"))
        self.day.setMinimumWidth(self.fontMetrics().averageCharWidth() * DAY_LETTERS)
        self.more = button("⋯", "link", self)
        self.more.setToolTip(_("More"))
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.tick, 0, top)
        row.addWidget(self.unfolding, 1)
        row.addWidget(self.day, 0, top)
        row.addWidget(self.more, 0, top)
        self.tick.edited.connect(self._on_tick)
        self.day.clicked.connect(self._on_day)
        self.more.clicked.connect(self._on_more)

    def _on_tick(self) -> None:
        is_open = self.line.task.is_open
        self._want(TaskDeed.FINISH if is_open else TaskDeed.REOPEN)

    def _on_day(self) -> None:
        self._want(TaskDeed.MOVE)

    def _on_more(self) -> None:
        menu = QMenu(self)
        for deed in self.menu_deeds():
            action = menu.addAction(_deed_words(deed))
            action.setData(deed)
        menu.triggered.connect(lambda action: self._want(TaskDeed(action.data())))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _want(self, deed: TaskDeed) -> None:
        self.unfolding.flush()
        self.deed_wanted.emit(self.line.task.id, deed)


def _deed_words(deed: TaskDeed) -> str:
    return {
        TaskDeed.FINISH: _("Done"),
        TaskDeed.FINISH_WITH_OUTCOME: _("Done, with the outcome …"),
        TaskDeed.TO_TOMORROW: _("Move to tomorrow"),
        TaskDeed.BY_A_WEEK: _("Move by a week"),
        TaskDeed.MOVE: _("Move to …"),
        TaskDeed.MOVE_BACK: _("Back to its earlier day"),
        TaskDeed.DROP: _("Drop …"),
        TaskDeed.REOPEN: _("Open again"),
        TaskDeed.SHOW_SOURCE: _("Show what it came from"),
        TaskDeed.SHOW_CASE: _("Show the case"),
    }[deed]
