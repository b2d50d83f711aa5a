"""One line of the log with everything in it, and what can be added to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from casedesk.ui import fields
from casedesk.ui.disclosures.log_words import LogWords
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import Tone, button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.disclosure import Disclosure
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class LogCard(Card):
    """Reads a line in full; only what comes later can be written."""

    saved = Signal()
    entry_wanted = Signal(str)
    document_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._line: Disclosure | None = None
        self._grid = QGridLayout()
        self._labels: list[QLabel] = []
        self.entry = button(_("Show the entry"), "link", self)
        self.document = button(_("Show the document"), "link", self)
        self.changes = button(_("Changes"), "link", self)
        self.form = RecordForm(self._fields(), self)
        self._build()

    def show_line(self, line: Disclosure) -> None:
        """Show a line of the log."""
        self._line = line
        words = LogWords(self._desk.session)
        self.set_title(line.recipient or _("Somebody who was removed"))
        if line.is_without_consent:
            self.set_note(_("§ without the client's consent"), Tone.WARNING)
        else:
            self.set_note("")
        self._show_facts(words.facts(line))
        self.entry.setVisible(line.entry_id is not None)
        self.document.setVisible(line.document_id is not None)
        show_in_form(self.form, self._desk.session.disclosure_log, line)

    def words(self) -> str:
        """Return everything that is read here."""
        return "\n".join(label.text() for label in self._labels)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for row, (name, words) in enumerate(facts):
            for column, (text, look) in enumerate(((name, "field"), (words, ""))):
                label = plain_label(text, look, self, wraps=True)
                self._grid.addWidget(label, row, column)
                self._labels.append(label)

    def _fields(self) -> list[Field]:
        today = self._desk.session.clock.today
        return [
            fields.day("client_informed_on", _("Client informed on"), today),
            fields.line("client_informed_how", _("How the client was informed")),
            fields.day("returned_on", _("Given back or deleted on"), today),
            fields.text("addendum", _("Addendum")),
        ]

    def _build(self) -> None:
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 5)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self.body.addLayout(self._grid)
        row = FlowLayout(gap=GRID)
        for act in (self.entry, self.document, self.changes):
            row.addWidget(act)
        self.body.addLayout(row)
        self.add(plain_label(_("What came later"), "subheading", self))
        self.add(self.form)
        self.entry.clicked.connect(self._on_entry)
        self.document.clicked.connect(self._on_document)
        self.changes.clicked.connect(self._on_changes)
        self.form.saved.connect(self._on_saved)

    def _on_entry(self) -> None:
        if self._line is not None and self._line.entry_id is not None:
            self.entry_wanted.emit(self._line.entry_id)

    def _on_document(self) -> None:
        if self._line is not None and self._line.document_id is not None:
            self.document_wanted.emit(self._line.document_id)

    def _on_changes(self) -> None:
        if self._line is not None:
            self.flush()
            log = self._desk.session.disclosure_log
            self._desk.show_changes(log.noun, self._line.id)

    def _on_saved(self) -> None:
        self.saved.emit()
