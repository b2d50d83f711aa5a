"""A part of the statistics: a picture, its table, and how it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.services.statistic_figures import figure_of
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.figure_frame import FigureFrame
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.words.statistic_words import Line, PartTable

LABEL_SHARE = 2


class PartCard(Card):
    """Enter or a double click on a line asks for the cases behind it."""

    line_opened = Signal(object)

    def __init__(self, table: PartTable, parent: QWidget | None = None) -> None:
        super().__init__(table.title, parent)
        self._build(table)

    def show_part(self, table: PartTable) -> None:
        """Show other figures of the same part; lines with nothing are left out."""
        filled = table.filled()
        self.table.show_records(filled.lines)
        self.table.setVisible(bool(filled.lines))
        self._nothing.setVisible(not filled.lines)
        self._definitions.setText("\n".join(table.definitions))
        make = figure_of(filled)
        self._frame.setVisible(make is not None)
        if make is not None:
            self._frame.show_figure(make)

    def _build(self, table: PartTable) -> None:
        self._ask = button(_("How is this counted?"), "link", self)
        self._ask.setCheckable(True)
        self._ask.setAccessibleDescription(table.title)
        self.add_action(self._ask)
        self._definitions = plain_label("", "small", self, wraps=True)
        self._definitions.hide()
        self._frame = FigureFrame("", self)
        self._nothing = plain_label(_("Nothing was counted here."), "muted", self)
        self.table: RecordTable[Line] = RecordTable(_columns(table), self, grows=True)
        self.table.setAccessibleName(table.title)
        self.add(self._definitions)
        self.add(self._frame)
        self.add(self.table)
        self.add(self._nothing)
        self._ask.toggled.connect(self._on_asked)
        self.table.opened.connect(self.line_opened)

    def _on_asked(self, is_asked: bool) -> None:
        self._definitions.setVisible(is_asked)
        if is_asked:
            announce(self._definitions, self._definitions.text())


def _columns(table: PartTable) -> tuple[Column[Line], ...]:
    first, *others = table.columns
    return (
        Column(first, lambda line: line.label, stretch=LABEL_SHARE),
        *(_column(name, at) for at, name in enumerate(others)),
    )


def _column(name: str, at: int) -> Column[Line]:
    return Column(name, lambda line: line.shown[at].text, align_right=True)
