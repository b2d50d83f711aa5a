"""The coverage check (P14): read, computed and painted, for the demo and a large case.

The goal is 50 ms for all of it, with 60 needs, 40 goals and 150 measures, from the
vault to the last pixel of the page. Beside it stands the reading alone.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first window

from PySide6.QtWidgets import QApplication

from casedesk.domain.assessment import DomainEntry, DomainEntryId, NeedLevel
from casedesk.domain.benefit import Benefit, BenefitId
from casedesk.domain.coverage import coverage
from casedesk.domain.coverage_sources import situation_of
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.life_domain import LifeDomain, OwnDomain, OwnDomainId
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.services.clock import Clock
from casedesk.services.coverage import read_records
from casedesk.services.demo import create_demo
from casedesk.services.vaults import demo_key
from casedesk.ui import theme, wording
from casedesk.ui.coverage.picture_view import PictureView
from casedesk.ui.desk import Desk
from casedesk.ui.jobs import BackgroundJobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.session import Session

ROUNDS = 30
NEEDS, GOALS, MEASURES, BENEFITS = 60, 40, 150, 30
WIDTH, HEIGHT = 1040, 560  # of the page in a window of 1366 × 768
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
TODAY = NOON.date()


def main() -> None:
    """Print medians in milliseconds, first for the largest case of the demo."""
    app = QApplication([*theme.FUSION])
    theme.apply(app, "light")
    chances = count(1)
    clock = Clock(now=lambda: NOON, random=lambda n: next(chances).to_bytes(n, "big"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.casedesk"
        session = create_demo(path, demo_key(clock), clock)
        case_id = largest_case(session)
        measure("demo", session, case_id, app)
        grow(session, case_id)
        measure(f"{NEEDS} needs, {MEASURES} measures", session, case_id, app)
        session.lock()


def largest_case(session: Session) -> CaseId:
    """Return the case with the most measures."""
    ids = [line.case_id for line in session.cases.lines()]
    return max(ids, key=lambda each: len(session.measures.of(case_id=each)))


def measure(name: str, session: Session, case_id: CaseId, app: QApplication) -> None:
    """Measure reading, computing, and all of it up to the last pixel."""
    nothing = lambda *_: None  # noqa: E731 - nobody is asked for anything here
    desk = Desk(
        session=session,
        jobs=BackgroundJobs(wording.problem, app),
        go=nothing,
        offer_back=lambda _said, _back: None,
        offer_undo=nothing,
        show_changes=nothing,
        preview=nothing,
    )
    view = PictureView(desk)
    view.resize(WIDTH, HEIGHT)
    view.show_case(case_id)
    view.show()
    app.processEvents()
    database = session._database  # noqa: SLF001 - to time the reading alone
    with database.read() as tables:
        records = read_records(tables, case_id, TODAY)
        reading = timed(lambda: read_records(tables, case_id, TODAY))
    computing = timed(lambda: coverage(situation_of(records, TODAY), [], TODAY))
    whole = timed(lambda: refreshed(view))
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


def timed(deed: Callable[[], object]) -> float:
    """Return how many milliseconds something takes, by the median."""
    spans = []
    for _round in range(ROUNDS):
        started = perf_counter()
        deed()
        spans.append(perf_counter() - started)
    return median(spans) * 1000


def grow(session: Session, case_id: CaseId) -> None:
    """Let a case have so many needs, goals, measures and benefits."""
    new_id = session.clock.new_id
    assessment = session.assessing.that_counts(case_id)
    with session._database.write("demo.case", case_id) as tables:  # noqa: SLF001 - at once
        keys: list[DomainKey] = list(LifeDomain)
        for number in range(NEEDS - len(keys)):
            own = OwnDomain(id=OwnDomainId(new_id()), name=f"Bereich {number}")
            tables.own_domains.add(own)
            tables.domain_entries.add(
                DomainEntry(
                    id=DomainEntryId(new_id()),
                    case_id=case_id,
                    assessment_id=assessment.id,
                    life_domain=own.id,
                    need=f"Braucht Unterstützung im Bereich {number}, möglichst bald.",
                    need_level=NeedLevel.SOON,
                )
            )
            keys.append(own.id)
        goals = [
            Goal(
                id=GoalId(new_id()),
                case_id=case_id,
                life_domain=keys[number % len(keys)],
                wording=f"Kann wieder selbständig etwas tun, Nummer {number}",
                target_on=date(2026, 9, 1),
            )
            for number in range(GOALS)
        ]
        for goal in goals:
            tables.goals.add(goal)
        parties = [party.id for party in tables.parties.of(case_id=case_id)]
        for number in range(MEASURES):
            tables.measures.add(
                Measure(
                    id=MeasureId(new_id()),
                    case_id=case_id,
                    goal_id=goals[number % GOALS].id,
                    what=f"Übung und Begleitung Nummer {number}",
                    responsible=list(Responsible)[number % len(Responsible)],
                    party_id=parties[number % len(parties)],
                    starts_on=TODAY - timedelta(days=number),
                    ends_on=TODAY + timedelta(days=200 - number),
                    frequency="2× pro Woche",
                    payer="Krankenkasse Bergsicht",
                    state=list(MeasureState)[number % 4],
                )
            )
        for number in range(BENEFITS):
            tables.benefits.add(
                Benefit(
                    id=BenefitId(new_id()),
                    case_id=case_id,
                    what=f"Dienst Nummer {number}",
                    party_id=parties[number % len(parties)],
                    life_domain=keys[number % len(keys)],
                )
            )


if __name__ == "__main__":
    main()
