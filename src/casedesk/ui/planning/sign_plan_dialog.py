"""Signing a plan on the screen: the pages at the left, the signatures at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.ui import fields, wording
from casedesk.ui.consents import signing_words
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.consents.drawing_part import DrawingPart
from casedesk.ui.consents.paper_beside import PaperBeside
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.plan_words import heading
from casedesk.ui.preview.pages_view import PagesView
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.plan import Plan
    from casedesk.services.paper import Paper
    from casedesk.services.plan_agreements import DrawnPlan
    from casedesk.ui.desk import Desk


class SignPlanDialog(QDialog):
    """Shows the plan for the client; one signature is enough to agree.

    Nothing can be drawn before the pages are shown.
    """

    agreed = Signal()

    def __init__(self, desk: Desk, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan = plan
        self._paper: Paper | None = None
        self._is_shown = False
        self._signers = desk.session.plan_agreements.signers(plan.id)
        self.drawing = DrawingPart(self._signers, self)
        self.pages = PagesView(self)
        self._place = FieldCell(fields.line("signed_at", _("At which place")), self)
        self._foot = DialogFoot(_("Agree"), self)
        self._build()
        self._set_paper()

    def is_ready(self) -> bool:
        """Whether somebody has signed what is shown."""
        return self._foot.deed.isEnabled()

    def accept(self) -> None:
        """Set the pages with the signatures, then freeze both."""
        if not self.is_ready() or self._paper is None:
            return
        with problems_shown(self, wording.problem):
            drawn = self._desk.session.plan_agreements.drawn(
                self._plan.id,
                self._paper,
                self.drawing.signatures(),
                str(self._place.editor.value()).strip(),
            )
            self._foot.deed.setEnabled(False)
            self._desk.jobs.run(
                drawn.paper.render,
                partial(self._on_drawn, drawn),
                owner=self,
                otherwise=self._on_failed,
            )

    def _set_paper(self) -> None:
        self._is_shown = False
        with problems_shown(self, wording.problem):
            paper = self._desk.session.papers.care_plan_client(self._plan.case_id)
            self._paper = paper
            self._desk.jobs.run(
                paper.render,
                partial(self._on_rendered, paper),
                owner=self,
                otherwise=self._on_failed,
            )
        self._show_what_is_missing()

    def _show_what_is_missing(self) -> None:
        self.drawing.set_open(is_open=self._is_shown)
        if not self._is_shown:
            words = _("The paper is being set …")
        elif not self.drawing.signatures():
            words = _("Nobody has signed yet.")
        else:
            words = ""
        self._foot.notice.setText(words)
        self._foot.deed.setEnabled(not words)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Sign on the screen"))
        self._foot.deed.setDefault(False)  # Enter alone signs nothing
        country = self._desk.session.practice.get().country
        side = ScrollPage(self)
        side.add(plain_label(heading(self._plan), "heading", self, wraps=True))
        limit = signing_words.legal_limit(country)
        side.add(plain_label(limit, "warning-small", self, wraps=True))
        side.add(self._place)
        side.add(self.drawing)
        self._halves = PaperBeside(self.pages, side, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addLayout(self._halves, 1)
        layout.addLayout(self._foot)
        make_room(self, letters=170, lines=46)
        self._foot.deed.clicked.connect(self.accept)
        self.drawing.changed.connect(self._show_what_is_missing)

    def _on_rendered(self, paper: Paper, pdf: bytes) -> None:
        if paper is self._paper:
            self.pages.show_pdf(pdf)
            self._is_shown = True
            self._show_what_is_missing()

    def _on_drawn(self, drawn: DrawnPlan, pdf: bytes) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.plan_agreements.sign(
                self._plan.id, drawn, pdf, self._signers
            )
            super().accept()
            self.agreed.emit()
        if self.isVisible():  # it was refused, perhaps because its number was taken
            self.drawing.clear()
            self._set_paper()

    def _on_failed(self) -> None:
        self._foot.notice.setText(
            _("The paper could not be set; nothing was signed and nothing was filed.")
        )

    # --- QDialog

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._halves.fit(self)
