"""The page of coordination: what is to be done, who meets when, and the notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.conference import ConferenceId
from casedesk.domain.phase import Phase
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.conferences.list_card import ConferencesCard
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.tasks.task_panel import TaskPanel
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.conferences.view import ConferenceView
    from casedesk.ui.desk import Desk


class CoordinationPage(QWidget):
    """Shows tasks, conferences and notes; a conference opens in their place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.view: ConferenceView | None = None  # made when one is opened
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show a case, and the task, conference or note that is looked for."""
        self.flush()
        is_other = case_id != self._case_id
        self._case_id = case_id
        conference_id = self._conference_of(subject_id) if subject_id else None
        if conference_id is not None:
            self.open_conference(conference_id)
            return
        if is_other or subject_id:
            self._stack.setCurrentIndex(0)
        self.bar.show_case(case_id)
        self._page.to_top()
        self.tasks.show_case(case_id, subject_id)
        self.conferences.show_case(case_id)
        self.entries.show_case(case_id, subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        if self._is_conference_shown() and self.view is not None:
            self.view.refresh()
            return
        self.bar.refresh()
        self.tasks.refresh()
        self.conferences.refresh()
        self.entries.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.tasks.flush()
        self.entries.flush()
        if self.view is not None:
            self.view.flush()

    def print_shown(self) -> None:
        """Show the paper that belongs to the part of the conference that is open."""
        if self._is_conference_shown() and self.view is not None:
            self.view.print_shown()

    def open_conference(self, conference_id: ConferenceId) -> None:
        """Show a conference in place of the lists."""
        if self.view is None:
            from casedesk.ui.conferences.view import ConferenceView

            self.view = ConferenceView(self._desk, self)
            self.view.left.connect(self._on_left)
            self.view.opened.connect(self.open_conference)
            self._stack.addWidget(self.view)
        self.view.show_conference(conference_id)
        self._stack.setCurrentWidget(self.view)
        self.view.begin()

    def start_task(self) -> None:
        """Put the cursor where a new task is typed."""
        self._stack.setCurrentIndex(0)
        self.tasks.start()

    def _is_conference_shown(self) -> bool:
        return self.view is not None and self._stack.currentWidget() is self.view

    def _conference_of(self, subject_id: str) -> ConferenceId | None:
        """Return the conference to which a record belongs, if to one."""
        session = self._desk.session
        if session.conferences.find(subject_id) is not None:
            return ConferenceId(subject_id)
        for records in (session.participants, session.agenda_items):
            part = records.find(subject_id)
            if part is not None:
                return part.conference_id
        resolution = session.resolutions.find(subject_id)
        return None if resolution is None else resolution.conference_id

    def _build(self) -> None:
        self.bar = PhaseBar(self._desk, Phase.COORDINATION, self)
        self.tasks = TaskPanel(self._desk, self)
        self.conferences = ConferencesCard(self._desk, self)
        self.entries = EntriesPanel(self._desk, Phase.COORDINATION, self)
        self._page = ScrollPage()
        for part in (self.bar, self.tasks, self.conferences, self.entries):
            self._page.add(part)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.conferences.opened.connect(self.open_conference)

    def _on_left(self) -> None:
        self.flush()
        self._stack.setCurrentIndex(0)
        if self._case_id is not None:
            self.show_case(self._case_id)
