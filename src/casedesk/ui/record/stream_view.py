"""The stream on the screen: rows are made as they are scrolled to, read as needed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.happening import Narrowing
from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.entries.entry_row import CaseNames, EntryRow
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.record.event_row import EventRow
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.lazy_column import LazyColumn
from casedesk.ui.window.list_items import page_of

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.happening import Happening
    from casedesk.services.journal import Told
    from casedesk.ui.desk import Desk

FIRST = 60  # what fills a screen, and some more
MORE = 300
NEXT_AFTER_MS = 30  # the screen is painted first
AHEAD = 12  # entries that are read at once, above and below
AROUND_LETTERS = 40  # facts and marks of an entry


class StreamView(QWidget):
    """Shows what is looked for in a case, newest first, and leads to it."""

    conversation_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._names: CaseNames | None = None
        self._narrowing = Narrowing()
        self._found: dict[str, Happening] = {}
        self._ahead: dict[str, Told] = {}
        self._is_whole = False
        self.column = LazyColumn(self._made, self._guess, _is_busy, self)
        self._empty = plain_label("", "muted", self, wraps=True)
        self._reading_on = QTimer(self, singleShot=True, interval=NEXT_AFTER_MS)
        self._build()

    def show_case(
        self, case_id: CaseId, names: CaseNames, narrowing: Narrowing
    ) -> None:
        """Show what is looked for in a case, from its newest end."""
        self._case_id, self._names, self._narrowing = case_id, names, narrowing
        self._found, self._ahead, self._is_whole = {}, {}, False
        self.column.show_keys([])
        self._read_on(FIRST)
        self.column.to_top()

    def narrow(self, narrowing: Narrowing) -> None:
        """Look for something else in the same case."""
        if self._case_id is not None and self._names is not None:
            self.show_case(self._case_id, self._names, narrowing)

    def refresh(self, names: CaseNames) -> None:
        """Read again what is in sight; a form in which somebody types stays."""
        if self._case_id is None:
            return
        self._names = names
        count = FIRST + self.column.count_in_sight()
        self._found, self._ahead, self._is_whole = {}, {}, False
        self._read_on(count)
        for row in self._entry_rows():
            row.refresh(names)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row in self._entry_rows():
            row.flush()

    def to_day(self, day: date) -> None:
        """Show first what is of a day, or the next older thing."""
        self._read_down_to(day)
        for key, happening in self._found.items():
            if happening.day <= day:
                self.column.to(key)
                return

    def open_entry(self, entry_id: str) -> None:
        """Bring an entry into sight and open it."""
        row = self.show_entry(entry_id)
        if row is not None:
            row.open()

    def show_entry(self, entry_id: str) -> EntryRow | None:
        """Bring an entry into sight, however old it is."""
        entry = self._desk.session.entries.find(entry_id)
        if entry is None or entry.case_id != self._case_id:
            return None
        if entry_id not in self._found and self._names is not None:
            self.refresh(self._names)  # it may be new
        if entry_id not in self._found:
            self._read_down_to(entry.happened_on)
        if entry_id not in self._found:
            return None
        row = self.column.row(entry_id)
        return row if isinstance(row, EntryRow) else None

    def found(self) -> list[Happening]:
        """Return what was read so far, newest first."""
        return list(self._found.values())

    def row(self, key: str) -> QWidget:
        """Return a row, brought into sight."""
        return self.column.row(key)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._empty)
        column.addWidget(self.column, 1)
        self.column.setAccessibleName(_("What happened, newest first"))
        self.column.near_end.connect(self._reading_on.start)
        self._reading_on.timeout.connect(lambda: self._read_on(MORE))

    def _read_on(self, count: int) -> None:
        """Read what follows what was read."""
        if self._case_id is None or self._is_whole or self._desk.session.is_locked:
            return
        last = next(reversed(self._found.values()), None)
        found = self._desk.session.journal.stream(
            self._case_id,
            self._narrowing,
            after=None if last is None else last.mark,
            limit=count,
        )
        self._take(found, is_whole=len(found) < count)

    def _read_down_to(self, day: date) -> None:
        """Read all back to a day, and a little more."""
        if self._case_id is None or self._is_whole:
            return
        last = next(reversed(self._found.values()), None)
        found = self._desk.session.journal.stream(
            self._case_id,
            self._narrowing,
            after=None if last is None else last.mark,
            down_to=day - timedelta(days=1),
            limit=MORE,
        )
        self._take(found, is_whole=False)
        self._read_on(FIRST)

    def _take(self, found: list[Happening], *, is_whole: bool) -> None:
        self._found.update((each.key, each) for each in found)
        self._is_whole = is_whole
        self.column.show_keys(list(self._found))
        is_empty = not self._found
        self._empty.setVisible(is_empty)
        self.column.setVisible(not is_empty)
        if is_empty:
            self._empty.setText(self._nothing())
        if not is_whole:
            self._reading_on.start()

    def _nothing(self) -> str:
        if self._narrowing.is_open:
            return _(
                "Nothing recorded yet. What you write down above stands here, and by "
                "itself what happens in the case: phases, declarations, papers, goals."
            )
        return _("Nothing like this is in the record. Look for less at once.")

    def _guess(self, key: str, width: int) -> int:
        """Say about how high a row is, by how many letters it has."""
        happening = self._found[key]
        metrics = self.fontMetrics()
        line = metrics.lineSpacing()
        if not happening.is_entry:
            return line + GRID + (line if happening.words else 0)
        in_line = max(1, width // max(1, metrics.averageCharWidth()))
        letters = happening.letters + AROUND_LETTERS
        return line * (2 + letters // in_line) + 2 * GRID

    def _made(self, key: str) -> QWidget:
        happening, names = self._found[key], self._names
        assert names is not None  # noqa: S101 - nothing is shown without a case
        if not happening.is_entry:
            return self._event_row(happening, names)
        told = self._told_of(key, happening.subject_id)
        if told is None:
            return QWidget()
        row = EntryRow(self._desk, told, names)
        row.folded.connect(self._on_folded)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        row.conversation_wanted.connect(self.conversation_wanted)
        return row

    def _told_of(self, key: str, entry_id: str) -> Told | None:
        """Return an entry, which is read with those that are seen next."""
        if entry_id not in self._ahead:
            place = self.column.place(key)
            near = self.column.order()[max(0, place - AHEAD) : place + AHEAD]
            made = self.column.rows()
            wanted = [k for k in near if k not in made and self._found[k].is_entry]
            self._ahead = self._desk.session.journal.told_of([*wanted, entry_id])
        return self._ahead.pop(entry_id, None)

    def _event_row(self, happening: Happening, names: CaseNames) -> EventRow:
        row = EventRow(happening, names.practice.standard)
        if happening.noun == "entry":
            row.clicked.connect(lambda: self.open_entry(happening.subject_id))
        else:
            place = self._place_of(happening)
            row.clicked.connect(lambda: self._desk.go(place))
        return row

    def _place_of(self, happening: Happening) -> Place:
        is_phase = happening.noun == "phase_run"
        page = Page(Phase(happening.code).value) if is_phase else None
        return Place(
            page=page or page_of(happening.noun) or Page.OVERVIEW,
            case_id=self._case_id,
            subject_id="" if is_phase else happening.subject_id,
        )

    def _entry_rows(self) -> list[EntryRow]:
        rows = self.column.rows().values()
        return [row for row in rows if isinstance(row, EntryRow)]

    def _on_folded(self, entry_id: str) -> None:
        entries = self._desk.session.entries
        entry = entries.find(entry_id)
        if entry is not None and entry.is_empty and not entry.parties:
            with problems_shown(self, wording.problem):
                entries.remove(entry_id)
        if self._names is not None:
            self.refresh(self._names)

    def _on_remove(self, entry_id: str) -> None:
        with problems_shown(self, wording.problem):
            entries = self._desk.session.entries
            deed = entries.remove(entry_id)
            if self._names is not None:
                self.refresh(self._names)
            self._desk.offer_undo(entries.noun, deed)


def _is_busy(row: QWidget) -> bool:
    return isinstance(row, EntryRow) and row.is_busy()
