"""The dated notes of a case: those of one phase, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.entry import EntryKind
from casedesk.ui import wording
from casedesk.ui.entries.entry_row import CaseNames, EntryRow
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.entry import Entry
    from casedesk.domain.phase import Phase
    from casedesk.services.journal import Told
    from casedesk.ui.desk import Desk
    from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
    from casedesk.ui.entries.exchange_line import ExchangeLine

PAGE = 50


class EntriesPanel(QWidget):
    """Shows entries, newest first, with their whole texts; each is edited in place."""

    def __init__(
        self, desk: Desk, phase: Phase | None = None, parent: QWidget | None = None
    ) -> None:
        """Without a phase, the entries of all phases are shown."""
        super().__init__(parent)
        self._desk = desk
        self._phase = phase
        self._chosen: tuple[Phase | None, EntryKind | None] = phase, None
        self._case_id: CaseId | None = None
        self._subject_id = ""
        self._limit = PAGE
        self._rows: dict[str, EntryRow] = {}
        self._fresh: set[str] = set()
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the entries of a case; the one that is looked for is opened."""
        self.flush()
        self._drop_rows(set())
        self._case_id = case_id
        self._limit = PAGE
        self._subject_id = subject_id
        self.refresh()
        if subject_id in self._rows:
            self._rows[subject_id].open()

    def refresh(self) -> None:
        """Read again; a form in which the user types stays as it is."""
        if self._case_id is None:
            return
        session = self._desk.session
        names = CaseNames.read(session, self._case_id)
        phase, kind = self._chosen
        stretch = session.journal.newest(
            self._case_id, phase=phase, kind=kind, limit=self._limit
        )
        entries = self._with_subject(list(stretch.entries))
        self._drop_rows({entry.id for entry in entries})
        told = session.journal.told_of([entry.id for entry in entries])
        for place, entry in enumerate(entries):
            row = self._rows.get(entry.id) or self._made_row(told[entry.id], names)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_told(told[entry.id], names)
        self._sheet.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        self._empty.setText(
            _("Nothing noted yet. Each note has its day and stays with this case.")
            if self._chosen == (self._phase, None)
            else _("There is no such entry in this case.")
        )
        self._older.setVisible(stretch.has_older)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row in self._rows.values():
            row.flush()

    def narrow(self, phase: Phase | None, kind: EntryKind | None) -> None:
        """Show only entries of a phase or kind."""
        self.flush()
        self._chosen = phase, kind
        self._limit = PAGE
        self._subject_id = ""
        self.refresh()

    def new_entry(self, kind: EntryKind = EntryKind.NOTE) -> None:
        """Add an entry of today and put the cursor into its text."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            entry = self._desk.session.journal.add(self._case_id, kind, self._phase)
            self._fresh.add(entry.id)
            self.refresh()
            self._rows[entry.id].open()

    def note_exchange(self, entry_id: str) -> ExchangeDialog | None:
        """Ask what was exchanged in a contact; the check decides on it."""
        return self._rows[entry_id].note_exchange()

    def exchange_line(self, entry_id: str) -> ExchangeLine:
        """Return the line that says what was exchanged in an entry."""
        return self._rows[entry_id].exchange_line()

    def row(self, entry_id: str) -> EntryRow:
        """Return the row of an entry that is shown."""
        return self._rows[entry_id]

    def shown(self) -> list[str]:
        """Return the ids of the entries that are shown, newest first."""
        return sorted(self._rows, key=lambda key: self._column.indexOf(self._rows[key]))

    def _build(self) -> None:
        self._empty = plain_label("", "muted", self, wraps=True)
        self._sheet = Card(parent=self)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._sheet.body.addLayout(self._column)
        self._older = button(_("Show older ones"), "link", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        if self._phase is not None:
            head = SectionHeading(_("Working notes"), self)
            new = CaseAct(_("New note"), "", self)
            new.clicked.connect(lambda: self.new_entry())
            head.add_action(new)
            layout.addWidget(head)
        layout.addWidget(self._empty)
        layout.addWidget(self._sheet)
        row = QHBoxLayout()
        row.addWidget(self._older)
        row.addStretch()
        layout.addLayout(row)
        self._older.clicked.connect(self._on_older)

    def _with_subject(self, entries: list[Entry]) -> list[Entry]:
        if not self._subject_id or any(e.id == self._subject_id for e in entries):
            return entries
        found = self._desk.session.entries.find(self._subject_id)
        if found is None or found.case_id != self._case_id:
            return entries
        return [found, *entries]

    def _made_row(self, told: Told, names: CaseNames) -> EntryRow:
        with_phase = self._phase is None
        row = EntryRow(self._desk, told, names, self, with_phase=with_phase)
        row.folded.connect(self._on_folded)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        self._rows[told.entry.id] = row
        return row

    def _drop_rows(self, keep: set[str]) -> None:
        for entry_id in [known for known in self._rows if known not in keep]:
            row = self._rows.pop(entry_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_folded(self, entry_id: str) -> None:
        entry = self._desk.session.entries.find(entry_id)
        if entry_id in self._fresh and entry is not None and entry.is_empty:
            self._desk.session.entries.remove(entry_id)
        self._fresh.discard(entry_id)
        self.refresh()

    def _on_remove(self, entry_id: str) -> None:
        with problems_shown(self, wording.problem):
            entries = self._desk.session.entries
            deed = entries.remove(entry_id)
            self.refresh()
            self._desk.offer_undo(entries.noun, deed)

    def _on_older(self) -> None:
        self._limit += PAGE
        self.refresh()
