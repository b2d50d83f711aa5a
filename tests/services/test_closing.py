from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casedesk.domain.attention import DueKind
from casedesk.domain.binned import EraseGround
from casedesk.domain.case import Area, CaseId, Party, PartyId
from casedesk.domain.claim import Outcome
from casedesk.domain.client import Client, ClientId
from casedesk.domain.closure import (
    CaseClosed,
    CaseNotClosed,
    ClosingPoint,
    ClosingPointsOpen,
    ClosingReason,
    ClosureStays,
    FollowUp,
)
from casedesk.domain.conference import ConferenceKind
from casedesk.domain.consent import (
    Consent,
    ConsentId,
    ConsentKind,
    ConsentState,
)
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.measure import MeasureState
from casedesk.domain.network import Organisation, OrganisationId
from casedesk.domain.phase import Phase
from casedesk.domain.retention import RetentionRule
from casedesk.domain.risk import Risk, RiskId
from casedesk.domain.signing import SignerRole

if TYPE_CHECKING:
    from casedesk.domain.closure import Closure
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def points(session: Session, case_id: CaseId) -> list[ClosingPoint]:
    closure = session.closing.begin(case_id)
    return [each.point for each in session.closing.open_points(closure)]


def fill_in(
    session: Session, closure: Closure, left_open: str = "Wird diese Woche erledigt"
) -> None:
    session.closures.change(
        closure.id,
        reason=ClosingReason.GOALS_REACHED,
        talk_on=TODAY,
        aftercare="Hausärztin",
        follow_up=FollowUp.THREE_MONTHS,
        left_open=left_open,
    )


def close(session: Session, case_id: CaseId) -> None:
    closure = session.closing.begin(case_id)
    fill_in(session, closure)
    session.closing.close(case_id, "Nachfragen")


def a_power(session: Session, case_id: CaseId) -> Consent:
    return session.consents.add(
        Consent(
            id=ConsentId("power"),
            case_id=case_id,
            kind=ConsentKind.POWER_OF_ATTORNEY,
            aim="Abklärung",
            explained_on=TODAY,
            valid_until=date(2027, 3, 14),
        )
    )


def sign(session: Session, consent: Consent) -> None:
    session.declarations.sign(
        consent.id, signed_on=TODAY, signed_by=(SignerRole.CLIENT,)
    )


def test_what_is_open_in_a_case_is_found(session: Session, case_id: CaseId) -> None:
    session.tasking.add("Bericht", case_id=case_id)
    goal = session.planning.add_goal(case_id)
    measure = session.planning.add_measure(goal.id)
    session.measures.change(measure.id, state=MeasureState.RUNNING)
    session.reviewing.begin(case_id)
    session.risks.add(Risk(id=RiskId("r"), case_id=case_id, noted_on=TODAY))
    power = a_power(session, case_id)

    session.entries.add(
        Entry(
            id=EntryId("visit"),
            case_id=case_id,
            phase=Phase.MONITORING,
            happened_on=TODAY,
            minutes=30,
        )
    )

    found = points(session, case_id)

    assert {
        ClosingPoint.UNBILLED,
        ClosingPoint.OPEN_TASK,
        ClosingPoint.ENDLESS_MEASURE,
        ClosingPoint.OPEN_REVIEW,
        ClosingPoint.OPEN_RISK,
        ClosingPoint.UNSIGNED,
        ClosingPoint.NO_EVALUATION,
    } <= set(found)
    assert ClosingPoint.DECLARATION_IN_FORCE not in found

    sign(session, power)
    found = points(session, case_id)

    session.entries.change("visit", is_billable=False)
    assert ClosingPoint.UNBILLED not in points(session, case_id)
    assert ClosingPoint.UNSIGNED not in found
    assert {ClosingPoint.DECLARATION_IN_FORCE, ClosingPoint.ORIGINAL_OUT} <= set(found)
    assert ClosingPoint.NOBODY_TOLD in found


