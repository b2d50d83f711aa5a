"""One line in which a task is typed with its day; Enter adds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.quick_task import read_line
from casedesk.domain.task import TaskPriority
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import LATEST_MS, PAUSE_MS
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.services.session import Session

DRAFT = "quick_task"


class QuickLine(QWidget):
    """Says beneath how the line is understood, and keeps it until it is added."""

    added = Signal(str)  # the line

    def __init__(
        self, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._keep: Callable[[str], None] | None = None
        self._kept = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._build()

    def keep_with(self, session: Session, noun: str, record_id: str) -> None:
        """Keep what is typed with a record, and show what was typed there before."""
        self.flush()
        records = session.records(noun)

        def keep(text: str) -> None:
            if records.is_read_only:
                return
            if text:
                records.keep_draft(record_id, DRAFT, text)
            else:
                records.drop_draft(record_id, DRAFT)

        self._keep = keep
        self._kept = records.drafts(record_id).get(DRAFT, "")
        self.line.set_raw(self._kept)
        self.setEnabled(not records.is_read_only)
        self._show_reading()

    def flush(self) -> None:
        """Keep what is typed at once."""
        self._pause.stop()
        self._latest.stop()
        text = self.line.raw()
        if self._keep is not None and text != self._kept:
            self._keep(text)
            self._kept = text

    def begin(self, words: str) -> None:
        """Begin with some words, which are kept once something is typed."""
        self.line.set_raw(words)
        self._kept = words
        self._show_reading()

    def start(self) -> None:
        """Put the cursor behind what stands there; typing goes on from it."""
        self.line.setFocus()
        self.line.deselect()
        self.line.end(False)

    def clear(self) -> None:
        """Empty the line, because it was added."""
        self.line.set_raw("")
        self.flush()
        self._show_reading()

    def _build(self) -> None:
        example = _("New task, such as: ask about the application +14")
        self.line = TextLine(self, placeholder=example)
        self.line.setAccessibleName(_("New task, with its day"))
        self.add = button(_("Add task"), "", self)
        self.reading = plain_label("", "small", self, wraps=True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.reading)
        self.line.edited.connect(self._on_edited)
        self.line.left.connect(self.flush)
        self.line.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self._pause.timeout.connect(self.flush)
        self._latest.timeout.connect(self.flush)
        self._show_reading()

    def _show_reading(self) -> None:
        typed = read_line(self.line.raw(), today=self._today())
        self.add.setEnabled(bool(typed.title))
        words = [wording.label(typed.priority)] * (
            typed.priority is not TaskPriority.NORMAL
        )
        if typed.due_on is not None:
            words.insert(0, _("by {day}").format(day=wording.day(typed.due_on)))
        elif typed.title:
            hint = _("A day at the end counts as well: tomorrow, 3.7. or +14.")
            words.append(hint)
        self.reading.setText(" · ".join(words))
        self.reading.setVisible(bool(words))

    def _on_edited(self) -> None:
        self._show_reading()
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _on_add(self) -> None:
        line = self.line.raw().strip()
        if line:
            self.added.emit(line)
