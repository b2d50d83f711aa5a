"""Asks what of the record is to be printed: kinds, period, with which texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.happening import TOPICS, Narrowing, Topic, kinds_of
from casedesk.services.paper_words.record_extract import Extract
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

LEAST_WIDTH = 560


class PrintDialog(QDialog):
    """Begins with what is looked for on the page; the preview follows."""

    def __init__(
        self,
        desk: Desk,
        case_id: CaseId,
        narrowing: Narrowing,
        parent: QWidget | None = None,
        *,
        said: str = "",
    ) -> None:
        """`said` tells by what else than topics and days the page is narrowed."""
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._narrowing = narrowing
        today = desk.session.clock.today
        self.topics = ChoiceChips(wording.choices(Topic), self)
        self.since = FieldCell(fields.day("since", _("Since"), today), self)
        self.until = FieldCell(fields.day("until", _("Until"), today), self)
        self.internal = TickBox(_("With the internal texts"), self)
        self.narrowed = TickBox(_("Only what is looked for on the page:"), self)
        self.narrowed_words = plain_label(said, "small", self, wraps=True)
        self.show_paper = button(_("Show the paper"), "primary", self)
        self._build()

    def extract(self) -> Extract:
        """Return what is to be printed."""
        chosen = self.topics.value()
        topics = frozenset(each for each in chosen if isinstance(each, Topic))
        base = self._narrowing if self.narrowed.value() else Narrowing()
        kept = frozenset() if self._began_with_topics else base.kinds
        return Extract(
            narrowing=replace(
                base,
                kinds=kinds_of(topics) or kept,
                since=_day(self.since),
                until=_day(self.until),
            ),
            with_internal=bool(self.internal.value()),
        )

    def _build(self) -> None:
        self.setWindowTitle(_("Print the record"))
        set_look(self, "card")
        self.setMinimumWidth(LEAST_WIDTH)
        narrowing = self._narrowing
        ticked = tuple(
            t for t in Topic if narrowing.kinds and narrowing.kinds >= TOPICS[t]
        )
        self._began_with_topics = bool(ticked)
        self.topics.set_value(ticked)
        self.topics.setAccessibleName(_("Kinds"))
        self.since.editor.set_value(narrowing.since)
        self.until.editor.set_value(narrowing.until)
        self.internal.set_value(True)
        self.narrowed.set_value(True)
        for part in (self.narrowed, self.narrowed_words):
            part.setVisible(bool(self.narrowed_words.text()))
        close = button(_("Cancel"), "", self)
        days = QHBoxLayout()
        days.setSpacing(2 * GRID)
        days.addWidget(self.since)
        days.addWidget(self.until)
        days.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        foot.addWidget(self.show_paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID + 4)
        column.addWidget(plain_label(_("Print the record"), "heading", self))
        column.addWidget(plain_label(_("Nothing ticked means all."), "small", self))
        column.addWidget(self.topics)
        column.addLayout(days)
        column.addWidget(self.narrowed)
        column.addWidget(self.narrowed_words)
        column.addWidget(self.internal)
        column.addWidget(plain_label(_words(), "small", self, wraps=True))
        column.addStretch(1)
        column.addLayout(foot)
        close.clicked.connect(self.reject)
        self.show_paper.clicked.connect(self._on_show)
        self.show_paper.setDefault(True)

    def _on_show(self) -> None:
        with problems_shown(self, wording.problem):
            paper = self._desk.session.record_papers.prepare(
                self._case_id, self.extract()
            )
            self.accept()
            self._desk.preview(paper)


def _words() -> str:
    return _(
        "For whom it is, you say in the preview: for others the check decides what "
        "they may read. Entries on an issued paper are locked."
    )


def _day(cell: FieldCell) -> date | None:
    return None if cell.editor.problem() else cell.editor.value()  # type: ignore[return-value]  # the field holds days
