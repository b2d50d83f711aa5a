"""A goal on a card, with its measures beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.language import gettext as _
from casedesk.ui.planning import plan_fields, plan_words
from casedesk.ui.planning.faces import GoalFace, MeasureFace
from casedesk.ui.theme import GRID
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.case import PartyId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class GoalCard(Card):
    """Shows a goal and its measures; each is edited in its place."""

    measure_wanted = Signal(str)
    removed = Signal(str, int)  # the noun, and the deed that can be taken back
    moved_up = Signal(str)
    moved_down = Signal(str)
    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        goal: Goal,
        states: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`states` are the words for the states of measures."""
        super().__init__("", parent)
        self._states = states
        self._desk = desk
        self._goal = goal
        self._names: Mapping[PartyId, str] = {}
        self._measures: dict[str, Unfolding] = {}
        self._faces: dict[str, MeasureFace] = {}
        self._build()

    def show_goal(
        self, goal: Goal, measures: Sequence[Measure], names: Mapping[PartyId, str]
    ) -> None:
        """Show a goal with its measures; `names` are those of the parties."""
        self._goal = goal
        if names != self._names:
            self._names = names
            for row in self._measures.values():
                row.offer("party_id", list(names.items()))
        self._show_goal()
        self._drop({measure.id for measure in measures})
        for place, measure in enumerate(measures):
            row = self._measures.get(measure.id) or self._made_row(measure)
            if self._rows.indexOf(row) != place:
                self._rows.insertWidget(place, row)
            self._show_measure(measure)
        self._head.setVisible(bool(measures))

    def measure(self, measure_id: str) -> Unfolding:
        """Return the row of a measure."""
        return self._measures[measure_id]

    def measures(self) -> list[Sequence[str]]:
        """Return the cells of the measures that are shown."""
        return [face.cells() for face in self._faces.values()]

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.goal.flush()
        for row in self._measures.values():
            row.flush()

    def _build(self) -> None:
        self._face = GoalFace()
        self.goal = Unfolding(
            self._desk.session.goals,
            self._goal,
            self._face,
            self._goal_fields,
            self,
            focus="wording",
        )
        up = button(_("Move up"))
        down = button(_("Move down"))
        self.goal.add_action(up)
        self.goal.add_action(down)
        self._head = MeasureFace(self._states, self, is_head=True)
        self._head.show_cells(plan_words.captions())
        self._head.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        add = button(_("+ Measure"), "link", self)
        add.setAccessibleName(_("Add a measure"))
        heads = QVBoxLayout()
        heads.setContentsMargins(GRID // 2, 0, GRID // 2, 0)  # as in the rows
        heads.addWidget(self._head)
        self.body.setSpacing(GRID // 2)
        self.add(self.goal)
        self.body.addLayout(heads)
        self.body.addLayout(self._rows)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch()
        self.body.addLayout(row)

        up.clicked.connect(self._on_up)
        down.clicked.connect(self._on_down)
        add.clicked.connect(self._on_add)
        self.goal.saved.connect(self._on_goal_saved)
        self.goal.remove_wanted.connect(self._on_remove_goal)
        self.goal.changes_wanted.connect(self._desk.show_changes)

    def _goal_fields(self) -> list[Field]:
        session = self._desk.session
        domains = DomainNames(session).offered(self._goal.case_id)
        return plan_fields.goal(session.clock.today, domains)

    def _measure_fields(self) -> list[Field]:
        return plan_fields.measure(self._desk.session.clock.today, self._names)

    def _show_goal(self) -> None:
        title = plan_words.goal_title(self._goal)
        note = plan_words.goal_note(self._goal, DomainNames(self._desk.session))
        self._face.show_goal(title, note, plan_words.pips(self._goal))
        spoken = (title, note, plan_words.progress_words(self._goal))
        self.goal.show_record(self._goal, ", ".join(part for part in spoken if part))

    def _made_row(self, measure: Measure) -> Unfolding:
        face = MeasureFace(self._states)
        row = Unfolding(
            self._desk.session.measures,
            measure,
            face,
            self._measure_fields,
            self,
            focus="what",
        )
        row.saved.connect(self._on_measure_saved)
        row.remove_wanted.connect(self._on_remove_measure)
        row.changes_wanted.connect(self._desk.show_changes)
        self._measures[measure.id] = row
        self._faces[measure.id] = face
        return row

    def _show_measure(self, measure: Measure) -> None:
        cells = plan_words.measure_cells(measure, self._names)
        self._faces[measure.id].show_cells(cells)
        self._measures[measure.id].show_record(measure, ", ".join(cells))

    def _drop(self, keep: set[str]) -> None:
        for measure_id in [known for known in self._measures if known not in keep]:
            row = self._measures.pop(measure_id)
            self._faces.pop(measure_id)
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_add(self) -> None:
        self.measure_wanted.emit(self._goal.id)

    def _on_up(self) -> None:
        self.flush()
        self.moved_up.emit(self._goal.id)

    def _on_down(self) -> None:
        self.flush()
        self.moved_down.emit(self._goal.id)

    def _on_goal_saved(self) -> None:
        goal = self._desk.session.goals.find(self._goal.id)
        if goal is not None:
            self._goal = goal
            self._show_goal()
        self.changed.emit()

    def _on_measure_saved(self, measure_id: str) -> None:
        measure = self._desk.session.measures.find(measure_id)
        if measure is not None and measure_id in self._measures:
            self._show_measure(measure)
        self.changed.emit()

    def _on_remove_goal(self, goal_id: str) -> None:
        goals = self._desk.session.goals
        self.removed.emit(goals.noun, goals.remove(goal_id))

    def _on_remove_measure(self, measure_id: str) -> None:
        measures = self._desk.session.measures
        self.removed.emit(measures.noun, measures.remove(measure_id))
