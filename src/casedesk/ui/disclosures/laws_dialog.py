"""The rules of law that apply in a case: found once, ended when they no longer do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.case import PartyId
from casedesk.domain.consent import Direction
from casedesk.domain.statute import StatutoryBasis, StatutoryBasisId
from casedesk.ui import fields, wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.dialog_drafts import BegunBefore, DialogDrafts
from casedesk.ui.disclosures.law_form import LawForm
from casedesk.ui.entries.party_names import party_labels
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.field_grid import FieldGrid
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

WIDTH, HEIGHT = 860, 640
MOST_OF_SCREEN = 0.92  # the frame needs some


class LawsDialog(QDialog):
    """Lists the rules that were found to apply; one can be recorded, or ended."""

    def __init__(
        self, desk: Desk, case_id: CaseId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        session = desk.session
        self._session = session
        self._case_id = case_id
        self._labels = party_labels(session, case_id)
        self._categories = Categories(session)
        self._cells: dict[str, FieldCell] = {}
        self.law = LawForm(session.practice.get().country, self)
        self.table = RecordTable(self._columns(), self, grows=True)
        self.nothing = plain_label(
            _("No rule of law was found to apply in this case."), "muted", self
        )
        self.end = button(_("Ends today"), "", self)
        self.record = button(_("Record the rule"), "primary", self)
        self.drafts = DialogDrafts(session.case_records, case_id, "law", self)
        self._again = BegunBefore(self.drafts, self)
        self._build()
        self.drafts.watch({n: cell.editor for n, cell in self._cells.items()})
        self.drafts.watch(self.law.editors())
        self._on_edited()
        self.refresh()

    def refresh(self) -> None:
        """Read again what was recorded."""
        bases = self._session.statutory_bases.of(case_id=self._case_id)
        self.table.show_records(bases)
        self.table.setVisible(bool(bases))
        self.nothing.setVisible(not bases)
        self._on_selected()

    def set_value(self, name: str, value: object) -> None:
        """Fill a field in."""
        self._cells[name].editor.set_value(value)

    def store(self) -> None:
        """Record the rule that was filled in."""
        basis = self._filled_in()
        if basis is None:
            return
        with problems_shown(self, wording.problem):
            self._session.statutory_bases.add(basis)
            self.drafts.forget()
            self._again.hide()
            self.law.clear()
            self.refresh()
            self._on_edited()

    def _filled_in(self) -> StatutoryBasis | None:
        law, party_id = self.law.override(), self._value("party_id")
        categories, begins = self._value("categories"), self._value("valid_from")
        if law is None or party_id is None or not categories or begins is None:
            return None
        until = self._value("valid_until")
        return StatutoryBasis(
            id=StatutoryBasisId(self._session.clock.new_id()),
            case_id=self._case_id,
            party_id=PartyId(str(party_id)),
            direction=Direction(str(self._value("direction"))),
            categories=tuple(map(str, categories)),  # type: ignore[call-overload]  # the chips hold tuples
            statute=law.statute,
            named=law.named,
            reason=law.reason,
            valid_from=_as_day(begins),
            valid_until=None if until is None else _as_day(until),
        )

    def _value(self, name: str) -> object:
        editor = self._cells[name].editor
        return None if editor.problem() else editor.value()

    def _columns(self) -> tuple[Column[StatutoryBasis], ...]:
        return (
            Column(
                _("With whom"), lambda b: self._labels.get(b.party_id, ""), stretch=2
            ),
            Column(_("Direction"), lambda b: wording.label(b.direction)),
            Column(
                _("Which information"),
                lambda b: self._categories.listed(b.categories),
                stretch=2,
            ),
            Column(
                _("Rule of law"),
                lambda b: f"{b.named or wording.label(b.statute)}\n{b.reason}",
                stretch=3,
            ),
            Column(_("Valid from"), lambda b: wording.day(b.valid_from)),
            Column(_("Valid until"), lambda b: wording.day(b.valid_until)),
        )

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Rules of law that apply in this case"))
        most = self.screen().availableSize() * MOST_OF_SCREEN
        self.resize(min(WIDTH, most.width()), min(HEIGHT, most.height()))
        self.table.setAccessibleName(_("Rules of law that apply in this case"))
        today = self._session.clock.today
        kinds = ChoiceChips(self._categories.offered())
        made = [
            fields.pick("party_id", _("With whom"), list(self._labels.items())),
            fields.needed_pick("direction", _("Direction"), wording.choices(Direction)),
            fields.needed_day("valid_from", _("Valid from"), today),
            fields.day("valid_until", _("Valid until"), today),
            Field("categories", _("Which information"), kinds, wide=True),
        ]
        cells = [FieldCell(field, self) for field in made]
        self._cells = {cell.field.name: cell for cell in cells}
        self._set_usual()
        page = ScrollPage(self)
        for widget in (self.nothing, self.table):
            page.add(widget)
        ending = QHBoxLayout()
        ending.addWidget(self.end)
        ending.addStretch()
        page.add(ending)
        page.add(self._again)
        page.add(FieldGrid(cells, self))
        page.add(self.law)
        close = button(_("Close"), "", self)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(self.record)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.addWidget(page, 1)
        layout.addLayout(foot)
        self.drafts.discarded.connect(self._on_discarded)
        close.clicked.connect(self.accept)
        self.record.clicked.connect(self.store)
        self.end.clicked.connect(self._on_end)
        self.table.selected.connect(self._on_selected)
        self.law.edited.connect(self._on_edited)
        for cell in cells:
            cell.edited.connect(self._on_edited)
        self._on_edited()

    def _on_discarded(self) -> None:
        self._set_usual()
        self._on_edited()

    def _set_usual(self) -> None:
        self.set_value("valid_from", self._session.clock.today())
        self.set_value("direction", Direction.PASS_ON)

    def _on_edited(self) -> None:
        self.record.setEnabled(self._filled_in() is not None)

    def _on_selected(self) -> None:
        basis = self.table.record()
        today = self._session.clock.today()
        self.end.setVisible(bool(self.table.records()))
        self.end.setEnabled(basis is not None and basis.covers(today))

    def _on_end(self) -> None:
        basis = self.table.record()
        if basis is None:
            return
        with problems_shown(self, wording.problem):
            today = self._session.clock.today()
            self._session.statutory_bases.change(basis.id, valid_until=today)
            self.refresh()


def _as_day(value: object) -> date:
    return value  # type: ignore[return-value]  # the fields hold days
