"""A task is made of a record: by a button of its form, beginning with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from ui.keys import press, type_text

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.ui.planning.page import PlanningPage
from casedesk.ui.tasks.make_task import TaskMaker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.goal import Goal
    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def goal(desk: Desk, case_id: CaseId) -> Goal:
    goal = desk.session.planning.add_goal(case_id)
    return desk.session.goals.change(goal.id, wording="Wieder\neinkaufen")


@pytest.fixture
def page(desk: Desk, goal: Goal, qtbot: QtBot) -> PlanningPage:
    page = PlanningPage(desk)
    qtbot.addWidget(page)
    page.show_case(goal.case_id)
    page.show()
    return page


@pytest.fixture
def maker(page: PlanningPage, goal: Goal) -> TaskMaker:
    card = page.cards[goal.id]
    card.goal.open()
    [maker] = card.goal.findChildren(TaskMaker)
    return maker


def test_a_task_begins_with_the_words_of_its_record_and_names_it(
    maker: TaskMaker, desk: Desk, case_id: CaseId, goal: Goal, asked: Asked
) -> None:
    maker.ask()
    assert maker.dialog is not None
    line = maker.dialog.quick.line
    assert line.text() == "Wieder einkaufen"
    type_text(line, " üben +7")
    press(line, Qt.Key.Key_Return)

    [task] = desk.session.tasking.open_of(case_id)
    assert task.title == "Wieder einkaufen üben"
    assert task.due_on is not None
    assert (task.source_noun, task.source_id) == ("goal", goal.id)
    [(said, back)] = asked.backs
    assert said == "Task added."
    back()
    assert desk.session.tasking.open_of(case_id) == []


def test_what_was_typed_is_offered_again_unless_it_was_given_up(
    maker: TaskMaker,
) -> None:
    maker.ask()
    assert maker.dialog is not None
    type_text(maker.dialog.quick.line, " bald")
    maker.dialog.close()
    maker.ask()
    assert maker.dialog.quick.line.text() == "Wieder einkaufen bald"

    maker.dialog.leave.click()
    maker.ask()

    assert maker.dialog.quick.line.text() == "Wieder einkaufen"
