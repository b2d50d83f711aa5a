from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.assessment import (
    Assessment,
    AssessmentKind,
    ConfirmedStays,
    DissentMissing,
    DomainEntry,
    DraftStillOpen,
    NeedLevel,
    OnlyAssessment,
    Stance,
)
from casedesk.domain.assessment_change import ChangeState
from casedesk.domain.attention import DueKind
from casedesk.domain.benefit import Application, Benefit, BenefitId
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.client_snapshot import SnapshotStays
from casedesk.domain.life_domain import LifeDomain

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), given_name="Anna", family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def first(session: Session, case_id: CaseId) -> Assessment:
    """The first assessment, with a need in two domains, confirmed."""
    [draft] = session.assessing.of_case(case_id)
    session.assessments.change(draft.id, wishes="daheim bleiben", held_on=TODAY)
    for key, level in (
        (LifeDomain.MOBILITY, NeedLevel.AT_ONCE),
        (LifeDomain.HOUSING, NeedLevel.SOON),
    ):
        need = entry(session, draft, key)
        session.domain_entries.change(need.id, need="Hilfe", need_level=level, burden=7)
    return session.assessing.confirm(draft.id, TODAY, Stance.AGREES)


def entry(session: Session, assessment: Assessment, key: object) -> DomainEntry:
    entries = session.domain_entries.of(assessment_id=assessment.id)
    return next(each for each in entries if each.life_domain == key)


def test_a_confirmed_assessment_keeps_its_words_and_ratings(
    session: Session, first: Assessment
) -> None:
    mobility = entry(session, first, LifeDomain.MOBILITY)

    with pytest.raises(ConfirmedStays):
        session.assessments.change(first.id, summary="anders")
    with pytest.raises(ConfirmedStays):
        session.domain_entries.change(mobility.id, burden=1)
    with pytest.raises(ConfirmedStays):
        session.domain_entries.remove(mobility.id)
    with pytest.raises(ConfirmedStays):
        session.assessments.remove(first.id)
    with pytest.raises(ConfirmedStays):
        session.assessing.move_need(mobility.id, 1)
    with pytest.raises(ConfirmedStays):
        session.assessing.take_over(mobility.id)
    with pytest.raises(ConfirmedStays):
        session.assessing.confirm(first.id, TODAY, Stance.AGREES)
    assert entry(session, first, LifeDomain.MOBILITY) == mobility


def test_no_earlier_state_of_a_confirmed_assessment_is_restored(
    session: Session, first: Assessment
) -> None:
    mobility = entry(session, first, LifeDomain.MOBILITY)
    change = next(
        each
        for each in session.domain_entries.changes(mobility.id)
        if any(field.name == "burden" for field in each.fields)
    )

    with pytest.raises(ConfirmedStays):
        session.domain_entries.restore(mobility.id, change.number)


def test_nothing_is_confirmed_by_a_mere_change_of_a_field(
    session: Session, case_id: CaseId
) -> None:
    [draft] = session.assessing.of_case(case_id)

    with pytest.raises(ConfirmedStays):
        session.assessments.change(draft.id, confirmed_on=TODAY)


def test_confirming_notes_who_the_client_was_then(
    session: Session, first: Assessment
) -> None:
    session.clients.change("anna", family_name="Brunner-Meier")

    [taken] = session.client_snapshots.of(assessment_id=first.id)

    assert taken.full_name == "Anna Brunner"
    with pytest.raises(SnapshotStays):
        session.client_snapshots.change(taken.id, full_name="Anna Meier")


def test_dissent_is_asked_for_and_nothing_is_frozen_without(
    session: Session, case_id: CaseId
) -> None:
    [draft] = session.assessing.of_case(case_id)

    with pytest.raises(DissentMissing):
        session.assessing.confirm(draft.id, TODAY, Stance.DISAGREES)

    assert not session.assessments.get(draft.id).is_confirmed
    assert session.client_snapshots.of(assessment_id=draft.id) == []


