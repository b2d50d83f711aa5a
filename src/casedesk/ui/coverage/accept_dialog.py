"""Asks why a finding may stay as it is, and until when."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.finding import Finding
    from casedesk.services.session import Session


class AcceptDialog(QDialog):
    """Lets a finding rest for a reason; it comes back when its matter changes."""

    accepted_finding = Signal()

    def __init__(
        self,
        session: Session,
        case_id: CaseId,
        finding: Finding,
        said: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = case_id
        self._finding = finding
        self._said = said
        kind = f"accept-{sha256(finding.key.encode()).hexdigest()[:12]}"
        self._drafts = DialogDrafts(session.case_records, case_id, kind, self)
        self._build()

    def cell(self, name: str) -> FieldCell:
        """Return a field by its name."""
        return self._cells[name]

    def accept(self) -> None:
        """Store why it may stay, or say what is missing."""
        until = self._cells["until"]
        trouble = until.editor.problem()
        until.show_trouble(trouble or "")
        if trouble:
            return
        with problems_shown(self, wording.problem):
            self._session.covering.accept(
                self._case_id,
                self._finding,
                said=self._said,
                reason=str(self._cells["reason"].editor.value() or ""),
                until=until.editor.value(),  # type: ignore[arg-type]  # a day or none
            )
            self._drafts.forget()
            super().accept()
            self.accepted_finding.emit()

    def _build(self) -> None:
        self.setWindowTitle(_("Accept a finding"))
        self._cells = {
            field.name: FieldCell(field, self)
            for field in (
                fields.text(
                    "reason",
                    _("Why this may stay as it is"),
                    hint=_(
                        "It stands beside the finding, and on the paper of the check."
                    ),
                ),
                fields.day(
                    "until",
                    _("Until"),
                    self._session.clock.today,
                    leaning=Leaning.FUTURE,
                    hint=_("Left empty, it rests until what it is about changes."),
                ),
            )
        }
        self._drafts.watch({name: cell.editor for name, cell in self._cells.items()})
        foot = DialogFoot(_("Accept"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        kind = wording.label(self._finding.kind)
        layout.addWidget(plain_label(kind, "heading", self, wraps=True))
        layout.addWidget(plain_label(self._said, "", self, wraps=True))
        for cell in self._cells.values():
            layout.addWidget(cell)
        layout.addStretch()
        layout.addLayout(foot)
        foot.deed.clicked.connect(self.accept)
        make_room(self, letters=70, lines=22)
