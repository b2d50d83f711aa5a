"""Two versions of an assessment beside each other: what changed, and from what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.assessment_change import ChangeState, changed_head
from casedesk.domain.document import DocumentKind
from casedesk.ui import wording
from casedesk.ui.assessment.assessment_words import version_title
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.assessment.entry_words import NOUN, said
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.assessment import Assessment
    from casedesk.domain.assessment_change import DomainChange
    from casedesk.ui.desk import Desk

WIDTH, HEIGHT = 900, 640


class CompareDialog(QDialog):
    """Compares any two versions of a case."""

    def __init__(
        self, desk: Desk, shown: Assessment, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._versions = {
            a.id: a for a in desk.session.assessing.of_case(shown.case_id)
        }
        self.rows: list[tuple[str, str, str]] = []
        self.setWindowTitle(_("Compare versions"))
        self._build()
        earlier = shown.earlier_id or next(iter(self._versions))
        self.before.set_value(earlier)
        self.after.set_value(shown.id)
        self._show()

    def compare_from(self, assessment_id: str) -> None:
        """Compare with another earlier version."""
        self.before.set_value(assessment_id)
        self._show()

    def _build(self) -> None:
        items = [(a.id, version_title(a)) for a in self._versions.values()]
        self.before = ChoiceBox(items, self, may_be_empty=False)
        self.after = ChoiceBox(items, self, may_be_empty=False)
        self.before.setAccessibleName(_("Earlier version"))
        self.after.setAccessibleName(_("Later version"))
        self.print = button(_("Print comparison"), "", self)
        close = button(_("Close"), "", self)
        self.page = ScrollPage(self)
        self._sheet = QWidget(self)
        self.page.add(self._sheet)
        choosers = QHBoxLayout()
        choosers.addWidget(self.before, 1)
        choosers.addWidget(self.after, 1)
        acts = QHBoxLayout()
        acts.addStretch()
        acts.addWidget(self.print)
        acts.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(choosers)
        layout.addWidget(self.page, 1)
        layout.addLayout(acts)
        self.resize(WIDTH, HEIGHT)
        self.before.edited.connect(self._show)
        self.after.edited.connect(self._show)
        self.print.clicked.connect(self._on_print)
        close.clicked.connect(self.accept)

    def _chosen(self) -> tuple[Assessment, Assessment]:
        before = self._versions[self.before.value()]  # type: ignore[index]  # the box holds ids
        return before, self._versions[self.after.value()]  # type: ignore[index]  # as above

    def _show(self) -> None:
        before, after = self._chosen()
        self.rows = []
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        changes = self._desk.session.assessing.compare(before.id, after.id)
        column.addWidget(plain_label(_counted(changes), "strong", sheet, wraps=True))
        self._add_head(column, before, after)
        names = DomainNames(self._desk.session)
        for change in changes:
            if change.state in (ChangeState.CHANGED, ChangeState.NEW):
                entry = change.after or change.before
                title = (
                    names.name(change.life_domain) if entry is None else names.of(entry)
                )
                column.addWidget(self._card(title, change))
        self.page.body.replaceWidget(self._sheet, sheet)
        self._sheet.deleteLater()
        self._sheet = sheet

    def _add_head(
        self, column: QVBoxLayout, before: Assessment, after: Assessment
    ) -> None:
        fields = changed_head(before, after)
        if not fields:
            return
        card = Card(_("On the whole"), self)
        for name in fields:
            old, new = getattr(before, name), getattr(after, name)
            self._add_pair(card, field_label("assessment", name), old, new)
        column.addWidget(card)

    def _card(self, title: str, change: DomainChange) -> Card:
        card = Card(title, self, note=wording.label(change.state))
        for name in change.fields:
            old, new = said(change.before, name), said(change.after, name)
            self._add_pair(card, field_label(NOUN, name), old, new)
        return card

    def _add_pair(self, card: Card, label: str, old: str, new: str) -> None:
        self.rows.append((label, old, new))
        card.add(plain_label(label, "field", card, wraps=True))
        pair = QHBoxLayout()
        for words, look in ((old, "muted"), (new, "")):
            text = plain_label(words or "–", look, card, wraps=True)
            pair.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(pair)

    def _on_print(self) -> None:
        with problems_shown(self, wording.problem):
            before, after = self._chosen()
            paper = self._desk.session.papers.assessment(
                DocumentKind.ASSESSMENT_COMPARISON, (before.id, after.id)
            )
            self.accept()
            self._desk.preview(paper)


def _counted(changes: list[DomainChange]) -> str:
    parts = [
        f"{sum(c.state is state for c in changes)} {wording.label(state)}"
        for state in ChangeState
        if any(c.state is state for c in changes)
    ]
    return _("Domains of life: {counts}").format(counts=", ".join(parts))
