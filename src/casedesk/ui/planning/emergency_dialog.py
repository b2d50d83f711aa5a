"""What stands on the client's emergency sheet; health only as the client agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


class EmergencyDialog(QDialog):
    """Edits the words of the sheet and prints it. What is typed is kept by itself."""

    def __init__(
        self, desk: Desk, case_id: CaseId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        today = desk.session.clock.today
        self.sheet = RecordForm(_fields(today))
        self.health = RecordForm(_health_fields(today))
        self._withheld = plain_label("", "warning-small", self, wraps=True)
        self.print = button(_("Print emergency sheet"), "primary", self)
        self._build()
        note = desk.session.emergency_sheets.of_case(case_id)
        for form in (self.sheet, self.health):
            show_in_form(form, desk.session.emergency_notes, note)
        self._show_whether_health_is_printed()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Emergency sheet of the client"))
        page = ScrollPage(self)
        words = _(
            "Whom to call, the crisis plan and who represents the client stand on the "
            "sheet by themselves, from the case."
        )
        page.add(plain_label(words, "small", self, wraps=True))
        health = Card(_("Illnesses and medication"), self)
        health.add(
            plain_label(
                _(
                    "Only as they were reported, and only on paper if the client has "
                    "agreed to it."
                ),
                "small",
                health,
                wraps=True,
            )
        )
        health.add(self.health)
        health.add(self._withheld)
        page.add(health)
        rest = Card(_("What helps, and where things are"), self)
        rest.add(self.sheet)
        page.add(rest)
        close = button(_("Close"), "", self)
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        acts.addStretch(1)
        acts.addWidget(close)
        acts.addWidget(self.print)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(page, 1)
        layout.addLayout(acts)
        make_room(self, letters=110, lines=40)
        self.health.saved.connect(self._show_whether_health_is_printed)
        self.print.clicked.connect(self._on_print)
        close.clicked.connect(self.reject)

    def _show_whether_health_is_printed(self) -> None:
        note = self._desk.session.emergency_sheets.of_case(self._case_id)
        is_withheld = note.has_health and not note.shows_health
        self._withheld.setVisible(is_withheld)
        self._withheld.setText(
            _("Not printed: the day of the client's agreement is missing.")
            if is_withheld
            else ""
        )

    def _on_print(self) -> None:
        with problems_shown(self, wording.problem):
            self.done(QDialog.DialogCode.Accepted)
            papers = self._desk.session.plan_papers
            self._desk.preview(papers.emergency_sheet(self._case_id))

    # --- QDialog

    def done(self, result: int) -> None:  # noqa: D102
        for form in (self.health, self.sheet):
            form.flush()
        super().done(result)


def _health_fields(today: Today) -> list[Field]:
    return [
        fields.text("diagnoses", _("Diagnoses, as reported"), lines=2),
        fields.text("medication", _("Medication"), lines=2),
        fields.line("reported_by", _("Reported by")),
        fields.day(
            "diagnoses_agreed_on",
            _("The client agreed to health on the sheet on"),
            today,
            leaning=Leaning.PAST,
        ),
    ]


def _fields(_today: Today) -> list[Field]:
    return [
        fields.text("helps", _("What helps"), lines=2),
        fields.text("avoid", _("What to avoid"), lines=2),
        fields.text("papers_at", _("Where papers and keys are"), lines=1),
        fields.text("further", _("Further"), lines=1),
    ]
