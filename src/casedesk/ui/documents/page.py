"""The issued documents of a case: what was given out, when, and unchanged since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.documents.went_to import went_to
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.preview.dialog import PreviewDialog
from casedesk.ui.problems import problems_shown
from casedesk.ui.scans import opening
from casedesk.ui.scans.paper_card import PaperCard
from casedesk.ui.scans.received_card import ReceivedCard
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.labels import Tone, button
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import CaseId
    from casedesk.domain.document import Document, DocumentId
    from casedesk.services.paper import Paper
    from casedesk.ui.desk import Desk

BYTES_PER_KILOBYTE = 1024


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document, whether its pages are still those that were issued, and for whom."""

    document: Document
    is_intact: bool
    went_to: str = ""


def document_columns() -> tuple[Column[DocumentLine], ...]:
    """Describe the table. A function, because `_` needs the user's language first."""
    return (
        Column(_("Paper"), lambda line: wording.label(line.document.kind), stretch=2),
        Column(_("Number"), lambda line: line.document.number),
        Column(_("Version"), lambda line: str(line.document.version)),
        Column(
            _("Issued"),
            lambda line: wording.moment(line.document.issued_at),
            sort_key=lambda line: line.document.issued_at,
        ),
        Column(_("For whom"), lambda line: line.went_to, stretch=2),
        Column(_("Language"), lambda line: wording.label(line.document.language)),
        Column(
            _("Size"),
            lambda line: size(line.document.size_bytes),
            sort_key=lambda line: line.document.size_bytes,
        ),
        Column(_("Code"), lambda line: line.document.short_code),
        Column(
            _("Check"),
            lambda line: _("✓ unchanged") if line.is_intact else _("✗ CHANGED"),
        ),
    )


def size(count: int) -> str:
    """Write a size in kilobytes."""
    return _("{n} kB").format(n=max(1, round(count / BYTES_PER_KILOBYTE)))


class DocumentsPage(QWidget):
    """Lists the documents of a case; one opens as it was given out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the documents of a case, and mark one of them."""
        self._case_id = case_id
        self.refresh()
        for row, line in enumerate(self._table.records()):
            if line.document.id == subject_id:
                self._table.selectRow(row)
        self.received.show_case(case_id, subject_id)

    def refresh(self) -> None:
        """Read again what was issued, and check it."""
        if self._case_id is None:
            return
        issued = self._desk.session.documents
        whom = went_to(self._desk.session, self._case_id)
        lines = [
            DocumentLine(
                document, issued.is_intact(document.id), whom.get(document.id, "")
            )
            for document in issued.of_case(self._case_id)
        ]
        self._table.show_records(lines)
        self._card.setVisible(bool(lines))
        self.papers.refresh(self._case_id)
        self.received.show_case(self._case_id)
        self._empty.setVisible(not lines)
        self._show_check(lines)
        self._on_selected()

    def flush(self) -> None:
        """Nothing is typed here."""

    def lines(self) -> tuple[DocumentLine, ...]:
        """Return what is listed, newest first unless sorted otherwise."""
        return self._table.records()

    def print_shown(self) -> None:
        """Open the document that is chosen, to be printed again as it was."""
        self._on_open()

    def open_document(self, document_id: DocumentId) -> PreviewDialog:
        """Show the frozen pages of a document."""
        document = self._desk.session.documents.document(document_id)
        dialog = PreviewDialog(document, self._desk, self)
        dialog.open()
        return dialog

    def _show_check(self, lines: list[DocumentLine]) -> None:
        if not lines:
            self._heading.set_note("")
        elif all(line.is_intact for line in lines):
            self._heading.set_note(_("All pages are as they were issued."), Tone.OK)
        else:
            self._heading.set_note(
                _("Pages differ from what was issued. Restore a backup."), Tone.DANGER
            )

    def _build(self) -> None:
        self._heading = SectionHeading(_("Documents"), self)
        self._open = button(_("Open"), "", self)
        plan = button(_("Print care plan"), "", self)
        plan_for_client = button(_("Print client version"), "", self)
        reports = button(_("Reports"), "", self)
        scans = button(_("Read in scans …"), "", self)
        compare = button(_("Is this my document? …"), "", self)
        self._heading.add_action(scans)
        self._heading.add_action(reports)
        self._heading.add_action(plan)
        self._heading.add_action(plan_for_client)
        self._table = RecordTable(document_columns(), self, grows=True, sortable=True)
        self._table.setAccessibleName(_("Documents"))
        self._card = Card(parent=self)
        self._card.add(self._table)
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addWidget(compare)
        row.addStretch()
        self._card.body.addLayout(row)
        self._empty = EmptyState(
            _(
                "Nothing was given out in this case yet. Every paper that you print or "
                "save is filed here by itself, as it was given out."
            ),
            parent=self,
        )
        self.papers = PaperCard(self._desk, self)
        self.received = ReceivedCard(self._desk, self)
        scroll = ScrollPage(self)
        scroll.add(self.papers)
        scroll.add(self._card)
        scroll.add(self.received)
        scroll.add(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._heading)
        layout.addWidget(scroll, 1)

        scans.clicked.connect(self._on_scans)
        compare.clicked.connect(self._on_compare)
        reports.clicked.connect(self._on_reports)
        plan.clicked.connect(self._on_plan)
        plan_for_client.clicked.connect(self._on_plan_for_client)
        self._open.clicked.connect(self._on_open)
        self._table.opened.connect(self._on_opened)
        self._table.selected.connect(self._on_selected)

    def _on_selected(self) -> None:
        self._open.setEnabled(self._table.record() is not None)

    def _on_reports(self) -> None:
        self._desk.go(Place(page=Page.REPORTS, case_id=self._case_id))

    def _on_open(self) -> None:
        self._on_opened(self._table.record())

    def _on_opened(self, line: DocumentLine | None) -> None:
        if line is not None:
            with problems_shown(self, wording.problem):
                self.open_document(line.document.id)

    def _on_scans(self) -> None:
        opening.read_in(self._desk, self)

    def _on_compare(self) -> None:
        opening.compare(self._desk, self)

    def _on_plan(self) -> None:
        self._preview(self._desk.session.papers.care_plan)

    def _on_plan_for_client(self) -> None:
        self._preview(self._desk.session.papers.care_plan_client)

    def _preview(self, prepare: Callable[[CaseId], Paper]) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.preview(prepare(self._case_id))
