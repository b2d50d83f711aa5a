"""What a sheet adds up to, beside a hint that cannot be overlooked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from casedesk.ui.instruments.outcome_words import figure_words, missing_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from casedesk.domain.instrument import Instrument
    from casedesk.domain.scoring import Outcome


class OutcomeCard(Card):
    """Shows the figures of a sheet, what is missing for them, and the hints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Result"), parent)
        self._alert = Banner(self)
        self._figures = QWidget(self)
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setColumnStretch(1, 1)
        self._labels: dict[tuple[int, int], QLabel] = {}
        self._money = plain_label("", "", self, wraps=True)
        self._missing = plain_label("", "muted", self, wraps=True)
        self._orientation = plain_label("", "small", self, wraps=True)
        self.add(self._alert)
        self.add(self._figures)
        for label in (self._money, self._missing, self._orientation):
            self.add(label)

    def show_outcome(self, pack: Instrument, outcome: Outcome, money: str) -> None:
        """Show what a sheet says."""
        self._show_figures(outcome)
        if outcome.alerts:
            self._alert.show_message("\n".join(a.text for a in outcome.alerts))
        else:
            self._alert.hide()
        lines = (
            (self._money, money),
            (self._missing, missing_words(outcome)),
            (self._orientation, pack.orientation),
        )
        for label, text in lines:
            label.setText(text)
            label.setVisible(bool(text))

    def has_alert(self) -> bool:
        """Tell whether a hint is shown."""
        return not self._alert.isHidden()

    def lines(self) -> list[tuple[str, str]]:
        """Return the figures that are shown, each with its heading."""
        rows = sorted({row for row, _column in self._labels})
        return [(self._labels[r, 0].text(), self._labels[r, 1].text()) for r in rows]

    def _show_figures(self, outcome: Outcome) -> None:
        shown = [each for each in outcome.figures if each.score.heading]
        for row, found in enumerate(shown):
            look = "strong" if found is shown[-1] else ""
            self._put(row, 0, found.score.heading, "muted")
            self._put(row, 1, figure_words(found), look)

    def _put(self, row: int, column: int, text: str, look: str) -> None:
        # A sheet has the same figures as long as it is shown.
        label = self._labels.get((row, column))
        if label is None:
            label = plain_label("", look, self._figures, wraps=True)
            self._labels[row, column] = label
            self._grid.addWidget(label, row, column)
        label.setText(text)
