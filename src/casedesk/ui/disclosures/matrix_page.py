"""The page of the consent matrix: may I call Dr X about this now?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.case import PartyId
from casedesk.ui import wording
from casedesk.ui.disclosures.answer_words import AnswerWords
from casedesk.ui.disclosures.cell_card import CellCard
from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
from casedesk.ui.disclosures.laws_dialog import LawsDialog
from casedesk.ui.disclosures.legend import Legend
from casedesk.ui.disclosures.matrix_model import MatrixModel
from casedesk.ui.disclosures.matrix_view import MatrixView
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentItemId, Direction
    from casedesk.domain.matrix import Cell
    from casedesk.ui.desk import Desk

MANY = 6  # from so many on, looking for a name is worth a field
NAME_LETTERS = 24


class MatrixPage(QWidget):
    """Shows for everybody of a case what may be obtained and passed on today."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.model = MatrixModel(self)
        self.view = MatrixView(self.model, self)
        self.card = CellCard(self)
        self.search = TextLine(self, placeholder=_("Name or role"))
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the matrix of a case, with the row of somebody."""
        if case_id != self._case_id:
            self.search.set_value("")
            self.view.setCurrentIndex(self.model.index(-1, -1))
        self._case_id = case_id
        self.refresh()
        at = self.model.place_of(PartyId(subject_id), self.model.first())
        if at is not None:
            self.view.setCurrentIndex(self.model.index(*at))
        QTimer.singleShot(0, self, self.view.setFocus)

    def refresh(self) -> None:
        """Read again who takes part and what was declared."""
        if self._case_id is None:
            return
        session = self._desk.session
        chosen = self.view.current()
        parties = session.parties.of(case_id=self._case_id)
        self.model.show_case(
            AnswerWords(session, self._case_id),
            parties,
            self.search.value(),
            session.clock.today(),
        )
        for widget in (self._sheet, self.card, self._legend):
            widget.setVisible(bool(parties))
        self._empty.setVisible(not parties)
        self.search.setVisible(len(parties) >= MANY)
        self._choose(chosen)

    def flush(self) -> None:
        """Nothing is typed here that has to be stored."""

    def _choose(self, cell: Cell | None) -> None:
        at = self.model.place_of(cell.party_id, cell.category) if cell else None
        if at is None and self.model.rowCount() and self.model.columnCount():
            at = (0, 0)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(*at))
        self.card.setVisible(at is not None)

    def _build(self) -> None:
        heading = SectionHeading(_("Who may know what"), self)
        self._legend = Legend(self)
        log = button(_("Log of disclosures"), "", self)
        laws = button(_("Rules of law …"), "", self)
        heading.add_action(self.search)
        heading.add_action(laws)
        heading.add_action(log)
        self.search.set_letters(NAME_LETTERS)
        self.search.setAccessibleName(_("Show only these people"))
        self._sheet = Card(parent=self)
        self._sheet.add(self.view)
        self._empty = EmptyState(
            _(
                "Nobody takes part in this case yet. Name the people and organisations "
                "of the case; then you see here what you may ask and tell them."
            ),
            _("Add people to the case"),
            self,
        )
        page = ScrollPage(self)
        page.fill()
        page.add(heading)
        page.body.addWidget(self._empty, 1)
        page.body.addWidget(self._sheet, 1)
        page.add(self._legend)
        page.add(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.addWidget(page)

        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)
        self.search.textEdited.connect(self._on_search)
        self.card.declaration_wanted.connect(self._on_declaration)
        self.card.release_wanted.connect(self._on_release)
        self.card.exchange_wanted.connect(self._on_exchange)
        self._empty.acted.connect(self._on_people)
        log.clicked.connect(self._on_log)
        laws.clicked.connect(self._on_laws)

    def _on_chosen(self, cell: Cell) -> None:
        self.card.show_cell(cell, self.model.sentences(cell))

    def _on_opened(self, cell: Cell) -> None:
        self._on_chosen(cell)
        self.card.focus_first()

    def _on_search(self) -> None:
        chosen = self.view.current()
        self.model.narrow(self.search.value())
        self._choose(chosen)

    def _on_declaration(self, item_id: ConsentItemId) -> None:
        item = self._desk.session.consent_items.get(item_id)
        self._go(Page.CONSENTS, item.consent_id)

    def _on_release(self, cell: Cell, direction: Direction) -> None:
        with problems_shown(self, wording.problem):
            releases = self._desk.session.releases
            assert self._case_id is not None  # noqa: S101 - a cell is of a case
            row = releases.prepare(
                self._case_id, cell.party_id, direction, (cell.category,)
            )
            self._go(Page.CONSENTS, row.consent_id)

    def _on_exchange(self, cell: Cell) -> None:
        if self._case_id is None:
            return
        dialog = ExchangeDialog(self._desk, self._case_id, parent=self)
        dialog.propose(party_id=cell.party_id, categories=(cell.category,))
        dialog.open()

    def _on_laws(self) -> None:
        if self._case_id is not None:
            dialog = LawsDialog(self._desk, self._case_id, self)
            dialog.finished.connect(self.refresh)
            dialog.open()

    def _on_log(self) -> None:
        self._go(Page.DISCLOSURES)

    def _on_people(self) -> None:
        self._go(Page.OVERVIEW)

    def _go(self, page: Page, subject_id: str = "") -> None:
        if self._case_id is not None:
            place = Place(page=page, case_id=self._case_id, subject_id=subject_id)
            self._desk.go(place)
