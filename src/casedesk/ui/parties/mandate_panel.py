"""The mandate of a case: what was commissioned, and how much of it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.account_use import UseState
from casedesk.domain.case import CaseId, Mandate, MandateId
from casedesk.ui import fields, wording
from casedesk.ui.accounts.use_words import share_of, use_words
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.parties.use_bar import UseBar
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.duration_field import parse_minutes
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.parsed_line import ParsedLine
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.ui.desk import Desk

MINUTES_PER_HOUR = 60


class MandatePanel(QWidget):
    """The form of the mandate, with the hours used of those approved."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._mandate: Mandate | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the mandate of a case."""
        self.flush()
        self._case_id = case_id
        self.refresh()

    def refresh(self) -> None:
        """Read again and show; where the user types, the text stays."""
        if self._case_id is None:
            return
        mandates = self._desk.session.mandates.of(case_id=self._case_id)
        self._mandate = mandates[0] if mandates else None
        self._card.setVisible(self._mandate is not None)
        self._empty.setVisible(self._mandate is None)
        if self._mandate is not None:
            show_in_form(self._form, self._desk.session.mandates, self._mandate)
            self._show_use(self._mandate)

    def flush(self) -> None:
        """Store what is typed now."""
        self._form.flush()

    def form(self) -> RecordForm:
        """Return the form."""
        return self._form

    def use(self) -> str:
        """Return what is said about the hours used."""
        return self._use.text()

    def _build(self) -> None:
        self._card = Card(_("Mandate"), self)
        changes = button(_("Changes"), "link", self)
        changes.setAccessibleName(_("Changes: mandate"))
        self._card.add_action(changes)
        self._use = plain_label("", "strong", self, wraps=True)
        self._bar = UseBar(self)
        self._form = RecordForm(mandate_fields(self._desk.session.clock.today), self)
        for widget in (self._use, self._bar, self._form):
            self._card.add(widget)
        self._empty = EmptyState(
            _("What was commissioned belongs here: purpose, hours, period, reports."),
            _("Enter the mandate"),
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        layout.addWidget(self._empty)
        changes.clicked.connect(self._on_changes)
        self._form.saved.connect(self.refresh)
        self._empty.acted.connect(self._on_enter)

    def _show_use(self, mandate: Mandate) -> None:
        session = self._desk.session
        use = session.time_keeping.use_of(mandate.case_id)
        words = use_words(use, session.cases.minutes_spent(mandate.case_id))
        is_scarce = use.state in (UseState.SCARCE, UseState.OVERDRAWN)
        self._use.setText(words)
        set_look(self._use, "warning" if is_scarce else "strong")
        self._bar.show_share(share_of(use), words, is_scarce=is_scarce)
        self._bar.setVisible(use.state is not UseState.OPEN)

    def _on_changes(self) -> None:
        if self._mandate is not None:
            self.flush()
            self._desk.show_changes("mandate", self._mandate.id)

    def _on_enter(self) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            new_id = MandateId(self._desk.session.clock.new_id())
            self._desk.session.mandates.add(Mandate(id=new_id, case_id=self._case_id))
            self.refresh()
            self._form.focus_field("reference_number")


def mandate_fields(today: Callable[[], date]) -> list[Field]:
    """Return the fields of a mandate."""

    def label_of(name: str) -> str:
        return field_label("mandate", name)

    return [
        fields.line("reference_number", label_of("reference_number"), wide=True),
        fields.text("purpose", label_of("purpose")),
        hours_field("approved_minutes", label_of("approved_minutes")),
        fields.amount("approved_cents", label_of("approved_cents")),
        fields.day("starts_on", label_of("starts_on"), today),
        fields.day("ends_on", label_of("ends_on"), today),
        fields.days(
            "reports_due_on",
            label_of("reports_due_on"),
            today,
            hint=_("Several days separated by commas, such as 30.6., 31.12."),
        ),
        fields.text("note", label_of("note")),
    ]


def hours_field(name: str, label: str) -> Field:
    """Return a field for hours, which are kept as minutes."""
    complaint = _("Please type hours, such as 30 or 7.5.")
    return Field(name, label, ParsedLine(_minutes_of, _shown_hours, complaint))


def _minutes_of(typed: str) -> int:
    """Read hours; unlike in a span of time, a bare number is hours here."""
    if not typed[:1].isdigit():
        raise ValueError
    try:
        return round(float(typed.replace(",", ".")) * MINUTES_PER_HOUR)
    except ValueError:
        return parse_minutes(typed)


def _shown_hours(value: object) -> str:
    hours, minutes = divmod(int(str(value)), MINUTES_PER_HOUR)
    return f"{hours}:{minutes:02}" if minutes else str(hours)
