from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.benefit import Benefit, BenefitId, BenefitKind
from casedesk.domain.care_slot import CareSlot, CareSlotId, NothingToPropose, Weeks
from casedesk.domain.case import Area, CaseId, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.coverage import CoverState
from casedesk.domain.finding import FindingKind, FindingReasonMissing
from casedesk.domain.help import Giver
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import MeasureState, Responsible
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.rhythm import Weekday
from casedesk.words.finding_words import FindingWords

if TYPE_CHECKING:
    from casedesk.domain.finding import Finding
    from casedesk.services.session import Session

CARE = LifeDomain.SELF_CARE


@pytest.fixture
def case_id(session: Session) -> CaseId:
    """A case with one pressing need."""
    client = Client(id=ClientId("anna"), given_name="Anna", family_name="Muster")
    case = session.cases.open_for_new_client(client, Area.HEALTH_CARE)
    session.organisations.add(
        Organisation(id=OrganisationId("o"), name="Spitex Muster")
    )
    session.parties.add(
        Party(
            id=PartyId("spitex"),
            case_id=case.id,
            organisation_id=OrganisationId("o"),
            roles=(PartyRole.CARE_SERVICE,),
        )
    )
    assessment = session.assessing.that_counts(case.id)
    for entry in session.assessing.entries(assessment):
        if entry.life_domain is CARE:
            session.domain_entries.change(
                entry.id, need="Hilfe beim Duschen", need_level=NeedLevel.SOON
            )
    return case.id


def plan_a_shower(session: Session, case_id: CaseId, frequency: str = "") -> str:
    goal = session.planning.add_goal(case_id, CARE)
    session.goals.change(goal.id, wording="Duscht sicher")
    measure = session.planning.add_measure(goal.id)
    session.measures.change(
        measure.id,
        what="Duschen mit Hilfe",
        responsible=Responsible.PROVIDER,
        party_id=PartyId("spitex"),
        state=MeasureState.RUNNING,
        frequency=frequency,
    )
    return measure.id


def found(session: Session, case_id: CaseId) -> tuple[Finding, ...]:
    return session.covering.check(case_id).coverage.findings


def test_a_need_is_open_until_somebody_answers_it(
    session: Session, case_id: CaseId
) -> None:
    before = [each.kind for each in found(session, case_id)]

    plan_a_shower(session, case_id)

    assert before == [FindingKind.NEED_OPEN]
    assert found(session, case_id) == ()
    [row] = [
        row
        for row in session.covering.check(case_id).coverage.rows
        if row.need.domain is CARE
    ]
    assert row.state is CoverState.COVERED
    assert [piece.name for piece in row.cells[Giver.PROVIDER]] == ["Spitex Muster"]


def test_the_rows_begin_with_the_needs_and_go_on_with_all_domains(
    session: Session, case_id: CaseId
) -> None:
    rows = session.covering.check(case_id).coverage.rows

    assert rows[0].need.domain is CARE
    assert {row.need.domain for row in rows} == set(LifeDomain)


def test_a_finding_is_accepted_with_its_reason_and_shown_again(
    session: Session, case_id: CaseId
) -> None:
    [finding] = found(session, case_id)

    accepted = session.covering.accept(
        case_id, finding, said="Bedarf ohne Hilfe", reason="Tochter ist im Urlaub"
    )

    assert found(session, case_id) == ()
    assert accepted.accepted_on == session.clock.today()
    session.covering.take_back(accepted.id)
    assert found(session, case_id) == (finding,)
    kept = session.accepted_findings.get(accepted.id)
    assert kept.reason == "Tochter ist im Urlaub"


def test_an_accepted_finding_comes_back_when_its_need_changes(
    session: Session, case_id: CaseId
) -> None:
    [finding] = found(session, case_id)
    session.covering.accept(case_id, finding, said="", reason="abgesprochen")
    [entry] = session.assessing.needs(case_id)

    session.domain_entries.change(entry.id, need_level=NeedLevel.AT_ONCE)

    [again] = found(session, case_id)
    assert again.key == finding.key


def test_without_a_reason_nothing_is_accepted(
    session: Session, case_id: CaseId
) -> None:
    [finding] = found(session, case_id)

    with pytest.raises(FindingReasonMissing):
        session.covering.accept(case_id, finding, said="", reason=" ")

    assert session.accepted_findings.all() == []


def test_a_service_of_the_list_of_benefits_is_help_too(
    session: Session, case_id: CaseId
) -> None:
    plan_a_shower(session, case_id)
    session.benefits.add(
        Benefit(
            id=BenefitId("b"),
            case_id=case_id,
            kind=BenefitKind.SERVICE,
            what="Duschen mit Hilfe am Morgen",
            provider="Pflege24",
            life_domain=CARE,
        )
    )

    [finding] = found(session, case_id)

    assert finding.kind is FindingKind.TWO_PROVIDERS


def test_a_finding_says_why_it_was_raised_with_names_and_days(
    session: Session, case_id: CaseId
) -> None:
    measure_id = plan_a_shower(session, case_id)
    yesterday = session.clock.today() - timedelta(days=1)
    session.measures.change(measure_id, review_on=yesterday)
    [finding] = found(session, case_id)
    words = FindingWords(
        words=lambda message: message, own_domains={}, today=session.clock.today()
    )

    said = words.said(finding)

    assert said == (
        "The review of “Duschen mit Hilfe” (Spitex Muster) was due on "
        f"{yesterday:%d/%m/%Y}."
    )


def test_times_are_proposed_from_measures_once(
    session: Session, case_id: CaseId
) -> None:
    measure_id = plan_a_shower(session, case_id, "dienstags und freitags morgens")

    slots = session.care_week.propose(case_id)

    assert [slot.weekday for slot in slots] == [Weekday.TUESDAY, Weekday.FRIDAY]
    assert {slot.measure_id for slot in slots} == {measure_id}
    assert {slot.life_domain for slot in slots} == {CARE}
    with pytest.raises(NothingToPropose):
        session.care_week.propose(case_id)


def test_the_week_is_put_back_as_it_was(session: Session, case_id: CaseId) -> None:
    slot = CareSlot(id=CareSlotId("s"), case_id=case_id, what="Duschen")
    session.care_week.add(slot)
    session.care_slots.change(slot.id, weeks=Weeks.ODD)
    added = session.care_week.add(CareSlot(id=CareSlotId("t"), case_id=case_id))

    session.care_week.put_back(case_id, [slot], [added.id])

    assert session.care_slots.of(case_id=case_id) == [slot]


def test_a_need_that_says_every_day_is_daily(session: Session, case_id: CaseId) -> None:
    [entry] = session.assessing.needs(case_id)

    session.domain_entries.change(entry.id, need="Täglich Hilfe beim Duschen")

    assert session.care_week.shown(case_id).daily == (CARE,)
