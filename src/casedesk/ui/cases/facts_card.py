"""What the case is about, since when, and whether it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.case import Area
from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class FactsCard(Card):
    """Edits the facts of a case; closes it and opens it again."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("The case"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId) -> None:
        """Show the facts of a case."""
        self._case_id = case_id
        self.refresh()

    def refresh(self) -> None:
        """Read the facts again."""
        if self._case_id is None:
            return
        records = self._desk.session.case_records
        case = records.get(self._case_id)
        self.set_title(_("Case {number}").format(number=case.number))
        show_in_form(self.form, records, case)
        is_closed = case.closed_on is not None
        self._state.setText(
            _("Closed on {day}.").format(day=wording.day(case.closed_on))
        )
        self._state.setVisible(is_closed)
        self.close_case.setVisible(not is_closed)
        self.reopen.setVisible(is_closed)
        self.delete.setVisible(is_closed)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self.form = RecordForm(
            [
                fields.line("title", _("What it is about"), wide=True),
                fields.choice("area", _("Area"), Area),
                fields.needed_day("opened_on", _("Opened on"), today),
                fields.day("paused_on", _("Paused since"), today, leaning=Leaning.PAST),
            ],
            self,
            most_columns=3,
        )
        changes = button(_("Changes"), "link", self)
        self.removed = button(_("Removed …"), "link", self)
        self.removed.setToolTip(_("What was removed in this case, and the way back"))
        self.add_action(self.removed)
        self.add_action(changes)
        self.add(self.form)
        self._state = plain_label("", "strong", self)
        self.close_case = button(_("Close case"), "", self)
        self.close_case.setToolTip(
            _("It leaves the list of open cases and can be opened again at any time.")
        )
        self.reopen = button(_("Open again"), "", self)
        self.delete = button(_("Delete case …"), "link", self)
        row = QHBoxLayout()
        row.addWidget(self._state)
        row.addWidget(self.close_case)
        row.addWidget(self.reopen)
        row.addStretch()
        row.addWidget(self.delete)
        self.body.addLayout(row)
        changes.clicked.connect(self._on_changes)
        self.removed.clicked.connect(self._on_removed)
        self.close_case.clicked.connect(self._on_close)
        self.reopen.clicked.connect(self._on_reopen)
        self.delete.clicked.connect(self._on_delete)

    def _on_changes(self) -> None:
        if self._case_id is not None:
            self.flush()
            noun = self._desk.session.case_records.noun
            self._desk.show_changes(noun, self._case_id)

    def _on_removed(self) -> None:
        from casedesk.ui.changes.removed_dialog import RemovedDialog

        if self._case_id is not None:
            removed = self._desk.session.removed
            dialog = RemovedDialog(removed, self._case_id, self.window())
            dialog.taken_back.connect(self.changed)
            dialog.open()

    def _on_close(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                self._desk.session.cases.close(self._case_id)
                self.changed.emit()

    def _on_reopen(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.cases.reopen(self._case_id)
                self.changed.emit()

    def _on_delete(self) -> None:
        from casedesk.ui.bin.delete_dialog import DeleteDialog

        if self._case_id is not None:
            self.flush()
            DeleteDialog(self._desk, self._case_id, self.window()).open()
