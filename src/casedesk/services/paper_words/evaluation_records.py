"""What the paper of an evaluation is made of, and what of it a reader may know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.content import (
    PlanPart,
    kinds_in_domain,
    kinds_in_goal,
    kinds_in_part,
)
from casedesk.domain.data_category import DataCategory
from casedesk.services.evaluations import read_sheet
from casedesk.services.paper_words.assessment_records import read_assessment
from casedesk.services.paper_words.review_records import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.evaluation import Evaluation, EvaluationId, GoalResult
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.services.evaluations import EvaluationSheet
    from casedesk.services.paper_words.assessment_records import AssessmentRecords
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.store.tables import Tables

    Kinds = tuple[DataCategory, ...]

_PERSON = PlanPart.SITUATION
# The free texts, and the part of the plan whose rules they follow.
_TEXTS = {
    "effect_words": _PERSON,
    "client_words": _PERSON,
    "network_view": PlanPart.PARTICIPANTS,
    "payer_view": PlanPart.PARTICIPANTS,
    "avoided_assumptions": _PERSON,
    "worked_well": _PERSON,
    "lessons": _PERSON,
}
_EFFECTS: dict[str, Kinds] = {
    "independence": kinds_in_part(_PERSON),
    "quality_of_life": kinds_in_part(_PERSON),
    "care_situation": (DataCategory.CARE_NEEDS,),
    "work_capacity": (DataCategory.EDUCATION_WORK, DataCategory.WORK_CAPACITY),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationRecords:
    """A confirmed evaluation with its goals and the assessments it compares."""

    sheet: EvaluationSheet
    goals: Mapping[GoalId, Goal]
    before: AssessmentRecords | None = None
    """The first assessment, if there is a later one."""
    after: AssessmentRecords | None = None

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation itself."""
        return self.sheet.evaluation

    @property
    def results(self) -> tuple[GoalResult, ...]:
        """How far each goal was reached."""
        return self.sheet.results

    def kinds_of(self, result: GoalResult) -> Kinds:
        """Return what a result tells; of a goal that is gone, it may be anything."""
        goal = self.goals.get(result.goal_id) if result.goal_id else None
        return kinds_in_goal(*(goal.domains if goal else ()))


def read_evaluation(
    tables: Tables, evaluation_id: EvaluationId, today: date
) -> EvaluationRecords:
    """Read an evaluation with all that belongs to it."""
    sheet = read_sheet(tables, tables.evaluations.get(evaluation_id))
    case_id = sheet.evaluation.case_id
    found = tables.assessments.of(case_id=case_id)
    confirmed = [each.id for each in found if each.is_confirmed]
    first, last = (confirmed[0], confirmed[-1]) if len(confirmed) > 1 else (None, None)
    return EvaluationRecords(
        sheet=sheet,
        goals={each.id: each for each in tables.goals.of(case_id=case_id)},
        before=read_assessment(tables, first, today) if first else None,
        after=read_assessment(tables, last, today) if last else None,
    )


def kinds_in_evaluation(records: EvaluationRecords) -> tuple[CategoryId, ...]:
    """Return which kinds of information stand in an evaluation."""
    return in_order(_told(records))


def _told(records: EvaluationRecords) -> Iterator[Kinds]:
    evaluation = records.evaluation
    for name, part in _TEXTS.items():
        if getattr(evaluation, name).strip():
            yield kinds_in_part(part)
    for name, kinds in _EFFECTS.items():
        if getattr(evaluation, name) is not None:
            yield kinds
    if records.sheet.client_view is not None:
        yield kinds_in_part(_PERSON)
    yield from map(records.kinds_of, records.results)
    for side in (records.before, records.after):
        entries = side.entries if side else ()
        yield from (kinds_in_domain(e.life_domain) for e in entries if not e.is_empty)


def cut_evaluation(records: EvaluationRecords, excerpt: Excerpt) -> EvaluationRecords:
    """Leave out what a reader may not know; who gets neutral words gets no others."""
    hidden: dict[str, object] = {
        name: "" for name, part in _TEXTS.items() if not excerpt.shows_part(part)
    }
    hidden |= {name: None for name, told in _EFFECTS.items() if not excerpt.shows(told)}
    if hidden.get("avoided_assumptions") == "":
        hidden["avoided_cents"] = None  # it says nothing without its assumptions
    evaluation = replace(records.evaluation, **hidden)  # type: ignore[arg-type]  # above
    results = [e for e in records.results if excerpt.shows(records.kinds_of(e))]
    if excerpt.is_neutral:
        results = [_neutral(each, records) for each in results]
    shows_person = excerpt.shows_part(_PERSON)
    return replace(
        records,
        sheet=replace(
            records.sheet,
            evaluation=evaluation,
            results=tuple(results),
            client_view=records.sheet.client_view if shows_person else None,
        ),
        before=_cut_side(records.before, excerpt),
        after=_cut_side(records.after, excerpt),
    )


def _cut_side(
    side: AssessmentRecords | None, excerpt: Excerpt
) -> AssessmentRecords | None:
    if side is None or excerpt.is_neutral:
        return None
    entries = [e for e in side.entries if excerpt.shows_domain(e.life_domain)]
    return replace(side, entries=tuple(entries))


def _neutral(result: GoalResult, records: EvaluationRecords) -> GoalResult:
    """Say a goal as professionals word it, without what was told about it."""
    goal = records.goals.get(result.goal_id) if result.goal_id else None
    named = goal.professional_wording if goal else ""
    return replace(result, goal_words=named, reason="", level_words="")
