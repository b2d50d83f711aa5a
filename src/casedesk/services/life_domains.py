"""Domains of life as the practice has them: its own, and the order in each area."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.life_domain import (
    DomainSet,
    DomainSetId,
    OwnDomain,
    OwnDomainId,
    offered_domains,
)
from casedesk.services.assessments import add_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.case import Area
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class LifeDomainService:
    """Arranges which domains new assessments ask about; drafts follow at once."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def offered(self, area: Area) -> tuple[DomainKey, ...]:
        """Return what is asked about in an area, in order."""
        with self._database.read() as tables:
            return self._offered(tables, area)

    def arrange(self, area: Area, life_domains: Sequence[DomainKey]) -> DomainSet:
        """Ask about these domains in an area, in this order."""
        with self._database.write("domain_set.arrange") as tables:
            arranged = self._put(tables, area, life_domains)
            self._complete_drafts(tables, area)
        self._announcer.announce("domain_set")
        return arranged

    def reset(self, area: Area) -> None:
        """Ask again about all domains in the order that CaseDesk proposes."""
        with self._database.write("domain_set.reset") as tables:
            for each in tables.domain_sets.of(area=area):
                tables.domain_sets.remove(each.id)
            self._complete_drafts(tables, area)
        self._announcer.announce("domain_set")

    def add_own(self, area: Area, name: str) -> OwnDomain:
        """Add a domain of the practice's own, asked about last in an area."""
        own = OwnDomain(
            id=OwnDomainId(self._clock.new_id()), name=name.strip(), areas=(area,)
        )
        with self._database.write("own_domain.add", own.id) as tables:
            own = replace(own, position=len(tables.own_domains.all()) + 1)
            before = self._offered(tables, area)
            tables.own_domains.add(own)
            if tables.domain_sets.of(area=area):
                self._put(tables, area, (*before, own.id))
            self._complete_drafts(tables, area)
        self._announcer.announce("own_domain")
        return own

    def _offered(self, tables: Tables, area: Area) -> tuple[DomainKey, ...]:
        own, sets = tables.own_domains.all(), tables.domain_sets.all()
        return offered_domains(area, own, sets, self._clock.today())

    def _put(
        self, tables: Tables, area: Area, life_domains: Sequence[DomainKey]
    ) -> DomainSet:
        known = tables.domain_sets.of(area=area)
        if known:
            arranged = replace(known[0], life_domains=tuple(life_domains))
            tables.domain_sets.update(arranged)
            return arranged
        arranged = DomainSet(
            id=DomainSetId(self._clock.new_id()),
            area=area,
            life_domains=tuple(life_domains),
        )
        tables.domain_sets.add(arranged)
        return arranged

    def _complete_drafts(self, tables: Tables, area: Area) -> None:
        """Give drafts the domains that are asked about now; none is taken away."""
        asked = self._offered(tables, area)
        for case in tables.cases.of(area=area):
            for assessment in tables.assessments.of(case_id=case.id):
                if assessment.is_confirmed:
                    continue
                entries = tables.domain_entries.of(assessment_id=assessment.id)
                known = {entry.life_domain for entry in entries}
                missing = [key for key in asked if key not in known]
                add_entries(tables, self._clock, assessment, missing)
