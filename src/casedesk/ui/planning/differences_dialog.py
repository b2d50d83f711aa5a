"""What changed between two versions of a plan, field by field, to read and to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.plan import PlanId
from casedesk.domain.plan_change import PlanChangeKind
from casedesk.services.paper_words.plan_differences import counted
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext, spoken
from casedesk.ui.planning.version_words import version_title
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import Tone, button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.services.paper_words.plan_differences import Difference
    from casedesk.ui.desk import Desk

_TONES = {
    PlanChangeKind.ADDED: Tone.OK,
    PlanChangeKind.LEFT_OUT: Tone.WARNING,
    PlanChangeKind.CHANGED: Tone.NEUTRAL,
}


class DifferencesDialog(QDialog):
    """Compares any two versions of a plan; the draft counts as one."""

    def __init__(
        self,
        desk: Desk,
        before_id: PlanId,
        after_id: PlanId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found: list[Difference] = []
        plan = desk.session.plans.get(after_id)
        plans = desk.session.plans.of(case_id=plan.case_id)
        items = [(each.id, version_title(each)) for each in plans]
        self.before = ChoiceBox(items, self, may_be_empty=False)
        self.after = ChoiceBox(items, self, may_be_empty=False)
        self.limits = plain_label(
            _(
                "Only texts were compared: of one of the versions it was not kept "
                "which goals and measures it had."
            ),
            "warning-small",
            self,
            wraps=True,
        )
        self.counts = plain_label("", "strong", self, wraps=True)
        self.print = button(_("Print differences"), "", self)
        self._build()
        self.before.set_value(before_id)
        self.after.set_value(after_id)
        self._show()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What has changed in the plan"))
        self.before.setAccessibleName(_("Earlier version"))
        self.after.setAccessibleName(_("Later version"))
        self._page = ScrollPage(self)
        self._sheet = QWidget(self)
        self._page.add(self._sheet)
        choosers = QHBoxLayout()
        choosers.setSpacing(GRID)
        choosers.addWidget(self.before, 1)
        choosers.addWidget(plain_label("→", "", self))
        choosers.addWidget(self.after, 1)
        close = button(_("Close"), "", self)
        acts = QHBoxLayout()
        acts.setSpacing(GRID)
        acts.addWidget(self.counts, 1)
        acts.addWidget(self.print)
        acts.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addLayout(choosers)
        layout.addWidget(self.limits)
        layout.addWidget(self._page, 1)
        layout.addLayout(acts)
        make_room(self, letters=130, lines=42)
        self.before.edited.connect(self._show)
        self.after.edited.connect(self._show)
        self.print.clicked.connect(self._on_print)
        close.clicked.connect(self.reject)

    def _chosen(self) -> tuple[PlanId, PlanId]:
        return PlanId(str(self.before.value())), PlanId(str(self.after.value()))

    def _show(self) -> None:
        versions = self._desk.session.plan_versions
        self.found = versions.differences_in_words(*self._chosen(), Words(spoken()))
        is_limited = versions.compares_only_texts(*self._chosen())
        self.limits.setVisible(is_limited)
        self.counts.setText(_counted(self.found, is_limited=is_limited))
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for each in self.found:
            column.addWidget(_card(each, sheet))
        column.addStretch(1)
        self._page.body.replaceWidget(self._sheet, sheet)
        self._sheet.hide()
        self._sheet.deleteLater()
        self._sheet = sheet

    def _on_print(self) -> None:
        with problems_shown(self, wording.problem):
            paper = self._desk.session.plan_papers.differences(*self._chosen())
            self.accept()
            self._desk.preview(paper)


def _card(difference: Difference, parent: QWidget) -> Card:
    card = Card(difference.heading, parent)
    if difference.kind is not None:
        card.set_note(wording.label(difference.kind), _TONES[difference.kind])
    for label, old, new in difference.rows:
        card.add(plain_label(label, "field", card, wraps=True))
        if difference.kind is PlanChangeKind.ADDED:
            card.add(plain_label(new, "", card, wraps=True))
            continue
        pair = QHBoxLayout()
        pair.setSpacing(GRID)
        for words, look in ((old, "muted"), (new, "")):
            text = plain_label(words or "–", look, card, wraps=True)
            pair.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(pair)
    return card


def _counted(found: list[Difference], *, is_limited: bool) -> str:
    if not found and is_limited:
        return _("No text is different.")
    if not found:
        return _("Both versions say the same.")
    parts = [
        f"{count} {wording.label(kind)}"
        for kind in PlanChangeKind
        if (count := counted(found, kind))
    ]
    words = ngettext("{n} difference", "{n} differences", len(found))
    return ": ".join(filter(None, (words.format(n=len(found)), ", ".join(parts))))
