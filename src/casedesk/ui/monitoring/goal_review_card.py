"""One goal in a review: how far it is, and how its measures run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.editing import show_in_form
from casedesk.ui.monitoring import review_fields, review_words
from casedesk.ui.planning.plan_words import goal_title
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.level_field import LevelField
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.review import GoalRating, MeasureCheck
    from casedesk.ui.desk import Desk


class MeasureReview(QWidget):
    """The check of one measure; a reason is asked for only where it deviates."""

    saved = Signal()

    def __init__(
        self, desk: Desk, check: MeasureCheck, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._check = check
        self._title = plain_label("", "strong", self, wraps=True)
        self.form = RecordForm(review_fields.check(), self, most_columns=3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self.form)
        self.form.saved.connect(self._on_saved)

    def show_check(self, check: MeasureCheck, measure: Measure) -> None:
        """Show how a measure was found to run."""
        self._check = check
        title = review_words.measure_title(measure)
        self._title.setText(title)
        self.setAccessibleName(title)
        show_in_form(self.form, self._desk.session.measure_checks, check)
        self._ask_why()

    def title(self) -> str:
        """Return the words of the measure."""
        return self._title.text()

    def _ask_why(self) -> None:
        said = self._check.reason.strip() or self._check.reaction.strip()
        for name in review_fields.IF_DEVIATING:
            self.form.set_field_visible(name, self._check.deviates or bool(said))

    def _on_saved(self) -> None:
        check = self._desk.session.measure_checks.find(self._check.id)
        if check is not None:
            self._check = check
            self._ask_why()
        self.saved.emit()


class GoalReviewCard(Card):
    """A goal with its rating, and the checks of its measures beneath."""

    saved = Signal()

    def __init__(
        self, desk: Desk, *, with_rating: bool = True, parent: QWidget | None = None
    ) -> None:
        """Without a rating it holds measures whose goal is not looked at."""
        super().__init__("", parent)
        self._desk = desk
        self.measures: dict[str, MeasureReview] = {}
        self._so_far = plain_label("", "small", self, wraps=True)
        self.form: RecordForm | None = None
        self.add(self._so_far)
        if with_rating:
            self.form = RecordForm(review_fields.rating(), self)
            self.add(self.form)
            self.form.saved.connect(self._on_saved)

    def show_rating(self, rating: GoalRating, goal: Goal) -> None:
        """Show how far a goal is."""
        self.set_title(goal_title(goal))
        so_far = review_words.standing_so_far(goal)
        self._so_far.setText(so_far)
        self._so_far.setVisible(bool(so_far))
        if self.form is not None:
            level = self.form.editor("level")
            if isinstance(level, LevelField):
                level.show_texts(review_words.level_texts(goal))
            show_in_form(self.form, self._desk.session.goal_ratings, rating)

    def show_checks(self, pairs: Sequence[tuple[MeasureCheck, Measure]]) -> None:
        """Show the checks of the measures of this goal."""
        keep = {check.id for check, _measure in pairs}
        for check_id in [known for known in self.measures if known not in keep]:
            gone = self.measures.pop(check_id)
            gone.hide()
            gone.deleteLater()
        for check, measure in pairs:
            row = self.measures.get(check.id)
            if row is None:
                row = self.measures[check.id] = MeasureReview(self._desk, check, self)
                row.saved.connect(self._on_saved)
                self.add(row)
            row.show_check(check, measure)

    def say_nothing_so_far(self) -> None:
        """Leave the line about the rating so far away."""
        self._so_far.hide()

    def forms(self) -> list[RecordForm]:
        """Return the forms from top to bottom."""
        own = [] if self.form is None else [self.form]
        return [*own, *(row.form for row in self.measures.values())]

    def _on_saved(self) -> None:
        self.saved.emit()
