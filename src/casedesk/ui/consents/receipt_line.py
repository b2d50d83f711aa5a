"""Whether the client has received the information sheet, in one line of the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.practice import PaperLanguage
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.record_list import RecordList
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.information_receipt import InformationReceipt
    from casedesk.ui.desk import Desk
    from casedesk.ui.preview.dialog import PreviewDialog
    from casedesk.ui.widgets.field_cell import Field


class ReceiptLine(QWidget):
    """Says when the sheet was received; notes the receipt, and shows all of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._information = desk.session.information
        self._case_id: CaseId | None = None
        self.words = plain_label("", "small", self, wraps=True)
        self.print = button(_("Print …"), "link", self)
        self.note = button(_("Received today"), "link", self)
        self.all = button(_("Receipts …"), "link", self)
        self.print.setAccessibleName(_("Print information sheet"))
        self.note.setAccessibleName(_("Information sheet received today"))
        self.all.setAccessibleName(_("Receipts of the information sheet"))
        bar = QWidget(self)
        acts = FlowLayout(bar, gap=GRID)
        for act in (self.print, self.note, self.all):
            acts.addWidget(act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(bar)
        self.print.clicked.connect(self.show_sheet)
        self.note.clicked.connect(self._on_note)
        self.all.clicked.connect(self._on_all)

    def show_case(self, case_id: CaseId) -> None:
        """Say how it stands in a case."""
        self._case_id = case_id
        latest = self._information.latest(case_id)
        self.words.setText(_said(latest))
        self.note.setVisible(latest is None)

    def show_sheet(self) -> PreviewDialog | None:
        """Show the sheet as a paper of its own, to be printed or saved."""
        from casedesk.ui.preview.dialog import PreviewDialog  # it shows PDF

        dialog: PreviewDialog | None = None
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                paper = self._desk.session.papers.information_sheet(self._case_id)
                dialog = PreviewDialog(paper, self._desk, self)
                dialog.open()
        return dialog

    def _on_note(self) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self._information.receipts.add(self._information.new(self._case_id))
            self.show_case(self._case_id)
            self.all.setFocus()

    def _on_all(self) -> None:
        if self._case_id is None:
            return
        dialog = ReceiptsDialog(self._desk, self._case_id, self)
        dialog.finished.connect(partial(self._on_closed, self._case_id))
        dialog.open()

    def _on_closed(self, case_id: CaseId, _result: int) -> None:
        if case_id == self._case_id:
            self.show_case(case_id)


class ReceiptsDialog(QDialog):
    """All receipts of the information sheet in a case."""

    def __init__(
        self, desk: Desk, case_id: CaseId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        information = desk.session.information
        self.setWindowTitle(_("Receipts of the information sheet"))
        make_room(self, letters=90, lines=28)
        self.list = RecordList(
            information.receipts,
            partial(_fields, desk),
            _said,
            add_text=_("Note a receipt"),
            empty_text=_(
                "No receipt is noted yet. The sheet is not signed as a consent; note "
                "the day on which the client has received it."
            ),
            desk=desk,
            parent=self,
        )
        self.list.show_records(
            information.receipts.of(case_id=case_id), partial(information.new, case_id)
        )
        page = ScrollPage(self, margin=2 * GRID)
        page.add(self.list)
        close = button(_("Close"), "primary", self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page, 1)
        layout.addLayout(row)

    # --- QDialog

    def done(self, result: int) -> None:  # noqa: D102
        self.list.flush()
        super().done(result)


def _said(receipt: InformationReceipt | None) -> str:
    if receipt is None or receipt.received_on is None:
        return _("Information sheet: receipt not noted yet")
    return _(
        "Information sheet received on {day} (version {version}, {language})"
    ).format(
        day=wording.day(receipt.received_on),
        version=receipt.version,
        language="" if receipt.language is None else wording.label(receipt.language),
    )


def _fields(desk: Desk) -> list[Field]:
    return [
        fields.day("received_on", _("Received on"), desk.session.clock.today),
        fields.choice("language", _("Language"), PaperLanguage, may_be_empty=True),
        fields.line("version", _("Version")),
        fields.line("note", _("Note"), wide=True),
    ]
