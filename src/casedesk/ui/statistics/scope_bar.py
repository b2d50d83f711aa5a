"""Chooses what is counted: a period, an area of application, a payer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.case import Area
from casedesk.domain.statistics import NOBODY, PRIVATE, Scope
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.ui.fields import Today

ALL_YEARS, FREE = "all", "free"
EVERYTHING = ""
BOX_LETTERS = 20


class ScopeBar(QWidget):
    """Keeps what is counted; at first all cases of this year."""

    edited = Signal()

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._first = today()
        self.period = ChoiceBox([], self, may_be_empty=False)
        self.since = FieldCell(fields.day("since", "", today), self)
        self.until = FieldCell(fields.day("until", "", today), self)
        self.area = ChoiceBox([], self, may_be_empty=False)
        self.payer = ChoiceBox([], self, may_be_empty=False)
        self._build()

    def offer(self, first: date | None, payers: Mapping[str, str]) -> None:
        """Offer the years since the first case, and the payers; the choice stays."""
        today = self._today()
        self._first = min(first or today, today)
        years = range(today.year, self._first.year - 1, -1)
        periods: list[tuple[object, str]] = [(year, str(year)) for year in years]
        periods += [(ALL_YEARS, _("All years")), (FREE, _("Other period"))]
        self.period.set_items(periods)
        areas: list[tuple[object, str]] = [(EVERYTHING, _("All areas"))]
        self.area.set_items([*areas, *wording.choices(Area)])
        others = ((PRIVATE, _("Private persons")), (NOBODY, _("No payer named")))
        self.payer.set_items([(EVERYTHING, _("All payers")), *payers.items(), *others])

    def scope(self) -> Scope | None:
        """Return what is counted; nothing while the days make no period."""
        days = self._days()
        if days is None or days[1] < days[0]:
            return None
        area = self.area.value()
        return Scope(
            since=days[0],
            until=days[1],
            area=area if isinstance(area, Area) else None,
            payer=str(self.payer.value() or ""),
        )

    def said(self) -> str:
        """Say which cases are counted, if not all of them."""
        boxes = (self.area, self.payer)
        return " · ".join(box.currentText() for box in boxes if box.value())

    def _days(self) -> tuple[date, date] | None:
        today = self._today()
        period = self.period.value()
        if isinstance(period, int):
            return date(period, 1, 1), date(period, 12, 31)
        if period == ALL_YEARS:
            return date(self._first.year, 1, 1), date(today.year, 12, 31)
        since, until = _day(self.since), _day(self.until)
        return None if since is None or until is None else (since, until)

    def _build(self) -> None:
        flow = FlowLayout(self, gap=GRID)
        for box, name in (
            (self.period, _("Period")),
            (self.area, _("Application area")),
            (self.payer, _("Payer")),
        ):
            # Without labels: with large text on a small screen, they found no room.
            box.setMinimumContentsLength(BOX_LETTERS)
            box.setAccessibleName(name)
            flow.addWidget(box)
            box.edited.connect(self._on_edited)
            if box is self.period:
                flow.addWidget(self.since)
                flow.addWidget(self.until)
        for cell, name in ((self.since, _("Since")), (self.until, _("Until"))):
            cell.widget.setAccessibleName(name)
            cell.widget.setProperty("placeholderText", name)
            cell.edited.connect(self._on_edited)
            cell.left.connect(self._on_edited)
            cell.hide()

    def _on_edited(self) -> None:
        is_free = self.period.value() == FREE
        if is_free and self.since.isHidden():
            self._propose()
        self.since.setVisible(is_free)
        self.until.setVisible(is_free)
        self.edited.emit()

    def _propose(self) -> None:
        """Begin with this year up to today, so that there is something to change."""
        if _day(self.since) is None:
            today = self._today()
            self.since.editor.set_value(date(today.year, 1, 1))
            self.until.editor.set_value(today)


def _day(cell: FieldCell) -> date | None:
    value = None if cell.editor.problem() else cell.editor.value()
    return value if isinstance(value, date) else None
