"""What the case is about, since when, and whether it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.case import WEIGHTS, Area
from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.words.statistic_words import complexity_words

if TYPE_CHECKING:
    from casedesk.domain.case import Case, CaseId
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
        self._state.setText(self._said(case))
        self._state.setVisible(bool(self._state.text()))
        self.close_case.setVisible(not is_closed)
        self.reopen.setVisible(is_closed)
        today = self._desk.session.clock.today()
        self.take_back.setVisible(case.closed_on == today)
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
                fields.needed_pick("weight", _("Complexity"), _weights()),
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
        self.close_case = button(_("Close case …"), "", self)
        self.close_case.setToolTip(
            _("Leads to the closing, where you see what is still open.")
        )
        self.reopen = button(_("Open again as a new episode"), "", self)
        self.reopen.setToolTip(
            _("The closed case stays as it is; a new one begins with its people.")
        )
        self.take_back = button(_("Closed by mistake"), "link", self)
        self.take_back.setToolTip(_("Only on the day on which it was closed"))
        self.delete = button(_("Delete case …"), "link", self)
        row = QHBoxLayout()
        row.addWidget(self._state)
        row.addWidget(self.close_case)
        row.addWidget(self.reopen)
        row.addWidget(self.take_back)
        row.addStretch()
        row.addWidget(self.delete)
        self.body.addLayout(row)
        changes.clicked.connect(self._on_changes)
        self.removed.clicked.connect(self._on_removed)
        self.close_case.clicked.connect(self._on_close)
        self.reopen.clicked.connect(self._on_reopen)
        self.take_back.clicked.connect(self._on_take_back)
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
                closure = self._desk.session.closing.begin(self._case_id)
                place = Place(
                    page=Page.EVALUATION, case_id=self._case_id, subject_id=closure.id
                )
                self._desk.go(place)

    def _on_reopen(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                opened = self._desk.session.closing.open_again(self._case_id)
                self._desk.go(Place(page=Page.OVERVIEW, case_id=opened.id))

    def _on_take_back(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.closing.take_back(self._case_id)
                self.changed.emit()

    def _said(self, case: Case) -> str:
        """Say that the case is closed, until when it is kept, and what it follows."""
        parts = []
        if case.closed_on is not None:
            day = wording.day(case.closed_on)
            parts.append(_("Closed on {day}.").format(day=day))
            closure = self._desk.session.closing.of(case.id)
            if closure is not None and closure.keep_until is not None:
                until = wording.day(closure.keep_until)
                parts.append(_("The file is kept until {day}.").format(day=until))
        former = self._desk.session.case_records.find(case.follows_id or "")
        if former is not None:
            parts.append(_("Goes on with case {number}.").format(number=former.number))
        return " ".join(parts)

    def _on_delete(self) -> None:
        from casedesk.ui.bin.delete_dialog import DeleteDialog

        if self._case_id is not None:
            self.flush()
            DeleteDialog(self._desk, self._case_id, self.window()).open()


def _weights() -> list[tuple[object, str]]:
    ends = complexity_words(_)
    return [
        (weight, f"{weight} – {ends[weight]}" if weight in ends else str(weight))
        for weight in WEIGHTS
    ]
