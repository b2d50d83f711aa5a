"""The week of care: times are proposed from measures, and put back where they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.care_slot import (
    CareSlot,
    CareSlotId,
    NothingToPropose,
    check_slot,
    daily_domains,
    proposed_times,
)
from casedesk.domain.measure import MeasureState, Responsible
from casedesk.services.coverage import read_names, read_records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.coverage_sources import CoverageRecords
    from casedesk.domain.life_domain import DomainKey, OwnDomain
    from casedesk.domain.measure import Measure
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

_BY_HAND = (Responsible.CLIENT, Responsible.CASE_MANAGER)  # nobody has to come
_SERVING = (MeasureState.RUNNING, MeasureState.PLANNED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWeek:
    """The week of a case with all that is needed to draw it."""

    client_name: str
    slots: tuple[CareSlot, ...]
    names: Mapping[PartyId, str]
    own_domains: Mapping[str, OwnDomain]
    daily: tuple[DomainKey, ...]
    """The domains that need somebody every day, as words of need or help say."""


class CareWeekService:
    """What is done with the week as a whole; its times are changed one by one."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def shown(self, case_id: CaseId) -> ShownWeek:
        """Return the times of care of a case."""
        with self._database.read() as tables:
            return read_week(tables, case_id, self._clock.today())

    def add(self, slot: CareSlot) -> CareSlot:
        """Add a time of care."""
        with self._database.write("care_slot.add", slot.id) as tables:
            check_slot(slot)
            tables.care_slots.add(slot)
        self._announcer.announce("care_slot")
        return slot

    def propose(self, case_id: CaseId) -> list[CareSlot]:
        """Add the times that the words of measures tell and that are not there yet.

        Raises `NothingToPropose` if there are none.
        """
        today = self._clock.today()
        with self._database.write("care_slot.propose", case_id) as tables:
            slots = self._proposed(tables, case_id, today)
            if not slots:
                raise NothingToPropose
            for slot in slots:
                tables.care_slots.add(slot)
        self._announcer.announce("care_slot")
        return slots

    def put_back(
        self, case_id: CaseId, before: Sequence[CareSlot], added: Sequence[CareSlotId]
    ) -> None:
        """Put times back to what they were, and take out those that were added."""
        with self._database.write("care_slot.put_back", case_id) as tables:
            for slot_id in added:
                if tables.care_slots.find(slot_id) is not None:
                    tables.care_slots.remove(slot_id)
            for slot in before:
                if tables.care_slots.find(slot.id) is None:
                    tables.care_slots.add(slot)
                else:
                    tables.care_slots.update(slot)
        self._announcer.announce("care_slot")

    def _proposed(self, tables: Tables, case_id: CaseId, today: date) -> list[CareSlot]:
        planned = {slot.measure_id for slot in tables.care_slots.of(case_id=case_id)}
        domains = {
            goal.id: goal.life_domain for goal in tables.goals.of(case_id=case_id)
        }
        return [
            CareSlot(
                id=CareSlotId(self._clock.new_id()),
                case_id=case_id,
                weekday=time.weekday,
                part=time.part,
                weeks=time.weeks,
                responsible=measure.responsible,
                party_id=measure.party_id,
                what=measure.what,
                life_domain=domains.get(measure.goal_id),
                measure_id=measure.id,
            )
            for measure in tables.measures.of(case_id=case_id)
            if measure.id not in planned and _is_serving(measure, today)
            for time in proposed_times(f"{measure.what} {measure.frequency}")
        ]


def read_week(tables: Tables, case_id: CaseId, today: date) -> ShownWeek:
    """Read the week of a case."""
    records = read_records(tables, case_id, today)
    client = tables.clients.get(tables.cases.get(case_id).client_id)
    return ShownWeek(
        client_name=client.full_name,
        slots=tuple(tables.care_slots.of(case_id=case_id)),
        names=read_names(tables, records.parties),
        own_domains={each.id: each for each in tables.own_domains.all()},
        daily=tuple(daily_domains(_said(records, today))),
    )


def _said(records: CoverageRecords, today: date) -> dict[DomainKey, list[str]]:
    """Return the words in which a domain may be said to need somebody every day."""
    said: dict[DomainKey, list[str]] = {
        entry.life_domain: [entry.need] for entry in records.entries
    }
    goals = {goal.id: goal for goal in records.goals}
    for measure in records.measures:
        goal = goals.get(measure.goal_id)
        by_others = measure.responsible not in _BY_HAND
        if goal and goal.life_domain and by_others and _is_serving(measure, today):
            said.setdefault(goal.life_domain, []).append(measure.frequency)
    return said


def _is_serving(measure: Measure, today: date) -> bool:
    is_over = measure.ends_on is not None and measure.ends_on < today
    return measure.state in _SERVING and not is_over
