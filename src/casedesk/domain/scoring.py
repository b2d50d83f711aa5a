"""What the answers of a sheet count, by the rules that its instrument brings along."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from casedesk.domain.goal_attainment import t_score
from casedesk.domain.instrument import ItemKind, Rule, UnknownAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.instrument import Alert, Instrument, Item, Score, Step

YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A score as it came out; without a value where answers are missing."""

    score: Score
    value: Fraction | None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a sheet says: its figures, what is missing for them, and its alerts."""

    figures: tuple[Figure, ...]
    missing: tuple[str, ...]
    alerts: tuple[Alert, ...]

    def value(self, score_id: str) -> Fraction | None:
        """Return the value of a score, if it could be computed."""
        return next(f.value for f in self.figures if f.score.id == score_id)

    def label(self, score_id: str) -> str:
        """Return what the value of a score is called."""
        return next(f.label for f in self.figures if f.score.id == score_id)


def outcome(
    instrument: Instrument, answers: Mapping[str, str], variant: str = ""
) -> Outcome:
    """Return what a sheet says. A score without all of its answers has no value.

    Raises `UnknownAnswer` if an item does not know its answer.
    """
    items = {item.id: item for item in instrument.items_in(variant)}
    points = {
        item.id: _points(item, answers[item.id])
        for item in items.values()
        if answers.get(item.id)
    }
    known: dict[str, Fraction | None] = {}
    figures = []
    for score in instrument.scores_in(variant):
        value = _value(score, items, points, answers, known)
        step = _step(score.table, value)
        if score.rule is Rule.TABLE:
            value = None if step is None else step.value
            value = _raised(score, value, answers)
            step = _named(score.table, value)
        known[score.id] = value
        label = step.label if step is not None else ""
        figures.append(Figure(score=score, value=value, label=label))
    return Outcome(
        figures=tuple(figures),
        missing=tuple(each.id for each in items.values() if _is_missing(each, answers)),
        alerts=tuple(
            alert
            for alert in instrument.alerts
            if points.get(alert.item, Fraction(-1)) >= alert.at_least
        ),
    )


def check_answer(pack: Instrument, variant: str, item_id: str, answer: str) -> None:
    """Raise `UnknownAnswer` unless the item is asked and knows the answer."""
    for item in pack.items_in(variant):
        if item.id == item_id:
            if answer:
                _points(item, answer)
            return
    raise UnknownAnswer


def _points(item: Item, answer: str) -> Fraction:
    if item.kind is ItemKind.CHOICE:
        for choice in item.choices:
            if choice.code == answer:
                return choice.points
        raise UnknownAnswer
    if item.kind is ItemKind.RATE:
        return _rate(item, answer)
    if item.kind is ItemKind.FLAG:
        return Fraction(int(answer == YES))
    number = _number(answer)
    if item.high and not item.low <= number <= item.high:
        raise UnknownAnswer
    return number


def _rate(item: Item, answer: str) -> Fraction:
    """Return the points of `3/week`: three times what one in a week counts."""
    count, _, span = answer.partition("/")
    if span not in item.per:
        raise UnknownAnswer
    times = _number(count)
    if span in item.flat:
        times = min(times, Fraction(1))
    return times * item.per[span]


def _number(text: str) -> Fraction:
    try:
        number = Fraction(text.replace(",", "."))
    except (ValueError, ZeroDivisionError):
        raise UnknownAnswer from None
    if number < 0:
        raise UnknownAnswer
    return number


def _is_missing(item: Item, answers: Mapping[str, str]) -> bool:
    return not (item.is_optional or answers.get(item.id)) and _counts(item, answers)


def _counts(item: Item, answers: Mapping[str, str]) -> bool:
    return item.needs is None or answers.get(item.needs.item) in item.needs.any_of


def _value(
    score: Score,
    items: Mapping[str, Item],
    points: Mapping[str, Fraction],
    answers: Mapping[str, str],
    known: Mapping[str, Fraction | None],
) -> Fraction | None:
    if score.rule is Rule.SUM:
        own = [items[each] for each in score.of]
        if any(_is_missing(item, answers) for item in own):
            return None
        counted = (item.id for item in own if _counts(item, answers))
        return sum((points.get(each, Fraction(0)) for each in counted), Fraction(0))
    if score.rule is Rule.T_SCORE:
        return _t_score(score, points)
    values = [known[each] for each in score.of]
    whole = [value for value in values if value is not None]
    if len(whole) < len(values):
        return None
    if score.rule is Rule.LARGEST:
        return max(whole)
    if score.rule is Rule.PRODUCT:
        return prod(whole, start=Fraction(1))
    return sum(whole, Fraction(0))


def _t_score(score: Score, points: Mapping[str, Fraction]) -> Fraction | None:
    """Return the T-score of the goals that were rated; the others are left out."""
    rated = [each for each in score.of if each in points]
    found = t_score([(points[e], points.get(f"{e}w", Fraction(1))) for e in rated])
    return None if found is None else Fraction(found).limit_denominator(10_000)


def _step(table: tuple[Step, ...], value: Fraction | None) -> Step | None:
    """Return the last row of a table that the value has reached."""
    if value is None:
        return None
    reached = [
        step
        for step in table
        if (step.since < value if step.is_above else step.since <= value)
    ]
    return reached[-1] if reached else None


def _named(table: tuple[Step, ...], value: Fraction | None) -> Step | None:
    return next((step for step in table if step.value == value), None)


def _raised(
    score: Score, value: Fraction | None, answers: Mapping[str, str]
) -> Fraction | None:
    if score.at_least is None or value is None or answers.get(score.raised_by) != YES:
        return value
    return max(value, score.at_least)
