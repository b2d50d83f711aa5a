from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from services.paper_case import PaperCase, a_paper_case

from casedesk.domain.attention import DueKind
from casedesk.domain.billing_terms import OF_THE_PRACTICE, BillingTerms
from casedesk.domain.claim import Outcome
from casedesk.domain.data_category import DataCategory
from casedesk.domain.deadline import PeriodUnit
from casedesk.domain.entry import EntryKind
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId, MeasureState, Responsible
from casedesk.domain.practice import Country

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)
YESTERDAY, SOON = TODAY - timedelta(days=1), TODAY + timedelta(days=5)


@pytest.fixture
def made(session: Session) -> PaperCase:
    return a_paper_case(session)


# Any: each value has the type of its field.
def a_measure(session: Session, made: PaperCase, **values: Any) -> Measure:
    goal = session.goals.add(
        Goal(
            id=GoalId(session.clock.new_id()),
            case_id=made.case.id,
            life_domain=LifeDomain.MOBILITY,
        )
    )
    return session.measures.add(
        Measure(
            id=MeasureId(session.clock.new_id()),
            case_id=made.case.id,
            goal_id=goal.id,
            what="Fahrdienst",
            frequency="zweimal in der Woche",
            **values,
        )
    )


def dues(session: Session, made: PaperCase) -> dict[DueKind, date | None]:
    found = session.cases.due(made.case.id)
    return {each.kind: each.due_on for each in found}


def test_what_is_planned_for_others_is_to_be_arranged_until_something_was_begun(
    session: Session, made: PaperCase
) -> None:
    provider = a_measure(session, made, responsible=Responsible.PROVIDER)
    applied = a_measure(session, made, responsible=Responsible.CASE_MANAGER)
    a_measure(session, made, responsible=Responsible.CLIENT)
    a_measure(
        session,
        made,
        responsible=Responsible.PROVIDER,
        state=MeasureState.RUNNING,
    )
    before = session.provisions.of_case(made.case.id).to_arrange

    session.provisions.refer(made.case.id, measure_id=provider.id)
    session.provisions.apply(made.case.id, measure_id=applied.id)

    assert before == (provider, applied)
    assert session.provisions.of_case(made.case.id).to_arrange == ()


def test_a_referral_begins_with_what_the_measure_says(
    session: Session, made: PaperCase
) -> None:
    measure = a_measure(session, made, party_id=made.nurse.id)

    referral = session.provisions.refer(made.case.id, measure_id=measure.id)

    assert referral.subject == "Fahrdienst"
    assert referral.request == "Fahrdienst, zweimal in der Woche"
    assert referral.party_id == made.nurse.id
    assert referral.categories == (DataCategory.CARE_NEEDS,)
    assert referral.feedback_until == TODAY + timedelta(days=14)


def test_letters_tell_of_all_domains_that_the_goal_answers(
    session: Session, made: PaperCase
) -> None:
    measure = a_measure(session, made)
    session.goals.change(measure.goal_id, further_domains=(LifeDomain.ADDICTION,))

    referral = session.provisions.refer(made.case.id, measure_id=measure.id)
    claim = session.provisions.apply(made.case.id, measure_id=measure.id)

    told = (DataCategory.CARE_NEEDS, DataCategory.ADDICTION)
    assert referral.categories == claim.categories == told


@pytest.mark.parametrize(
    ("country", "count", "unit"),
    [
        pytest.param(Country.CH, 30, PeriodUnit.DAYS, id="Switzerland"),
        pytest.param(Country.DE, 1, PeriodUnit.MONTHS, id="Germany"),
        pytest.param(Country.AT, None, PeriodUnit.DAYS, id="none known for Austria"),
    ],
)
def test_an_application_begins_with_the_period_that_is_proposed(
    session: Session,
    made: PaperCase,
    country: Country,
    count: int | None,
    unit: PeriodUnit,
) -> None:
    session.practice.records.change("practice", country=country)

    claim = session.provisions.apply(made.case.id)

    assert (claim.period_count, claim.period_unit) == (count, unit)
    assert claim.appeal_until is None


def test_minutes_of_the_record_use_an_approval_up_within_its_time(
    session: Session, made: PaperCase
) -> None:
    for day, minutes in ((YESTERDAY, 90), (TODAY, 60), (SOON, 600)):
        entry = session.journal.add(made.case.id, EntryKind.PHONE)
        session.entries.change(entry.id, happened_on=day, minutes=minutes)
    approval = session.provisions.note_approval(made.case.id)
    session.cost_approvals.change(
        approval.id,
        approved_minutes=180,
        counts_entries=True,
        starts_on=YESTERDAY,
        ends_on=TODAY,
    )

    use = session.provisions.use(approval.id)

    assert use.minutes == 150
    assert use.minutes_left == 30
    assert use.is_scarce
    assert dues(session, made)[DueKind.APPROVAL_SCARCE] == TODAY
    assert dues(session, made)[DueKind.APPROVAL_ENDS] == TODAY


