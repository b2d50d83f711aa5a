"""Own statistics (P17): all figures of 10,000 cases, beside their SQL alone.

The service reads the same statements, makes the figures of them and what an export
leaves out. The goal is no more than 1.5 times the SQL alone; no piece that is read
between two events of the window takes longer than 50 ms, or its progress is shown.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from _vaults import FOLDER, NOTE_LETTERS, PASSPHRASE, Chance

from casedesk.domain.case import (
    Area,
    Case,
    CaseId,
    Mandate,
    MandateId,
    Party,
    PartyId,
    PartyRole,
)
from casedesk.domain.client import Client, ClientId
from casedesk.domain.closure import ClosingReason, Closure, ClosureId
from casedesk.domain.entry import Entry, EntryId, EntryKind, TimeCategory
from casedesk.domain.evaluation import (
    Attainment,
    Evaluation,
    EvaluationId,
    GoalResult,
    GoalResultId,
)
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.intake import Intake, IntakeId
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.phase import Phase
from casedesk.domain.practice import Practice
from casedesk.domain.protected_figures import protection
from casedesk.domain.statistics import Key, Measure, Scope
from casedesk.security.keys import STRONG, VaultKey, new_key
from casedesk.services.clock import Clock
from casedesk.services.session import Session
from casedesk.store import vault_file
from casedesk.store.migrations import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.store.database import Database

CASES = 10_000
ENTRIES, GOALS, PAYERS = 12, 3, 12
YEARS, DAYS_APART = 3, 30
ROUNDS = 15
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
TODAY = NOON.date()
TEXTS = 40


def main() -> None:
    """Print medians in milliseconds for a year and for all years."""
    path, key = filled_vault(CASES)
    database = vault_file.open_vault(path, key, lambda: NOON)
    clock = Clock(now=lambda: NOON, random=lambda n: bytes(n))
    session = Session(database, path, clock, key)
    for name, since in (("a year", date(2026, 1, 1)), ("all years", date(2023, 1, 1))):
        measure(name, session, database, Scope(since=since, until=date(2026, 12, 31)))
    session.lock()


def measure(name: str, session: Session, database: Database, scope: Scope) -> None:
    """Measure the figures, the SQL alone, the longest piece, and what is left out."""
    asked = scope.up_to(TODAY)
    connection = database._connection  # noqa: SLF001 - the same statements, alone
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    session.statistics.count(scope)
    connection.set_trace_callback(None)

    def bare() -> None:
        for statement in statements:
            connection.execute(statement).fetchall()

    # In turns, so that both meet the same machine.
    pairs = [
        (timed(bare), timed(lambda: session.statistics.count(scope)))
        for _ in range(ROUNDS)
    ]
    alone, ours = (median(each) for each in zip(*pairs, strict=True))
    statistics = session.statistics.count(scope)
    cell = statistics.cell(Measure.AT_WORK)
    print(
        f"P17 {name}, {CASES} cases, {cell.value} at work: SQL alone {alone:.1f} ms, "
        f"figures {ours:.1f} ms, {ours / alone:.2f} of the SQL alone (goal 1.5)"
    )
    print(f"P17 {name}: the longest piece {longest_piece(session, scope):.1f} ms")
    hiding = median(timed(lambda: protection(statistics)) for _ in range(3))
    key = Key(measure=Measure.NEW)
    traced = median(
        timed(lambda: session.statistics.cases_behind(asked, key)) for _ in range(5)
    )
    print(f"P17 {name}: what is left out {hiding:.1f} ms, 500 cases {traced:.1f} ms")


def longest_piece(session: Session, scope: Scope) -> float:
    """Return the median of the longest of the pieces between two events."""
    longest = []
    for _ in range(5):
        counting = session.statistics.begin(scope)
        pieces = []
        is_more = True
        while is_more:
            started = perf_counter()
            is_more = counting.go_on()
            pieces.append(perf_counter() - started)
        longest.append(max(pieces))
    return median(longest) * 1000


def timed(deed: Callable[[], object]) -> float:
    """Return how many milliseconds a deed takes."""
    started = perf_counter()
    deed()
    return (perf_counter() - started) * 1000


def filled_vault(cases: int) -> tuple[Path, VaultKey]:
    """Return a vault with entries, goals and closings; it is made once and kept."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"statistics-{cases}-schema-{len(STEPS)}.casedesk"
    key = new_key(PASSPHRASE, bytes(range(11)), STRONG)
    if not path.exists():
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        database = vault_file.create(unfinished, key, lambda: NOON)
        Filling(database).fill(cases)
        database.close()
        unfinished.rename(path)
    return path, key


