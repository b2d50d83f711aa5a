"""On which cost approval a time sheet rests, and what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from casedesk.domain.time_sheet import TimeSheetState
from casedesk.ui import wording
from casedesk.ui.implementation.approval_words import use_words
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import set_look
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.time_sheet import TimeSheet, TimeSheetId
    from casedesk.services.time_sheets import ShownApproval
    from casedesk.ui.desk import Desk


class ApprovalLine(QWidget):
    """Says how much of the approval is used; of several, one can be chosen."""

    chosen = Signal()

    def __init__(
        self, desk: Desk, sheet_id: TimeSheetId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sheet_id = sheet_id
        self._found: list[ShownApproval] = []
        self._build()

    def show_sheet(self, sheet: TimeSheet) -> None:
        """Show the approval named on the sheet, or that there are some to choose."""
        self._found = self._desk.session.time_keeping.approvals(self._sheet_id)
        number = sheet.approval_number.strip()
        own = next(
            (a for a in self._found if a.approval.number.strip() == number), None
        )
        is_draft = sheet.state is TimeSheetState.DRAFT
        words = ""
        if own is not None:
            words = self._use_words(own)
        elif is_draft and self._found and not number:
            words = ngettext(
                "{n} cost approval fits this payer and period.",
                "{n} cost approvals fit this payer and period.",
                len(self._found),
            ).format(n=len(self._found))
        self.words.setText(words)
        is_scarce = own is not None and own.use.is_scarce
        set_look(self.words, "warning" if is_scarce or own is None else "small")
        others = [each for each in self._found if each is not own]
        self.choose.setVisible(is_draft and bool(others))
        self.setVisible(bool(words) or (is_draft and bool(others)))

    def take(self, number: str) -> None:
        """Put the number of an approval onto the sheet."""
        with problems_shown(self, wording.problem):
            self._desk.session.time_sheets.change(
                self._sheet_id, approval_number=number
            )
        self.chosen.emit()

    def offered(self) -> list[str]:
        """Return what can be chosen, in words."""
        return [self._use_words(each) for each in self._found]

    def _use_words(self, shown: ShownApproval) -> str:
        country = self._desk.session.practice.get().country
        number = shown.approval.number.strip()
        used = use_words(shown.use, country)
        named = _("Approval {number}").format(number=number)
        return ": ".join(filter(None, (named, used)))

    def _build(self) -> None:
        self.words = plain_label("", "small", self, wraps=True)
        self.choose = button(_("Choose an approval …"), "link", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.choose)
        self.choose.clicked.connect(self._on_choose)

    def _on_choose(self) -> None:
        menu = QMenu(self)
        for shown in self._found:
            words = self._use_words(shown).replace("&", "&&")
            number = shown.approval.number.strip()
            menu.addAction(words).triggered.connect(
                lambda _checked=False, number=number: self.take(number)
            )
        menu.popup(self.choose.mapToGlobal(self.choose.rect().bottomLeft()))
