"""The page of the quality check: what is missing by the ten core points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.quality import CorePoint
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.quality import quality_words
from casedesk.ui.quality.point_card import PointCard
from casedesk.ui.tasks.say_dialog import SayDialog
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage, bring_into_sight

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.quality import QualityLine, QualityWaiver
    from casedesk.ui.desk import Desk


class QualityPage(QWidget):
    """Lists what the file of a case lacks; each line leads to where it is mended."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.dialog: SayDialog | None = None
        self.cards: dict[CorePoint, PointCard] = {}
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Check a case, and show the point to which a waiver belongs."""
        self._case_id = case_id
        self._page.to_top()
        self.refresh()
        waiver = self._desk.session.quality_waivers.find(subject_id)
        for line in self._desk.session.quality.check(case_id).quality.lines:
            if waiver is not None and line.check is waiver.quality_check:
                bring_into_sight(self.cards[line.point])

    def refresh(self) -> None:
        """Check the case again."""
        if self._case_id is None:
            return
        quality = self._desk.session.quality.check(self._case_id).quality
        lacking = {line.point for line in quality.missing}
        for card in self.cards.values():
            card.show_lines(self._case_id, quality)
        for point in sorted(CorePoint, key=lambda each: each not in lacking):
            self._page.add(self.cards[point])  # what is missing stands above
        self.nothing.setVisible(not quality.missing)

    def flush(self) -> None:
        """Nothing is typed here but in a dialog, which keeps it."""

    def print_shown(self) -> None:
        """Show the quality record on paper."""
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                papers = self._desk.session.look_back_papers
                self._desk.preview(papers.quality_record(self._case_id))

    def _build(self) -> None:
        heading = SectionHeading(_("Quality check"), self)
        printing = button(_("Print"), "", self)
        heading.add_action(printing)
        about = plain_label(
            _(
                "What the file should hold by now and does not, by the ten core points "
                "of Netzwerk Case Management Schweiz. What is looked for beneath each "
                "point was chosen by CaseDesk. What is not due yet is not asked for."
            ),
            "muted",
            self,
            wraps=True,
        )
        self.nothing = EmptyState(_("Nothing is missing."), "", self)
        self._page = ScrollPage(self)
        for widget in (heading, about, self.nothing):
            self._page.add(widget)
        for point in CorePoint:
            card = PointCard(self._desk.session, point, self)
            card.wanted.connect(self._on_wanted)
            card.waive_wanted.connect(self._on_waive)
            card.back_wanted.connect(self._on_back)
            self.cards[point] = card
            self._page.add(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.addWidget(self._page)
        printing.clicked.connect(self.print_shown)

    def _on_wanted(self, line: QualityLine) -> None:
        if self._case_id is not None:
            session = self._desk.session
            self._desk.go(quality_words.place_of(session, line, self._case_id))

    def _on_waive(self, line: QualityLine) -> None:
        if self._case_id is None:
            return
        session, case_id = self._desk.session, self._case_id
        missing = quality_words.sentence(session, line, case_id)
        question = _(
            "{missing}\n\nWhy does this not apply here? The reason stands on the "
            "quality record: name no diagnosis."
        ).format(missing=missing)
        dialog = SayDialog(question, GrowingText(), _("Does not apply here"), self)
        dialog.keep_with(session, "case", case_id, f"waive-{line.check}")
        dialog.said.connect(lambda reason: self._waive(line, missing, str(reason)))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _waive(self, line: QualityLine, missing: str, reason: str) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.quality.waive(
                    self._case_id, line, said=missing, reason=reason
                )
                self.refresh()

    def _on_back(self, waiver: QualityWaiver) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.quality.take_back(waiver.id)
            self.refresh()
