from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, CaseId, MandateId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.evaluation import (
    Attainment,
    EvaluationHasGaps,
    EvaluationStays,
)
from casedesk.domain.goal import Achievement, GoalEnding
from casedesk.domain.instrument import SheetStays
from casedesk.domain.phase import Phase
from casedesk.services.evaluations import CLIENT_VIEW

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    for number in range(2):
        goal = session.planning.add_goal(case_id)
        session.goals.change(
            goal.id,
            wording=f"Ziel {number}",
            expected="geht allein",
            baseline_level=-1,
            importance=3,
            difficulty=2,
        )
    [mandate] = session.mandates.of(case_id=case_id)
    session.mandates.change(mandate.id, approved_minutes=600, approved_cents=900_00)
    return case_id


def test_an_evaluation_begins_with_the_goals_and_what_was_approved(
    session: Session, case_id: CaseId
) -> None:
    first, second = session.goals.of(case_id=case_id)
    session.goals.change(
        first.id,
        ending=GoalEnding.COMPLETED,
        achievement=Achievement.ACHIEVED,
        level=1,
    )

    evaluation = session.evaluating.begin(case_id)

    sheet = session.evaluating.open_of(case_id)
    assert sheet is not None
    assert sheet.evaluation == evaluation == session.evaluating.begin(case_id)
    assert (evaluation.planned_minutes, evaluation.planned_cents) == (600, 900_00)
    known, open_one = sheet.results
    assert (known.attainment, known.level) == (Attainment.REACHED, 1)
    assert (open_one.attainment, open_one.level) == (None, None)
    assert (open_one.goal_words, open_one.weight) == (second.wording, 6)


def test_an_entry_counts_once_where_two_mandates_run_at_a_time(
    session: Session, case_id: CaseId
) -> None:
    [mandate] = session.mandates.of(case_id=case_id)
    follower = replace(mandate, id=MandateId("follower"), starts_on=date(2026, 3, 1))
    session.mandates.add(follower)
    for day, minutes in ((date(2026, 2, 20), 40), (date(2026, 3, 10), 50)):
        entry = Entry(
            id=EntryId(day.isoformat()),
            case_id=case_id,
            phase=Phase.COORDINATION,
            happened_on=day,
            minutes=minutes,
        )
        session.entries.add(entry)
    session.evaluating.begin(case_id)

    sheet = session.evaluating.open_of(case_id)

    assert sheet is not None
    assert sheet.counted_minutes == 90
    assert session.time_keeping.use_of(case_id).used_minutes == 50


def test_confirming_freezes_words_and_hours_and_tells_the_goals(
    session: Session, case_id: CaseId
) -> None:
    entry = Entry(
        id=EntryId("e"),
        case_id=case_id,
        phase=Phase.EVALUATION,
        happened_on=TODAY,
        minutes=90,
    )
    session.entries.add(entry)
    evaluation = session.evaluating.begin(case_id)
    first, second = session.goal_results.of(evaluation_id=evaluation.id)
    session.goal_results.change(first.id, level=0, attainment=Attainment.REACHED)
    session.goal_results.change(second.id, attainment=Attainment.GIVEN_UP)
    with pytest.raises(EvaluationHasGaps):
        session.evaluating.confirm(evaluation.id)
    session.goal_results.change(second.id, reason="Umzug")

    session.evaluating.confirm(evaluation.id)

    session.entries.change(entry.id, minutes=200)
    goal = session.goals.of(case_id=case_id)[0]
    assert (goal.level, goal.rated_on) == (0, TODAY)
    assert goal.achievement is Achievement.ACHIEVED
    session.goals.change(goal.id, wording="anders", expected="anders", importance=0)
    [sheet] = session.evaluating.confirmed_of(case_id)
    assert sheet.spent_minutes == 90
    frozen = sheet.results[0]
    assert (frozen.goal_words, frozen.level_words) == ("Ziel 0", "geht allein")
    assert (frozen.weight, frozen.baseline_level) == (6, -1)
    assert sheet.scores.unscored == 1
    assert sheet.scores.attained == 50
    for change in (
        lambda: session.evaluations.change(evaluation.id, lessons="neu"),
        lambda: session.evaluations.remove(evaluation.id),
        lambda: session.goal_results.change(first.id, level=2),
        lambda: session.goal_results.remove(first.id),
        lambda: session.evaluating.confirm(evaluation.id),
    ):
        with pytest.raises(EvaluationStays):
            change()


def test_a_goal_that_is_removed_meanwhile_is_left_out(
    session: Session, case_id: CaseId
) -> None:
    evaluation = session.evaluating.begin(case_id)
    goal = session.goals.of(case_id=case_id)[0]

    session.goals.remove(goal.id)

    sheet = session.evaluating.open_of(case_id)
    assert sheet is not None
    assert len(sheet.results) == 1
    session.evaluating.confirm(evaluation.id)


def test_goals_that_were_added_since_are_taken_in(
    session: Session, case_id: CaseId
) -> None:
    evaluation = session.evaluating.begin(case_id)
    first = session.goal_results.of(evaluation_id=evaluation.id)[0]
    rated = session.goal_results.change(first.id, level=1)
    assert session.evaluating.left_out(evaluation) == 0
    goal = session.planning.add_goal(case_id)
    assert session.evaluating.left_out(evaluation) == 1

    session.evaluating.take_in(evaluation.id)

    assert session.evaluating.left_out(evaluation) == 0
    results = session.goal_results.of(evaluation_id=evaluation.id)
    assert rated in results
    assert goal.id in {each.goal_id for each in results}
    session.evaluating.confirm(evaluation.id)
    with pytest.raises(EvaluationStays):
        session.evaluating.take_in(evaluation.id)


def test_the_six_questions_are_a_sheet_of_their_own(
    session: Session, case_id: CaseId
) -> None:
    sheet = session.instruments.begin(case_id, CLIENT_VIEW)
    for number, answer in enumerate("443210", 1):
        session.instruments.answer(sheet.id, str(number), answer)
    session.evaluating.begin(case_id)

    found = session.evaluating.open_of(case_id)

    assert found is not None
    assert found.client_view is not None
    assert session.instruments.outcome(found.client_view).value("total") == 14
    assert session.instruments.pack(sheet).name == "Sechs Fragen zur Begleitung"


def test_an_evaluation_tells_the_clients_view_of_its_own_round_alone(
    session: Session, case_id: CaseId
) -> None:
    first = session.instruments.begin(case_id, CLIENT_VIEW)
    evaluation = session.evaluating.begin(case_id)
    session.evaluating.confirm(evaluation.id)
    session.cases.begin_cycle(case_id)
    session.evaluating.begin(case_id)
    unasked = session.evaluating.open_of(case_id)
    second = session.instruments.begin(case_id, CLIENT_VIEW)
    session.instrument_sheets.change(second.id, taken_on=date(2026, 9, 1))

    [before] = session.evaluating.confirmed_of(case_id)
    now = session.evaluating.open_of(case_id)

    assert unasked is not None
    assert unasked.client_view is None
    assert before.client_view is not None
    assert before.client_view.id == first.id
    assert now is not None
    assert now.client_view is not None
    assert now.client_view.id == second.id


def test_answers_that_a_confirmed_evaluation_tells_stay_as_they_are(
    session: Session, case_id: CaseId
) -> None:
    sheet = session.instruments.begin(case_id, CLIENT_VIEW)
    session.instruments.answer(sheet.id, "1", "4")
    evaluation = session.evaluating.begin(case_id)

    session.evaluating.confirm(evaluation.id)

    with pytest.raises(SheetStays):
        session.instruments.answer(sheet.id, "1", "0")
