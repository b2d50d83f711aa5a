from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.evaluation import Attainment, Effect
from casedesk.services.evaluations import CLIENT_VIEW
from casedesk.ui.assessment.compare_dialog import CompareDialog
from casedesk.ui.evaluation.page import EvaluationPage
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
    for wording in ("Einkaufen", "Schlafen"):
        goal = session.planning.add_goal(case_id)
        session.goals.change(goal.id, wording=wording, baseline_level=-1)
    return case_id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> EvaluationPage:
    page = EvaluationPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case_id)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_a_goal_that_was_added_since_is_said_and_taken_in(
    page: EvaluationPage, desk: Desk, case_id: CaseId
) -> None:
    page.begin.acted.emit()
    assert page.view.take_in.isHidden()
    goal = desk.session.planning.add_goal(case_id)
    page.refresh()
    assert page.view.take_in.isVisible()

    page.view.take_in.click()

    results = desk.session.goal_results.of(case_id=case_id)
    assert goal.id in {each.goal_id for each in results}
    assert page.view.take_in.isHidden()


def test_an_evaluation_is_written_and_confirmed(
    page: EvaluationPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    page.begin.acted.emit()
    first, _second = page.view.cards.values()

    first.form.focus_field("level")
    for keys in ("+1", "\t", "1"):
        focused = QApplication.focusWidget()
        assert focused is not None
        if keys == "\t":
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(focused, keys)
    page.flush()

    [evaluation] = desk.session.evaluations.of(case_id=case_id)
    result, _other = desk.session.goal_results.of(evaluation_id=evaluation.id)
    assert (result.level, result.attainment) == (1, Attainment.REACHED)
    assert "attained 60.0" in page.view.scores()
    assert "1 goal without a level is left out." in page.view.scores()
    assert "client's view" in page.view.gaps()

    desk.session.evaluations.change(
        evaluation.id,
        independence=Effect.BETTER,
        lessons="Früher einbeziehen",
        avoided_cents=500_00,
    )
    page.refresh()
    assert not page.view.confirm.isEnabled()
    desk.session.evaluations.change(evaluation.id, avoided_assumptions="5 Tage")
    page.refresh()
    page.view.confirm.click()

    assert page.view.isHidden()
    [card] = page.past.cards.values()
    assert "Einkaufen: reached, +1 (more than expected)" in card.said()
    assert "change +20.0" in card.said()
    assert "500.00\n5 Tage" in card.said()
    assert "Früher einbeziehen" in card.said()
    card.print.click()
    assert [paper.kind for paper in asked.papers] == [DocumentKind.EVALUATION]


def test_the_six_questions_are_filled_in_and_printed(
    page: EvaluationPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    page.begin.acted.emit()

    page.view.ask.click()
    page.view.ask.click()
    page.view.print.click()

    [sheet] = desk.session.instrument_sheets.of(case_id=case_id)
    assert sheet.instrument == CLIENT_VIEW
    assert {(each.page, each.subject_id) for each in asked.places} == {
        (Page.ASSESSMENT, sheet.id)
    }
    [paper] = asked.papers
    assert paper.render().startswith(b"%PDF")


def test_assessments_are_compared_and_the_evaluation_can_be_removed(
    page: EvaluationPage, asked: Asked, desk: Desk
) -> None:
    page.begin.acted.emit()

    page.view.compare.click()
    page.view.remove.click()

    [dialog] = page.findChildren(CompareDialog)
    dialog.close()
    assert page.begin.isVisible()
    [(noun, deed)] = asked.undos
    desk.session.records(noun).take_back(deed)
    page.refresh()
    assert page.view.isVisible()
