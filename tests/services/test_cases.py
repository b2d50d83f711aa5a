from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from services.closed_case import close

from casedesk.domain.attention import DueKind
from casedesk.domain.case import Area, Case
from casedesk.domain.client import Client, ClientId
from casedesk.domain.consent import Consent, ConsentId, ConsentKind
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.phase import Phase, PhaseState, state
from casedesk.domain.signing import SignerRole

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case(session: Session) -> Case:
    return opened(session, "Brunner")


def opened(session: Session, family_name: str) -> Case:
    client = Client(id=ClientId(family_name), family_name=family_name)
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE)


def test_a_new_case_is_in_clarification_and_has_all_it_needs(
    session: Session, case: Case
) -> None:
    runs = session.cases.runs(case.id)

    assert case.number == "2026-0001"
    assert state(runs, Phase.INTAKE, cycle=1) is PhaseState.IN_PROGRESS
    assert len(session.domain_entries.of(case_id=case.id)) == len(LifeDomain)
    assert len(session.mandates.of(case_id=case.id)) == 1
    assert len(session.intakes.of(case_id=case.id)) == 1


def test_numbers_count_on_within_a_year(session: Session, case: Case) -> None:
    again = session.cases.open_case(case.client_id, Area.REHABILITATION)

    assert again.number == "2026-0002"
    assert session.cases.latest_of(case.client_id) == again.id


def test_phases_overlap_repeat_and_loop_back(session: Session, case: Case) -> None:
    session.cases.begin_phase(case.id, Phase.MONITORING)
    session.cases.begin_phase(case.id, Phase.ASSESSMENT)
    session.cases.finish_phase(case.id, Phase.ASSESSMENT)
    session.cases.begin_phase(case.id, Phase.ASSESSMENT)
    session.cases.finish_phase(case.id, Phase.PLANNING)

    runs = session.cases.runs(case.id)
    assert [state(runs, phase, 1) for phase in Phase] == [
        PhaseState.IN_PROGRESS,
        PhaseState.IN_PROGRESS,
        PhaseState.DONE,
        PhaseState.NOT_BEGUN,
        PhaseState.NOT_BEGUN,
        PhaseState.IN_PROGRESS,
        PhaseState.NOT_BEGUN,
    ]


def test_a_new_cycle_begins_with_assessment(session: Session, case: Case) -> None:
    session.cases.begin_cycle(case.id)

    runs = session.cases.runs(case.id)
    assert session.case_records.get(case.id).cycle == 2
    assert state(runs, Phase.ASSESSMENT, 2) is PhaseState.IN_PROGRESS
    assert state(runs, Phase.INTAKE, 2) is PhaseState.NOT_BEGUN


def test_the_list_is_sorted_by_name_whatever_the_accents(session: Session) -> None:
    for name in ("Zeller", "Özdemir", "Ostertag", "Łukasz", "Aebi"):
        opened(session, name)

    names = [line.family_name for line in session.cases.lines()]

    assert names == ["Aebi", "Łukasz", "Özdemir", "Ostertag", "Zeller"]


def test_a_closed_case_leaves_the_list_and_comes_back(
    session: Session, case: Case
) -> None:
    close(session, case.id)
    assert session.cases.lines() == []
    assert session.cases.count(closed=True) == 1
    assert session.cases.due() == []

    session.closing.take_back(case.id)

    [line] = session.cases.lines()
    assert line.phases == (Phase.INTAKE,)
    assert session.cases.count() == 1


def test_what_is_missing_or_near_is_due(session: Session, case: Case) -> None:
    [mandate] = session.mandates.of(case_id=case.id)
    [plan] = session.plans.of(case_id=case.id)
    session.mandates.change(
        mandate.id,
        ends_on=TODAY + timedelta(days=31),
        reports_due_on=(TODAY - timedelta(days=90), TODAY - timedelta(days=3)),
    )
    session.plans.change(plan.id, next_review_on=TODAY + timedelta(days=30))

    dues = session.cases.due(case.id)

    assert [(due.kind, due.due_on) for due in dues] == [
        (DueKind.REPORT_DUE, TODAY - timedelta(days=3)),
        (DueKind.PLAN_REVIEW, TODAY + timedelta(days=30)),
        (DueKind.NO_CONSENT, None),
    ]
    assert dues[0].client_name == "Brunner, "


def test_a_signed_consent_is_due_when_it_ends(session: Session, case: Case) -> None:
    session.consents.add(
        Consent(
            id=ConsentId("c"),
            case_id=case.id,
            kind=ConsentKind.RELEASE,
            explained_on=TODAY,
            signed_on=TODAY,
            signed_by=(SignerRole.CLIENT,),
            valid_until=TODAY + timedelta(days=10),
        )
    )

    [due] = session.cases.due(case.id)

    assert due.kind is DueKind.CONSENT_ENDS
    assert due.subject_id == "c"


def a_release(
    case: Case, key: str, signed_on: date, *, ends_in_days: int | None
) -> Consent:
    return Consent(
        id=ConsentId(key),
        case_id=case.id,
        kind=ConsentKind.RELEASE,
        explained_on=signed_on,
        signed_on=signed_on,
        signed_by=(SignerRole.CLIENT,),
        valid_until=None if ends_in_days is None else TODAY + timedelta(ends_in_days),
    )


def test_a_renewed_consent_is_due_no_more(session: Session, case: Case) -> None:
    earlier = TODAY - timedelta(days=300)
    session.consents.add(a_release(case, "old", earlier, ends_in_days=-5))
    assert [due.subject_id for due in session.cases.due(case.id)] == ["old"]

    session.consents.add(a_release(case, "new", TODAY, ends_in_days=None))

    assert session.cases.due(case.id) == []


def test_a_case_whose_consents_are_all_withdrawn_has_none(
    session: Session, case: Case
) -> None:
    session.consents.add(a_release(case, "only", TODAY, ends_in_days=None))
    session.consents.change("only", withdrawn_on=TODAY)

    assert [due.kind for due in session.cases.due(case.id)] == [DueKind.NO_CONSENT]


def test_numbers_count_on_past_ten_thousand(session: Session, case: Case) -> None:
    session.case_records.change(case.id, number="2026-9999")
    tenth = session.cases.open_case(case.client_id, Area.SOCIAL_WORK)
    next_one = session.cases.open_case(case.client_id, Area.SOCIAL_WORK)

    assert [tenth.number, next_one.number] == ["2026-10000", "2026-10001"]


def test_the_list_tells_the_phases_of_this_cycle(session: Session, case: Case) -> None:
    session.cases.begin_cycle(case.id)

    [line] = session.cases.lines()

    assert line.phases == (Phase.ASSESSMENT,)
