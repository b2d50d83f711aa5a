"""What was resolved is carried on: a decision as a measure, a task as a task."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.conference import (
    MadeAlready,
    OnlyDecisionsBecomeMeasures,
    Resolution,
    ResolutionKind,
)
from casedesk.domain.measure import Measure, MeasureId, Responsible
from casedesk.domain.task import Task, TaskId, TaskOwner

if TYPE_CHECKING:
    from casedesk.domain.conference import ConferenceId, ResolutionId
    from casedesk.domain.goal import GoalId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

_NEAR = {PartyRole.FAMILY, PartyRole.FRIEND}


class ResolutionService:
    """Makes measures and tasks of resolutions, each once, linked both ways."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def of(self, conference_id: ConferenceId) -> list[Resolution]:
        """Return what was resolved, in the order of the agenda."""
        with self._database.read() as tables:
            items = tables.agenda_items.of(conference_id=conference_id)
            places = {item.id: place for place, item in enumerate(items)}
            found = tables.resolutions.of(conference_id=conference_id)
        return sorted(found, key=lambda each: (places[each.item_id], each.position))

    def behind_measure(self, measure_id: MeasureId) -> Resolution | None:
        """Return the resolution of which a measure was made, in its newest version."""
        with self._database.read() as tables:
            found = tables.resolutions.of(measure_id=measure_id)
        return max(found, key=lambda each: each.id, default=None)

    def make_measure(self, resolution_id: ResolutionId, goal_id: GoalId) -> Measure:
        """Make a measure of a decision; raise `MadeAlready` a second time."""
        measure_id = MeasureId(self._clock.new_id())
        with self._database.write("resolution.make_measure", resolution_id) as tables:
            resolution = _fresh(tables, resolution_id)
            goal = tables.goals.get(goal_id)
            positions = [m.position for m in tables.measures.of(goal_id=goal_id)]
            measure = Measure(
                id=measure_id,
                case_id=goal.case_id,
                goal_id=goal_id,
                position=max(positions, default=0) + 1,
                what=resolution.words,
                responsible=_responsible(tables, resolution),
                party_id=resolution.party_id,
                ends_on=resolution.due_on,
            )
            tables.measures.add(measure)
            tables.resolutions.update(
                replace(resolution, goal_id=goal_id, measure_id=measure_id)
            )
        self._announcer.announce("measure")
        self._announcer.announce("resolution")
        return measure

    def make_task(self, resolution_id: ResolutionId) -> Task:
        """Make a task of a resolution; raise `MadeAlready` a second time."""
        task_id = TaskId(self._clock.new_id())
        with self._database.write("resolution.make_task", resolution_id) as tables:
            resolution = _fresh(tables, resolution_id)
            task = Task(
                id=task_id,
                case_id=resolution.case_id,
                title=resolution.words,
                due_on=resolution.due_on,
                responsible=resolution.responsible,
                party_id=resolution.party_id,
                responsible_words=resolution.responsible_words,
                source_noun="resolution",
                source_id=resolution.id,
                created_on=self._clock.today(),
            )
            tables.tasks.add(task)
            tables.resolutions.update(replace(resolution, task_id=task_id))
        self._announcer.announce("task")
        self._announcer.announce("resolution")
        return task


def _fresh(tables: Tables, resolution_id: ResolutionId) -> Resolution:
    resolution = tables.resolutions.get(resolution_id)
    if resolution.kind is ResolutionKind.INFORMATION:
        raise OnlyDecisionsBecomeMeasures
    if resolution.is_carried_on:
        raise MadeAlready
    return resolution


def _responsible(tables: Tables, resolution: Resolution) -> Responsible:
    if resolution.responsible is TaskOwner.USER:
        return Responsible.CASE_MANAGER
    if resolution.responsible is TaskOwner.CLIENT:
        return Responsible.CLIENT
    party = tables.parties.find(resolution.party_id or "")
    roles = set(party.roles) if party else set()
    if roles & _NEAR:
        return Responsible.FAMILY
    if PartyRole.VOLUNTEER in roles:
        return Responsible.VOLUNTEER
    return Responsible.PROVIDER
