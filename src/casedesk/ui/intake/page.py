"""The page of the intake: from the first call to the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.phase import Phase
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.intake import intake_fields
from casedesk.ui.intake.indication_words import result
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.case import CaseId
    from casedesk.domain.intake import Intake
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class IntakePage(QWidget):
    """Shows and keeps the intake of a case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._intake_id = ""
        self._forms: list[RecordForm] = []
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the intake of a case, and the note that is looked for."""
        self.flush()
        self._case_id = case_id
        self._page.to_top()
        self.bar.show_case(case_id)
        self._show_intake()
        self.entries.show_case(case_id, subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        self.bar.refresh()
        self._show_intake()
        self.entries.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in self._forms:
            form.flush()
        self.entries.flush()

    def form(self, name: str) -> RecordForm:
        """Return the form that has a field of this name."""
        return self._by_name[name]

    def result(self) -> str:
        """Return what is said about the indication."""
        return self._result.text()

    def _show_intake(self) -> None:
        if self._case_id is None:
            return
        intakes = self._desk.session.intakes
        [intake] = intakes.of(case_id=self._case_id)
        self._intake_id = intake.id
        for form in self._forms:
            show_in_form(form, intakes, intake)
        self._say_result(intake)

    def _say_result(self, intake: Intake) -> None:
        self._result.setText(result(intake.indications))

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self._by_name: dict[str, RecordForm] = {}
        self.bar = PhaseBar(self._desk, Phase.INTAKE, self)
        self.entries = EntriesPanel(self._desk, Phase.INTAKE, self)
        self._result = plain_label("", "accent", self, wraps=True)
        self._page = ScrollPage(self)
        self._page.add(self.bar)
        concern = self._card(_("The concern"), intake_fields.concern(today))
        changes = button(_("Changes"), "link", concern)
        concern.add_action(changes)
        self._card(_("The commission"), intake_fields.commission(today))
        check = self._card(
            _("Is case management indicated?"), intake_fields.indication()
        )
        check.add(self._result)
        self._add_form(check, intake_fields.indication_note())
        self._card(_("The decision"), intake_fields.decision(today))
        self._page.add(self.entries)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        changes.clicked.connect(self._on_changes)
        self.form("indications").saved.connect(self._on_saved)

    def _card(self, title: str, fields: Sequence[Field]) -> Card:
        card = Card(title, self)
        self._add_form(card, fields)
        self._page.add(card)
        return card

    def _add_form(self, card: Card, fields: Sequence[Field]) -> None:
        form = RecordForm(fields, card)
        card.add(form)
        self._forms.append(form)
        self._by_name.update({field.name: form for field in fields})

    def _on_saved(self) -> None:
        self._say_result(self._desk.session.intakes.get(self._intake_id))

    def _on_changes(self) -> None:
        self.flush()
        intakes = self._desk.session.intakes
        self._desk.show_changes(intakes.noun, self._intake_id)
