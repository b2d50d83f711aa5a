"""Reviews, ratings and checks in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.goal import LEVEL_TEXTS
from casedesk.domain.review import ReviewGap
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.plan_words import goal_title
from casedesk.ui.widgets.level_field import signed
from casedesk.ui.widgets.past_records import Past

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.review import GoalRating, MeasureCheck, Review
    from casedesk.services.reviews import ReviewSheet

Line = tuple[str, str]  # what it is about, and what is said


def level_texts(goal: Goal | None) -> dict[int, str]:
    """Return what each level means: in the goal's own words, else in general ones."""
    general = {
        -2: _("much less than expected"),
        -1: _("less than expected"),
        0: _("as expected"),
        1: _("more than expected"),
        2: _("much more than expected"),
    }
    if goal is None:
        return general
    own = {level: str(getattr(goal, name)) for level, name in LEVEL_TEXTS.items()}
    return {level: own[level].strip() or general[level] for level in general}


def due_words(due_on: date | None, today: date) -> str:
    """Say when the next review is due."""
    if due_on is None:
        return _(
            "The next review follows from the agreement on the plan. You can hold one "
            "at any time."
        )
    day = wording.day(due_on)
    if due_on < today:
        return _("The review has been due since {day}.").format(day=day)
    return _("The next review is due on {day}.").format(day=day)


def measure_title(measure: Measure) -> str:
    """Return what is done, and how often."""
    what = measure.what or _("(measure without words yet)")
    return f"{what}, {measure.frequency}" if measure.frequency else what


def standing_so_far(goal: Goal) -> str:
    """Say where a goal began and how it was rated last."""
    parts = []
    if goal.baseline_level is not None:
        parts.append(
            _("at the start {level}").format(level=signed(goal.baseline_level))
        )
    rated = [] if goal.level is None else [signed(goal.level)]
    if goal.progress is not None:
        rated.append(_("progress {value} of 10").format(value=goal.progress))
    if rated:
        said = _("last: {rated}").format(rated=", ".join(rated))
        day = wording.day(goal.rated_on)
        parts.append(f"{said} ({day})" if day else said)
    if goal.target_on is not None:
        parts.append(_("by {day}").format(day=wording.day(goal.target_on)))
    return " · ".join(parts)


def gap_words(gap: ReviewGap, unrated: Iterable[Goal]) -> str:
    """Say what is missing, and which goals if it is their rating."""
    names = "; ".join(goal_title(goal) for goal in unrated)
    if gap is ReviewGap.GOAL_UNRATED and names:
        return _("Not rated yet: {goals}").format(goals=names)
    return wording.label(gap)


def review_title(review: Review) -> str:
    """Name a review by its day."""
    return _("Review of {day}").format(day=wording.day(review.held_on))


def rating_words(rating: GoalRating) -> str:
    """Say how a goal was rated."""
    parts = []
    if rating.level is not None:
        text = rating.level_words.strip() or level_texts(None)[rating.level]
        parts.append(f"{signed(rating.level)} ({text})")
    if rating.progress is not None:
        parts.append(_("progress {value} of 10").format(value=rating.progress))
    said = ", ".join(parts)
    if rating.words.strip():
        said = f"{said}. {rating.words}" if said else rating.words
    return said or _("not rated")


def check_words(check: MeasureCheck) -> str:
    """Say how a measure was found to run."""
    chosen = [wording.label(each) for each in (check.standing, check.fit) if each]
    if check.satisfaction is not None:
        chosen.append(_("satisfaction {value} of 10").format(value=check.satisfaction))
    parts = [", ".join(chosen)] if chosen else [_("not looked at")]
    if check.reason.strip():
        parts.append(_("Why: {words}").format(words=check.reason))
    if check.reaction.strip():
        parts.append(_("What is done: {words}").format(words=check.reaction))
    return "\n".join(parts)


def past(sheet: ReviewSheet) -> Past:
    """Return a confirmed review as it is read."""
    review = sheet.review
    return Past(
        id=review.id,
        title=review_title(review),
        note="" if review.outcome is None else wording.label(review.outcome),
        lines=sheet_lines(sheet),
        foot=confirmed_words(review.confirmed_on),
    )


def confirmed_words(day: date | None) -> str:
    """Say when something was confirmed."""
    return _("Confirmed on {day}; it stays as it is.").format(day=wording.day(day))


def sheet_lines(sheet: ReviewSheet) -> list[Line]:
    """Return a confirmed review as pairs of what it is about and what is said."""
    review = sheet.review
    none = _("(without words)")
    return [
        *((each.goal_words or none, rating_words(each)) for each in sheet.ratings),
        *((each.measure_words or none, check_words(each)) for each in sheet.checks),
        *_views(review),
        *_rest(review),
    ]


def _views(review: Review) -> list[Line]:
    views = (
        (_("The client"), review.client_satisfaction, review.client_words),
        (
            _("Those who provide help"),
            review.provider_satisfaction,
            review.provider_words,
        ),
    )
    lines = []
    for who, number, words in views:
        said = []
        if number is not None:
            said.append(_("satisfaction {value} of 10").format(value=number))
        if words.strip():
            said.append(words)
        if said:
            lines.append((who, "\n".join(said)))
    return lines


def _rest(review: Review) -> list[Line]:
    fit = "" if review.need_fit is None else wording.label(review.need_fit)
    need = "\n".join(part for part in (fit, review.need_words.strip()) if part)
    lines = (
        (_("New risks"), review.new_risks),
        (_("Incidents"), review.incidents),
        (_("The plan and the need"), need),
        (_("Who took part"), review.participants),
        (_("Why"), review.outcome_reason),
    )
    return [(what, said) for what, said in lines if said.strip()]
