"""The dated notes of a case: those of one phase, or all of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.entry import EntryKind
from casedesk.ui import wording
from casedesk.ui.entries.entry_fields import EntryFace, entry_fields, facts_of
from casedesk.ui.entries.exchange_line import ExchangeLine
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown, tell
from casedesk.ui.theme import GRID
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.disclosure import Disclosure
    from casedesk.domain.entry import Entry
    from casedesk.domain.phase import Phase
    from casedesk.ui.desk import Desk
    from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
    from casedesk.ui.widgets.field_cell import Field

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
        self._names: dict[PartyId, str] = {}
        self._rows: dict[str, Unfolding] = {}
        self._faces: dict[str, EntryFace] = {}
        self._lines: dict[str, ExchangeLine] = {}
        self._exchanges: dict[str, list[Disclosure]] = {}
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
        self._read_names(self._case_id)
        phase, kind = self._chosen
        stretch = session.journal.newest(
            self._case_id, phase=phase, kind=kind, limit=self._limit
        )
        entries = self._with_subject(list(stretch.entries))
        self._exchanges = self._read_exchanges(self._case_id)
        self._drop_rows({entry.id for entry in entries})
        for place, entry in enumerate(entries):
            row = self._rows.get(entry.id) or self._made_row(entry)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            self._show(entry)
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
        from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog

        self.flush()
        entry = self._desk.session.entries.get(entry_id)
        if not entry.is_contact:
            tell(self, _("Say first with whom it was and what kind of contact it was."))
            return None
        dialog = ExchangeDialog(self._desk, entry.case_id, entry=entry, parent=self)
        dialog.recorded.connect(self.refresh)
        dialog.open()
        return dialog

    def exchange_line(self, entry_id: str) -> ExchangeLine:
        """Return the line that says what was exchanged in an entry."""
        return self._lines[entry_id]

    def row(self, entry_id: str) -> Unfolding:
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
            new = button(_("New note"), "", self)
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

    def _read_names(self, case_id: CaseId) -> None:
        names = party_names(self._desk.session, case_id)
        if names != self._names:
            self._names = names
            for row in self._rows.values():
                row.offer("party_id", list(names.items()))

    def _read_exchanges(self, case_id: CaseId) -> dict[str, list[Disclosure]]:
        found: dict[str, list[Disclosure]] = {}
        for line in self._desk.session.disclosure_log.of(case_id=case_id):
            if line.entry_id is not None:
                found.setdefault(line.entry_id, []).append(line)
        return found

    def _with_subject(self, entries: list[Entry]) -> list[Entry]:
        if not self._subject_id or any(e.id == self._subject_id for e in entries):
            return entries
        found = self._desk.session.entries.find(self._subject_id)
        if found is None or found.case_id != self._case_id:
            return entries
        return [found, *entries]

    def _made_row(self, entry: Entry) -> Unfolding:
        face = EntryFace()
        row = Unfolding(
            self._desk.session.entries, entry, face, self._fields, self, focus="text"
        )
        exchange = button(_("Note what was exchanged …"))
        exchange.clicked.connect(partial(self.note_exchange, entry.id))
        row.add_action(exchange)
        row.saved.connect(self._on_saved)
        row.folded.connect(self._on_folded)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        self._rows[entry.id] = row
        self._faces[entry.id] = face
        self._lines[entry.id] = self._made_line(entry.id)
        row.add_beneath(self._lines[entry.id])
        return row

    def _made_line(self, entry_id: str) -> ExchangeLine:
        line = ExchangeLine(self._desk.session, self)
        line.record_wanted.connect(partial(self.note_exchange, entry_id))
        line.nothing_said.connect(partial(self._on_nothing, entry_id))
        return line

    def _fields(self) -> list[Field]:
        session = self._desk.session
        standard = session.practice.get().standard
        return entry_fields(session.clock.today, self._names, standard)

    def _show(self, entry: Entry) -> None:
        facts = facts_of(entry, self._names)
        phase = ""
        if self._phase is None:
            standard = self._desk.session.practice.get().standard
            phase = wording.phase(entry.phase, standard)
        face = self._faces[entry.id]
        face.show_entry(facts, phase, entry.text)
        exchanged = self._exchanges.get(entry.id, [])
        said = self._lines[entry.id].show_entry(entry, exchanged, facts)
        self._rows[entry.id].show_record(entry, f"{facts}. {entry.text} {said}".strip())

    def _drop_rows(self, keep: set[str]) -> None:
        for entry_id in [known for known in self._rows if known not in keep]:
            row = self._rows.pop(entry_id)
            self._faces.pop(entry_id)
            self._lines.pop(entry_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_saved(self, entry_id: str) -> None:
        entry = self._desk.session.entries.find(entry_id)
        if entry is not None and entry_id in self._rows:
            self._show(entry)

    def _on_nothing(self, entry_id: str, is_nothing: bool) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            entries = self._desk.session.entries
            entries.change(entry_id, nothing_exchanged=is_nothing)
            self._on_saved(entry_id)
            self._lines[entry_id].focus_act()

    def _on_folded(self, entry_id: str) -> None:
        entry = self._desk.session.entries.find(entry_id)
        is_unused = entry is not None and not entry.text and not entry.minutes
        if entry_id in self._fresh and is_unused:
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
