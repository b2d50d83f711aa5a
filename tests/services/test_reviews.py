from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from services.agreeing import agree

from casedesk.domain.attention import DueKind
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.goal import GoalEnding
from casedesk.domain.measure import MeasureState
from casedesk.domain.phase import Phase, PhaseState, state
from casedesk.domain.review import (
    ReviewHasGaps,
    ReviewOutcome,
    ReviewStays,
    Standing,
)
from casedesk.domain.review_rhythm import ReviewRhythm

if TYPE_CHECKING:
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.review import Review
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def a_goal(session: Session, case_id: CaseId) -> tuple[Goal, Measure]:
    goal = session.planning.add_goal(case_id)
    goal = session.goals.change(
        goal.id,
        wording="Ich gehe wieder einkaufen.",
        expected="geht einmal pro Woche",
        baseline_level=-1,
        accepted_on=TODAY - timedelta(days=60),
    )
    measure = session.planning.add_measure(goal.id)
    measure = session.measures.change(
        measure.id, what="Gehtraining", state=MeasureState.RUNNING
    )
    return goal, measure


def a_confirmed_review(
    session: Session,
    case_id: CaseId,
    *,
    outcome: ReviewOutcome = ReviewOutcome.UNCHANGED,
    held_on: date = TODAY,
    level: int = 0,
) -> Review:
    review = session.reviewing.begin(case_id)
    session.reviews.change(review.id, outcome=outcome, held_on=held_on)
    for rating in session.goal_ratings.of(review_id=review.id):
        session.goal_ratings.change(rating.id, level=level, progress=4)
    for check in session.measure_checks.of(review_id=review.id):
        session.measure_checks.change(check.id, standing=Standing.AS_AGREED)
    return session.reviewing.confirm(review.id)


def dues(session: Session, case_id: CaseId) -> dict[DueKind, date | None]:
    wanted = (DueKind.PLAN_REVIEW, DueKind.GOAL_REVIEW, DueKind.MEASURE_REVIEW)
    found = session.cases.due(case_id)
    return {each.kind: each.due_on for each in found if each.kind in wanted}


def test_a_review_begins_with_what_is_pursued_and_only_once(
    session: Session, case_id: CaseId
) -> None:
    goal, measure = a_goal(session, case_id)
    ended, _ = a_goal(session, case_id)
    session.goals.change(ended.id, ending=GoalEnding.CANCELLED)

    review = session.reviewing.begin(case_id)

    sheet = session.reviewing.open_of(case_id)
    assert sheet is not None
    assert sheet.review == review == session.reviewing.begin(case_id)
    assert [each.goal_id for each in sheet.ratings] == [goal.id]
    assert measure.id in {each.measure_id for each in sheet.checks}
    assert review.held_on == TODAY


def test_what_is_added_meanwhile_is_taken_in(session: Session, case_id: CaseId) -> None:
    a_goal(session, case_id)
    review = session.reviewing.begin(case_id)
    assert session.reviewing.left_out(review) == 0
    a_goal(session, case_id)

    assert session.reviewing.left_out(review) == 2
    session.reviewing.take_in(review.id)

    assert session.reviewing.left_out(review) == 0
    assert len(session.goal_ratings.of(review_id=review.id)) == 2


def test_a_goal_that_is_removed_meanwhile_is_left_out(
    session: Session, case_id: CaseId
) -> None:
    goal, _ = a_goal(session, case_id)
    session.reviewing.begin(case_id)

    session.goals.remove(goal.id)

    sheet = session.reviewing.open_of(case_id)
    assert sheet is not None
    assert (sheet.ratings, sheet.checks) == ((), ())
    a_confirmed_review(session, case_id)


def test_confirming_freezes_words_and_tells_the_plan(
    session: Session, case_id: CaseId
) -> None:
    goal, measure = a_goal(session, case_id)

    review = a_confirmed_review(session, case_id)

    session.goals.change(goal.id, wording="Etwas anderes", expected="anders")
    [sheet] = session.reviewing.confirmed_of(case_id)
    [rating], [check] = sheet.ratings, sheet.checks
    assert review.confirmed_on == TODAY
    assert rating.goal_words == "Ich gehe wieder einkaufen."
    assert rating.level_words == "geht einmal pro Woche"
    assert check.measure_words == "Gehtraining"
    goal, measure = session.goals.get(goal.id), session.measures.get(measure.id)
    assert (goal.level, goal.progress, goal.rated_on) == (0, 4, TODAY)
    assert measure.checked_on == TODAY


def test_a_review_held_earlier_does_not_overwrite_a_newer_rating(
    session: Session, case_id: CaseId
) -> None:
    goal, measure = a_goal(session, case_id)
    session.goals.change(goal.id, level=2, rated_on=TODAY)
    session.measures.change(measure.id, checked_on=TODAY)

    a_confirmed_review(session, case_id, held_on=TODAY - timedelta(days=9))

    assert session.goals.get(goal.id).level == 2
    assert session.measures.get(measure.id).checked_on == TODAY


def test_a_confirmed_review_never_changes(session: Session, case_id: CaseId) -> None:
    a_goal(session, case_id)
    review = a_confirmed_review(session, case_id)
    [rating] = session.goal_ratings.of(review_id=review.id)
    [check] = session.measure_checks.of(review_id=review.id)

    for change in (
        lambda: session.reviews.change(review.id, new_risks="Sturz"),
        lambda: session.reviews.remove(review.id),
        lambda: session.goal_ratings.change(rating.id, level=1),
        lambda: session.goal_ratings.remove(rating.id),
        lambda: session.goal_ratings.add(replace(rating, id=type(rating.id)("neu"))),
        lambda: session.measure_checks.change(check.id, reason="weil"),
        lambda: session.reviewing.confirm(review.id),
        lambda: session.reviewing.take_in(review.id),
    ):
        with pytest.raises(ReviewStays):
            change()


