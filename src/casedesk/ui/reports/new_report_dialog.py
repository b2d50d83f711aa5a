"""Asks for a new report: which kind, for whom, of which time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout

from casedesk.domain.case import PartyId
from casedesk.domain.handing import Whom
from casedesk.domain.report import ReportKind
from casedesk.ui import fields, wording
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.entries.party_names import party_labels
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.field_grid import FieldGrid
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class NewReportDialog(QDialog):
    """Proposes who gets it and its period; what is typed by hand stays."""

    begun = Signal(str)  # the id of the report

    def __init__(
        self, desk: Desk, case_id: CaseId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = desk.session
        self._case_id = case_id
        self._own_days: set[str] = set()
        self._is_own_choice = False
        self._build()
        self._propose()

    def choose(self, kind: ReportKind) -> None:
        """Choose which report it is."""
        self.kind.editor.set_value(kind)
        self._propose()

    def period(self) -> tuple[date, date] | None:
        """Return the period, nothing if it is none yet."""
        if self.starts_on.editor.problem() or self.ends_on.editor.problem():
            return None
        first, last = self.starts_on.editor.value(), self.ends_on.editor.value()
        return first, last  # type: ignore[return-value]  # the fields hold days

    def accept(self) -> None:
        """Begin the report, or say what is missing."""
        for cell in (self.starts_on, self.ends_on):
            cell.show_trouble(cell.editor.problem() or "")
        period, whom = self.period(), self.whom.editor.value()
        if period is None:
            return
        with problems_shown(self, wording.problem):
            report = self._session.reporting.begin(
                self._case_id,
                ReportKind(str(self.kind.editor.value())),
                None if isinstance(whom, Whom) else PartyId(str(whom)),
                period,
            )
            super().accept()
            self.begun.emit(report.id)

    def _build(self) -> None:
        self.setWindowTitle(_("New report"))
        today = self._session.clock.today
        kinds = [(kind, wording.label(kind)) for kind in ReportKind]
        self.kind = self._cell(fields.needed_pick("kind", _("Kind of report"), kinds))
        self.whom = self._cell(fields.needed_pick("whom", _("For whom"), self._whom()))
        self.starts_on = self._cell(
            fields.needed_day("starts_on", _("Period from"), today)
        )
        self.ends_on = self._cell(fields.needed_day("ends_on", _("Period to"), today))
        cells = [self.kind, self.whom, self.starts_on, self.ends_on]
        foot = DialogFoot(_("Put it together"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(plain_label(_("New report"), "heading", self, wraps=True))
        layout.addWidget(
            plain_label(
                _(
                    "A draft is put together from the file. Who gets it decides what "
                    "stands in it: nothing without consent, and nothing beyond what "
                    "such a recipient needs. Every section can be changed afterwards."
                ),
                "muted",
                self,
                wraps=True,
            )
        )
        layout.addWidget(FieldGrid(cells, self, most_columns=2))
        layout.addStretch()
        layout.addLayout(foot)
        self.kind.editor.edited.connect(self._propose)
        self.whom.editor.edited.connect(self._on_whom)
        self.starts_on.editor.edited.connect(lambda: self._own_days.add("starts_on"))
        self.ends_on.editor.edited.connect(lambda: self._own_days.add("ends_on"))
        foot.deed.clicked.connect(self.accept)
        make_room(self, letters=90, lines=27)

    def _cell(self, field: Field) -> FieldCell:
        return FieldCell(field, self)

    def _whom(self) -> list[tuple[object, str]]:
        """Offer the client and the parties of the case, those who pay first."""
        labels = party_labels(self._session, self._case_id)
        parties = self._session.reporting.recipients(self._case_id)
        named: list[tuple[object, str]] = [(each, labels[each]) for each in parties]
        return [(Whom.CLIENT, wording.label(Whom.CLIENT)), *named]

    def _on_whom(self) -> None:
        self._is_own_choice = True

    def _propose(self) -> None:
        """Propose recipient and period of the kind that is chosen."""
        kind = ReportKind(str(self.kind.editor.value()))
        reporting = self._session.reporting
        parties = reporting.recipients(self._case_id)
        if not self._is_own_choice:
            # A closing report is for the client first, the others for who pays.
            is_for_client = kind is ReportKind.CLOSING or not parties
            whom = Whom.CLIENT if is_for_client else parties[0]
            self.whom.editor.set_value(whom)
        for cell, day in zip(
            (self.starts_on, self.ends_on),
            reporting.period(self._case_id, kind),
            strict=True,
        ):
            if cell.field.name not in self._own_days:
                cell.editor.set_value(day)
