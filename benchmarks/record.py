"""The record of a case (P4): opened and scrolled through, beside its reading alone.

The case has 2,000 entries, and 3,000 things that came by themselves: lines of the log
and changes of 40 goals and 150 measures. The goal is 60 ms from the click to the last
pixel, and no more than three times the reading alone plus one painting.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from _demo_page import (
    HEIGHT,
    NOON,
    TODAY,
    WIDTH,
    a_desk,
    clock_at,
    demo,
    dressed_app,
    timed,
)
from _vaults import NOTE_LETTERS, Chance

from casedesk.domain.consent import Direction
from casedesk.domain.disclosure import Disclosure, DisclosureId
from casedesk.domain.entry import Entry, EntryId, EntryKind
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.happening import Narrowing
from casedesk.domain.measure import Measure, MeasureId, MeasureState
from casedesk.domain.phase import Phase
from casedesk.ui.entries.entry_row import CaseNames, EntryRow
from casedesk.ui.record.page import RecordPage
from casedesk.ui.record.stream_view import FIRST

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session
    from casedesk.store.tables import Tables

ROUNDS = 15
ENTRIES, LINES, GOALS, MEASURES, CHANGES = 2000, 1100, 40, 150, 10
PAGES = 60


class Watch:
    """The time in the vault, set back while the past is being written."""

    def __init__(self) -> None:
        self.now = NOON


def main() -> None:
    """Print medians in milliseconds."""
    app = dressed_app()
    watch = Watch()
    with demo(clock_at(lambda: watch.now)) as session:
        case_id = session.cases.lines()[0].case_id
        grow(session, case_id, watch)
        measure(session, case_id, app)


def grow(session: Session, case_id: CaseId, watch: Watch) -> None:
    """Let so much have happened in a case, over some years."""
    chance = Chance(seed=1)
    database = session._database  # noqa: SLF001 - many at once
    watch.now = NOON - timedelta(days=700)
    with database.write("bench.fill") as tables:
        _add_entries(tables, case_id, chance)
        goals, measures = _add_plan(tables, case_id, chance)
    for step in range(CHANGES):
        watch.now = NOON - timedelta(days=60 * (CHANGES - step))
        with database.write("bench.fill") as tables:
            for goal in goals:
                tables.goals.update(replace(goal, progress=step))
            for each in measures:
                state = list(MeasureState)[step % len(MeasureState)]
                tables.measures.update(replace(each, state=state))
    watch.now = NOON


def _add_entries(tables: Tables, case_id: CaseId, chance: Chance) -> None:
    kinds = list(EntryKind)
    for number in range(ENTRIES):
        day = TODAY - timedelta(days=number // 3)
        tables.entries.add(
            Entry(
                id=EntryId(f"bench-{number:06}"),
                case_id=case_id,
                phase=Phase.MONITORING,
                kind=kinds[number % len(kinds)],
                happened_on=day,
                entered_at=datetime.combine(day, time(16), UTC),
                minutes=30,
                text=chance.text(NOTE_LETTERS),
            )
        )
    for number in range(LINES):
        tables.disclosures.add(
            Disclosure(
                id=DisclosureId(f"bench-line-{number:06}"),
                case_id=case_id,
                happened_at=NOON - timedelta(days=number // 2),
                direction=Direction.PASS_ON,
                recipient=chance.text(20),
            )
        )


def _add_plan(
    tables: Tables, case_id: CaseId, chance: Chance
) -> tuple[list[Goal], list[Measure]]:
    goals = [
        Goal(id=GoalId(f"bench-goal-{n}"), case_id=case_id, wording=chance.text(80))
        for n in range(GOALS)
    ]
    measures = [
        Measure(
            id=MeasureId(f"bench-measure-{n}"),
            case_id=case_id,
            goal_id=goals[n % GOALS].id,
            what=chance.text(60),
        )
        for n in range(MEASURES)
    ]
    for goal in goals:
        tables.goals.add(goal)
    for each in measures:
        tables.measures.add(each)
    return goals, measures


def measure(session: Session, case_id: CaseId, app: QApplication) -> None:
    """Measure the reading, one painting, the opening, and the way to the end."""
    page = RecordPage(a_desk(session, app))
    page.resize(WIDTH, HEIGHT)
    page.show_case(case_id)
    page.show()
    app.processEvents()
    rows = page.stream.column.rows().values()
    shown = [row.told().entry.id for row in rows if isinstance(row, EntryRow)]

    def read() -> None:
        CaseNames.read(session, case_id)
        session.journal.stream(case_id, limit=FIRST)
        for entry_id in shown:
            session.journal.told(entry_id)

    def opened() -> None:
        page.show_case(case_id)
        page.grab()

    reading, painting = timed(read, ROUNDS), timed(page.grab, ROUNDS)
    opening = timed(opened, ROUNDS)
    print(
        f"P4 {ENTRIES} entries: read {reading:.1f} ms, painted {painting:.1f} ms, "
        f"opened {opening:.1f} ms, "
        f"{opening / (3 * reading + painting):.2f} of three readings and one painting"
    )
    everything = timed(lambda: session.journal.stream(case_id, limit=10_000), ROUNDS)
    whole = len(session.journal.stream(case_id, Narrowing(), limit=10_000))
    print(f"P4 all {whole} lines of the record read at once {everything:.1f} ms")
    _scroll(page, app)
    page.deleteLater()


def _scroll(page: RecordPage, app: QApplication) -> None:
    """Go down page by page, and to the last line."""
    bar = page.stream.column.verticalScrollBar()
    steps = []
    for _ in range(PAGES):
        started = perf_counter()
        bar.setValue(bar.value() + bar.pageStep())
        page.grab()
        steps.append(perf_counter() - started)
        app.processEvents()
    steps.sort()
    print(
        f"P4 a page further: {median(steps) * 1000:.1f} ms, "
        f"the slowest of {PAGES} {steps[-1] * 1000:.1f} ms"
    )


if __name__ == "__main__":
    main()
