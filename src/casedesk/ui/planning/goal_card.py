"""A goal on a card, with its measures beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.goal import GoalId, GoalOwner, standing_on
from casedesk.ui import wording
from casedesk.ui.conferences import conference_words
from casedesk.ui.language import gettext as _
from casedesk.ui.planning import plan_words
from casedesk.ui.planning.faces import GoalFace, MeasureFace
from casedesk.ui.planning.goal_forms import GoalForms
from casedesk.ui.problems import problems_shown
from casedesk.ui.tasks.make_task import let_become_task
from casedesk.ui.theme import GRID
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.ui.desk import Desk
    from casedesk.ui.planning.plan_shown import PlanShown


class GoalCard(Card):
    """Shows a goal and its measures; each is edited in its place."""

    measure_wanted = Signal(str)
    template_wanted = Signal(str)
    template_offered = Signal(str)  # its measures are to become one
    removed = Signal(str, int)  # the noun, and the deed that can be taken back
    moved_up = Signal(str)
    moved_down = Signal(str)
    changed = Signal(str)  # the id of what was stored

    def __init__(
        self,
        desk: Desk,
        goal: Goal,
        shown: PlanShown,
        states: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`states` are the words for the states of measures."""
        super().__init__("", parent)
        self._states = states
        self._desk = desk
        self._goal = goal
        self._shown = shown
        self._forms = GoalForms(desk.session.clock.today, goal, shown)
        self._told: object = None
        self._measures: dict[str, Unfolding] = {}
        self._faces: dict[str, MeasureFace] = {}
        self._build()

    def show_goal(self, goal: Goal, shown: PlanShown) -> None:
        """Show a goal with its measures as they are now."""
        measures = shown.of_goal(goal)
        also = shown.also_serving(goal)
        told = (goal, measures, also, shown.names, shown.today, shown.goals)
        self._goal, self._shown = goal, shown
        self._forms.keep_up(goal, shown)
        if told == self._told:
            return
        self._told = told
        self._offer()
        self._show_goal()
        self._show_also(also)
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

    def is_open(self, measure_id: str) -> bool:
        """Tell whether the form of a measure is shown here."""
        row = self._measures.get(measure_id)
        return row is not None and row.is_open()

    def measures(self) -> list[Sequence[str]]:
        """Return the cells of the measures that are shown."""
        return [face.cells() for face in self._faces.values()]

    def face(self) -> GoalFace:
        """Return where the goal is read."""
        return self._face

    def also(self) -> str:
        """Return what is said of the measures of other goals."""
        return self._also.text()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.goal.flush()
        for row in tuple(self._measures.values()):  # one may move to another card
            row.flush()

    def _build(self) -> None:
        self._face = GoalFace()
        self.goal = Unfolding(
            self._desk.session.goals,
            self._goal,
            self._face,
            self._forms.goal_fields,
            self,
            focus="wording",
            groups=self._forms.goal_groups,
            hints=self._forms.goal_hints,
        )
        up, down = CaseAct(_("Move up")), CaseAct(_("Move down"))
        keep = button(_("Keep the measures as a template …"), "link")
        for act in (up, down, keep):
            self.goal.add_action(act)
        goals = self._desk.session.goals
        let_become_task(self.goal, self._desk, goals, self._goal, "wording")
        self._also = plain_label("", "muted", self, wraps=True)
        self._head = MeasureFace(self._states, self, is_head=True)
        self._head.show_cells(plan_words.captions())
        self._head.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        heads = QVBoxLayout()
        heads.setContentsMargins(GRID // 2, 0, GRID // 2, 0)  # as in the rows
        heads.addWidget(self._head)
        self.body.setSpacing(GRID // 2)
        self.add(self.goal)
        self.body.addLayout(heads)
        self.body.addLayout(self._rows)
        self.add(self._also)
        self.body.addLayout(self._acts())

        up.clicked.connect(self._on_up)
        down.clicked.connect(self._on_down)
        keep.clicked.connect(self._on_keep)
        self.goal.saved.connect(self._on_saved)
        self.goal.remove_wanted.connect(self._on_remove_goal)
        self.goal.changes_wanted.connect(self._desk.show_changes)

    def _acts(self) -> QHBoxLayout:
        add = CaseAct(_("+ Measure"), "link", self)
        add.setAccessibleName(_("Add a measure"))
        template = CaseAct(_("From a template …"), "link", self)
        template.setAccessibleName(_("Add measures from a template"))
        row = QHBoxLayout()
        row.addWidget(add)
        row.addWidget(template)
        row.addStretch()
        add.clicked.connect(self._on_add)
        template.clicked.connect(self._on_template)
        return row

    def _offer(self) -> None:
        self.goal.offer("guiding_id", self._shown.guiding(self._goal))
        for row in self._measures.values():
            row.offer("party_id", self._shown.parties())
            row.offer("goal_id", plan_words.numbered(self._shown.goals))
            row.offer("further_goal_ids", self._shown.further(self._goal))

    def _show_goal(self) -> None:
        goal, shown = self._goal, self._shown
        standing = standing_on(goal, shown.measures, shown.today)
        title = plan_words.goal_title(goal)
        note = plan_words.goal_note(goal, standing, shown.domains)
        mark = plan_words.goal_marks(goal)
        is_imposed = goal.owner is GoalOwner.PAYER
        self._face.show_goal(
            title, note, plan_words.pips(goal), mark=mark, is_warning=is_imposed
        )
        spoken = (mark, title, note, plan_words.progress_words(goal))
        self.goal.show_record(goal, ", ".join(part for part in spoken if part))

    def _show_also(self, measures: Sequence[Measure]) -> None:
        lines = [
            _("{measure} (with goal {number})").format(
                measure=measure.what or _("(measure without words yet)"),
                number=self._shown.number(measure.goal_id),
            )
            for measure in measures
        ]
        words = _("Also served by: {measures}").format(measures="; ".join(lines))
        self._also.setText(words if lines else "")
        self._also.setVisible(bool(lines))

    def _made_row(self, measure: Measure) -> Unfolding:
        face = MeasureFace(self._states)
        row = Unfolding(
            self._desk.session.measures,
            measure,
            face,
            self._forms.measure_fields,
            self,
            focus="what",
            groups=self._forms.measure_groups,
            hints=self._measure_hints,
        )
        row.saved.connect(self._on_saved)
        row.remove_wanted.connect(self._on_remove_measure)
        row.changes_wanted.connect(self._desk.show_changes)
        let_become_task(row, self._desk, self._desk.session.measures, measure, "what")
        self._measures[measure.id] = row
        self._faces[measure.id] = face
        return row

    def _measure_hints(self, measure: Measure) -> str:
        hints = self._forms.measure_hints(measure)
        origin = conference_words.origin(self._desk.session, measure.id)
        return "\n".join(line for line in (hints, origin) if line)

    def _show_measure(self, measure: Measure) -> None:
        shown = self._shown
        cells = plan_words.measure_cells(measure, shown.names, shown.today)
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

    def _on_template(self) -> None:
        self.template_wanted.emit(self._goal.id)

    def _on_keep(self) -> None:
        self.flush()
        self.template_offered.emit(self._goal.id)

    def _on_up(self) -> None:
        self.flush()
        self.moved_up.emit(self._goal.id)

    def _on_down(self) -> None:
        self.flush()
        self.moved_down.emit(self._goal.id)

    def _on_saved(self, record_id: str) -> None:
        self.changed.emit(record_id)

    def _on_remove_goal(self, goal_id: str) -> None:
        session = self._desk.session
        with problems_shown(self, wording.problem):
            deed = session.goal_setting.remove(GoalId(goal_id))
            self.removed.emit(session.goals.noun, deed)

    def _on_remove_measure(self, measure_id: str) -> None:
        measures = self._desk.session.measures
        with problems_shown(self, wording.problem):
            self.removed.emit(measures.noun, measures.remove(measure_id))
