"""The record of a case: every entry of every phase, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.entry import EntryKind
from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class RecordPage(QWidget):
    """Shows the course of a case, all of it or one phase or kind of entry."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.entries = EntriesPanel(desk, parent=self)
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the record of a case, and the entry that is looked for."""
        self._show_all()
        self._page.to_top()
        self.entries.show_case(case_id, subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        self.entries.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.entries.flush()

    def new_entry(self) -> None:
        """Add a contact of today and put the cursor into its text."""
        self._show_all()
        self._page.to_top()
        self.entries.new_entry(EntryKind.PHONE)

    def _show_all(self) -> None:
        for box in (self.phases, self.kinds):
            box.set_value("")
        self.entries.narrow(None, None)

    def _build(self) -> None:
        standard = self._desk.session.practice.get().standard
        # "" stands for all: an empty line would not say so.
        phases: list[tuple[object, str]] = [("", _("all phases"))]
        phases += [(phase, wording.phase(phase, standard)) for phase in Phase]
        kinds = [("", _("all kinds")), *wording.choices(EntryKind)]
        self.phases = ChoiceBox(phases, self, may_be_empty=False)
        self.phases.setAccessibleName(_("Show entries of this phase"))
        self.kinds = ChoiceBox(kinds, self, may_be_empty=False)
        self.kinds.setAccessibleName(_("Show entries of this kind"))
        new = button(_("Record a contact"), "", self)
        heading = SectionHeading(_("Record"), self)
        for act in (self.phases, self.kinds, new):
            heading.add_action(act)
        self._page = ScrollPage(self)
        self._page.add(heading)
        self._page.add(self.entries)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self.phases.edited.connect(self._on_filter)
        self.kinds.edited.connect(self._on_filter)
        new.clicked.connect(self.new_entry)

    def _on_filter(self) -> None:
        phase, kind = self.phases.value(), self.kinds.value()
        self.entries.narrow(
            phase if isinstance(phase, Phase) else None,
            kind if isinstance(kind, EntryKind) else None,
        )
