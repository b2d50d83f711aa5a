"""Asks for a few words or a day before a deed; nothing typed is lost by a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.ui.dialog_drafts import DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session
    from casedesk.ui.widgets.date_field import DateField
    from casedesk.ui.widgets.growing_text import GrowingText

LETTERS = 56


class SayDialog(QDialog):
    """Asks one thing; `said` is emitted with the text or the day."""

    said = Signal(object)

    def __init__(
        self,
        question: str,
        editor: GrowingText | DateField,
        act: str,
        parent: QWidget,
        *,
        must_say: bool = True,
    ) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.setWindowTitle(_("CaseDesk"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.editor = editor
        self._must_say = must_say
        self._drafts: DialogDrafts | None = None
        self._build(question, act)

    def keep_with(self, session: Session, noun: str, record_id: str, kind: str) -> None:
        """Keep what is typed with a record until it is said or given up."""
        records = session.records(noun)
        self._drafts = DialogDrafts(records, record_id, kind, self)
        self._drafts.watch({"said": self.editor})
        self._show_whether_said()

    def _build(self, question: str, act: str) -> None:
        self.act = button(act, "primary", self)
        self.leave = button(_("Cancel"), "", self)
        asked = plain_label(question, "", self, wraps=True)
        asked.setBuddy(self.editor)
        self.editor.setAccessibleName(question)
        self.problem = plain_label("", "warning", self, wraps=True)
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        for widget in (asked, self.editor, self.problem):
            layout.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.act)
        layout.addLayout(row)
        self.act.setDefault(True)
        self.act.clicked.connect(self._on_act)
        self.leave.clicked.connect(self._on_leave)
        self.editor.edited.connect(self._show_whether_said)
        self.editor.setFocus()
        self._show_whether_said()

    def _show_whether_said(self) -> None:
        self.problem.hide()
        self.act.setEnabled(not self._must_say or bool(self.editor.raw().strip()))

    def _on_act(self) -> None:
        problem = self.editor.problem()
        if problem is not None:
            self.problem.setText(problem)
            self.problem.show()
            return
        value = self.editor.value()
        self._forget()
        self.accept()
        self.said.emit(value)

    def _on_leave(self) -> None:
        self._forget()
        self.reject()

    def _forget(self) -> None:
        if self._drafts is not None:
            self._drafts.forget()
