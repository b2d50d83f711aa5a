"""One core point of the quality check: what is missing, set aside, and there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.quality import LineState
from casedesk.ui import wording
from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.language import gettext as _
from casedesk.ui.quality import quality_words
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import Tone, button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.case import CaseId
    from casedesk.domain.quality import (
        CorePoint,
        Quality,
        QualityLine,
        QualityWaiver,
    )
    from casedesk.services.session import Session
    from casedesk.ui.widgets.pressable import Pressable


class PointCard(Card):
    """Shows the lines of one point; a press on what is missing leads to its place."""

    wanted = Signal(object)  # the line whose place is wanted
    waive_wanted = Signal(object)  # the line that does not apply
    back_wanted = Signal(object)  # the waiver that is taken back

    def __init__(
        self, session: Session, point: CorePoint, parent: QWidget | None = None
    ) -> None:
        super().__init__(wording.label(point), parent)
        self._session = session
        self._point = point
        self.missing = Rows("", self)
        self.waived = Rows("", self)
        self._there = plain_label("", "small", self, wraps=True)
        for part in (self.missing, self.waived, self._there):
            self.add(part)

    def show_lines(self, case_id: CaseId, quality: Quality) -> None:
        """Show what was found in a case; a point that means nothing in it hides."""
        own = [each for each in quality.lines if each.point is self._point]
        missing = [each for each in quality.missing if each in own]
        waived = [(line, by) for line, by in quality.waived if line in own]
        there = [each for each in own if each.state is LineState.THERE]
        self.missing.show_rows([self._missing_row(case_id, e) for e in missing])
        self.waived.show_rows([self._waived_row(line, by) for line, by in waived])
        said = "\n".join(f"✓ {quality_words.there(each)}" for each in there)
        self._there.setText(said)
        self._there.setVisible(bool(said))
        self.missing.setVisible(bool(missing))
        self.waived.setVisible(bool(waived))
        self.setVisible(bool(missing or waived or there))
        count = len(missing)
        note = _("{count} missing").format(count=count) if count else ""
        self.set_note(note, Tone.WARNING)

    def said_there(self) -> str:
        """Return what is said to be there."""
        return self._there.text()

    def _missing_row(self, case_id: CaseId, line: QualityLine) -> QWidget:
        words = quality_words.sentence(self._session, line, case_id)
        row = text_row(words)
        row.clicked.connect(partial(self.wanted.emit, line))
        waive = button(_("Does not apply here …"), "link")
        spoken = _("Does not apply here: {what}").format(what=wording.label(line.check))
        return _LineRow(row, waive, spoken, partial(self.waive_wanted.emit, line))

    def _waived_row(self, line: QualityLine, waiver: QualityWaiver) -> QWidget:
        words = plain_label(quality_words.waived(line, waiver), "muted", wraps=True)
        back = button(_("Ask for it again"), "link")
        spoken = _("Ask for it again: {what}").format(what=wording.label(line.check))
        return _LineRow(words, back, spoken, partial(self.back_wanted.emit, waiver))


class _LineRow(QWidget):
    """A line with an act beside it."""

    def __init__(
        self,
        words: QWidget,
        act: QPushButton,
        spoken: str,
        deed: Callable[[], object],
    ) -> None:
        super().__init__()
        self.words: QWidget | Pressable = words
        self.act = act
        act.setAccessibleName(spoken)
        act.clicked.connect(lambda: deed())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(words, 1)
        layout.addWidget(act)
