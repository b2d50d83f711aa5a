"""The coverage check (P14): read, computed and painted, for the demo and a large case.

The goal is 50 ms for all of it, with 60 needs, 40 goals and 150 measures, from the
vault to the last pixel of the page. Beside it stands the reading alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from _demo_page import HEIGHT, TODAY, WIDTH, a_desk, clock_at, demo, dressed_app, timed

from casedesk.domain.assessment import DomainEntry, DomainEntryId, NeedLevel
from casedesk.domain.benefit import Benefit, BenefitId
from casedesk.domain.coverage import coverage
from casedesk.domain.coverage_sources import situation_of
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.life_domain import LifeDomain, OwnDomain, OwnDomainId
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.services.coverage import read_records
from casedesk.ui.coverage.picture_view import PictureView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from casedesk.domain.assessment import AssessmentId
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.session import Session
    from casedesk.store.tables import Tables

ROUNDS = 30
NEEDS, GOALS, MEASURES, BENEFITS = 60, 40, 150, 30


def main() -> None:
    """Print medians in milliseconds, first for the largest case of the demo."""
    app = dressed_app()
    with demo(clock_at()) as session:
        case_id = largest_case(session)
        measure("demo", session, case_id, app)
        grow(session, case_id)
        measure(f"{NEEDS} needs, {MEASURES} measures", session, case_id, app)


def largest_case(session: Session) -> CaseId:
    """Return the case with the most measures."""
    ids = [line.case_id for line in session.cases.lines()]
    return max(ids, key=lambda each: len(session.measures.of(case_id=each)))


def measure(name: str, session: Session, case_id: CaseId, app: QApplication) -> None:
    """Measure reading, computing, and all of it up to the last pixel."""
    view = PictureView(a_desk(session, app))
    view.resize(WIDTH, HEIGHT)
    view.show_case(case_id)
    view.show()
    app.processEvents()
    database = session._database  # noqa: SLF001 - to time the reading alone
    with database.read() as tables:
        records = read_records(tables, case_id, TODAY)
        reading = timed(lambda: read_records(tables, case_id, TODAY), ROUNDS)
    computing = timed(lambda: coverage(situation_of(records, TODAY), [], TODAY), ROUNDS)
    whole = timed(lambda: refreshed(view), ROUNDS)
    found = len(session.covering.check(case_id).coverage.findings)
    print(
        f"P14 {name}: {found} findings, read {reading:.1f} ms, computed "
        f"{computing:.1f} ms, read, computed and painted {whole:.1f} ms"
    )
    view.deleteLater()


def refreshed(view: PictureView) -> None:
    """Check the case anew and paint it."""
    view.refresh()
    view.grab()


def grow(session: Session, case_id: CaseId) -> None:
    """Let a case have so many needs, goals, measures and benefits."""
    assessment = session.assessing.that_counts(case_id)
    with session._database.write("demo.case", case_id) as tables:  # noqa: SLF001 - at once
        growth = Growth(
            tables=tables,
            new_id=session.clock.new_id,
            case_id=case_id,
            party_ids=[party.id for party in tables.parties.of(case_id=case_id)],
        )
        domains = growth.add_needs(assessment.id)
        growth.add_measures(growth.add_goals(domains))
        growth.add_benefits(domains)


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """What is added to one case."""

    tables: Tables
    new_id: Callable[[], str]
    case_id: CaseId
    party_ids: list[PartyId]

    def add_needs(self, assessment_id: AssessmentId) -> list[DomainKey]:
        """Add domains of life with a need in each; return all there are."""
        keys: list[DomainKey] = list(LifeDomain)
        for number in range(NEEDS - len(keys)):
            own = OwnDomain(id=OwnDomainId(self.new_id()), name=f"Bereich {number}")
            self.tables.own_domains.add(own)
            self.tables.domain_entries.add(
                DomainEntry(
                    id=DomainEntryId(self.new_id()),
                    case_id=self.case_id,
                    assessment_id=assessment_id,
                    life_domain=own.id,
                    need=f"Braucht Unterstützung im Bereich {number}, möglichst bald.",
                    need_level=NeedLevel.SOON,
                )
            )
            keys.append(own.id)
        return keys

    def add_goals(self, domains: list[DomainKey]) -> list[Goal]:
        """Add goals that go round the domains of life."""
        goals = [
            Goal(
                id=GoalId(self.new_id()),
                case_id=self.case_id,
                life_domain=domains[number % len(domains)],
                wording=f"Kann wieder selbständig etwas tun, Nummer {number}",
                target_on=date(2026, 9, 1),
            )
            for number in range(GOALS)
        ]
        for goal in goals:
            self.tables.goals.add(goal)
        return goals

    def add_measures(self, goals: list[Goal]) -> None:
        """Add measures that go round the goals and the people."""
        for number in range(MEASURES):
            self.tables.measures.add(
                Measure(
                    id=MeasureId(self.new_id()),
                    case_id=self.case_id,
                    goal_id=goals[number % len(goals)].id,
                    what=f"Übung und Begleitung Nummer {number}",
                    responsible=list(Responsible)[number % len(Responsible)],
                    party_id=self.party_ids[number % len(self.party_ids)],
                    starts_on=TODAY - timedelta(days=number),
                    ends_on=TODAY + timedelta(days=200 - number),
                    frequency="2× pro Woche",
                    payer="Krankenkasse Bergsicht",
                    state=list(MeasureState)[number % 4],
                )
            )

    def add_benefits(self, domains: list[DomainKey]) -> None:
        """Add services that go round the domains of life and the people."""
        for number in range(BENEFITS):
            self.tables.benefits.add(
                Benefit(
                    id=BenefitId(self.new_id()),
                    case_id=self.case_id,
                    what=f"Dienst Nummer {number}",
                    party_id=self.party_ids[number % len(self.party_ids)],
                    life_domain=domains[number % len(domains)],
                )
            )


if __name__ == "__main__":
    main()
