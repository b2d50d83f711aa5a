"""The page for a call: a large field, while the time is being taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.services.tasking import Source
from casedesk.ui import fields, wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.entry_words import facts_of
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from casedesk.domain.entry import Entry
    from casedesk.ui.desk import Desk
    from casedesk.ui.entries.entry_row import CaseNames
    from casedesk.ui.widgets.field_cell import Field


class ConversationPage(QWidget):
    """Writes about one entry while somebody talks, and makes tasks of what is said."""

    left = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entry: Entry | None = None
        self._form: RecordForm | None = None
        self._heading = SectionHeading("", self)
        self._sheet = Card(parent=self)
        self.task = TextLine(self, placeholder=_("A task, such as: call the ward +3"))
        self.add_task = button(_("Make a task of it"), "", self)
        self.made = plain_label("", "small", self, wraps=True)
        self.stop = button(_("Stop and done"), "primary", self)
        self.back = button(_("Back to the record"), "link", self)
        self._build()

    def show_entry(self, entry: Entry, names: CaseNames) -> None:
        """Write about an entry, with the cursor in its text."""
        if self._entry is None or self._entry.id != entry.id:
            self.made.setText("")
        self._entry = entry
        self._heading.set_title(facts_of(entry, names.parties))
        if self._form is not None:
            self._form.flush()
            self._sheet.body.removeWidget(self._form)
            self._form.deleteLater()
        self._form = RecordForm(_fields(names), self, most_columns=3)
        self._sheet.body.insertWidget(0, self._form)
        show_in_form(self._form, self._desk.session.entries, entry)
        self._form.focus_field("text")
        self.refresh()

    def refresh(self) -> None:
        """Show whether the time of this entry is being taken."""
        watch = self._desk.session.stopwatch.running()
        entry_id = "" if self._entry is None else self._entry.id
        self.stop.setVisible(watch is not None and watch.entry_id == entry_id)

    def form(self) -> RecordForm | None:
        """Return the form of the entry that is shown."""
        return self._form

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self._form is not None:
            self._form.flush()

    def leave(self) -> None:
        """Go back to the record; the time goes on being taken if it is."""
        with problems_shown(self, wording.problem):
            self.flush()
            if self._entry is not None:
                self.left.emit(self._entry.id)

    def _build(self) -> None:
        self._heading.add_action(self.back)
        self._heading.add_action(self.stop)
        self.task.setAccessibleName(_("Task"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.task, 1)
        row.addWidget(self.add_task)
        self._sheet.body.addLayout(row)
        self._sheet.add(self.made)
        page = ScrollPage(self)
        page.add(self._heading)
        page.add(self._sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.back.clicked.connect(self.leave)
        self.stop.clicked.connect(self._on_stop)
        self.add_task.clicked.connect(self._on_task)
        self.task.returnPressed.connect(self._on_task)
        for keys, deed in (("Ctrl+Return", self._on_stop), ("Escape", self.leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _on_stop(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            if not self.stop.isHidden():
                self._desk.session.stopwatch.stop()
            self.leave()

    def _on_task(self) -> None:
        words = self.task.value()
        if not words or self._entry is None:
            return
        with problems_shown(self, wording.problem):
            task = self._desk.session.tasking.add_typed(
                words,
                self._entry.case_id,
                Source(noun="entry", record_id=self._entry.id),
            )
            self.task.set_value("")
            due = wording.day(task.due_on)
            line = f"✓ {task.title}" + (f" · {due}" if due else "")
            self.made.setText("\n".join(filter(None, (self.made.text(), line))))


def _fields(names: CaseNames) -> list[Field]:
    parties = list(names.parties.items())
    return [
        fields.text(
            "text", _("What happened, what was said, what comes next"), lines=11
        ),
        fields.text("quote", _("In the client's own words"), lines=2),
        fields.pick("party_id", _("With whom"), parties),
        fields.tick("with_client", _("The client was there")),
        fields.tick("was_reached", _("Somebody was reached")),
    ]
