"""The page of the care plan: goals with their measures, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.planning import plan_words
from casedesk.ui.planning.goal_list import GoalList
from casedesk.ui.planning.left_needs import LeftNeeds
from casedesk.ui.planning.needs_echo import NeedsEcho, count_words
from casedesk.ui.planning.plan_deeds import PlanDeeds
from casedesk.ui.planning.plan_head import PlanHead
from casedesk.ui.planning.plan_shown import PlanShown, plan_shown
from casedesk.ui.planning.plan_texts import PlanTexts
from casedesk.ui.planning.template_deeds import TemplateDeeds
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage, bring_into_sight

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import GoalId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.no_goal import NoGoalGround, NoGoalId
    from casedesk.ui.desk import Desk
    from casedesk.ui.planning.goal_card import GoalCard


class PlanningPage(QWidget):
    """Shows and keeps the care plan of a case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    @property
    def cards(self) -> dict[str, GoalCard]:
        """The cards of the goals that were made so far, by the ids of the goals."""
        return self.goals.cards

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the plan of a case; the goal or measure that is looked for is opened."""
        self.flush()
        self.goals.clear()
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
        self.goals.flush()
        self.left.flush()
        self.texts.flush()

    def _build(self) -> None:
        self.bar = PhaseBar(self._desk, Phase.PLANNING, self)
        self.head = PlanHead(self)
        self.needs = NeedsEcho(self)
        self.empty = EmptyState(
            _(
                "A plan begins with what the client wants to reach. Write the first "
                "goal in the client's words; measures follow beneath it."
            ),
            _("Write the first goal"),
            self,
        )
        self.goals = GoalList(self._desk, self)
        self.template = CaseAct(_("Plan from a template …"), "link", self)
        self.left = LeftNeeds(self._desk, self)
        self.texts = PlanTexts(self._desk, self)
        self._page = ScrollPage(self)
        acts = QHBoxLayout()
        acts.addWidget(self.template)
        acts.addStretch()
        for part in (self.bar, self.head, self.needs, self.empty, self.goals):
            self._page.add(part)
        self._page.add(acts)
        self._page.add(self.left)
        self._page.add(self.texts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self._connect()

    def _connect(self) -> None:
        self.head.needs_wanted.connect(self._on_needs)
        self.head.texts_wanted.connect(self._on_texts)
        self.head.since_wanted.connect(self._on_since)
        self.head.coverage_wanted.connect(self._on_coverage)
        self.head.print_wanted.connect(self._on_print)
        self.head.client_print_wanted.connect(self._on_print_for_client)
        self.deeds = PlanDeeds(
            self._desk, self.head, self._known_case, self.flush, self
        )
        self.head.goal_wanted.connect(self._on_new_goal)
        self.empty.acted.connect(self._on_new_goal)
        self.needs.goal_wanted.connect(self._add_goal)
        self.needs.left.connect(self._on_left)
        self.left.changed.connect(self._on_changed)
        self.left.taken_back.connect(self._on_taken_back)
        self.left.removed.connect(self._on_removed)
        self.templates = TemplateDeeds(self._desk, self._known_case, self.flush, self)
        self.templates.made.connect(self._on_made)
        self.template.clicked.connect(self.templates.plan)
        self.goals.measure_wanted.connect(self._on_new_measure)
        self.goals.template_wanted.connect(self.templates.plan_for)
        self.goals.template_offered.connect(self.templates.keep)
        self.goals.removed.connect(self._on_removed)
        self.goals.changed.connect(self._on_stored)
        self.texts.changed.connect(self._show)

    def _show(self) -> None:
        if self._case_id is None:
            return
        plan = self._desk.session.planning.latest(self._case_id)
        self.head.show_title(plan_words.heading(plan))
        self._on_changed()
        self.texts.show_plan(plan)
        self.head.show_since(is_behind=self.texts.agreement.is_behind)

    def _show_needs(self, shown: PlanShown) -> None:
        unmet = self._desk.session.needs.unmet(self._known_case())
        self.needs.show_entries(unmet.needs, shown.domains)
        self.head.show_needs(count_words(len(unmet.needs)) if unmet.needs else "")
        self.left.show_decisions(unmet.no_goals, shown.domains)

    def _known_case(self) -> CaseId:
        assert self._case_id is not None  # noqa: S101 - asked for only once it is shown
        return self._case_id

    def _open(self, subject_id: str) -> None:
        card = self.goals.card(subject_id)
        if card is not None:
            card.goal.open()
            return
        if self.goals.open_measure(subject_id):
            return
        if subject_id in self.left.rows:
            self.left.rows[subject_id].open()
            return
        if self._desk.session.plans.find(subject_id) is not None:
            self.texts.agreement.form.focus_field("next_review_on")

    def _add_goal(self, life_domain: DomainKey | None) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            planning = self._desk.session.planning
            goal = planning.add_goal(self._known_case(), life_domain)
            self._show()
            self._open(goal.id)

    def _on_new_goal(self) -> None:
        self._add_goal(None)

    def _on_new_measure(self, goal_id: GoalId) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            measure = self._desk.session.planning.add_measure(goal_id)
            self._show()
            self._open(measure.id)

    def _on_removed(self, noun: str, deed: int) -> None:
        self._show()
        self._desk.offer_undo(noun, deed)

    def _on_changed(self) -> None:
        shown = plan_shown(self._desk, self._known_case())
        self.goals.show_plan(shown)
        self.empty.setVisible(not shown.goals)
        self._show_needs(shown)

    def _on_stored(self, record_id: str) -> None:
        was_open = self.goals.is_open(record_id)
        self._on_changed()
        self.texts.agreement.refresh_since()
        self.head.show_since(is_behind=self.texts.agreement.is_behind)
        if was_open and not self.goals.is_open(record_id):
            self._open(record_id)  # it serves another goal now, on another card

    def _on_left(self, key: DomainKey, ground: NoGoalGround) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            needs = self._desk.session.needs
            no_goal = needs.leave_without_goal(self._known_case(), key, ground)
            self._on_changed()
            self._open(no_goal.id)

    def _on_taken_back(self, no_goal_id: NoGoalId) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.needs.take_back(no_goal_id)
            self._on_changed()

    def _on_made(self, goal_id: str) -> None:
        self._show()
        card = self.goals.card(goal_id)
        if card is not None:
            bring_into_sight(card)

    def _on_needs(self) -> None:
        bring_into_sight(self.needs)
        self.needs.offers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_coverage(self) -> None:
        self._desk.go(Place(page=Page.COVERAGE, case_id=self._known_case()))

    def _on_texts(self) -> None:
        self.texts.texts.focus_field("situation")

    def _on_since(self) -> None:
        bring_into_sight(self.texts.agreement.since)

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