def test_what_is_to_be_arranged_is_found(session: Session, case_id: CaseId) -> None:
    claim = session.provisions.apply(case_id)
    refused: dict[str, Any] = {"submitted_on": TODAY, "outcome": Outcome.REFUSED}
    session.claims.change(claim.id, **refused, appeal_until=date(2026, 3, 24))
    session.provisions.refer(case_id)
    session.provisions.note_approval(case_id)
    session.conferencing.plan(case_id, ConferenceKind.CASE)
    arranged = {
        ClosingPoint.OPEN_CLAIM,
        ClosingPoint.OPEN_REFERRAL,
        ClosingPoint.OPEN_APPROVAL,
        ClosingPoint.OPEN_CONFERENCE,
    }
    assert arranged <= set(points(session, case_id))

    session.claims.change(claim.id, no_appeal_on=TODAY)
    [referral] = session.referrals.of(case_id=case_id)
    session.referrals.change(referral.id, sent_on=TODAY, declined_on=TODAY)
    [approval] = session.cost_approvals.of(case_id=case_id)
    session.cost_approvals.change(approval.id, settled_on=TODAY)
    [conference] = session.conferences.of(case_id=case_id)
    session.conferencing.cancel(conference.id, "Nicht mehr nötig")
    assert not arranged & set(points(session, case_id))


def test_a_period_to_object_runs_on_after_the_closing(
    session: Session, case_id: CaseId
) -> None:
    claim = session.provisions.apply(case_id)
    refused: dict[str, Any] = {"submitted_on": TODAY, "outcome": Outcome.REFUSED}
    session.claims.change(claim.id, **refused, appeal_until=date(2026, 3, 24))
    over = session.provisions.apply(case_id)
    session.claims.change(over.id, **refused, appeal_until=date(2026, 3, 13))

    close(session, case_id)

    [due] = session.cases.due(case_id)
    assert (due.kind, due.subject_id) == (DueKind.APPEAL_ENDS, claim.id)


def test_declarations_end_with_the_case(session: Session, case_id: CaseId) -> None:
    power = a_power(session, case_id)
    sign(session, power)

    assert session.closing.end_declarations(case_id) == 1

    ended = session.consents.get(power.id)
    assert ended.valid_until == TODAY
    assert ended.state_on(date(2026, 3, 15)) is ConsentState.EXPIRED
    assert ClosingPoint.DECLARATION_IN_FORCE not in points(session, case_id)
    assert session.closing.end_declarations(case_id) == 0


def test_a_case_is_not_closed_before_what_is_needed_is_said(
    session: Session, case_id: CaseId
) -> None:
    with pytest.raises(ClosingPointsOpen):
        session.closing.close(case_id, "Nachfragen")
    closure = session.closing.begin(case_id)
    assert closure == session.closing.begin(case_id)
    with pytest.raises(ClosingPointsOpen):
        session.closing.close(case_id, "Nachfragen")
    fill_in(session, closure, left_open="")
    with pytest.raises(ClosingPointsOpen):
        session.closing.close(case_id, "Nachfragen")

    assert session.case_records.get(case_id).closed_on is None


def test_closing_freezes_what_was_said_and_asks_once_more(
    session: Session, case_id: CaseId
) -> None:
    close(session, case_id)

    closure = session.closing.of(case_id)
    assert closure is not None
    assert session.case_records.get(case_id).closed_on == TODAY
    assert closure.retention is RetentionRule.CH_HEALTH
    assert (closure.closed_on, closure.keep_until) == (TODAY, date(2046, 3, 14))
    [task] = session.tasks.of(case_id=case_id)
    assert (task.title, task.due_on) == ("Nachfragen", date(2026, 6, 14))
    with pytest.raises(ClosureStays):
        session.closures.change(closure.id, aftercare="anders")


def test_a_closed_case_is_only_read(session: Session, case_id: CaseId) -> None:
    goal = session.planning.add_goal(case_id)
    other = session.planning.add_goal(case_id)
    deed = session.goals.remove(other.id)
    close(session, case_id)
    entry = Entry(
        id=EntryId("e"), case_id=case_id, phase=Phase.EVALUATION, happened_on=TODAY
    )

    for change in (
        lambda: session.goals.change(goal.id, wording="neu"),
        lambda: session.goals.remove(goal.id),
        lambda: session.goals.take_back(deed),
        lambda: session.entries.add(entry),
        lambda: session.planning.add_goal(case_id),
        lambda: session.planning.add_measure(goal.id),
        lambda: session.case_records.change(case_id, title="neu"),
        lambda: session.cases.begin_phase(case_id, Phase.MONITORING),
        lambda: session.cases.begin_cycle(case_id),
        lambda: session.reviewing.begin(case_id),
        lambda: session.evaluating.begin(case_id),
    ):
        with pytest.raises(CaseClosed):
            change()

    assert session.goals.of(case_id=case_id) == [goal]
    assert not session.goals.may_change(goal)
    assert not session.case_records.may_change(session.case_records.get(case_id))


