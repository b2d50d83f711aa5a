"""Evaluations: begun with all goals, worked out, confirmed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.evaluation import (
    ACHIEVEMENTS,
    HOLDS_BACK,
    Evaluation,
    EvaluationGap,
    EvaluationHasGaps,
    EvaluationId,
    EvaluationStays,
    GoalResult,
    GoalResultId,
    Scores,
    described,
    ended_as,
    gaps,
    goals_to_evaluate,
    scores,
)
from casedesk.domain.goal import LEVEL_TEXTS, in_order
from casedesk.domain.instrument import InstrumentId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal
    from casedesk.domain.instrument import Sheet
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

CLIENT_VIEW = InstrumentId("client_view")
"""The six questions to the client."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationSheet:
    """An evaluation with its results, as it is worked on or read."""

    evaluation: Evaluation
    results: tuple[GoalResult, ...]
    spent_minutes: int
    """All minutes of the record, billed or not; without travel, not rounded."""
    counted_minutes: int | None
    """Those that count for the mandates, as in the time account; none if none is."""
    client_view: Sheet | None
    """The newest sheet of the six questions, if there is one."""

    @property
    def scores(self) -> Scores:
        """The T-scores."""
        return scores(self.results)

    @property
    def gaps(self) -> list[EvaluationGap]:
        """What it leaves open, the gravest first."""
        was_asked = self.client_view is not None
        return gaps(self.evaluation, self.results, client_was_asked=was_asked)


