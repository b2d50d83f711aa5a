"""Entries of the record to be put into a report, each read whole before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.ui import wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.reports.report_words import reason_of
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce
from casedesk.ui.widgets.read_text import ReadText
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.report import ReportId
    from casedesk.services.report_entries import OfferedEntry
    from casedesk.ui.desk import Desk

LETTERS = 120


class EntriesDialog(QDialog):
    """Stays open while one entry after the other is put in."""

    put_in = Signal()

    def __init__(
        self, desk: Desk, report_id: ReportId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._report_id = report_id
        self._categories = Categories(desk.session)
        self._count = 0
        self._build()
        self.table.show_records(desk.session.report_entries.offered(report_id))
        if self.table.records():
            self.table.selectRow(0)
        else:
            self.text.setText(_("The record of this period has no entry with a text."))
            self.deed.setEnabled(False)

    def put_chosen_in(self) -> None:
        """Put the entry that is read into the report."""
        offered = self.table.record()
        if offered is None or offered.left_out is not None:
            return
        with problems_shown(self, wording.problem):
            entries = self._desk.session.report_entries
            entries.put_in(self._report_id, offered.entry.id)
            self._count += 1
            said = _("Put in so far: {n}").format(n=self._count)
            self._said.setText(said)
            announce(self._said, said)
            self.put_in.emit()

    def _build(self) -> None:
        self.setWindowTitle(_("Entries for the report"))
        self.table: RecordTable[OfferedEntry] = RecordTable(self._columns(), self)
        self.table.setAccessibleName(_("Entries of the period"))
        self.text = ReadText(parent=self)
        self.reason = plain_label("", "warning", self, wraps=True)
        whole = ScrollPage(self)
        whole.add(self.reason)
        whole.add(self.text)
        self._said = plain_label("", "small", self)
        close = button(_("Close"), "", self)
        self.deed = button(_("Put into the report"), "primary", self)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._said, 1)
        foot.addWidget(close)
        foot.addWidget(self.deed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(plain_label(_("Entries for the report"), "heading", self))
        layout.addWidget(self.table, 3)
        layout.addWidget(whole, 2)
        layout.addLayout(foot)
        make_room(self, letters=120, lines=42)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self.put_chosen_in)
        self.deed.clicked.connect(self.put_chosen_in)
        close.clicked.connect(self.reject)

    def _columns(self) -> tuple[Column[OfferedEntry], ...]:
        return (
            Column(_("Day"), lambda each: wording.day(each.entry.happened_on)),
            Column(_("What"), lambda each: wording.label(each.entry.kind)),
            Column(_("Text"), _beginning, stretch=3),
            Column("", lambda each: "" if each.left_out is None else _("not for them")),
        )

    def _on_selected(self) -> None:
        offered = self.table.record()
        left_out = None if offered is None else offered.left_out
        self.text.setText("" if offered is None else offered.words)
        reason = "" if left_out is None else reason_of(left_out, self._categories)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.deed.setEnabled(offered is not None and left_out is None)


def _beginning(offered: OfferedEntry) -> str:
    text = " ".join(offered.entry.text.split())
    if len(text) <= LETTERS:
        return text
    return text[:LETTERS].rsplit(" ", 1)[0] + " …"
