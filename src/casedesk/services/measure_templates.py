"""Templates of measures: looked at, dated, made, and saved from a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.measure import Measure, MeasureId, Responsible
from casedesk.domain.measure_template import (
    MeasureTemplate,
    MeasureTemplateId,
    StepKind,
    TemplateStepId,
    step_from,
)
from casedesk.domain.task import Task, TaskId, TaskOwner
from casedesk.words.measure_templates import SHIPPED, shipped_steps, shipped_templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.measure_template import DatedStep, TemplateStep
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

NOUN = "measure_template"
_OWNERS = {
    Responsible.CASE_MANAGER: TaskOwner.USER,
    Responsible.CLIENT: TaskOwner.CLIENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a template became: the goal that is served, and the deed to take back."""

    goal_id: GoalId
    deed: int


class MeasureTemplateService:
    """What is done with templates; own ones are changed as all records are."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def all(self) -> list[MeasureTemplate]:
        """Return the own templates, then those that come with CaseDesk."""
        with self._database.read() as tables:
            own = tables.measure_templates.all()
            language = tables.practice.get("practice").language
        return own + shipped_templates(language)

    def steps(self, template_id: MeasureTemplateId) -> list[TemplateStep]:
        """Return the steps of a template in their order."""
        with self._database.read() as tables:
            if not template_id.startswith(SHIPPED):
                return tables.template_steps.of(template_id=template_id)
            language = tables.practice.get("practice").language
        return shipped_steps(template_id, language)

    def make(
        self, case_id: CaseId, goal: GoalId | str, steps: Sequence[DatedStep]
    ) -> Made:
        """Make measures and tasks of dated steps, for a goal that there is.

        Where `goal` is the id of none, it is the wording of a new one.
        """
        with self._database.write(f"{NOUN}.make", case_id) as tables:
            goal_id = self._goal(tables, case_id, goal)
            position = max(
                (each.position for each in tables.measures.of(goal_id=goal_id)),
                default=0,
            )
            for each in steps:
                if each.step.kind is StepKind.TASK:
                    tables.tasks.add(self._task(case_id, goal_id, each))
                else:
                    position += 1
                    measure = self._measure(case_id, goal_id, each, position)
                    tables.measures.add(measure)
            deed = tables.deeds.latest()
        for noun in ("goal", "measure", "task"):
            self._announcer.announce(noun)
        return Made(goal_id=goal_id, deed=deed)

    def save(
        self, name: str, anchor: str, anchor_on: date, measures: Iterable[Measure]
    ) -> MeasureTemplate:
        """Save measures of a case as an own template, without what is about the case.

        Their days are counted from the day of the event.
        """
        template = MeasureTemplate(
            id=MeasureTemplateId(self._clock.new_id()), name=name, anchor=anchor
        )
        with self._database.write(f"{NOUN}.add", template.id) as tables:
            tables.measure_templates.add(template)
            for position, measure in enumerate(measures, start=1):
                step = step_from(
                    measure,
                    anchor_on,
                    step_id=TemplateStepId(self._clock.new_id()),
                    template_id=template.id,
                    position=position,
                )
                tables.template_steps.add(step)
        self._announcer.announce(NOUN)
        return template

    def _goal(self, tables: Tables, case_id: CaseId, goal: GoalId | str) -> GoalId:
        goals = tables.goals.of(case_id=case_id)
        known = next((each for each in goals if each.id == goal), None)
        if known is not None:
            return known.id
        position = max((each.position for each in goals), default=0) + 1
        new = Goal(
            id=GoalId(self._clock.new_id()),
            case_id=case_id,
            position=position,
            wording=goal,
        )
        tables.goals.add(new)
        return new.id

    def _measure(
        self, case_id: CaseId, goal_id: GoalId, dated: DatedStep, position: int
    ) -> Measure:
        step = dated.step
        return Measure(
            id=MeasureId(self._clock.new_id()),
            case_id=case_id,
            goal_id=goal_id,
            position=position,
            what=step.what,
            responsible=step.responsible,
            frequency=step.frequency,
            success_criterion=step.success_criterion,
            plan_b=step.plan_b,
            starts_on=dated.starts_on,
            ends_on=dated.ends_on,
            review_on=dated.review_on,
        )

    def _task(self, case_id: CaseId, goal_id: GoalId, dated: DatedStep) -> Task:
        step = dated.step
        return Task(
            id=TaskId(self._clock.new_id()),
            case_id=case_id,
            title=step.what,
            due_on=dated.starts_on,
            responsible=_OWNERS.get(step.responsible, TaskOwner.OTHER),
            source_noun="goal",
            source_id=goal_id,
            created_on=self._clock.today(),
        )