class EvaluationService:
    """Looks back at a round of a case. What was confirmed is never changed."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def open_of(self, case_id: CaseId) -> EvaluationSheet | None:
        """Return the evaluation that is being written, if there is one."""
        with self._database.read() as tables:
            found = tables.evaluations.of(case_id=case_id)
            begun = [each for each in found if not each.is_confirmed]
            return read_sheet(tables, begun[-1]) if begun else None

    def confirmed_of(self, case_id: CaseId) -> list[EvaluationSheet]:
        """Return the confirmed evaluations of a case, newest first."""
        with self._database.read() as tables:
            found = tables.evaluations.of(case_id=case_id)
            confirmed = [each for each in found if each.is_confirmed]
            return [read_sheet(tables, each) for each in reversed(confirmed)]

    def begin(self, case_id: CaseId) -> Evaluation:
        """Begin an evaluation today, or return the one that is being written."""
        already = self.open_of(case_id)
        if already is not None:
            return already.evaluation
        evaluation_id = EvaluationId(self._clock.new_id())
        with self._database.write("evaluation.begin", evaluation_id) as tables:
            mandates = tables.mandates.of(case_id=case_id)
            evaluation = Evaluation(
                id=evaluation_id,
                case_id=case_id,
                cycle=tables.cases.get(case_id).cycle,
                held_on=self._clock.today(),
                planned_minutes=_sum(each.approved_minutes for each in mandates),
                planned_cents=_sum(each.approved_cents for each in mandates),
            )
            tables.evaluations.add(evaluation)
            self._add_what_is_missing(tables, evaluation)
        self._announcer.announce("evaluation")
        return evaluation

    def left_out(self, evaluation: Evaluation) -> int:
        """Return how many goals were added since an evaluation was begun."""
        with self._database.read() as tables:
            return len(_missing(tables, evaluation))

    def take_in(self, evaluation_id: EvaluationId) -> Evaluation:
        """Take goals into an open evaluation that were added since."""
        with self._database.write("evaluation.take_in", evaluation_id) as tables:
            evaluation = tables.evaluations.get(evaluation_id)
            if evaluation.is_confirmed:
                raise EvaluationStays
            self._add_what_is_missing(tables, evaluation)
        self._announcer.announce("evaluation")
        return evaluation

    def confirm(self, evaluation_id: EvaluationId) -> Evaluation:
        """Freeze an evaluation with the words of its goals; goals note the result.

        The client's six answers that it tells keep what they say from now on, too.

        Raises `EvaluationHasGaps` while a reason or the assumptions are missing.
        """
        with self._database.write("evaluation.confirm", evaluation_id) as tables:
            evaluation = tables.evaluations.get(evaluation_id)
            if evaluation.is_confirmed:
                raise EvaluationStays
            sheet = read_sheet(tables, evaluation)
            if any(gap in HOLDS_BACK for gap in sheet.gaps):
                raise EvaluationHasGaps
            for result in sheet.results:
                tables.goal_results.update(result)
                _tell_goal(tables, evaluation, result)
            asked, today = sheet.client_view, self._clock.today()
            if asked is not None and asked.confirmed_on is None:
                tables.instrument_sheets.update(replace(asked, confirmed_on=today))
            evaluation = replace(
                evaluation,
                actual_minutes=sheet.spent_minutes,
                counted_minutes=sheet.counted_minutes,
                confirmed_on=today,
            )
            tables.evaluations.update(evaluation)
        self._announcer.announce("evaluation")
        self._announcer.announce("instrument_sheet")
        return evaluation

    def _add_what_is_missing(self, tables: Tables, evaluation: Evaluation) -> None:
        for position, goal in _missing(tables, evaluation):
            tables.goal_results.add(self._result(evaluation, goal, position))

    def _result(self, evaluation: Evaluation, goal: Goal, position: int) -> GoalResult:
        """Return a result; what came to its end before is known already."""
        attainment = ended_as(goal)
        return GoalResult(
            id=GoalResultId(self._clock.new_id()),
            case_id=evaluation.case_id,
            evaluation_id=evaluation.id,
            goal_id=goal.id,
            position=position,
            attainment=attainment,
            level=None if attainment is None else goal.level,
            reason="" if attainment is None else goal.reason,
        )


def _sum(values: Iterable[int | None]) -> int | None:
    known = [each for each in values if each is not None]
    return sum(known) if known else None


def _missing(tables: Tables, evaluation: Evaluation) -> list[tuple[int, Goal]]:
    """Return the goals that an evaluation does not look at yet, with their places."""
    results = tables.goal_results.of(evaluation_id=evaluation.id)
    known = {each.goal_id for each in results}
    goals = goals_to_evaluate(in_order(tables.goals.of(case_id=evaluation.case_id)))
    return [each for each in enumerate(goals, 1) if each[1].id not in known]


def read_sheet(tables: Tables, evaluation: Evaluation) -> EvaluationSheet:
    """Return an evaluation; one that is being written speaks of the goals of today."""
    results = tables.goal_results.of(evaluation_id=evaluation.id)
    spent, counted = evaluation.actual_minutes, evaluation.counted_minutes
    if not evaluation.is_confirmed:
        goals = {each.id: each for each in tables.goals.of(case_id=evaluation.case_id)}
        results = [
            described(
                each, goals[each.goal_id], _level_words(goals[each.goal_id], each)
            )
            for each in results
            if each.goal_id is not None
        ]
        spent = tables.case_list.minutes_spent(evaluation.case_id)
        counted = tables.accounts.used_of_mandates(evaluation.case_id)
    return EvaluationSheet(
        evaluation=evaluation,
        results=tuple(results),
        spent_minutes=spent or 0,
        counted_minutes=counted,
        client_view=_client_view(tables, evaluation),
    )


def _client_view(tables: Tables, evaluation: Evaluation) -> Sheet | None:
    """Return the newest sheet of its round: neither an earlier one nor a later one."""
    evaluations = tables.evaluations.of(case_id=evaluation.case_id)
    before = [
        each.confirmed_on
        for each in evaluations
        if each.confirmed_on is not None and each.cycle < evaluation.cycle
    ]
    after = max(before, default=date.min)
    until = evaluation.confirmed_on or date.max
    asked = tables.instrument_sheets.of(
        case_id=evaluation.case_id, instrument=CLIENT_VIEW
    )
    return next((each for each in asked if after < each.taken_on <= until), None)


def _level_words(goal: Goal, result: GoalResult) -> str:
    if result.level is None:
        return ""
    return str(getattr(goal, LEVEL_TEXTS[result.level]))


def _tell_goal(tables: Tables, evaluation: Evaluation, result: GoalResult) -> None:
    if result.goal_id is None:
        return
    goal = tables.goals.get(result.goal_id)
    if goal.ending is not None:
        return  # it came to its end before, in its own way
    changed = goal
    if result.level is not None:
        changed = replace(changed, level=result.level, rated_on=evaluation.held_on)
    if result.attainment in ACHIEVEMENTS:
        changed = replace(changed, achievement=ACHIEVEMENTS[result.attainment])
    if changed != goal:
        tables.goals.update(changed)
