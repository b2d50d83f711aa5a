"""The heading of the assessment: which version is open, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from casedesk.domain.assessment import AssessmentKind, that_counts
from casedesk.domain.document import DocumentKind
from casedesk.ui import wording
from casedesk.ui.assessment.assessment_words import state_words, version_title
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.assessment import Assessment

VERSION_LETTERS = 22
# A first assessment is what every case begins with.
LATER_KINDS = (
    AssessmentKind.REVIEW,
    AssessmentKind.RE_ASSESSMENT,
    AssessmentKind.CLOSING,
)


class AssessmentHead(QWidget):
    """Lets a version be chosen, and offers what can be done with it."""

    version_chosen = Signal(str)
    begin_wanted = Signal(object)
    confirm_wanted = Signal()
    correct_wanted = Signal()
    compare_wanted = Signal()
    remove_wanted = Signal()
    arrange_wanted = Signal()
    print_wanted = Signal(object)  # the kind of document
    sheet_wanted = Signal(bool)  # whether what is known already is printed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions = ChoiceBox([], self, may_be_empty=False)
        self.state = plain_label("", "muted", self, wraps=True)
        self.new = CaseAct(_("New assessment"), "", self)
        self.confirm = CaseAct(_("Confirm"), "", self)
        self.print = button(_("Print"), "", self)
        self.more = button(_("More"), "", self)
        self._build()

    def show_versions(
        self, assessments: Sequence[Assessment], shown: Assessment
    ) -> None:
        """Offer these versions, of which one is shown."""
        newest_first = list(reversed(assessments))
        self.versions.set_items([(a.id, version_title(a)) for a in newest_first])
        self.versions.set_value(shown.id)
        counts = that_counts(assessments).id == shown.id
        self.state.setText(state_words(shown, counts=counts))
        is_latest = shown.id == assessments[-1].id
        self.new.setVisible(assessments[-1].is_confirmed)
        self.confirm.setVisible(not shown.is_confirmed)
        self._correct.setEnabled(shown.is_confirmed and is_latest)
        self._remove.setEnabled(not shown.is_confirmed and len(assessments) > 1)
        self._compare.setEnabled(len(assessments) > 1)

    def _build(self) -> None:
        self.versions.setAccessibleName(_("Version of the assessment"))
        self.versions.setMinimumContentsLength(VERSION_LETTERS)
        kinds = QMenu(self.new)
        for kind in LATER_KINDS:
            self._add_kind(kinds, kind)
        self.new.setMenu(kinds)
        menu = QMenu(self.more)
        self._compare = menu.addAction(_("Compare versions"))
        self._correct = menu.addAction(_("Correct this version"))
        self._remove = menu.addAction(_("Remove this draft"))
        menu.addSeparator()
        arrange = menu.addAction(_("Arrange the domains of life"))
        self.more.setMenu(menu)
        row = HeadLayout(self)
        row.addWidget(self.versions)
        row.addWidget(self.state)
        self._fill_print()
        for act in (self.new, self.confirm, self.print, self.more):
            row.add_act(act)

        self.versions.edited.connect(self._on_version)
        self.confirm.clicked.connect(lambda: self.confirm_wanted.emit())
        self._compare.triggered.connect(lambda: self.compare_wanted.emit())
        self._correct.triggered.connect(lambda: self.correct_wanted.emit())
        arrange.triggered.connect(lambda: self.arrange_wanted.emit())
        self._remove.triggered.connect(lambda: self.remove_wanted.emit())

    def _fill_print(self) -> None:
        menu = QMenu(self.print)
        for kind in (DocumentKind.ASSESSMENT, DocumentKind.ASSESSMENT_CLIENT):
            self._add_paper(menu, kind)
        menu.addSeparator()
        blank = menu.addAction(_("Sheet for the visit, blank"))
        known = menu.addAction(_("Sheet for the visit, with what is known"))
        blank.triggered.connect(lambda: self.sheet_wanted.emit(False))
        known.triggered.connect(lambda: self.sheet_wanted.emit(True))
        self.print.setMenu(menu)

    def _add_paper(self, menu: QMenu, kind: DocumentKind) -> None:
        act = menu.addAction(wording.label(kind))
        act.triggered.connect(lambda: self.print_wanted.emit(kind))

    def _add_kind(self, menu: QMenu, kind: AssessmentKind) -> None:
        act = menu.addAction(wording.label(kind))
        act.triggered.connect(lambda: self.begin_wanted.emit(kind))

    def _on_version(self) -> None:
        self.version_chosen.emit(str(self.versions.value()))