def test_an_approval_is_used_up_by_the_same_time_as_the_mandate(
    session: Session, made: PaperCase
) -> None:
    case_id = made.case.id
    session.billing_terms.add(BillingTerms(id=OF_THE_PRACTICE, rounding_minutes=15))
    told: tuple[dict[str, Any], ...] = (
        {"from_time": time(9), "until_time": time(9, 50), "travel_minutes": 20},
        {"minutes": 60, "is_billable": False},
    )
    for fields in told:
        entry = session.journal.add(case_id, EntryKind.PHONE)
        session.entries.change(entry.id, **fields)
    [mandate] = session.mandates.of(case_id=case_id)
    session.mandates.change(mandate.id, approved_minutes=100)
    approval = session.provisions.note_approval(case_id)
    session.cost_approvals.change(
        approval.id, approved_minutes=100, counts_entries=True
    )

    assert session.provisions.use(approval.id).minutes == 60 + 30
    assert session.time_keeping.use_of(case_id).used_minutes == 60 + 30
    assert session.cases.minutes_spent(case_id) == 50 + 60
    assert dues(session, made)[DueKind.APPROVAL_SCARCE] == TODAY


def test_an_approval_that_is_settled_reminds_of_nothing(
    session: Session, made: PaperCase
) -> None:
    approval = session.provisions.note_approval(made.case.id)
    session.cost_approvals.change(
        approval.id, approved_cents=100, used_cents=80, ends_on=SOON
    )
    assert DueKind.APPROVAL_SCARCE in dues(session, made)

    session.cost_approvals.change(approval.id, settled_on=TODAY)

    assert (
        not {DueKind.APPROVAL_SCARCE, DueKind.APPROVAL_ENDS}
        & dues(session, made).keys()
    )


def test_an_answer_that_is_awaited_is_due_until_it_comes(
    session: Session, made: PaperCase
) -> None:
    referral = session.provisions.refer(made.case.id)
    session.referrals.change(referral.id, feedback_until=YESTERDAY)
    assert DueKind.REFERRAL_ANSWER not in dues(session, made)  # not sent yet

    session.referrals.change(referral.id, sent_on=date(2026, 3, 1))
    assert dues(session, made)[DueKind.REFERRAL_ANSWER] == YESTERDAY

    session.referrals.change(referral.id, accepted_on=TODAY, appointment_on=SOON)
    assert DueKind.REFERRAL_ANSWER not in dues(session, made)
    assert dues(session, made)[DueKind.APPOINTMENT] == SOON


def test_dates_of_an_application_are_due_one_after_the_other(
    session: Session, made: PaperCase
) -> None:
    claim = session.provisions.apply(made.case.id)
    session.claims.change(
        claim.id, submitted_on=YESTERDAY, expected_on=SOON, hand_in_until=TODAY
    )
    found = dues(session, made)
    assert found[DueKind.CLAIM_EXPECTED] == SOON
    assert found[DueKind.CLAIM_HAND_IN] == TODAY

    session.claims.change(claim.id, outcome=Outcome.REFUSED, received_on=TODAY)
    found = dues(session, made)
    assert found[DueKind.APPEAL_UNKNOWN] == TODAY
    assert DueKind.CLAIM_EXPECTED not in found
    assert DueKind.CLAIM_HAND_IN not in found

    session.claims.change(claim.id, appeal_until=SOON)
    found = dues(session, made)
    assert found[DueKind.APPEAL_ENDS] == SOON
    assert DueKind.APPEAL_UNKNOWN not in found

    session.claims.change(claim.id, no_appeal_on=TODAY)
    assert DueKind.APPEAL_ENDS not in dues(session, made)


def test_removing_a_measure_leaves_what_was_sent_for_it(
    session: Session, made: PaperCase
) -> None:
    measure = a_measure(session, made)
    referral = session.provisions.refer(made.case.id, measure_id=measure.id)

    deed = session.measures.remove(measure.id)
    assert session.referrals.get(referral.id) == replace(referral, measure_id=None)

    session.measures.take_back(deed)
    assert session.referrals.get(referral.id) == referral


def test_the_head_of_the_case_shows_the_hours_that_end_first(
    session: Session, made: PaperCase
) -> None:
    for minutes, ends_on in ((600, YESTERDAY), (1200, SOON), (1800, None)):
        approval = session.provisions.note_approval(made.case.id)
        session.cost_approvals.change(
            approval.id, approved_minutes=minutes, ends_on=ends_on
        )

    use = session.provisions.running_hours(made.case.id)

    assert use is not None
    assert use.approved_minutes == 1200
