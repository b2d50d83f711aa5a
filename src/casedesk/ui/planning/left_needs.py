"""The needs that were left without a goal: who decided, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.dates import Leaning
from casedesk.domain.no_goal import Decider, NoGoalGround
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.faces import GoalFace
from casedesk.ui.problems import problems_shown
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.no_goal import NoGoal
    from casedesk.ui.assessment.domain_names import DomainNames
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class LeftNeeds(Card):
    """Lists decisions to have no goal; each can be put into words and taken back."""

    changed = Signal()
    taken_back = Signal(str)
    removed = Signal(str, int)  # the noun, and the deed that can be taken back

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Without a goal, and why"), parent)
        self._desk = desk
        self.rows: dict[str, Unfolding] = {}
        self._faces: dict[str, GoalFace] = {}
        self.hide()

    def show_decisions(self, no_goals: Sequence[NoGoal], names: DomainNames) -> None:
        """Show these decisions; nothing at all if there are none."""
        self.setVisible(bool(no_goals))
        self._drop({each.id for each in no_goals})
        for no_goal in no_goals:
            row = self.rows.get(no_goal.id) or self._made_row(no_goal)
            title, note = _words(no_goal, names)
            self._faces[no_goal.id].show_goal(title, note, None)
            row.show_record(no_goal, f"{title}, {note}")

    def said(self) -> list[tuple[str, str]]:
        """Return the lines that are shown: the need with the reason, who and when."""
        return [(face.title(), face.note()) for face in self._faces.values()]

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row in self.rows.values():
            row.flush()

    def _made_row(self, no_goal: NoGoal) -> Unfolding:
        face = GoalFace(is_small=True)
        row = Unfolding(
            self._desk.session.no_goals,
            no_goal,
            face,
            self._fields,
            self,
            focus="reason",
        )
        back = CaseAct(_("Take back: the need is open again"))
        back.clicked.connect(lambda: self.taken_back.emit(no_goal.id))
        row.add_action(back)
        row.saved.connect(self._on_saved)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        self.rows[no_goal.id] = row
        self._faces[no_goal.id] = face
        self.add(row)
        return row

    def _fields(self) -> list[Field]:
        today = self._desk.session.clock.today
        return [
            fields.choice("ground", _("No goal, because"), NoGoalGround),
            fields.choice("decided_by", _("Decided by"), Decider),
            fields.needed_day(
                "decided_on", _("Decided on"), today, leaning=Leaning.PAST
            ),
            fields.text("reason", _("In words"), lines=1),
        ]

    def _drop(self, keep: set[str]) -> None:
        for record_id in [known for known in self.rows if known not in keep]:
            row = self.rows.pop(record_id)
            self._faces.pop(record_id)
            row.flush()
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_saved(self) -> None:
        self.changed.emit()

    def _on_remove(self, record_id: str) -> None:
        records = self._desk.session.no_goals
        with problems_shown(self, wording.problem):
            self.removed.emit(records.noun, records.remove(record_id))


def _words(no_goal: NoGoal, names: DomainNames) -> tuple[str, str]:
    title = _("{need}: no goal, because {ground}").format(
        need=names.name(no_goal.life_domain), ground=wording.label(no_goal.ground)
    )
    who = _("{who}, {day}").format(
        who=wording.label(no_goal.decided_by), day=wording.day(no_goal.decided_on)
    )
    note = " · ".join(part for part in (no_goal.reason, who) if part)
    return title, note
