"""Notes that a recipient was told of a withdrawal; the log of disclosures says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.domain.permission import Channel
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
    from casedesk.domain.withdrawal_notice import WithdrawalNotice
    from casedesk.services.session import Session

_CHANNELS = tuple(each for each in Channel if each is not Channel.MAIL)


class ToldDialog(QDialog):
    """Asks on which day and on which way somebody was told."""

    told = Signal()

    def __init__(
        self,
        session: Session,
        notice: WithdrawalNotice,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = notice
        records = session.withdrawal_notices
        self._drafts = DialogDrafts(records, notice.id, "told", self)
        self._build(name)

    def cell(self, name: str) -> FieldCell:
        """Return a field by its name."""
        return self._cells[name]

    def accept(self) -> None:
        """Store that somebody was told, or say what is missing."""
        day = self._cells["told_on"]
        trouble = day.editor.problem()
        day.show_trouble(trouble or "")
        channel = self._cells["channel"].editor.value()
        if trouble or not isinstance(channel, Channel):
            return
        with problems_shown(self, wording.problem):
            self._session.withdrawals.tell(
                self._notice.id,
                day.editor.value(),  # type: ignore[arg-type]  # a needed day
                channel,
                str(self._cells["how"].editor.value()).strip(),
            )
            self._drafts.forget()
            super().accept()
            self.told.emit()

    def _build(self, name: str) -> None:
        self.setWindowTitle(_("Told of the withdrawal"))
        today = self._session.clock.today
        ways = [(each, wording.label(each)) for each in _CHANNELS]
        self._cells = {
            field.name: FieldCell(field, self)
            for field in (
                fields.needed_day("told_on", _("Told on"), today),
                fields.needed_pick("channel", _("On which way"), ways),
                fields.line("how", _("Remark")),
            )
        }
        self._cells["told_on"].editor.set_value(today())
        self._cells["channel"].editor.set_value(
            Channel.LETTER if self._notice.document_id else Channel.PHONE
        )
        self._drafts.watch({name: cell.editor for name, cell in self._cells.items()})
        foot = DialogFoot(_("Note"), self)
        foot.cancel.clicked.connect(self._drafts.forget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(plain_label(name, "heading", self, wraps=True))
        layout.addWidget(
            plain_label(
                _(
                    "Say no more than that the consent was withdrawn, and from which "
                    "day on. The log of disclosures notes it and cannot be changed."
                ),
                "",
                self,
                wraps=True,
            )
        )
        for cell in self._cells.values():
            layout.addWidget(cell)
        layout.addStretch()
        layout.addLayout(foot)
        foot.deed.clicked.connect(self.accept)
        make_room(self, letters=70, lines=20)
