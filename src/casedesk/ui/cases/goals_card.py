"""The goals of a case and how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import standing_on
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.places import Page, Place
from casedesk.ui.planning import plan_words
from casedesk.ui.planning.faces import GoalFace
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.ui.desk import Desk

SHOWN = 6


class GoalsCard(Card):
    """Shows the first goals; a press goes to the plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Goals"), parent)
        self._desk = desk
        self.list = Rows(
            _("No goals yet. They are written with the client in the planning."), self
        )
        self.add(self.list)

    def show_case(self, case_id: CaseId) -> None:
        """Show the goals of a case."""
        goals = self._desk.session.goals.of(case_id=case_id)
        domains = DomainNames(self._desk.session)
        measures = self._desk.session.measures.of(case_id=case_id)
        rows = [self._row(goal, measures, domains) for goal in goals[:SHOWN]]
        if len(goals) > SHOWN:
            count = len(goals) - SHOWN
            words = ngettext("{count} more goal", "{count} more goals", count)
            more = text_row(words.format(count=count), look="accent")
            place = Place(page=Page.PLANNING, case_id=case_id)
            more.clicked.connect(lambda: self._desk.go(place))
            rows.append(more)
        self.list.show_rows(rows)

    def _row(
        self, goal: Goal, measures: Sequence[Measure], domains: DomainNames
    ) -> Pressable:
        face = GoalFace(is_small=True)
        standing = standing_on(goal, measures, self._desk.session.clock.today())
        title = plan_words.goal_title(goal)
        note = plan_words.goal_note(goal, standing, domains)
        face.show_goal(title, note, plan_words.pips(goal))
        row = Pressable(face)
        row.setAccessibleName(f"{title}, {note}, {plan_words.progress_words(goal)}")
        place = Place(page=Page.PLANNING, case_id=goal.case_id, subject_id=goal.id)
        row.clicked.connect(lambda: self._desk.go(place))
        return row