def test_the_next_assessment_begins_empty_beside_the_confirmed_one(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    second = session.assessing.begin(case_id, AssessmentKind.REVIEW)

    assert (second.version, second.earlier_id) == (2, first.id)
    assert all(each.is_empty for each in session.assessing.entries(second))
    changes = session.assessing.compare(first.id, second.id)
    states = {change.life_domain: change.state for change in changes}
    assert states[LifeDomain.MOBILITY] is ChangeState.NOT_YET
    assert states[LifeDomain.WORK] is ChangeState.EMPTY


def test_there_is_one_draft_at_a_time(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    session.assessing.begin(case_id, AssessmentKind.REVIEW)

    with pytest.raises(DraftStillOpen):
        session.assessing.begin(case_id, AssessmentKind.CLOSING)
    with pytest.raises(DraftStillOpen):
        session.assessing.correct(first.id)


def test_a_domain_is_taken_over_as_unchanged(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    second = session.assessing.begin(case_id, AssessmentKind.REVIEW)

    session.assessing.take_over(entry(session, second, LifeDomain.MOBILITY).id)
    whole = session.assessing.take_over_texts(second.id)

    [change] = [
        each
        for each in session.assessing.compare(first.id, second.id)
        if each.life_domain is LifeDomain.MOBILITY
    ]
    assert change.state is ChangeState.UNCHANGED
    assert whole.wishes == "daheim bleiben"


def test_the_plan_builds_on_the_confirmed_one_while_a_review_is_written(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    second = session.assessing.begin(case_id, AssessmentKind.REVIEW)

    assert session.assessing.that_counts(case_id) == first
    needs = session.assessing.needs(case_id)
    assert [need.life_domain for need in needs] == [
        LifeDomain.MOBILITY,
        LifeDomain.HOUSING,
    ]
    session.assessing.confirm(second.id, TODAY, Stance.AGREES)
    assert session.assessing.needs(case_id) == []


def test_a_correction_is_a_new_version_with_the_same_words(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    second = session.assessing.correct(first.id)

    assert (second.version, second.is_correction) == (2, True)
    assert not second.is_confirmed
    assert entry(session, second, LifeDomain.MOBILITY).burden == 7
    session.domain_entries.change(
        entry(session, second, LifeDomain.MOBILITY).id, burden=2
    )
    assert entry(session, first, LifeDomain.MOBILITY).burden == 7


def test_a_draft_is_removed_and_brought_back_but_never_the_only_one(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    second = session.assessing.begin(case_id, AssessmentKind.REVIEW)
    session.assessing.take_over(entry(session, second, LifeDomain.MOBILITY).id)

    deed = session.assessments.remove(second.id)
    assert session.assessing.of_case(case_id) == [first]
    session.assessments.take_back(deed)

    assert entry(session, second, LifeDomain.MOBILITY).burden == 7


def test_the_only_assessment_of_a_case_stays(session: Session, case_id: CaseId) -> None:
    [draft] = session.assessing.of_case(case_id)

    with pytest.raises(OnlyAssessment):
        session.assessments.remove(draft.id)


def test_needs_keep_the_order_made_by_hand(session: Session, case_id: CaseId) -> None:
    [draft] = session.assessing.of_case(case_id)
    for key in (LifeDomain.MOBILITY, LifeDomain.HOUSING, LifeDomain.WORK):
        need = entry(session, draft, key)
        session.domain_entries.change(need.id, need_level=NeedLevel.SOON)
    *_, last = session.assessing.needs(case_id)

    session.assessing.move_need(last.id, -1)
    session.assessing.move_need(last.id, -1)

    assert session.assessing.needs(case_id)[0].id == last.id


def test_own_domains_and_the_order_reach_the_draft_and_leave_what_is_confirmed(
    session: Session, case_id: CaseId, first: Assessment
) -> None:
    pets = session.life_domains.add_own(Area.HEALTH_CARE, " Tiere ")
    second = session.assessing.begin(case_id, AssessmentKind.REVIEW)
    session.life_domains.arrange(Area.HEALTH_CARE, [LifeDomain.WORK, pets.id])
    session.domain_entries.change(
        entry(session, second, pets.id).id, situation="Ein Hund"
    )

    asked = [each.life_domain for each in session.assessing.entries(second)]

    assert asked == [LifeDomain.WORK, pets.id]
    kept = [each.life_domain for each in session.assessing.entries(first)]
    assert kept == [LifeDomain.WORK, LifeDomain.MOBILITY, LifeDomain.HOUSING]
    session.assessing.confirm(second.id, TODAY, Stance.AGREES)
    session.own_domains.change(pets.id, name="Haustiere")
    assert entry(session, second, pets.id).named == "Tiere"


def test_a_domain_added_while_a_draft_is_open_is_asked_about_at_once(
    session: Session, case_id: CaseId
) -> None:
    [draft] = session.assessing.of_case(case_id)
    session.life_domains.arrange(Area.HEALTH_CARE, [LifeDomain.WORK])

    pets = session.life_domains.add_own(Area.HEALTH_CARE, "Tiere")
    asked = [each.life_domain for each in session.assessing.entries(draft)]
    session.life_domains.reset(Area.HEALTH_CARE)

    assert asked == [LifeDomain.WORK, pets.id]
    assert len(session.assessing.entries(draft)) == len(LifeDomain) + 1


def test_a_goal_may_belong_to_an_own_domain(session: Session, case_id: CaseId) -> None:
    pets = session.life_domains.add_own(Area.HEALTH_CARE, "Tiere")

    goal = session.planning.add_goal(case_id, pets.id)

    assert session.goals.get(goal.id).life_domain == pets.id


def test_benefits_that_end_and_time_to_object_are_due(
    session: Session, case_id: CaseId
) -> None:
    for number, values in enumerate(
        (
            {"ends_on": date(2026, 3, 20)},
            {
                "application": Application.REFUSED,
                "objection_until": date(2026, 3, 18),
                "ends_on": date(2026, 3, 20),
            },
            {
                "application": Application.APPEAL,
                "objection_until": date(2026, 3, 18),
            },
        )
    ):
        session.benefits.add(
            Benefit(id=BenefitId(f"{number}"), case_id=case_id, **values)  # type: ignore[arg-type]  # of the fields named
        )

    due = {
        (each.kind, each.subject_id)
        for each in session.cases.due(case_id)
        if each.kind in (DueKind.BENEFIT_ENDS, DueKind.OBJECTION_ENDS)
    }

    assert due == {(DueKind.BENEFIT_ENDS, "0"), (DueKind.OBJECTION_ENDS, "1")}


def test_a_benefit_is_found_by_its_words(session: Session, case_id: CaseId) -> None:
    benefit = Benefit(id=BenefitId("b"), case_id=case_id, reference_number="LB-2209")
    session.benefits.add(benefit)

    [found] = session.search.find("LB-2209")

    assert (found.noun, found.record_id) == ("benefit", "b")
