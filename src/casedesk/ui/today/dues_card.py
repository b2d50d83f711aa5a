"""Some of what is due, the first of it at once and the rest when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.window import due_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.attention import Due
    from casedesk.ui.desk import Desk

ROWS_AT_ONCE = 25
NAME_LETTERS = 24
LEAST_LETTERS = 80  # in narrower cards, the name stands above what is due


class DuesCard(Card):
    """A row for each date, with the way to it."""

    def __init__(
        self, desk: Desk, title: str, dues: Sequence[Due], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent, note=str(len(dues)))
        self._desk = desk
        self._waiting = list(dues)
        self._words: list[QBoxLayout] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(self.body.spacing())
        self.body.addLayout(self._rows)
        self.more = button(_("Show more"), "link")
        self.more.clicked.connect(self.show_more)
        self.add(self.more)
        self.show_more()

    def show_more(self) -> None:
        """Show the next dates beneath those that are shown."""
        shown, self._waiting = (
            self._waiting[:ROWS_AT_ONCE],
            self._waiting[ROWS_AT_ONCE:],
        )
        subjects = due_words.subjects(self._desk.session, shown)
        for due in shown:
            self._rows.addWidget(self._row(due, subjects.get(due.subject_id, "")))
        self.more.setVisible(bool(self._waiting))

    def count(self) -> int:
        """Return how many dates are shown."""
        return len(self._words)

    def show_as_many(self, as_in: DuesCard | None) -> None:
        """Show as many as another card did, because the user had asked for them."""
        wanted = 0 if as_in is None else as_in.count()
        while self.count() < wanted and self._waiting:
            self.show_more()

    def _row(self, due: Due, subject: str) -> QFrame:
        row = QFrame()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        today = self._desk.session.clock.today()
        day = wording.day(due.due_on) or _("missing")
        when = plain_label(day, "warning" if due.is_overdue(today) else "")
        when.setFixedWidth(self.fontMetrics().averageCharWidth() * 13)
        name = plain_label(due.client_name, "strong")
        name.setMinimumWidth(self.fontMetrics().averageCharWidth() * NAME_LETTERS)
        show = button(_("Show"), "link")
        show.setAccessibleName(
            _("Show {what} of {name}").format(
                what=wording.label(due.kind), name=due.client_name
            )
        )
        show.clicked.connect(lambda: self._desk.go(due_words.place_of(due)))
        what = due_words.what(due, today)
        if subject:
            what = f"{what} – {subject}"
        words = QBoxLayout(self._direction())
        words.addWidget(name)
        words.addWidget(plain_label(what, wraps=True), 1)
        self._words.append(words)
        layout.addWidget(when)
        layout.addLayout(words, 1)
        layout.addWidget(show)
        return row

    def _direction(self) -> QBoxLayout.Direction:
        least = LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        return direction.LeftToRight if self.width() >= least else direction.TopToBottom

    # --- Card

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        for words in self._words:
            words.setDirection(self._direction())
