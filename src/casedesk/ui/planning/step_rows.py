"""The steps of a template with their days, before they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.template_words import step_note
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casedesk.domain.measure_template import DatedStep
    from casedesk.ui.fields import Today

DAY_LETTERS = 22


class StepRow(QWidget):
    """One step: whether it is made, from which day on, and what it says."""

    ticked = Signal()

    def __init__(
        self, dated: DatedStep, today: Today, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._dated = dated
        self._is_moved = False
        what = dated.step.what
        self.tick = TickBox("", self)
        self.tick.setAccessibleName(what)
        self.tick.setChecked(True)
        field = fields.needed_day("starts_on", _("From"), today)
        self.day = field.editor
        self._note = plain_label("", "muted", self, wraps=True)
        self._build(what, field.editor)  # type: ignore[arg-type]  # every editor is a widget
        self._show()

    def show_dated(self, dated: DatedStep) -> None:
        """Show the step with other days, unless its day was changed by hand."""
        if not self._is_moved:
            self._dated = dated
            self._show()

    def chosen(self) -> DatedStep | None:
        """Return the step with its days, or nothing if it is not to be made."""
        if not self.tick.isChecked() or self.day.problem():
            return None
        day: date = self.day.value()  # type: ignore[assignment]  # a needed day
        return self._dated.moved_to(day)

    def _build(self, what: str, editor: QWidget) -> None:
        editor.setAccessibleName(_("From: {what}").format(what=what))
        editor.setFixedWidth(DAY_LETTERS * editor.fontMetrics().averageCharWidth())
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(what, "", self, wraps=True))
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.tick)
        row.addWidget(editor)
        row.addLayout(words, 1)
        self.tick.edited.connect(self.ticked)
        self.day.edited.connect(self._on_moved)

    def _show(self) -> None:
        self.day.set_value(self._dated.starts_on)
        self._note.setText(step_note(self._dated))

    def _on_moved(self) -> None:
        self._is_moved = True
        if not self.day.problem():
            day: date = self.day.value()  # type: ignore[assignment]  # a needed day
            self._note.setText(step_note(self._dated.moved_to(day)))
        self.ticked.emit()


class StepRows(QWidget):
    """All steps of a template, by day."""

    ticked = Signal()

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.rows: dict[str, StepRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)

    def show_steps(self, steps: Sequence[DatedStep]) -> None:
        """Show these steps; what was unticked or moved by hand stays so."""
        wanted = [each.step.id for each in steps]
        if wanted != list(self.rows):
            self._fill(steps)
        for each in steps:
            self.rows[each.step.id].show_dated(each)

    def chosen(self) -> list[DatedStep]:
        """Return the steps that are to be made."""
        found = (row.chosen() for row in self.rows.values())
        return [each for each in found if each is not None]

    def has_trouble(self) -> bool:
        """Whether a step that is to be made has no good day."""
        return any(
            row.tick.isChecked() and row.day.problem() for row in self.rows.values()
        )

    def _fill(self, steps: Sequence[DatedStep]) -> None:
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for each in steps:
            row = StepRow(each, self._today, self)
            row.ticked.connect(self.ticked)
            self.rows[each.step.id] = row
            self._column.addWidget(row)