def test_what_goes_on_after_the_end_can_be_written(
    session: Session, case_id: CaseId
) -> None:
    power = a_power(session, case_id)
    sign(session, power)
    close(session, case_id)
    [task] = session.tasks.of(case_id=case_id)

    session.tasking.finish(task.id, "Es geht gut.")
    session.consents.change(power.id, original_back_on=TODAY)

    assert session.tasks.get(task.id).outcome == "Es geht gut."
    assert session.consents.may_change(power)


def test_opening_again_begins_a_new_episode_with_the_same_people(
    session: Session, case_id: CaseId
) -> None:
    with pytest.raises(CaseNotClosed):
        session.closing.open_again(case_id)
    session.case_records.change(case_id, title="Hüftfraktur")
    session.organisations.add(Organisation(id=OrganisationId("o"), name="Spitex"))
    session.parties.add(
        Party(id=PartyId("p"), case_id=case_id, organisation_id=OrganisationId("o"))
    )
    session.planning.add_goal(case_id)
    close(session, case_id)

    opened = session.closing.open_again(case_id)

    assert (opened.follows_id, opened.title) == (case_id, "Hüftfraktur")
    assert opened.number != session.case_records.get(case_id).number
    [party] = session.parties.of(case_id=opened.id)
    assert party.organisation_id == "o"
    assert session.goals.of(case_id=opened.id) == []
    assert session.case_records.get(case_id).closed_on == TODAY
    session.planning.add_goal(opened.id)  # the new episode is written in


def test_a_closing_by_mistake_is_taken_back_on_the_same_day(
    session: Session, case_id: CaseId
) -> None:
    with pytest.raises(CaseNotClosed):
        session.closing.take_back(case_id)
    close(session, case_id)

    session.closing.take_back(case_id)

    closure = session.closing.of(case_id)
    assert closure is not None
    assert (closure.closed_on, closure.keep_until) == (None, None)
    assert session.tasks.of(case_id=case_id) == []
    session.planning.add_goal(case_id)


def test_a_case_is_opened_and_closed_by_the_deeds_for_it_alone(
    session: Session, case_id: CaseId
) -> None:
    with pytest.raises(ClosingPointsOpen):
        session.case_records.change(case_id, closed_on=TODAY)
    close(session, case_id)
    closing = next(
        change
        for change in session.case_records.changes(case_id)
        if any(field.name == "closed_on" for field in change.fields)
    )

    with pytest.raises(CaseClosed):
        session.case_records.restore(case_id, closing.number)
    with pytest.raises(CaseClosed):
        session.case_records.change(case_id, closed_on=None)
    opened = replace(session.case_records.get(case_id), closed_on=None)
    with (
        # Whatever the deed: it counts that the case was closed before it.
        pytest.raises(CaseClosed),
        session.case_records._database.write("goal.add") as tables,
    ):
        tables.cases.update(opened)

    assert session.case_records.get(case_id).closed_on == TODAY


def test_a_follow_up_task_that_comes_back_does_not_close_the_case(
    session: Session, case_id: CaseId
) -> None:
    close(session, case_id)
    session.closing.take_back(case_id)

    [removed] = session.removed.of_case(case_id)
    session.removed.take_back(removed)

    assert session.case_records.get(case_id).closed_on is None


def test_the_bin_and_erasing_go_on_with_closed_cases(
    session: Session, case_id: CaseId
) -> None:
    close(session, case_id)
    opened = session.closing.open_again(case_id)

    session.bin.put(case_id, EraseGround.NOT_NEEDED)
    session.bin.take_back(case_id)
    session.bin.erase(case_id, EraseGround.NOT_NEEDED)

    assert session.closures.all() == []
    assert session.case_records.get(opened.id) == replace(opened, follows_id=None)
