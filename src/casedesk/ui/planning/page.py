"""The page of the care plan: goals with their measures, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.measure import MeasureState
from casedesk.domain.phase import Phase
from casedesk.domain.plan import unanswered_needs
from casedesk.ui import wording
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.planning import plan_words
from casedesk.ui.planning.goal_card import GoalCard
from casedesk.ui.planning.needs_hint import NeedsHint, count_words
from casedesk.ui.planning.plan_head import PlanHead
from casedesk.ui.planning.plan_texts import PlanTexts
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.measure import Measure
    from casedesk.ui.desk import Desk


class PlanningPage(QWidget):
    """Shows and keeps the care plan of a case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.cards: dict[str, GoalCard] = {}
        self._states = [wording.label(state) for state in MeasureState]
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the plan of a case; the goal or measure that is looked for is opened."""
        self.flush()
        self._drop(set())
        self._case_id = case_id
        self._page.to_top()
        self.bar.show_case(case_id)
        self._show()
        if subject_id:
            self._open(subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        if self._case_id is not None:
            self.bar.refresh()
            self._show()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for card in self.cards.values():
            card.flush()
        self.texts.flush()

    def _build(self) -> None:
        self.bar = PhaseBar(self._desk, Phase.PLANNING, self)
        self.head = PlanHead(self)
        self.needs = NeedsHint(self)
        self.empty = EmptyState(
            _(
                "A plan begins with what the client wants to reach. Write the first "
                "goal in the client's words; measures follow beneath it."
            ),
            _("Write the first goal"),
            self,
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID + 2)
        self.texts = PlanTexts(self._desk, self)
        self._page = ScrollPage(self)
        for widget in (self.bar, self.head, self.needs, self.empty):
            self._page.add(widget)
        self._page.add(self._column)
        self._page.add(self.texts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)

        self.head.needs_wanted.connect(self._on_needs)
        self.head.texts_wanted.connect(self._on_texts)
        self.head.coverage_wanted.connect(self._on_coverage)
        self.head.print_wanted.connect(self._on_print)
        self.head.client_print_wanted.connect(self._on_print_for_client)
        self.head.goal_wanted.connect(self._on_new_goal)
        self.empty.acted.connect(self._on_new_goal)
        self.needs.goal_wanted.connect(self._add_goal)
        self.texts.changed.connect(self._show)

    def _show(self) -> None:
        if self._case_id is None:
            return
        session = self._desk.session
        plan = session.planning.latest(self._case_id)
        goals = session.goals.of(case_id=self._case_id)
        measures = session.measures.of(case_id=self._case_id)
        self.head.show_title(plan_words.heading(plan))
        self._show_needs(goals, measures)
        self._show_goals(goals, measures)
        self.texts.show_plan(plan)

    def _show_goals(self, goals: list[Goal], measures: list[Measure]) -> None:
        names = party_names(self._desk.session, self._known_case())
        by_goal: dict[str, list[Measure]] = {goal.id: [] for goal in goals}
        for measure in measures:
            by_goal[measure.goal_id].append(measure)
        self._drop(set(by_goal))
        for place, goal in enumerate(goals):
            card = self.cards.get(goal.id) or self._made_card(goal)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_goal(goal, by_goal[goal.id], names)
        self.empty.setVisible(not goals)

    def _show_needs(self, goals: list[Goal], measures: list[Measure]) -> None:
        needs = unanswered_needs(self._domains(), goals, measures)
        self.needs.show_entries(needs, DomainNames(self._desk.session))
        self.head.show_needs(count_words(len(needs)) if needs else "")
        if not needs:
            self.needs.hide()

    def _domains(self) -> list[DomainEntry]:
        session = self._desk.session
        return session.assessing.needs(self._known_case())

    def _known_case(self) -> CaseId:
        assert self._case_id is not None  # noqa: S101 - asked for only once it is shown
        return self._case_id

    def _made_card(self, goal: Goal) -> GoalCard:
        card = GoalCard(self._desk, goal, self._states, self)
        card.measure_wanted.connect(self._on_new_measure)
        card.removed.connect(self._on_removed)
        card.moved_up.connect(self._on_up)
        card.moved_down.connect(self._on_down)
        card.changed.connect(self._on_changed)
        self.cards[goal.id] = card
        return card

    def _drop(self, keep: set[str]) -> None:
        for goal_id in [known for known in self.cards if known not in keep]:
            card = self.cards.pop(goal_id)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _open(self, subject_id: str) -> None:
        if subject_id in self.cards:
            self.cards[subject_id].goal.open()
            return
        measure = self._desk.session.measures.find(subject_id)
        if measure is not None and measure.goal_id in self.cards:
            self.cards[measure.goal_id].measure(subject_id).open()
            return
        if self._desk.session.plans.find(subject_id) is not None:
            self.texts.texts.focus_field("next_review_on")

    def _add_goal(self, life_domain: DomainKey | None) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            planning = self._desk.session.planning
            goal = planning.add_goal(self._known_case(), life_domain)
            self._show()
            self.cards[goal.id].goal.open()

    def _on_new_goal(self) -> None:
        self._add_goal(None)

    def _on_new_measure(self, goal_id: GoalId) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            measure = self._desk.session.planning.add_measure(goal_id)
            self._show()
            self.cards[goal_id].measure(measure.id).open()

    def _on_removed(self, noun: str, deed: int) -> None:
        self._show()
        self._desk.offer_undo(noun, deed)

    def _on_up(self, goal_id: GoalId) -> None:
        self._desk.session.planning.move_goal_up(goal_id)
        self._show()

    def _on_down(self, goal_id: GoalId) -> None:
        self._desk.session.planning.move_goal_down(goal_id)
        self._show()

    def _on_changed(self) -> None:
        session = self._desk.session
        case_id = self._known_case()
        goals = session.goals.of(case_id=case_id)
        self._show_needs(goals, session.measures.of(case_id=case_id))

    def _on_needs(self) -> None:
        self.needs.setVisible(self.needs.isHidden())

    def _on_coverage(self) -> None:
        self._desk.go(Place(page=Page.COVERAGE, case_id=self._known_case()))

    def _on_texts(self) -> None:
        self.texts.texts.focus_field("situation")

    def _on_print(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            papers = self._desk.session.papers
            self._desk.preview(papers.care_plan(self._known_case()))

    def _on_print_for_client(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            papers = self._desk.session.papers
            self._desk.preview(papers.care_plan_client(self._known_case()))
