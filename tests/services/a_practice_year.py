"""Six cases of two years, few enough to count by hand."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from casedesk.domain.assessment import Assessment, AssessmentId
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
from casedesk.domain.intake import Intake, IntakeId
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.phase import Phase

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.store.tables import Tables

FUND = OrganisationId("fund")
# Case, area, weight, opened, closed, first payer.
CASES = (
    ("a", Area.HEALTH_CARE, 1, "2025-03-01", None, "fund"),
    ("b", Area.HEALTH_CARE, 3, "2025-06-01", "2026-01-31", "fund"),
    ("c", Area.SOCIAL_WORK, 5, "2026-01-10", "2026-02-10", "person"),
    ("d", Area.SOCIAL_WORK, 2, "2026-02-01", None, ""),
    ("e", Area.SOCIAL_WORK, 1, "2026-03-14", "2026-03-14", ""),
    ("f", Area.REHABILITATION, 1, "2024-01-01", "2024-12-31", "fund"),
)


def add_year(session: Session) -> None:
    """Store the cases, with their entries, evaluations and closings."""
    with session._database.write("demo.fill") as tables:
        tables.defer_links()
        tables.organisations.add(Organisation(id=FUND, name="=Kasse West"))
        tables.persons.add(Person(id=PersonId("p"), family_name="Selbstzahler"))
        for name, area, weight, opened, closed, payer in CASES:
            _add_case(tables, name, area, weight, opened, closed)
            if payer:
                _add_payer(tables, name, payer)
        # A second payer of a case does not count it twice.
        _add_payer(tables, "a", "person", number=2)
        _add_entries(tables)
        _add_days(tables)
        _add_evaluations(tables)
        _add_closures(tables)


def _add_case(
    tables: Tables,
    name: str,
    area: Area,
    weight: int,
    opened: str,
    closed: str | None,
) -> None:
    client_id = ClientId(f"client-{name}")
    tables.clients.add(Client(id=client_id, family_name=f"Muster {name}"))
    tables.cases.add(
        Case(
            id=CaseId(name),
            client_id=client_id,
            number=f"2026-{ord(name)}",
            area=area,
            weight=weight,
            opened_on=date.fromisoformat(opened),
            closed_on=date.fromisoformat(closed) if closed else None,
        )
    )


def _add_payer(tables: Tables, name: str, payer: str, number: int = 1) -> None:
    is_fund = payer == "fund"
    tables.parties.add(
        Party(
            id=PartyId(f"party-{name}-{number}"),
            case_id=CaseId(name),
            organisation_id=FUND if is_fund else None,
            person_id=None if is_fund else PersonId("p"),
            roles=(PartyRole.REFERRER, PartyRole.PAYER),
        )
    )


def _add_entries(tables: Tables) -> None:
    # Case, day, minutes, way, billable, category.
    entries = (
        ("a", "2026-01-05", 60, 30, True, TimeCategory.CLIENT_CONTACT),
        ("a", "2026-02-05", 30, None, False, TimeCategory.SUPERVISION),
        ("a", "2025-05-05", 600, None, True, TimeCategory.CLIENT_CONTACT),
        ("b", "2026-01-06", 45, None, True, TimeCategory.CLIENT_CONTACT),
        ("c", "2026-01-12", 15, 10, True, None),
        ("d", "2026-03-01", 20, None, True, TimeCategory.TRAVEL),
    )
    for number, (name, day, minutes, way, billable, category) in enumerate(entries):
        tables.entries.add(
            Entry(
                id=EntryId(f"entry-{number}"),
                case_id=CaseId(name),
                phase=Phase.IMPLEMENTATION,
                kind=EntryKind.VISIT,
                with_client=name != "d",
                happened_on=date.fromisoformat(day),
                minutes=minutes,
                travel_minutes=way,
                is_billable=billable,
                time_category=category,
            )
        )
    # Its time follows from its hours: 25 minutes. Nobody was reached.
    tables.entries.add(
        Entry(
            id=EntryId("entry-hours"),
            case_id=CaseId("c"),
            phase=Phase.IMPLEMENTATION,
            kind=EntryKind.PHONE,
            with_client=True,
            was_reached=False,
            happened_on=date(2026, 1, 11),
            from_time=time(10, 0),
            until_time=time(10, 25),
        )
    )


def _add_days(tables: Tables) -> None:
    for name, received, starts in (
        ("c", "2026-01-02", "2026-01-20"),
        ("d", "2026-01-30", "2026-01-15"),  # begun before it was asked for
    ):
        case_id = CaseId(name)
        tables.intakes.add(
            Intake(
                id=IntakeId(f"intake-{name}"),
                case_id=case_id,
                received_on=date.fromisoformat(received),
            )
        )
        for number, day in enumerate((date(2026, 6, 1), date.fromisoformat(starts))):
            tables.mandates.add(
                Mandate(
                    id=MandateId(f"mandate-{name}-{number}"),
                    case_id=case_id,
                    starts_on=day,
                )
            )
    tables.assessments.add(
        Assessment(
            id=AssessmentId("assessment"),
            case_id=CaseId("d"),
            confirmed_on=date(2026, 2, 9),
        )
    )


def _add_evaluations(tables: Tables) -> None:
    # The first of case b is not its last one; that of a is not confirmed.
    _add_evaluation(tables, "b", "2026-01-10", [(-2, -2, 1, Attainment.NOT_REACHED)])
    _add_evaluation(
        tables,
        "b",
        "2026-01-30",
        [
            (1, -1, 1, Attainment.REACHED),
            (0, None, 1, Attainment.PARTLY),
            (None, None, 1, Attainment.GIVEN_UP),
        ],
    )
    _add_evaluation(tables, "c", "2026-02-09", [(0, -2, 4, Attainment.REACHED)])
    _add_evaluation(tables, "a", "2026-02-09", [(2, 0, 1, None)], is_confirmed=False)


def _add_evaluation(
    tables: Tables,
    name: str,
    held: str,
    results: list[tuple[int | None, int | None, int, Attainment | None]],
    *,
    is_confirmed: bool = True,
) -> None:
    day = date.fromisoformat(held)
    evaluation_id = EvaluationId(f"evaluation-{name}-{held}")
    for place, (level, baseline, weight, attainment) in enumerate(results):
        tables.goal_results.add(
            GoalResult(
                id=GoalResultId(f"{evaluation_id}-{place}"),
                case_id=CaseId(name),
                evaluation_id=evaluation_id,
                goal_id=None,
                position=place,
                level=level,
                baseline_level=baseline,
                weight=weight,
                attainment=attainment,
            )
        )
    tables.evaluations.add(
        Evaluation(
            id=evaluation_id,
            case_id=CaseId(name),
            held_on=day,
            confirmed_on=day if is_confirmed else None,
        )
    )


def _add_closures(tables: Tables) -> None:
    for name, reason, closed in (
        ("b", ClosingReason.GOALS_REACHED, date(2026, 1, 31)),
        ("c", ClosingReason.MOVED, date(2026, 2, 10)),
        ("a", ClosingReason.OTHER, None),  # only begun
    ):
        tables.closures.add(
            Closure(
                id=ClosureId(f"closure-{name}"),
                case_id=CaseId(name),
                reason=reason,
                closed_on=closed,
            )
        )
