from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from services.agreeing import agree

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.measure import MeasureState
from casedesk.domain.review import Fit, ReviewOutcome, Standing
from casedesk.domain.review_rhythm import ReviewRhythm
from casedesk.ui.monitoring.page import MonitoringPage
from casedesk.ui.places import Page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    session = desk.session
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    goal = session.planning.add_goal(case_id)
    session.goals.change(goal.id, wording="Ich gehe einkaufen.", less="mit Hilfe")
    measure = session.planning.add_measure(goal.id)
    session.measures.change(measure.id, what="Gehtraining", state=MeasureState.RUNNING)
    agree(session, case_id, TODAY - timedelta(days=200))
    return case_id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> MonitoringPage:
    page = MonitoringPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case_id)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def typed(keys: str) -> None:
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if key == ">":
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(focused, key)


def test_a_review_is_gone_through_and_confirmed_by_keys(
    page: MonitoringPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    assert "has been due since" in page.head.words()

    page.head.begin.click()
    assert "Not rated yet: Ich gehe einkaufen." in page.review.gaps()
    # Level -1, progress 6, words, "deviates", "fits in part", 7, why, reaction.
    typed("-1>6>Besser>2")
    typed("27>Therapeut krank>Vertretung>")
    page.flush()

    [review] = desk.session.reviews.of(case_id=case_id)
    [rating] = desk.session.goal_ratings.of(review_id=review.id)
    [check] = desk.session.measure_checks.of(review_id=review.id)
    assert (rating.level, rating.progress, rating.words) == (-1, 6, "Besser")
    assert (check.standing, check.fit) == (Standing.DEVIATES, Fit.PARTLY)
    assert (check.reason, check.reaction) == ("Therapeut krank", "Vertretung")
    assert check.satisfaction == 7
    assert not page.review.confirm.isEnabled()

    desk.session.reviews.change(review.id, outcome=ReviewOutcome.UNCHANGED)
    page.refresh()
    page.review.confirm.click()

    assert page.review.isHidden()
    [card] = page.past.cards.values()
    assert card.is_unfolded()
    assert (
        "Ich gehe einkaufen.: -1 (mit Hilfe), progress 6 of 10. Besser" in card.said()
    )
    assert "Why: Therapeut krank" in card.said()
    assert asked.places == []
    assert "is due on 14/06/2026" in page.head.words()
    card.print.click()
    assert [paper.kind for paper in asked.papers] == [DocumentKind.REVIEW]


def test_a_reason_is_asked_for_only_where_something_deviates(
    page: MonitoringPage, desk: Desk
) -> None:
    page.head.begin.click()
    [card] = page.review.cards.values()
    [row] = card.measures.values()
    reason = row.form.editor("reason")
    assert not reason.isVisible()  # type: ignore[attr-defined]  # every editor is a widget

    row.form.focus_field("standing")
    typed("2")
    page.flush()

    assert reason.isVisible()  # type: ignore[attr-defined]  # as above


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (ReviewOutcome.NEW_PLAN, Page.PLANNING),
        (ReviewOutcome.REASSESSMENT, Page.ASSESSMENT),
    ],
)
def test_the_outcome_leads_on(
    page: MonitoringPage,
    desk: Desk,
    case_id: CaseId,
    asked: Asked,
    outcome: ReviewOutcome,
    expected: Page,
) -> None:
    page.head.begin.click()
    [review] = desk.session.reviews.of(case_id=case_id)
    desk.session.reviews.change(review.id, outcome=outcome)
    page.refresh()

    page.review.confirm.click()

    [place] = asked.places
    assert (place.page, place.case_id) == (expected, case_id)
    is_new_plan = outcome is ReviewOutcome.NEW_PLAN
    assert desk.session.planning.latest(case_id).version == (2 if is_new_plan else 1)
    assert desk.session.case_records.get(case_id).cycle == (1 if is_new_plan else 2)


def test_an_open_review_can_be_removed_and_brought_back(
    page: MonitoringPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    page.head.begin.click()

    page.review.remove.click()

    assert page.review.isHidden()
    [(noun, deed)] = asked.undos
    desk.session.records(noun).take_back(deed)
    page.refresh()
    assert page.review.isVisible()
    assert len(desk.session.goal_ratings.of(case_id=case_id)) == 1


def test_goals_added_since_are_offered(
    page: MonitoringPage, desk: Desk, case_id: CaseId
) -> None:
    page.head.begin.click()
    assert page.review.take_in.isHidden()
    desk.session.planning.add_goal(case_id)
    page.refresh()

    page.review.take_in.click()

    assert len(page.review.cards) == 2
    assert page.review.take_in.isHidden()


def test_a_goal_gets_a_rhythm_of_its_own(
    page: MonitoringPage, desk: Desk, case_id: CaseId
) -> None:
    page.head.more.click()
    [goal] = desk.session.goals.of(case_id=case_id)
    form = page.head.single[goal.id]

    form.focus_field("review_rhythm")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Down)
    page.flush()

    assert desk.session.goals.get(goal.id).review_rhythm is ReviewRhythm.TWO_WEEKS


def test_two_reviews_make_a_course(
    page: MonitoringPage, desk: Desk, case_id: CaseId
) -> None:
    assert page.courses.titles() == []
    for level in (-1, 0):
        review = desk.session.reviewing.begin(case_id)
        desk.session.reviews.change(
            review.id,
            outcome=ReviewOutcome.UNCHANGED,
            held_on=TODAY + timedelta(days=level),
        )
        [rating] = desk.session.goal_ratings.of(review_id=review.id)
        desk.session.goal_ratings.change(rating.id, level=level)
        desk.session.reviewing.confirm(review.id)

    page.refresh()

    assert page.courses.titles() == ["Levels of the goals"]
    newest, oldest = page.past.cards.values()
    assert (newest.is_unfolded(), oldest.is_unfolded()) == (True, False)
    page.show_case(case_id, review.id)
