"""The gravest findings of the coverage check, on the overview of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button
from casedesk.words.finding_words import FindingWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.domain.finding import Finding
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.pressable import Pressable

MOST = 4


class FindingsCard(Card):
    """Lists the gravest gaps and doublings; each row leads to the picture."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Gaps and what is done twice"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.list = Rows(_("No gap and nothing done twice was found."), self)
        self.add(self.list)
        more = button(_("Coverage"), "link", self)
        self.add_action(more)
        more.clicked.connect(self._on_more)

    def show_case(self, case_id: CaseId) -> None:
        """Check a case and show what was found."""
        self._case_id = case_id
        checked = self._desk.session.covering.check(case_id)
        words = FindingWords(
            words=_, own_domains=checked.own_domains, today=checked.day
        )
        findings = checked.coverage.findings
        shown = [each for each in findings if not each.is_duplicate][:MOST]
        shown += [each for each in findings if each.is_duplicate][:1]
        self.list.show_rows([self._row(case_id, each, words) for each in shown])
        more = len(findings) - len(shown)
        self.set_note(_("and {count} more").format(count=more) if more > 0 else "")

    def _row(self, case_id: CaseId, finding: Finding, words: FindingWords) -> Pressable:
        sign = _("Twice") if finding.is_duplicate else _("Gap")
        kind = wording.label(finding.kind)
        row = text_row(f"{sign} · {kind}: {words.said(finding)}")
        place = Place(page=Page.COVERAGE, case_id=case_id, subject_id=finding.key)
        row.clicked.connect(lambda: self._desk.go(place))
        return row

    def _on_more(self) -> None:
        self._desk.go(Place(page=Page.COVERAGE, case_id=self._case_id))
