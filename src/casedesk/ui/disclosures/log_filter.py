"""Narrows the log of a case: to somebody, a way, a ground, or a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.domain.consent import Direction
from casedesk.domain.disclosure import Basis
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.disclosure import Disclosure
    from casedesk.ui.fields import Today

EVERYTHING = ""
BOX_LETTERS = 16


class LogFilter(QWidget):
    """Keeps what is looked for; everything is shown until something is chosen."""

    edited = Signal()

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recipient = self._box(_("All persons"), ())
        ways = [way for way in wording.choices(Direction) if way[0] != Direction.BOTH]
        self.direction = self._box(_("Both ways"), ways)
        self.basis = self._box(_("Any ground"), wording.choices(Basis))
        self.since = FieldCell(fields.day("since", "", today), self)
        self.until = FieldCell(fields.day("until", "", today), self)
        self._build()

    def offer(self, lines: Sequence[Disclosure]) -> None:
        """Offer everybody who is in the log."""
        names = sorted({line.recipient for line in lines if line.recipient})
        chosen = self.recipient.value()
        self.recipient.set_items(
            [(EVERYTHING, _("All persons")), *((name, name) for name in names)]
        )
        self.recipient.set_value(chosen if chosen in names else EVERYTHING)

    def clear(self) -> None:
        """Show everything again."""
        for box in (self.recipient, self.direction, self.basis):
            box.set_value(EVERYTHING)
        for cell in (self.since, self.until):
            cell.editor.set_value(None)

    def matches(self, line: Disclosure) -> bool:
        """Whether a line of the log is looked for."""
        day = line.happened_at.astimezone().date()
        direction = self.direction.value()
        since, until = self._day(self.since), self._day(self.until)
        return (
            self.recipient.value() in (EVERYTHING, None, line.recipient)
            and (not direction or line.direction in (direction, Direction.BOTH))
            and self.basis.value() in (EVERYTHING, None, line.basis)
            and (since is None or str(since) <= str(day))
            and (until is None or str(day) <= str(until))
        )

    def _day(self, cell: FieldCell) -> object:
        return None if cell.editor.problem() else cell.editor.value()

    def _box(self, all_words: str, items: Sequence[tuple[object, str]]) -> ChoiceBox:
        offered = [(EVERYTHING, all_words), *items]
        box = ChoiceBox(offered, self, may_be_empty=False)
        box.setMinimumContentsLength(BOX_LETTERS)
        box.edited.connect(self.edited)
        return box

    def _build(self) -> None:
        self.recipient.setAccessibleName(_("Show only with"))
        self.direction.setAccessibleName(_("Show only this direction"))
        self.basis.setAccessibleName(_("Show only what rests on"))
        for cell, name in ((self.since, _("Since")), (self.until, _("Until"))):
            cell.widget.setAccessibleName(name)
            cell.widget.setProperty("placeholderText", name)
            cell.edited.connect(self.edited)
            cell.left.connect(self.edited)
        flow = FlowLayout(self, gap=GRID)
        for widget in (
            self.recipient,
            self.direction,
            self.basis,
            self.since,
            self.until,
        ):
            flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
