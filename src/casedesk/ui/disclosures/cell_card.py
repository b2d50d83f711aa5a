"""One cell of the matrix in words, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.consent import Direction
from casedesk.domain.permission import MAY_GO, Verdict
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.matrix import Cell


class CellCard(Card):
    """Asks and answers in whole sentences; never more than three things to do."""

    declaration_wanted = Signal(object)  # the id of the row it rests on
    release_wanted = Signal(object, object)  # the cell, and the direction
    exchange_wanted = Signal(object)  # the cell

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._cell: Cell | None = None
        self.answers = [plain_label("", "", self, wraps=True) for _way in range(2)]
        self.show_declaration = button(_("Show the declaration"), "", self)
        self.prepare = button(_("Prepare the missing release"), "primary", self)
        self.exchange = button(_("Record what was exchanged …"), "", self)
        self._build()

    def show_cell(self, cell: Cell, sentences: Sequence[str]) -> None:
        """Show what holds both ways."""
        self._cell = cell
        findings = (cell.obtain, cell.pass_on)
        for label, said, finding in zip(self.answers, sentences, findings, strict=True):
            label.setText(said)
            set_look(label, "" if finding.verdict in MAY_GO else "warning")
        self.show_declaration.setVisible(any(each.item_ids for each in findings))
        self.prepare.setVisible(self._gap() is not None)

    def focus_first(self) -> None:
        """Go to the first thing that can be done."""
        for act in (self.prepare, self.show_declaration, self.exchange):
            if not act.isHidden():
                act.setFocus()
                return

    def _gap(self) -> Direction | None:
        """Return which way a release is missing, if one could help."""
        if self._cell is None:
            return None
        obtain = self._cell.obtain.verdict is Verdict.NOT_ALLOWED
        pass_on = self._cell.pass_on.verdict is Verdict.NOT_ALLOWED
        if obtain and pass_on:
            return Direction.BOTH
        if obtain:
            return Direction.OBTAIN
        return Direction.PASS_ON if pass_on else None

    def _build(self) -> None:
        self.body.setSpacing(GRID // 2)
        for label in self.answers:
            self.add(label)
        acts = FlowLayout(gap=GRID)
        for act in (self.prepare, self.show_declaration, self.exchange):
            acts.addWidget(act)
        self.body.addLayout(acts)
        self.show_declaration.clicked.connect(self._on_declaration)
        self.prepare.clicked.connect(self._on_prepare)
        self.exchange.clicked.connect(self._on_exchange)

    def _on_declaration(self) -> None:
        if self._cell is not None:
            rows = (*self._cell.pass_on.item_ids, *self._cell.obtain.item_ids)
            self.declaration_wanted.emit(rows[0])

    def _on_prepare(self) -> None:
        if self._cell is not None:
            self.release_wanted.emit(self._cell, self._gap())

    def _on_exchange(self) -> None:
        if self._cell is not None:
            self.exchange_wanted.emit(self._cell)
