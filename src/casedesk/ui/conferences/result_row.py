"""What was resolved, and what is made of it with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from casedesk.domain.conference import ResolutionKind
from casedesk.domain.task import TaskOwner
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import Tone, badge, button, plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.case import PartyId
    from casedesk.domain.conference import Resolution

_TONES = {
    ResolutionKind.DECISION: Tone.ACCENT,
    ResolutionKind.TASK: Tone.WARNING,
    ResolutionKind.INFORMATION: Tone.NEUTRAL,
}
LETTERS = 60  # of a goal in the menu


class ResultRow(QWidget):
    """Shows a result; what was made of it already leads there instead."""

    task_wanted = Signal(str)
    measure_wanted = Signal(str, str)  # the result, the goal
    shown_wanted = Signal(object)  # the resolution

    def __init__(
        self,
        resolution: Resolution,
        parties: Mapping[PartyId, str],
        goals: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.resolution = resolution
        self._goals = goals
        kind = badge(wording.label(resolution.kind), _TONES[resolution.kind], self)
        self.words = plain_label(resolution.words, "", self, wraps=True)
        about = plain_label(_about(resolution, parties), "small", self, wraps=True)
        self.task = button(_("Make a task"), "", self)
        self.measure = CaseAct(_("Make a measure …"), "", self)
        self.made = button(_made_words(resolution), "link", self)
        is_open = resolution.is_to_be_carried_on
        self.task.setVisible(is_open)
        self.measure.setVisible(is_open)
        self.measure.setEnabled(bool(goals))
        if not goals:
            self.measure.setToolTip(_("A measure serves a goal; there is none yet."))
        self.made.setVisible(resolution.is_carried_on)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.words)
        texts.addWidget(about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(GRID)
        row.addWidget(kind)
        row.addLayout(texts, 1)
        for act in (self.measure, self.task, self.made):
            row.addWidget(act)
        self.task.clicked.connect(self._on_task)
        self.measure.clicked.connect(self._on_measure)
        self.made.clicked.connect(self._on_made)

    def goal_menu(self) -> QMenu:
        """Return the goals that a measure can serve."""
        menu = QMenu(self)
        for goal_id, title in self._goals.items():
            short = title if len(title) <= LETTERS else f"{title[:LETTERS]}…"
            menu.addAction(short.replace("&", "&&")).setData(goal_id)
        menu.triggered.connect(
            lambda action: self.measure_wanted.emit(self.resolution.id, action.data())
        )
        return menu

    def _on_measure(self) -> None:
        menu = self.goal_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.measure.mapToGlobal(self.measure.rect().bottomLeft()))

    def _on_task(self) -> None:
        self.task_wanted.emit(self.resolution.id)

    def _on_made(self) -> None:
        self.shown_wanted.emit(self.resolution)


def _made_words(resolution: Resolution) -> str:
    if resolution.measure_id is not None:
        return _("Measure made – show it")
    return _("Task made – show it")


def _about(resolution: Resolution, parties: Mapping[PartyId, str]) -> str:
    who = wording.label(resolution.responsible)
    if resolution.responsible is TaskOwner.PARTY and resolution.party_id is not None:
        who = parties.get(resolution.party_id, who)
    if resolution.responsible is TaskOwner.OTHER and resolution.responsible_words:
        who = resolution.responsible_words
    if resolution.kind is ResolutionKind.INFORMATION:
        return ""
    if resolution.due_on is None:
        return who
    return _("{who}, by {day}").format(who=who, day=wording.day(resolution.due_on))
