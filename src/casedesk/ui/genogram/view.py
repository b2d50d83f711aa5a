"""The genogram: a picture to correct by hand, the form, and the same as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.document import DocumentKind
from casedesk.domain.kinship import Bond, BondId
from casedesk.figures.genogram import genogram
from casedesk.services.kin_words import kin_words, name_of, relations, summary, years
from casedesk.ui import wording
from casedesk.ui.genogram.kin_lists import offer
from casedesk.ui.genogram.relative_card import RelativeCard
from casedesk.ui.genogram.relative_fields import bond_fields
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import asked, problems_shown
from casedesk.ui.record_list import RecordList
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.figure_frame import FigureFrame
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.undo_steps import UndoSteps

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.kinship import Relative
    from casedesk.figures.figure import Figure
    from casedesk.services.kinship import ShownFamily
    from casedesk.ui.desk import Desk


class GenogramView(QWidget):
    """Shows the family of the client and lets it grow."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._shown: ShownFamily | None = None
        self._size = 1.0
        self._undo: UndoSteps[Relative] = UndoSteps()
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the family of a case, and the relative that is looked for."""
        self.flush()
        if case_id != self._case_id:
            self._case_id = case_id
            self._undo.forget()
            self.frame.view.choose("")
        if self._desk.session.relatives.find(subject_id) is not None:
            self.frame.view.choose(subject_id)
        self.refresh()

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        if self._case_id is None:
            return
        self._shown = self._desk.session.kinship.shown(self._case_id)
        family = self._shown.family
        self._empty.setVisible(not family.relatives)
        self._body.setVisible(bool(family.relatives))
        self.frame.show_figure(partial(self._drawn, self._shown))
        self.table.show_records(family.relatives)
        self._counted.setText("\n".join(summary(self._shown, _)))
        self._show_bonds(self._shown)
        self._undo_act.setEnabled(bool(self._undo))
        self._show_relative()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.card.flush()
        self.bonds.flush()

    def undo(self) -> None:
        """Put back what was moved or arranged last."""
        before = self._undo.take()
        if before:
            with problems_shown(self, wording.problem):
                self._desk.session.kinship.put_back(before)
        self.refresh()

    def _drawn(self, shown: ShownFamily, width: float, size: float) -> Figure:
        self._size = size
        return genogram(shown.family, kin_words(shown, _), width=width, size=size)

    def _show_relative(self) -> None:
        relative = self._relative()
        self.card.setVisible(relative is not None)
        if relative is not None and self._shown is not None:
            self.card.show_relative(relative, self._shown)

    def _show_bonds(self, shown: ShownFamily) -> None:
        people = self._people()
        new = partial(_new_bond, self._desk, shown, self._relative())
        has_two = len(shown.family.relatives) > 1
        self.bonds.show_records(shown.family.bonds, new if has_two else None)
        for bond in shown.family.bonds:
            for field in ("first_id", "second_id"):
                offer(self.bonds.form(bond.id), field, people)

    def _people(self) -> list[tuple[object, str]]:
        relatives = self._shown.family.relatives if self._shown else ()
        return [(each.id, self._name(each)) for each in relatives]

    def _relative(self) -> Relative | None:
        mark = self.frame.view.chosen_mark()
        relatives = self._shown.family.relatives if self._shown else ()
        return next((r for r in relatives if mark and r.id == mark.id), None)

    def _name(self, relative: Relative) -> str:
        return name_of(relative.id, self._shown, _) if self._shown else ""

    def _build(self) -> None:
        page = ScrollPage(self)
        self._empty = EmptyState(
            _(
                "The genogram shows three generations and more: who belongs to the "
                "family, who lives together, and how people get on. It begins with "
                "the client and the parents."
            ),
            _("Begin the genogram"),
            self,
        )
        self._body = QWidget()
        page.add(self._empty)
        page.add(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = RelativeCard(self._desk, self)
        for part in (self._picture(), self.card, self._bonds(), self._table()):
            column.addWidget(part)
        self._connect()

    def _picture(self) -> Card:
        picture = Card(_("Genogram"), self)
        acts = FlowLayout(gap=GRID)
        anew = CaseAct(_("Arrange anew"), "", self)
        self._undo_act = CaseAct(_("Undo"), "", self)
        show = button(_("Print"), "", self)
        for act in (anew, self._undo_act, show):
            acts.addWidget(act)
        self.frame = FigureFrame(
            _(
                "Page up and down choose somebody, arrows move them (Shift: further), "
                "Enter opens the form, Ctrl+Z undoes."
            ),
            self,
            may_move=True,
        )
        picture.body.addLayout(acts)
        picture.add(self.frame)
        anew.clicked.connect(self._on_anew)
        self._undo_act.clicked.connect(self.undo)
        show.clicked.connect(self._on_print)
        return picture

    def _bonds(self) -> Card:
        card = Card(_("How they get on"), self)
        self.bonds = RecordList(
            self._desk.session.bonds,
            lambda: bond_fields(self._people()),
            lambda bond: wording.label(bond.kind),
            add_text=_("Add a bond"),
            empty_text=_(
                "Close, fused, in conflict, cut off: drawn between two people."
            ),
            desk=self._desk,
            parent=self,
        )
        card.add(self.bonds)
        return card

    def _table(self) -> Card:
        card = Card(_("The same as a table"), self)
        self._counted = plain_label("", "", self, wraps=True)
        self.table: RecordTable[Relative] = RecordTable(
            [
                Column(_("Name"), self._name, stretch=2),
                Column(_("Years"), years),
                Column(_("Family"), self._said, stretch=5),
            ],
            self,
            grows=True,
        )
        self.table.setAccessibleName(_("People of the genogram"))
        card.add(self._counted)
        card.add(self.table)
        return card

    def _said(self, relative: Relative) -> str:
        return " ".join(relations(relative, self._shown, _)) if self._shown else ""

    def _connect(self) -> None:
        view = self.frame.view
        self._empty.acted.connect(self._on_begin)
        view.chosen.connect(self._show_relative)
        view.opened.connect(self._on_opened)
        view.moved.connect(self._on_moved)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_selected)
        self.card.saved.connect(self.refresh)
        self.card.added.connect(self._on_added)
        self.card.removed.connect(self._on_removed)
        self.bonds.saved.connect(self.refresh)
        self.bonds.removed.connect(self.refresh)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.undo)

    def _on_begin(self) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            index = self._desk.session.kinship.begin(self._case_id)
            self._on_added(index.id)

    def _on_opened(self, _relative_id: str) -> None:
        if self._relative() is not None:
            self.card.form.focus_field("name")

    def _on_selected(self, relative: Relative | None) -> None:
        if relative is not None:
            self.frame.view.choose(relative.id)
            self._show_relative()

    def _on_added(self, relative_id: str) -> None:
        self.refresh()
        self.frame.view.choose(relative_id)
        self._show_relative()
        self.card.form.focus_field("name")

    def _on_removed(self, noun: str, deed: int) -> None:
        self.frame.view.choose("")
        self.refresh()
        self._desk.offer_undo(noun, deed)

    def _on_moved(self, _relative_id: str, dx: float, dy: float) -> None:
        relative = self._relative()
        if relative is None:
            return
        # Counted in sizes of the lettering, so that paper and window agree.
        by = round(dx / self._size) or _way(dx), round(dy / self._size) or _way(dy)
        with problems_shown(self, wording.problem):
            self.card.flush()
            self._desk.session.relatives.change(
                relative.id,
                shift_x=relative.shift_x + by[0],
                shift_y=relative.shift_y + by[1],
            )
            self._undo.note([relative])
            self.refresh()

    def _on_anew(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._undo.note(self._desk.session.kinship.arrange_anew(self._case_id))
                self.refresh()

    def _on_print(self) -> None:
        self.flush()
        if self._case_id is None:
            return
        warning = _(
            "A genogram holds data of relatives who have not been asked, often about "
            "health. Print it only if it is needed, and give it to nobody else "
            "without need. Print it all the same?"
        )
        if not asked(self, warning):
            return
        with problems_shown(self, wording.problem):
            self._desk.preview(
                self._desk.session.figure_papers.prepare(
                    DocumentKind.GENOGRAM, self._case_id
                )
            )


def _way(by: float) -> int:
    return (by > 0) - (by < 0)


def _new_bond(desk: Desk, shown: ShownFamily, chosen: Relative | None) -> Bond:
    relatives = shown.family.relatives
    one = chosen or relatives[0]
    other = next(each for each in relatives if each.id != one.id)
    return Bond(
        id=BondId(desk.session.clock.new_id()),
        case_id=one.case_id,
        first_id=one.id,
        second_id=other.id,
    )
