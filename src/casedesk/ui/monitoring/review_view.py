"""The review that is being held: all open goals and measures on one screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.review import HOLDS_BACK
from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.monitoring import review_fields, review_words
from casedesk.ui.monitoring.goal_review_card import GoalReviewCard
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.review import GoalRating, MeasureCheck, Review
    from casedesk.services.reviews import ReviewSheet
    from casedesk.ui.desk import Desk

OTHERS = ""  # the card of measures whose goal is not looked at
AT_ONCE = 2  # cards that fill a window; the others are made between events


class ReviewView(QWidget):
    """Keeps an open review and confirms it."""

    confirmed = Signal(object)
    removed = Signal(str, int)  # the noun, and the deed that can be taken back

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._review: Review | None = None
        self.cards: dict[str, GoalReviewCard] = {}
        self._waiting: list[Callable[[], None]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._build()

    def show_sheet(self, sheet: ReviewSheet) -> None:
        """Show the review; where the user types, the text stays."""
        if self._review is not None and self._review.id != sheet.review.id:
            self.clear()
        self._review = sheet.review
        self._card.set_title(review_words.review_title(sheet.review))
        for form in (self.head, self.views, self.outcome):
            show_in_form(form, self._desk.session.reviews, sheet.review)
        self._show_goals(sheet)
        self._show_gaps(sheet)
        count = self._desk.session.reviewing.left_out(sheet.review)
        words = ngettext(
            "{count} goal or measure was added since.",
            "{count} goals and measures were added since.",
            count,
        ).format(count=count)
        self._added.setText(words)
        self._added.setVisible(bool(count))
        self.take_in.setVisible(bool(count))

    def clear(self) -> None:
        """Show no review any more."""
        self._waiting.clear()
        self._drop(set())
        self._review = None

    def focus_first(self) -> None:
        """Put the cursor where going through the review begins."""
        first = next(iter(self.cards.values()), None)
        if first is None:
            self.views.focus_field("client_satisfaction")
        elif first.form is not None:
            first.form.focus_field("level")
        else:
            first.forms()[0].focus_field("standing")

    def forms(self) -> list[RecordForm]:
        """Return all forms from top to bottom."""
        of_goals = [form for card in self.cards.values() for form in card.forms()]
        return [self.head, *of_goals, self.views, self.outcome]

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in self.forms():
            form.flush()

    def gaps(self) -> str:
        """Return what is said to be missing."""
        return self._gaps.text()

    def _show_goals(self, sheet: ReviewSheet) -> None:
        session = self._desk.session
        goals = session.goals.among(r.goal_id for r in sheet.ratings if r.goal_id)
        found = session.measures.among(
            c.measure_id for c in sheet.checks if c.measure_id
        )
        pairs: dict[str, list[tuple[MeasureCheck, Measure]]] = {}
        for check in sheet.checks:
            measure = found[check.measure_id or ""]
            key = measure.goal_id if measure.goal_id in goals else OTHERS
            pairs.setdefault(key, []).append((check, measure))
        self._drop({*goals, *pairs})
        self._waiting.clear()
        for rating in sheet.ratings:
            goal = goals[rating.goal_id or ""]
            show = partial(self._show_goal, rating, goal, pairs.get(goal.id, []))
            self._show_or_wait(goal.id, show)
        if OTHERS in pairs:
            self._show_or_wait(OTHERS, partial(self._show_others, pairs[OTHERS]))

    def _show_or_wait(self, key: str, show: Callable[[], None]) -> None:
        """Show a card now, or after the next events if enough were made already."""
        is_known = key in self.cards and not self._waiting
        if is_known or len(self.cards) < AT_ONCE:
            show()
        else:
            self._waiting.append(show)
            self._next.start()

    def _on_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if self._waiting:
            self._next.start()

    def _show_goal(
        self, rating: GoalRating, goal: Goal, pairs: list[tuple[MeasureCheck, Measure]]
    ) -> None:
        card = self._card_of(goal.id)
        card.show_rating(rating, goal)
        card.show_checks(pairs)

    def _show_others(self, pairs: list[tuple[MeasureCheck, Measure]]) -> None:
        card = self._card_of(OTHERS)
        card.set_title(_("Measures of other goals"))
        card.say_nothing_so_far()
        card.show_checks(pairs)

    def _card_of(self, key: str) -> GoalReviewCard:
        if key not in self.cards:
            card = GoalReviewCard(self._desk, with_rating=key != OTHERS, parent=self)
            card.saved.connect(self._on_saved)
            self.cards[key] = card
            self._column.addWidget(card)
        return self.cards[key]

    def _drop(self, keep: set[str]) -> None:
        for key in [known for known in self.cards if known not in keep]:
            card = self.cards.pop(key)
            for form in card.forms():
                form.flush()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _show_gaps(self, sheet: ReviewSheet) -> None:
        gaps = sheet.gaps
        ids = [r.goal_id for r in sheet.ratings if r.goal_id and not r.is_rated]
        unrated = self._desk.session.goals.among(ids)
        goals = [unrated[goal_id] for goal_id in ids if goal_id in unrated]
        said = [review_words.gap_words(gap, goals) for gap in gaps]
        self._gaps.setText("\n".join(said))
        self._gaps.setVisible(bool(gaps))
        self.confirm.setEnabled(not any(gap in HOLDS_BACK for gap in gaps))

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self.head = RecordForm(review_fields.head(today))
        self.views = RecordForm(review_fields.views())
        self.outcome = RecordForm(review_fields.outcome(today))
        self._added = plain_label("", "warning", self, wraps=True)
        self.take_in = CaseAct(_("Take them in"), "", self)
        self.remove = CaseAct(_("Remove"), "link", self)
        self._card = Card("", self)
        self._card.add_action(self.remove)
        self._card.add(
            plain_label(
                _(
                    "By keyboard: Tab or Enter goes on. Levels are typed as they are "
                    "written (-1, 0, +2). An answer is typed by its place (1, 2, 3) "
                    "and goes on by itself."
                ),
                "small",
                wraps=True,
            )
        )
        self._card.add(self.head)
        row = QHBoxLayout()
        row.addWidget(self._added, 1)
        row.addWidget(self.take_in)
        self._card.body.addLayout(row)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID + 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 2)
        layout.addWidget(self._card)
        layout.addLayout(self._column)
        layout.addWidget(self._views_card())
        layout.addWidget(self._end_card())
        for form in (self.head, self.views, self.outcome):
            form.saved.connect(self._on_saved)
        self._next.timeout.connect(self._on_next)
        self.take_in.clicked.connect(self._on_take_in)
        self.remove.clicked.connect(self._on_remove)
        self.confirm.clicked.connect(self._on_confirm)

    def _views_card(self) -> Card:
        card = Card(_("The whole"), self)
        card.add(self.views)
        return card

    def _end_card(self) -> Card:
        card = Card(_("End of the review"), self)
        self._gaps = plain_label("", "muted", card, wraps=True)
        self.confirm = CaseAct(_("Confirm and freeze"), "primary", card)
        card.add(self.outcome)
        card.add(self._gaps)
        row = QHBoxLayout()
        row.addWidget(self.confirm)
        row.addStretch()
        card.body.addLayout(row)
        return card

    def _on_saved(self) -> None:
        if self._review is None:
            return
        sheet = self._desk.session.reviewing.open_of(self._review.case_id)
        if sheet is not None:
            self._card.set_title(review_words.review_title(sheet.review))
            self._show_gaps(sheet)

    def _on_take_in(self) -> None:
        if self._review is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                reviewing = self._desk.session.reviewing
                reviewing.take_in(self._review.id)
                sheet = reviewing.open_of(self._review.case_id)
                if sheet is not None:
                    self.show_sheet(sheet)

    def _on_remove(self) -> None:
        if self._review is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                reviews = self._desk.session.reviews
                self.removed.emit(reviews.noun, reviews.remove(self._review.id))

    def _on_confirm(self) -> None:
        if self._review is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                review = self._desk.session.reviewing.confirm(self._review.id)
                self.confirmed.emit(review)
