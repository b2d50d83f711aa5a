"""The goals of a plan, one card each, made a few at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from casedesk.domain.goal import GoalId
from casedesk.domain.measure import MeasureState
from casedesk.ui import wording
from casedesk.ui.planning.goal_card import GoalCard
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_mark
from casedesk.ui.widgets.scroll_page import bring_into_sight

if TYPE_CHECKING:
    from casedesk.domain.goal import Goal
    from casedesk.ui.desk import Desk
    from casedesk.ui.planning.plan_shown import PlanShown

AT_ONCE = 6  # cards that may be in sight when the page is opened
BATCH = 5


class GoalList(QWidget):
    """Shows the cards of all goals; those out of sight are made after the first."""

    measure_wanted = Signal(str)
    template_wanted = Signal(str)
    template_offered = Signal(str)
    removed = Signal(str, int)
    changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: PlanShown | None = None
        self._states = [wording.label(state) for state in MeasureState]
        self.cards: dict[str, GoalCard] = {}
        self._prepared: dict[str, GoalCard] = {}  # made, but not in the column yet
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 2)
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._on_filling)

    def clear(self) -> None:
        """Show nothing, because another case is about to be shown."""
        self._filling.stop()
        self._shown = None
        self._drop(set())

    def show_plan(self, shown: PlanShown) -> None:
        """Show these goals, without disturbing a field in which the user types."""
        self._shown = shown
        self._drop({goal.id for goal in shown.goals})
        for goal in shown.goals:
            if goal.id in self.cards:
                self._put(goal, shown)
        waiting = self._waiting(shown)
        at_once = max(AT_ONCE - len(self.cards), 0)
        for goal in waiting[:at_once]:
            self._put(goal, shown)
        if len(waiting) > at_once:
            self._filling.start()

    def card(self, goal_id: str) -> GoalCard | None:
        """Return the card of a goal, made now if it was still to be made.

        Those above it are made, too: what is looked at must not move away.
        """
        goals = () if self._shown is None else self._shown.goals
        ids = [goal.id for goal in goals]
        if self._shown is not None and goal_id in ids and goal_id not in self.cards:
            for goal in goals[: ids.index(GoalId(goal_id)) + 1]:
                self._put(goal, self._shown)
        return self.cards.get(goal_id)

    def open_measure(self, measure_id: str) -> bool:
        """Open a measure; tell whether it is one of the plan."""
        measures = () if self._shown is None else self._shown.measures
        for measure in measures:
            if measure.id == measure_id and (card := self.card(measure.goal_id)):
                card.measure(measure_id).open()
                return True
        return False

    def is_open(self, record_id: str) -> bool:
        """Tell whether the form of a goal or a measure is shown."""
        if record_id in self.cards:
            return self.cards[record_id].goal.is_open()
        return any(card.is_open(record_id) for card in self.cards.values())

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for card in tuple(self.cards.values()):
            card.flush()

    def is_whole(self) -> bool:
        """Whether every card has been made."""
        return self._shown is None or len(self.cards) == len(self._shown.goals)

    def _waiting(self, shown: PlanShown) -> list[Goal]:
        return [goal for goal in shown.goals if goal.id not in self.cards]

    def _on_filling(self) -> None:
        """Prepare one more card; a batch of them is laid out together.

        Each change of the column lays the whole page out anew.
        """
        shown = self._shown
        if shown is None:
            return
        waiting = self._waiting(shown)
        left = [goal for goal in waiting if goal.id not in self._prepared]
        for goal in left[:1]:
            card = self._prepared[goal.id] = self._made_card(goal, shown)
            card.show_goal(goal, shown)
        if len(left) <= 1 or len(self._prepared) >= BATCH:
            for goal in waiting[: len(self._prepared)]:
                self._put(goal, shown)
        if len(left) > 1:
            self._filling.start()

    def _put(self, goal: Goal, shown: PlanShown) -> None:
        card = self.cards.get(goal.id) or self._prepared.pop(goal.id, None)
        if card is None:
            card = self._made_card(goal, shown)
        self.cards[goal.id] = card
        before = shown.goals[: shown.goals.index(goal)]
        place = sum(each.id in self.cards for each in before)
        if self._column.indexOf(card) != place:
            self._column.insertWidget(place, card)
            _keep_in_sight(card)
        is_beneath = "yes" if shown.is_beneath(goal) else ""
        if (card.property("beneath") or "") != is_beneath:
            set_mark(card, "beneath", is_beneath)
            # Its frame keeps the old margin until it hears of the new style.
            QApplication.sendEvent(card, QEvent(QEvent.Type.StyleChange))
        card.show_goal(goal, shown)

    def _made_card(self, goal: Goal, shown: PlanShown) -> GoalCard:
        card = GoalCard(self._desk, goal, shown, self._states, self)
        card.measure_wanted.connect(self.measure_wanted)
        card.template_wanted.connect(self.template_wanted)
        card.template_offered.connect(self.template_offered)
        card.removed.connect(self.removed)
        card.moved_up.connect(self._on_up)
        card.moved_down.connect(self._on_down)
        card.changed.connect(self.changed)
        return card

    def _on_up(self, goal_id: GoalId) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.planning.move_goal_up(goal_id)
            self.changed.emit(goal_id)

    def _on_down(self, goal_id: GoalId) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.planning.move_goal_down(goal_id)
            self.changed.emit(goal_id)

    def _drop(self, keep: set[str]) -> None:
        for cards in (self.cards, self._prepared):
            for goal_id in [known for known in cards if known not in keep]:
                card = cards.pop(goal_id)
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()


def _keep_in_sight(card: GoalCard) -> None:
    """Scroll to a card that moves while somebody works in it."""
    focused: QWidget | None = card.window().focusWidget()
    if focused is not None and card.isAncestorOf(focused):
        bring_into_sight(card)
