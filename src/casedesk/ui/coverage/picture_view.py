"""The picture of the coverage: who answers which need, beside what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.document import DocumentKind
from casedesk.services.tasking import Source
from casedesk.ui import wording
from casedesk.ui.coverage.accept_dialog import AcceptDialog
from casedesk.ui.coverage.coverage_model import CoverageModel
from casedesk.ui.coverage.coverage_table import CoverageTable
from casedesk.ui.coverage.finding_list import FindingItem, FindingList
from casedesk.ui.coverage.finding_places import place_of, place_of_help, subject_of
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.tasks.make_task import MakeTaskDialog
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.words.finding_words import FindingWords

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.case import CaseId
    from casedesk.services.coverage import CheckedCase
    from casedesk.ui.desk import Desk

BESIDE_LETTERS = 105  # in narrower pages the findings stand beneath the picture
LIST_LETTERS = 38
LEAST_LINES = 12


class PictureView(QWidget):
    """Checks a case at each look and shows what answers its needs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.dialog: MakeTaskDialog | None = None
        self.model = CoverageModel(self)
        self.table = CoverageTable(self.model, self)
        self.list = FindingList(self)
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show a case, and the finding or the domain that is looked for."""
        is_other = case_id != self._case_id
        self._case_id = case_id
        self.refresh()
        if is_other and self.model.rowCount() and not self.list.items():
            self.table.choose_row(0)
        if subject_id:
            self.list.choose(subject_id)
        target = self.list if subject_id and self.list.items() else self.table
        QTimer.singleShot(0, self, target.setFocus)

    def refresh(self) -> None:
        """Check the case again."""
        if self._case_id is None:
            return
        checked = self._desk.session.covering.check(self._case_id)
        words = FindingWords(
            words=_, own_domains=checked.own_domains, today=checked.day
        )
        row = self.table.currentIndex().row()
        self.model.show_case(checked, words)
        if 0 <= row < self.model.rowCount():
            self.table.choose_row(row)
        self._show_findings(checked, words)
        has_any = any(
            r.need.is_watched or any(r.cells.values()) for r in self.model.rows
        )
        self._empty.setVisible(not has_any)
        self._body.setVisible(has_any)

    def flush(self) -> None:
        """Nothing is typed here that has to be stored."""

    def _show_findings(self, checked: CheckedCase, words: FindingWords) -> None:
        found = checked.coverage.settled
        items = [
            FindingItem(
                finding=finding,
                said=words.said(finding),
                about=words.about(finding),
                accepted=accepted,
            )
            for finding, accepted in (*((f, None) for f in found.open), *found.accepted)
        ]
        self.list.show_items(items)
        self.list.setVisible(bool(items))
        self._nothing.setVisible(not items)
        self._side.set_title(_counted(checked))
        self._show_acts()

    def _show_acts(self) -> None:
        item = self.list.item()
        is_open = item is not None and item.accepted is None
        self.go.setVisible(item is not None)
        self.accept.setVisible(is_open)
        self.task.setVisible(is_open)
        self.take_back.setVisible(item is not None and not is_open)

    def _build(self) -> None:
        self._empty = EmptyState(
            _(
                "Here stands who answers which need: the client, the close network, "
                "volunteers, providers, and who pays; and where something is missing "
                "or done twice. It begins with the assessment."
            ),
            _("To the assessment"),
            self,
        )
        self._sheet = Card(parent=self)
        self._sheet.add(self.table)
        self._side = Card(" ", self)
        self._nothing = plain_label(
            _("No gap and nothing done twice was found."), "muted", self, wraps=True
        )
        self._side.add(self._nothing)
        self._side.body.addWidget(self.list, 1)
        self._side.body.addLayout(self._acts())
        self._body = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID + 2)
        self._row.addWidget(self._sheet, 1)
        self._row.addWidget(self._side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._body, 1)
        self._empty.acted.connect(self._on_assessment)
        self.table.chosen.connect(self._on_row)
        self.table.opened.connect(self._on_opened)
        self.list.chosen.connect(self._on_finding)
        self.list.opened.connect(self._on_go)

    def _acts(self) -> FlowLayout:
        self.go = button(_("Go there"), "primary", self)
        self.accept = CaseAct(_("Accept …"), "", self)
        self.task = button(_("Make a task …"), "", self)
        self.take_back = CaseAct(_("Show as open again"), "", self)
        row = FlowLayout(gap=GRID)
        for act in (self.go, self.accept, self.task, self.take_back):
            row.addWidget(act)
        self.go.clicked.connect(self._on_go)
        self.accept.clicked.connect(self._on_accept)
        self.task.clicked.connect(self._on_task)
        self.take_back.clicked.connect(self._on_take_back)
        return row

    def _on_row(self, row: int) -> None:
        self.list.choose_domain(self.model.rows[row].need.domain)
        self._show_acts()

    def _on_finding(self) -> None:
        item = self.list.item()
        if item is not None:
            row = self.model.row_of(item.finding.domain)
            if row >= 0:
                self.table.choose_row(row)
        self._show_acts()

    def _on_opened(self, row: int, column: int) -> None:
        if self._case_id is None:
            return
        helps = self.model.helps(self.model.index(row, column))
        if helps:
            self._desk.go(place_of_help(helps[0], self._case_id))
        elif self.model.rows[row].findings:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            entry = self.model.rows[row].need.entry_id
            place = Place(page=Page.ASSESSMENT, case_id=self._case_id, subject_id=entry)
            self._desk.go(place)

    def _on_go(self) -> None:
        item = self.list.item()
        if item is not None and self._case_id is not None:
            self._desk.go(place_of(item.finding, self._case_id))

    def _on_accept(self) -> None:
        item = self.list.item()
        if item is None or self._case_id is None or item.accepted is not None:
            return
        session = self._desk.session
        dialog = AcceptDialog(session, self._case_id, item.finding, item.said, self)
        dialog.accepted_finding.connect(self.refresh)
        dialog.open()

    def _on_take_back(self) -> None:
        item = self.list.item()
        if item is not None and item.accepted is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.covering.take_back(item.accepted.id)
                self.refresh()

    def _on_task(self) -> None:
        item = self.list.item()
        if item is None or self._case_id is None:
            return
        noun, record_id = subject_of(item.finding)
        source = Source(noun=noun, record_id=record_id)
        words = f"{wording.label(item.finding.kind)}: {item.about}"
        self.dialog = MakeTaskDialog(self._desk, source, self._case_id, words, self)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()
        self.dialog.quick.start()

    def _on_assessment(self) -> None:
        self._desk.go(Place(page=Page.ASSESSMENT, case_id=self._case_id))

    def print_shown(self) -> None:
        """Show the paper of the check."""
        if self._case_id is not None:
            paper = self._desk.session.coverage_papers.prepare(
                DocumentKind.COVERAGE, self._case_id
            )
            self._desk.preview(paper)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth()
        is_wide = self.width() >= BESIDE_LETTERS * letter
        direction = QBoxLayout.Direction
        self._row.setDirection(
            direction.LeftToRight if is_wide else direction.TopToBottom
        )
        most = LIST_LETTERS * letter if is_wide else 16777215
        self._side.setMaximumWidth(most)
        self._side.setMinimumWidth(LIST_LETTERS * letter if is_wide else 0)
        line = self.fontMetrics().lineSpacing()
        self.list.setMinimumHeight(0 if is_wide else LEAST_LINES * line)


def _counted(checked: CheckedCase) -> str:
    found = checked.coverage.settled
    gaps = sum(not f.is_duplicate for f in found.open)
    twice = len(found.open) - gaps
    parts = []
    if gaps or not twice:
        parts.append(ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps))
    if twice:
        words = ngettext("{count} done twice", "{count} done twice", twice)
        parts.append(words.format(count=twice))
    return " · ".join(parts)
