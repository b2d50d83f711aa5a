"""Makes a task of any record: a button beneath its form, and a key on its row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.services.tasking import Source
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.tasks.quick_line import QuickLine
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from casedesk.domain.case import CaseId
    from casedesk.services.records import Records
    from casedesk.ui.desk import Desk
    from casedesk.ui.unfolding import Unfolding

KEYS = "Ctrl+Shift+T"
LETTERS = 70


class MakeTaskDialog(QDialog):
    """Asks for the task in one line, beginning with the words of the record."""

    made = Signal(str)  # the id of the task

    def __init__(
        self, desk: Desk, source: Source, case_id: CaseId, words: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.setWindowTitle(_("CaseDesk"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self._desk = desk
        self._source = source
        self._case_id = case_id
        self.quick = QuickLine(desk.session.clock.today, self)
        self.quick.keep_with(desk.session, source.noun, source.record_id)
        if not self.quick.line.raw():
            self.quick.begin(" ".join(words.split()))
        self.leave = button(_("Cancel"), "", self)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(plain_label(_("What is to be done, and by when?"), "", self))
        layout.addWidget(self.quick)
        layout.addLayout(row)
        self.quick.added.connect(self._on_added)
        self.leave.clicked.connect(self._on_leave)
        self.finished.connect(self.quick.flush)

    def _on_added(self, line: str) -> None:
        with problems_shown(self, wording.problem):
            session = self._desk.session
            task = session.tasking.add_typed(line, self._case_id, self._source)
            self.quick.clear()
            self.accept()
            self.made.emit(task.id)
            back = partial(session.tasks.remove, task.id)
            self._desk.offer_back(_("Task added."), back)

    def _on_leave(self) -> None:
        self.quick.clear()
        self.reject()


class TaskMaker(QObject):
    """Makes a task of one record; `words` tell what the record says now."""

    def __init__(
        self,
        desk: Desk,
        source: Source,
        case_id: CaseId,
        words: Callable[[], str],
        row: QWidget,
    ) -> None:
        super().__init__(row)
        self._desk = desk
        self._source = source
        self._case_id = case_id
        self._words = words
        self._row = row
        self.dialog: MakeTaskDialog | None = None

    def button(self) -> QPushButton:
        """Return a button for the form of the record; its key is heard in the row."""
        made = button(_("Make a task of it …"), "link", self._row)
        made.setToolTip(wording.keys(KEYS))
        made.clicked.connect(self.ask)
        shortcut = QShortcut(QKeySequence(KEYS), self._row)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.ask)
        return made

    def ask(self) -> None:
        """Ask for the task."""
        self.dialog = MakeTaskDialog(
            self._desk, self._source, self._case_id, self._words(), self._row
        )
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
        self.dialog.quick.start()


# Any: a record of a case, of whatever kind.
def let_become_task(
    row: Unfolding, desk: Desk, records: Records[Any], record: Any, field: str
) -> TaskMaker:
    """Let a task be made of a record, beginning with what one of its fields says."""

    def words() -> str:
        return str(getattr(records.get(record.id), field))

    source = Source(noun=records.noun, record_id=record.id)
    maker = TaskMaker(desk, source, record.case_id, words, row)
    row.add_later(maker.button)
    return maker