def test_only_a_deed_of_its_own_confirms(session: Session, case_id: CaseId) -> None:
    review = session.reviewing.begin(case_id)

    with pytest.raises(ReviewStays):
        session.reviews.change(review.id, confirmed_on=TODAY)


def test_without_outcome_or_reason_nothing_is_confirmed(
    session: Session, case_id: CaseId
) -> None:
    a_goal(session, case_id)
    review = session.reviewing.begin(case_id)
    [check] = session.measure_checks.of(review_id=review.id)
    with pytest.raises(ReviewHasGaps):
        session.reviewing.confirm(review.id)
    session.reviews.change(review.id, outcome=ReviewOutcome.UNCHANGED)
    session.measure_checks.change(check.id, standing=Standing.DEVIATES)
    with pytest.raises(ReviewHasGaps):
        session.reviewing.confirm(review.id)

    session.measure_checks.change(check.id, reason="Therapeut krank")

    assert session.reviewing.confirm(review.id).is_confirmed


def test_a_re_assessment_begins_a_new_cycle(session: Session, case_id: CaseId) -> None:
    a_confirmed_review(session, case_id, outcome=ReviewOutcome.REASSESSMENT)

    cycle = session.case_records.get(case_id).cycle
    assert cycle == 2
    runs = session.cases.runs(case_id)
    assert state(runs, Phase.ASSESSMENT, cycle) is PhaseState.IN_PROGRESS


def test_an_overdue_review_is_found_until_one_is_held(
    session: Session, case_id: CaseId
) -> None:
    a_goal(session, case_id)
    assert dues(session, case_id) == {}
    agree(session, case_id, date(2025, 11, 30))

    assert dues(session, case_id) == {DueKind.PLAN_REVIEW: date(2026, 2, 28)}
    assert session.reviewing.due_on(case_id) == date(2026, 2, 28)

    a_confirmed_review(session, case_id)

    assert dues(session, case_id) == {}
    assert session.reviewing.due_on(case_id) == date(2026, 6, 14)


def test_another_rhythm_moves_the_day(session: Session, case_id: CaseId) -> None:
    a_confirmed_review(session, case_id)

    session.case_records.change(case_id, review_rhythm=ReviewRhythm.TWO_WEEKS)

    assert dues(session, case_id) == {DueKind.PLAN_REVIEW: date(2026, 3, 28)}


def test_a_new_version_that_is_still_a_draft_does_not_hide_the_review(
    session: Session, case_id: CaseId
) -> None:
    agree(session, case_id, date(2025, 12, 1))
    session.planning.new_version(case_id)

    assert dues(session, case_id) == {DueKind.PLAN_REVIEW: date(2026, 3, 1)}
    assert session.reviewing.due_on(case_id) == date(2026, 3, 1)


def test_goals_and_measures_may_have_a_rhythm_of_their_own(
    session: Session, case_id: CaseId
) -> None:
    goal, measure = a_goal(session, case_id)
    session.goals.change(goal.id, review_rhythm=ReviewRhythm.ONE_MONTH)
    session.measures.change(
        measure.id,
        review_rhythm=ReviewRhythm.TWO_WEEKS,
        starts_on=TODAY - timedelta(days=7),
    )

    assert dues(session, case_id) == {
        DueKind.GOAL_REVIEW: date(2026, 2, 13),
        DueKind.MEASURE_REVIEW: date(2026, 3, 21),
    }
    session.measures.change(measure.id, review_on=date(2026, 3, 20))
    assert dues(session, case_id)[DueKind.MEASURE_REVIEW] == date(2026, 3, 20)

    a_confirmed_review(session, case_id, held_on=date(2026, 3, 20))

    assert dues(session, case_id) == {DueKind.MEASURE_REVIEW: date(2026, 4, 3)}


def test_what_has_ended_is_not_to_be_looked_at_again(
    session: Session, case_id: CaseId
) -> None:
    goal, measure = a_goal(session, case_id)
    session.goals.change(goal.id, review_rhythm=ReviewRhythm.ONE_MONTH)
    session.measures.change(measure.id, review_on=TODAY)
    assert len(dues(session, case_id)) == 2

    session.goals.change(goal.id, ending=GoalEnding.COMPLETED)
    session.measures.change(measure.id, state=MeasureState.DONE)

    assert dues(session, case_id) == {}


def test_courses_begin_with_the_baseline_and_add_hours_up(
    session: Session, case_id: CaseId
) -> None:
    goal, _ = a_goal(session, case_id)
    a_confirmed_review(session, case_id, held_on=TODAY - timedelta(days=30), level=0)
    a_confirmed_review(session, case_id, level=1)
    session.reviewing.begin(case_id)  # not confirmed, so it counts for nothing
    for number, (day, minutes) in enumerate(
        [(date(2026, 1, 5), 60), (date(2026, 1, 20), 30), (date(2026, 2, 3), 45)]
    ):
        entry = Entry(
            id=EntryId(str(number)),
            case_id=case_id,
            phase=Phase.MONITORING,
            happened_on=day,
            minutes=minutes,
        )
        session.entries.add(entry)
    [mandate] = session.mandates.of(case_id=case_id)
    session.mandates.change(mandate.id, approved_minutes=600)

    [course] = session.courses.goals(case_id)
    hours = session.courses.hours(case_id)

    assert [level for _day, level in course.levels] == [-1, 0, 1]
    assert course.levels[0] == (goal.accepted_on, -1)
    assert [each for _day, each in course.progress] == [4, 4]
    assert hours.used == ((date(2026, 1, 20), 90), (date(2026, 2, 3), 135))
    assert hours.approved == 600
