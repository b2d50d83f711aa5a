"""The record of a case: everything that happened in it, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.entry import EntryKind
from casedesk.domain.happening import Narrowing
from casedesk.ui import fields, wording
from casedesk.ui.entries.entry_row import CaseNames
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.record.conversation import ConversationPage
from casedesk.ui.record.filter_bar import FilterBar
from casedesk.ui.record.quick_entry import QuickEntry
from casedesk.ui.record.stream_view import StreamView
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

WORDS_PAUSE_MS = 200
LEAST_LINES = 10  # of the stream; a lower window scrolls the page


class RecordPage(QWidget):
    """Shows the stream of a case, narrows it, prints it, and takes new entries."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.quick = QuickEntry(desk, self)
        self.filter = FilterBar(desk.session.clock.today, self)
        self.stream = StreamView(desk, self)
        self.conversation = ConversationPage(desk, self)
        self.call = CaseAct(_("Start a call"), "", self)
        self.print = button(_("Print …"), "", self)
        self.day = FieldCell(fields.day("day", "", desk.session.clock.today), self)
        self._narrowing = QTimer(self, singleShot=True, interval=WORDS_PAUSE_MS)
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the record of a case, and the entry that is looked for."""
        self.flush()
        self._case_id = case_id
        names = CaseNames.read(self._desk.session, case_id)
        self.quick.show_case(case_id, names.parties)
        self._show_quick(case_id)
        self.filter.offer(names)
        self.filter.clear()
        self._stack.setCurrentIndex(0)
        self.stream.show_case(case_id, names, Narrowing())
        if subject_id:
            self._show_subject(subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        if self._case_id is None:
            return
        names = CaseNames.read(self._desk.session, self._case_id)
        self.quick.show_case(self._case_id, names.parties)
        self._show_quick(self._case_id)
        self.filter.offer(names)
        self.stream.refresh(names)
        self.conversation.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.quick.flush()
        self.stream.flush()
        self.conversation.flush()

    def new_entry(self, kind: EntryKind = EntryKind.PHONE) -> None:
        """Put the cursor into the text of a new contact; not in a closed case."""
        self._stack.setCurrentIndex(0)
        if not self.quick.isHidden():
            self.quick.begin(kind)

    def start_call(self) -> None:
        """Take the time of a call, and write about it meanwhile."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            entry = self._desk.session.stopwatch.start(self._case_id)
            self.show_conversation(entry.id)

    def show_conversation(self, entry_id: str) -> None:
        """Write about an entry in the large field."""
        entry = self._desk.session.entries.find(entry_id)
        if entry is not None:
            names = CaseNames.read(self._desk.session, entry.case_id)
            self.conversation.show_entry(entry, names)
            self._stack.setCurrentWidget(self.conversation)

    def print_shown(self) -> None:
        """Ask what of the record is to be printed, and show it as a paper."""
        from casedesk.ui.record.print_dialog import PrintDialog

        if self._case_id is None:
            return
        self.flush()
        dialog = PrintDialog(
            self._desk,
            self._case_id,
            self.filter.narrowing(),
            parent=self,
            said=self.filter.said(),
        )
        dialog.open()

    def _build(self) -> None:
        heading = SectionHeading(_("Record"), self)
        self.day.widget.setAccessibleName(_("Go to a day"))
        self.day.widget.setProperty("placeholderText", _("Go to a day"))
        for act in (self.day, self.call, self.print):
            heading.add_action(act)
        reading = ScrollPage(self)
        reading.fill()
        for part in (heading, self.quick, self.filter):
            reading.add(part)
        reading.body.setSpacing(GRID)
        reading.body.addWidget(self.stream, 1)
        self.stream.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        self._stack = QStackedWidget(self)
        self._stack.addWidget(reading)
        self._stack.addWidget(self.conversation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.call.setVisible(not self._desk.session.is_read_only)
        self.call.clicked.connect(self.start_call)
        self.print.clicked.connect(self.print_shown)
        self.day.left.connect(self._on_day)
        self.filter.edited.connect(self._narrowing.start)
        self._narrowing.timeout.connect(self._on_filter)
        self.quick.done.connect(self._on_written)
        self.quick.more_wanted.connect(self._show_subject)
        self.conversation.left.connect(self._on_written)
        self.stream.conversation_wanted.connect(self.show_conversation)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filter.words.setFocus)

    def _show_quick(self, case_id: CaseId) -> None:
        """Offer to write, unless the case is closed or nothing can be stored."""
        records = self._desk.session.case_records
        self.quick.setVisible(records.may_change(records.get(case_id)))

    def _show_subject(self, subject_id: str) -> None:
        """Open an entry; what would hide it is looked for no longer."""
        entry_id = self._entry_of(subject_id)
        watch = self._desk.session.stopwatch.running()
        if watch is not None and watch.entry_id == entry_id:
            self.show_conversation(entry_id)
            return
        self._stack.setCurrentIndex(0)
        if not self.filter.narrowing().is_open:
            self.filter.clear()
            self._on_filter()
        self.stream.open_entry(entry_id)

    def _entry_of(self, subject_id: str) -> str:
        addendum = self._desk.session.addenda.find(subject_id)
        return subject_id if addendum is None else addendum.entry_id

    def _on_filter(self) -> None:
        self._narrowing.stop()
        self.stream.flush()
        self.stream.narrow(self.filter.narrowing())

    def _on_day(self) -> None:
        if self.day.editor.problem() is None and self.day.editor.value() is not None:
            self.stream.to_day(self.day.editor.value())  # type: ignore[arg-type]  # the field holds days
            self.day.editor.set_value(None)

    def _on_written(self, entry_id: str) -> None:
        self._stack.setCurrentIndex(0)
        self.refresh()
        self.stream.show_entry(entry_id)
