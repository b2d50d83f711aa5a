"""Cases: opening, finding, closing; their phases and what is due in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from casedesk.domain.assessment import Assessment, AssessmentId
from casedesk.domain.attention import AHEAD_DAYS
from casedesk.domain.case import Area, Case, CaseId, Mandate, MandateId
from casedesk.domain.intake import Intake, IntakeId
from casedesk.domain.phase import Phase, PhaseRun, PhaseRunId, latest_run
from casedesk.domain.plan import Plan, PlanId
from casedesk.services.assessments import add_empty

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.attention import Due
    from casedesk.domain.case_line import CaseLine
    from casedesk.domain.client import Client, ClientId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

LINES = 200
REPORT_LOOK_BACK_DAYS = 60
DUE_LIMIT = 200
LAST_NUMBER = "last_case_number."  # with the year; a setting


class CaseService:
    """Opens and finds cases. Nothing in a case is ever locked by its phase."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def open_for_new_client(self, client: Client, area: Area) -> Case:
        """Store a new client together with a first case in clarification."""
        with self._database.write("client.add", client.id) as tables:
            tables.clients.add(client)
            case = self.opened(tables, client.id, area)
        self._announcer.announce("client")
        self._announcer.announce("case")
        return case

    def open_case(self, client_id: ClientId, area: Area) -> Case:
        """Open a further case for a client."""
        with self._database.write("case.open", client_id) as tables:
            case = self.opened(tables, client_id, area)
        self._announcer.announce("case")
        return case

    def opened(self, tables: Tables, client_id: ClientId, area: Area) -> Case:
        """Open a case within a deed, with all that every case begins with."""
        today = self._clock.today()
        case = Case(
            id=CaseId(self._clock.new_id()),
            client_id=client_id,
            number=self._next_number(tables, today.year),
            area=area,
            opened_on=today,
        )
        tables.cases.add(case)
        tables.mandates.add(
            Mandate(id=MandateId(self._clock.new_id()), case_id=case.id)
        )
        tables.intakes.add(
            Intake(
                id=IntakeId(self._clock.new_id()), case_id=case.id, received_on=today
            )
        )
        tables.plans.add(Plan(id=PlanId(self._clock.new_id()), case_id=case.id))
        tables.phase_runs.add(self._run(case.id, Phase.INTAKE, 1, today))
        self._add_assessment(tables, case.id)
        return case

    def _add_assessment(self, tables: Tables, case_id: CaseId) -> None:
        assessment = Assessment(id=AssessmentId(self._clock.new_id()), case_id=case_id)
        add_empty(tables, self._clock, assessment)

    def _next_number(self, tables: Tables, year: int) -> str:
        # The number of a case that was erased is not given a second time.
        numbers = (
            tables.case_list.highest_number(f"{year}-"),
            tables.settings.get(f"{LAST_NUMBER}{year}"),
        )
        counts = [int(number.partition("-")[2] or 0) for number in numbers]
        return f"{year}-{max(counts) + 1:04}"

    def lines(
        self, *, closed: bool = False, offset: int = 0, limit: int = LINES
    ) -> list[CaseLine]:
        """Return a page of the client list, by name."""
        with self._database.read() as tables:
            return tables.case_list.lines(closed=closed, limit=limit, offset=offset)

    def latest_of(self, client_id: ClientId) -> CaseId | None:
        """Return the case of a client that was opened last."""
        with self._database.read() as tables:
            cases = _shown(tables, client_id)
        return cases[-1].id if cases else None

    def of_client(self, client_id: ClientId) -> list[Case]:
        """Return the cases of a client that do not lie in the bin, oldest first."""
        with self._database.read() as tables:
            return _shown(tables, client_id)

    def count(self, *, closed: bool = False) -> int:
        """Return how many cases are open, or closed."""
        with self._database.read() as tables:
            return tables.case_list.count(closed=closed)

    def due(self, case_id: CaseId | None = None) -> list[Due]:
        """Return what is missing or due within thirty days, in one case or in all."""
        today = self._clock.today()
        with self._database.read() as tables:
            return tables.dates_due.until(
                today + timedelta(days=AHEAD_DAYS),
                today=today,
                past=today - timedelta(days=REPORT_LOOK_BACK_DAYS),
                case_id=case_id,
                limit=DUE_LIMIT,
            )

    def minutes_spent(self, case_id: CaseId) -> int:
        """Return the minutes noted in the record of a case."""
        with self._database.read() as tables:
            return tables.case_list.minutes_spent(case_id)

    def runs(self, case_id: CaseId) -> list[PhaseRun]:
        """Return every run of every phase, oldest first."""
        with self._database.read() as tables:
            return tables.phase_runs.of(case_id=case_id)

    def begin_phase(self, case_id: CaseId, phase: Phase) -> PhaseRun:
        """Begin a phase today; one that was done is begun again."""
        with self._database.write("phase.begin", case_id) as tables:
            case = tables.cases.get(case_id)
            run = self._run(case_id, phase, case.cycle, self._clock.today())
            tables.phase_runs.add(run)
        self._announcer.announce("phase")
        return run

    def finish_phase(self, case_id: CaseId, phase: Phase) -> PhaseRun:
        """Finish a phase today; one that never began begins and ends today."""
        today = self._clock.today()
        with self._database.write("phase.finish", case_id) as tables:
            cycle = tables.cases.get(case_id).cycle
            runs = [
                r for r in tables.phase_runs.of(case_id=case_id) if r.cycle == cycle
            ]
            run = latest_run(runs, phase)
            if run is None or run.finished_on is not None:
                run = self._run(case_id, phase, cycle, today)
                tables.phase_runs.add(run)
            run = run.finished(on=max(today, run.started_on))
            tables.phase_runs.update(run)
        self._announcer.announce("phase")
        return run

    def begin_cycle(self, case_id: CaseId) -> Case:
        """Begin a new round of the process, with assessment in progress."""
        with self._database.write("case.cycle", case_id) as tables:
            case = next_cycle(tables, self._clock, case_id)
        self._announcer.announce("phase")
        return case

    def _run(
        self, case_id: CaseId, phase: Phase, cycle: int, started_on: date
    ) -> PhaseRun:
        return PhaseRun(
            id=PhaseRunId(self._clock.new_id()),
            case_id=case_id,
            phase=phase,
            cycle=cycle,
            started_on=started_on,
        )


def next_cycle(tables: Tables, clock: Clock, case_id: CaseId) -> Case:
    """Begin a new round of a case within a deed, with assessment in progress."""
    case = tables.cases.get(case_id)
    case = replace(case, cycle=case.cycle + 1)
    tables.cases.update(case)
    run = PhaseRun(
        id=PhaseRunId(clock.new_id()),
        case_id=case_id,
        phase=Phase.ASSESSMENT,
        cycle=case.cycle,
        started_on=clock.today(),
    )
    tables.phase_runs.add(run)
    return case


def _shown(tables: Tables, client_id: ClientId) -> list[Case]:
    hidden = tables.bin.hidden()
    cases = tables.cases.of(client_id=client_id)
    return [case for case in cases if case.id not in hidden]
