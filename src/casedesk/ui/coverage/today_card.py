"""Gaps and doublings over the cases, on Today: found little by little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from casedesk.domain.coverage import GRAVEST
from casedesk.ui import wording
from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.widgets.card import Card
from casedesk.words.finding_words import FindingWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case_line import CaseLine
    from casedesk.domain.finding import Finding
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.pressable import Pressable

AFTER_MS = 400  # once what is due is painted
PAUSE_MS = 25  # between two cases, so that keys and mouse come first
MOST_CASES = 200  # a practice has fewer; more would be looked through all day
MOST_ROWS = 12
EACH = 2  # of one case, the gravest; the others are in its picture


class TodayFindings(Card):
    """Checks the open cases one after the other and lists the gravest findings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Gaps and what is done twice"), parent)
        self._desk = desk
        self._left: list[CaseLine] = []
        self._checked_at: tuple[int, object] = (-1, None)
        self._found: list[tuple[CaseLine, Finding, str]] = []
        self._more = 0
        self.list = Rows("", self)
        self.add(self.list)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._check_one)
        self.hide()

    def begin(self) -> None:
        """Look through the cases anew, if anything was stored since the last time."""
        session = self._desk.session
        at = (session.changes_stored(), session.clock.today())
        if at == self._checked_at:
            return
        self._checked_at = at
        self._found, self._more = [], 0
        self._left = list(session.cases.lines())[:MOST_CASES]
        self._timer.start(AFTER_MS)

    def is_done(self) -> bool:
        """Whether all cases were looked through."""
        return not self._left

    def _check_one(self) -> None:
        """Check one case; once the page is not seen any more, begin anew later."""
        page = self.parentWidget()
        if self._desk.session.is_locked or page is None or not page.isVisible():
            self._checked_at = (-1, None)
            return
        if self._left:
            self._check(self._left.pop(0))
        if self._left:
            self._timer.start(PAUSE_MS)
        else:
            self._show()

    def _check(self, line: CaseLine) -> None:
        checked = self._desk.session.covering.check(line.case_id)
        words = FindingWords(
            words=_, own_domains=checked.own_domains, today=checked.day
        )
        findings = checked.coverage.findings
        for finding in findings[:EACH]:
            kind = wording.label(finding.kind)
            self._found.append((line, finding, f"{kind}: {words.said(finding)}"))
        self._more += max(len(findings) - EACH, 0)

    def _show(self) -> None:
        shown = sorted(self._found, key=_weight)[:MOST_ROWS]
        more = self._more + len(self._found) - len(shown)
        self.list.show_rows([self._row(*each) for each in shown])
        self.set_note(_("and {count} more").format(count=more) if more else "")
        self.setVisible(bool(shown))

    def _row(self, line: CaseLine, finding: Finding, said: str) -> Pressable:
        row = text_row(f"{line.name} – {said}")
        place = Place(page=Page.COVERAGE, case_id=line.case_id, subject_id=finding.key)
        row.clicked.connect(lambda: self._desk.go(place))
        return row


def _weight(found: tuple[CaseLine, Finding, str]) -> tuple[bool, int, str]:
    """Sort the gravest first, over all cases."""
    line, finding, _said = found
    return finding.is_duplicate, GRAVEST.index(finding.kind), line.name
