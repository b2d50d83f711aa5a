"""An invented case of which something can be reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from services.paper_case import a_paper_case, a_recipient, sign

from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.entry import Entry, EntryId, EntryKind, TimeCategory
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.domain.phase import Phase
from casedesk.domain.report import ReportKind
from casedesk.domain.review import Fit, ReviewOutcome, Standing

if TYPE_CHECKING:
    from services.paper_case import PaperCase

    from casedesk.domain.case import Party, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.goal import GoalId
    from casedesk.domain.report import Report
    from casedesk.services.session import Session

PERIOD = (date(2026, 1, 1), date(2026, 3, 14))
DIAGNOSIS = "Multiple Sklerose"
CONCERN = "Ich will nicht ins Heim"
NEUTRAL = "Gespräch zur Organisation der Hilfen"


@dataclass(frozen=True, slots=True)
class ReportCase:
    """A case with two goals: one about mobility, one about health."""

    people: PaperCase
    walking: GoalId
    healing: GoalId


def a_report_case(session: Session) -> ReportCase:
    people = a_paper_case(session)
    case_id = people.case.id
    [intake] = session.intakes.of(case_id=case_id)
    session.intakes.change(intake.id, concern=CONCERN)
    [mandate] = session.mandates.of(case_id=case_id)
    session.mandates.change(
        mandate.id,
        purpose="Rückkehr nach Hause.",
        approved_minutes=600,
        reference_number="KK-4711",
        starts_on=PERIOD[0],
    )
    walking = _goal(session, people, "Einkaufen", LifeDomain.MOBILITY)
    healing = _goal(session, people, DIAGNOSIS, LifeDomain.PHYSICAL_HEALTH)
    session.measures.add(
        Measure(
            id=MeasureId(session.clock.new_id()),
            case_id=case_id,
            goal_id=walking,
            what="Begleiteter Einkauf",
            responsible=Responsible.PROVIDER,
            party_id=people.nurse.id,
            state=MeasureState.RUNNING,
            frequency="wöchentlich",
        )
    )
    session.entries.add(
        Entry(
            id=EntryId("visit"),
            case_id=case_id,
            phase=Phase.MONITORING,
            kind=EntryKind.VISIT,
            happened_on=date(2026, 3, 2),
            minutes=90,
            time_category=TimeCategory.CLIENT_CONTACT,
            text=DIAGNOSIS,
            neutral_text=NEUTRAL,
        )
    )
    _review(session, people)
    return ReportCase(people, walking, healing)


def _goal(
    session: Session, people: PaperCase, words: str, domain: LifeDomain
) -> GoalId:
    goal = session.planning.add_goal(people.case.id)
    session.goals.change(
        goal.id,
        wording=f"Ich schaffe es: {words}",
        professional_wording=f"Fachlich: {words}",
        life_domain=domain,
        baseline_level=-1,
    )
    return goal.id


def _review(session: Session, people: PaperCase) -> None:
    review = session.reviewing.begin(people.case.id)
    for rating in session.goal_ratings.of(review_id=review.id):
        session.goal_ratings.change(rating.id, level=0, words=f"Seit {DIAGNOSIS}")
    for check in session.measure_checks.of(review_id=review.id):
        session.measure_checks.change(
            check.id,
            standing=Standing.DEVIATES,
            fit=Fit.PARTLY,
            reason="Streit mit der Tochter",
            reaction="Andere Zeit",
        )
    session.reviews.change(review.id, outcome=ReviewOutcome.UNCHANGED)
    session.reviewing.confirm(review.id)


def allow(session: Session, party: Party, categories: tuple[CategoryId, ...]) -> None:
    """Let a party know some kinds of information, by a signed release."""
    consent = session.declarations.new(party.case_id, ConsentKind.RELEASE)
    item = a_recipient(session, consent, party, Direction.PASS_ON)
    session.consent_items.change(item.id, categories=categories, means=())
    sign(session, consent.id)


def a_draft(
    session: Session,
    case: ReportCase,
    party_id: PartyId | None = None,
    kind: ReportKind = ReportKind.PROGRESS,
) -> Report:
    return session.reporting.begin(case.people.case.id, kind, party_id, PERIOD)