class Filling:
    """Writes rows as they stand in a vault, without the words of the search index."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._chance = Chance(seed=7)
        self._texts = [self._chance.text(NOTE_LETTERS) for _ in range(TEXTS)]
        self._rows: dict[str, list[object]] = {}
        self._clients: list[Client] = []  # found in the order of the search index

    def fill(self, cases: int) -> None:
        """Write so many cases."""
        with self._database.write("bench.fill") as tables:
            tables.defer_links()
            tables.practice.add(Practice(name="Benchmark"))
            for number in range(PAYERS):
                payer = Organisation(
                    id=OrganisationId(f"payer-{number}"), name=f"Kasse {number}"
                )
                tables.organisations.add(payer)
            for number in range(cases):
                self._add_case(number)
            for client in self._clients:
                tables.clients.add(client)
            for table, rows in self._rows.items():
                records = tables.record_table(table)
                values = [records.stored(row) for row in rows]
                self._database._connection.executemany(  # noqa: SLF001 - many at once
                    records._statements.insert,  # noqa: SLF001
                    values,
                )

    def _add(self, table: str, record: object) -> None:
        self._rows.setdefault(table, []).append(record)

    def _add_case(self, number: int) -> None:
        case_id = CaseId(self._chance.new_id())
        client_id = ClientId(self._chance.new_id())
        opened_on = TODAY - timedelta(days=number * 365 * YEARS // CASES)
        closed_on = opened_on + timedelta(days=60 + number % 300)
        is_closed = closed_on < TODAY and number % 10 > 0
        client = Client(id=client_id, family_name=f"N{number}", given_name="V")
        self._clients.append(client)
        self._add(
            "case_record",
            Case(
                id=case_id,
                client_id=client_id,
                number=f"{opened_on.year}-{number:06}",
                title=self._texts[number % TEXTS][:30],
                area=list(Area)[number % len(Area)],
                opened_on=opened_on,
                closed_on=closed_on if is_closed else None,
                weight=1 + number % 5,
            ),
        )
        self._add_frame(number, case_id, opened_on)
        self._add_entries(number, case_id, opened_on)
        if is_closed:
            self._add_end(number, case_id, closed_on)

    def _add_frame(self, number: int, case_id: CaseId, day: date) -> None:
        received = day - timedelta(days=number % 9)
        self._add(
            "intake",
            Intake(
                id=IntakeId(self._chance.new_id()),
                case_id=case_id,
                received_on=received,
            ),
        )
        self._add(
            "mandate",
            Mandate(
                id=MandateId(self._chance.new_id()),
                case_id=case_id,
                starts_on=day + timedelta(days=number % 20),
            ),
        )
        self._add(
            "party",
            Party(
                id=PartyId(self._chance.new_id()),
                case_id=case_id,
                organisation_id=OrganisationId(f"payer-{number % PAYERS}"),
                roles=(PartyRole.PAYER if number % 7 else PartyRole.FAMILY,),
            ),
        )

    def _add_entries(self, number: int, case_id: CaseId, day: date) -> None:
        kinds, categories = list(EntryKind), list(TimeCategory)
        for past in range(ENTRIES):
            happened_on = min(day + timedelta(days=past * DAYS_APART), TODAY)
            self._add(
                "entry",
                Entry(
                    id=EntryId(self._chance.new_id()),
                    case_id=case_id,
                    phase=Phase.MONITORING,
                    kind=kinds[(number + past) % len(kinds)],
                    with_client=past % 3 == 1,
                    happened_on=happened_on,
                    minutes=15 + 5 * (past % 8),
                    travel_minutes=20 if past % 4 == 0 else None,
                    is_billable=past % 6 > 0,
                    time_category=categories[(number * past) % len(categories)],
                    text=self._texts[(number + past) % TEXTS],
                ),
            )

    def _add_end(self, number: int, case_id: CaseId, day: date) -> None:
        evaluation_id = EvaluationId(self._chance.new_id())
        for place in range(GOALS):
            goal_id = GoalId(self._chance.new_id())
            self._add("goal", Goal(id=goal_id, case_id=case_id, wording="Ziel"))
            self._add(
                "goal_result",
                GoalResult(
                    id=GoalResultId(self._chance.new_id()),
                    case_id=case_id,
                    evaluation_id=evaluation_id,
                    goal_id=goal_id,
                    position=place,
                    level=None
                    if (number + place) % 9 == 0
                    else (number + place) % 5 - 2,
                    baseline_level=-1,
                    attainment=list(Attainment)[(number + place) % len(Attainment)],
                    weight=1 + (number + place) % 9,
                ),
            )
        self._add(
            "evaluation",
            Evaluation(
                id=evaluation_id, case_id=case_id, held_on=day, confirmed_on=day
            ),
        )
        reasons = list(ClosingReason)
        self._add(
            "closure",
            Closure(
                id=ClosureId(self._chance.new_id()),
                case_id=case_id,
                reason=reasons[number % len(reasons)],
                closed_on=day,
            ),
        )


if __name__ == "__main__":
    main()
