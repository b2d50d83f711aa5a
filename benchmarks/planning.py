"""The planning page with 60 needs, 40 goals and 150 measures, beside the SQL alone.

The goal is that it opens without waiting: read, built and painted within 300 ms, and
opened again within 100 ms.
"""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from _demo_page import HEIGHT, NOON, WIDTH, a_desk, clock_at, demo, dressed_app

from casedesk.domain.assessment import DomainEntry, DomainEntryId, NeedLevel
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.life_domain import LifeDomain, OwnDomain, OwnDomainId
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.ui.planning.page import PlanningPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session
    from casedesk.store.tables import Tables

ROUNDS = 9
NEEDS, GOALS, MEASURES = 60, 40, 150


def main() -> None:
    """Print medians in milliseconds, and how many times the SQL alone they are."""
    app = dressed_app()
    with demo(clock_at()) as session:
        case_id, other_id = [line.case_id for line in session.cases.lines()][:2]
        grow(session, case_id)
        measure(session, case_id, other_id, app)


def measure(
    session: Session, case_id: CaseId, other_id: CaseId, app: QApplication
) -> None:
    """Measure reading alone, the first opening, and opening again after another."""
    page = PlanningPage(a_desk(session, app))
    page.resize(WIDTH, HEIGHT)
    page.show()
    page.show_case(other_id)
    app.processEvents()
    reading, opening, refreshing, waits = [], [], [], []
    for _ in range(ROUNDS):
        page.show_case(other_id)
        app.processEvents()
        reading.append(timed(lambda: read(session, case_id)))
        opening.append(timed(lambda: page.show_case(case_id), page.grab))
        waits.append(longest_wait(page, app))
        refreshing.append(timed(page.refresh, page.grab))
    sql, opened, waited, again = (
        median(each) * 1000 for each in (reading, opening, waits, refreshing)
    )
    print(
        f"Planning {NEEDS} needs, {GOALS} goals, {MEASURES} measures: "
        f"SQL alone {sql:.1f} ms, opened {opened:.0f} ms ({opened / sql:.0f} times), "
        f"longest wait while the rest is made {waited:.0f} ms, "
        f"refreshed {again:.0f} ms ({again / sql:.0f} times)"
    )
    page.deleteLater()


def timed(*acts: Callable[[], object]) -> float:
    """Return the seconds that things take, one after the other."""
    started = perf_counter()
    for act in acts:
        act()
    return perf_counter() - started


def longest_wait(page: PlanningPage, app: QApplication) -> float:
    """Return the seconds for which a key would wait while the other cards are made."""
    longest = 0.0
    while not page.goals.is_whole():
        longest = max(longest, timed(app.processEvents))
    return max(longest, timed(app.processEvents, page.grab))  # all laid out at last


def read(session: Session, case_id: CaseId) -> None:
    """Read what the page shows, and nothing else."""
    session.goals.of(case_id=case_id)
    session.measures.of(case_id=case_id)
    session.no_goals.of(case_id=case_id)
    session.domain_entries.of(case_id=case_id)


def grow(session: Session, case_id: CaseId) -> None:
    """Let the case have so many needs, goals and measures."""
    with session._database.write("bench.grow", case_id) as tables:  # noqa: SLF001 - many at once
        keys = _domains(tables, session)
        assessment = tables.assessments.of(case_id=case_id)[-1]
        known = {
            entry.life_domain: entry
            for entry in tables.domain_entries.of(assessment_id=assessment.id)
        }
        for key in keys:
            if key in known:
                tables.domain_entries.remove(known[key].id)
            tables.domain_entries.add(
                DomainEntry(
                    id=DomainEntryId(session.clock.new_id()),
                    case_id=case_id,
                    assessment_id=assessment.id,
                    life_domain=key,
                    need="Braucht Hilfe bei Wegen, Terminen und Formularen. " * 2,
                    need_level=NeedLevel.SOON,
                )
            )
        goals = [
            _goal(tables, session, case_id, number, keys) for number in range(GOALS)
        ]
        for number in range(MEASURES):
            _measure(tables, session, case_id, number, goals[number % GOALS])


def _domains(tables: Tables, session: Session) -> list[LifeDomain | OwnDomainId]:
    keys: list[LifeDomain | OwnDomainId] = list(LifeDomain)
    while len(keys) < NEEDS:
        own = OwnDomain(
            id=OwnDomainId(session.clock.new_id()), name=f"Bereich {len(keys)}"
        )
        tables.own_domains.add(own)
        keys.append(own.id)
    return keys


def _goal(
    tables: Tables,
    session: Session,
    case_id: CaseId,
    number: int,
    keys: list[LifeDomain | OwnDomainId],
) -> GoalId:
    goal = Goal(
        id=GoalId(session.clock.new_id()),
        case_id=case_id,
        position=100 + number,
        life_domain=keys[number],
        wording=f"Ich möchte meinen Alltag wieder selbst ordnen können, Teil {number}.",
        indicator="Drei Wochen ohne Mahnung und ohne verpassten Termin",
        target_on=NOON.date() + timedelta(days=number),
        importance=number % 4,
        progress=number % 11,
    )
    tables.goals.add(goal)
    return goal.id


def _measure(
    tables: Tables, session: Session, case_id: CaseId, number: int, goal_id: GoalId
) -> None:
    tables.measures.add(
        Measure(
            id=MeasureId(session.clock.new_id()),
            case_id=case_id,
            goal_id=goal_id,
            position=number,
            what="Öffnet die Post gemeinsam mit der Nachbarin und sortiert sie",
            responsible=tuple(Responsible)[number % len(Responsible)],
            frequency="zweimal pro Woche",
            starts_on=NOON.date(),
            state=MeasureState.RUNNING,
        )
    )


if __name__ == "__main__":
    main()
