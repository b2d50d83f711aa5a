"""Tasks are typed, ticked off, moved, dropped and taken back on the screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from ui.keys import press, type_text

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.task import Rhythm, Task
from casedesk.services.tasking import Source
from casedesk.ui.places import Page
from casedesk.ui.tasks.task_panel import TaskPanel
from casedesk.ui.tasks.task_row import TaskDeed, TaskRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner", given_name="Anna")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def panel(desk: Desk, case_id: CaseId, qtbot: QtBot) -> TaskPanel:
    panel = TaskPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.show_case(case_id)
    panel.show()
    return panel


def row(panel: TaskPanel, task: Task) -> TaskRow:
    return panel.rows[task.id]


def headings(panel: TaskPanel) -> list[str]:
    return [heading.text() for heading in panel._headings]  # type: ignore[attr-defined]  # labels


def test_a_line_with_its_day_is_understood_while_it_is_typed_and_added(
    panel: TaskPanel, desk: Desk, case_id: CaseId
) -> None:
    assert panel.empty.isVisible()

    type_text(panel.quick.line, "Antrag nachfragen +14 !")
    assert panel.quick.reading.text() == "by 28/03/2026 · pressing"
    press(panel.quick.line, Qt.Key.Key_Return)

    [task] = desk.session.tasking.open_of(case_id)
    assert (task.title, task.due_on) == ("Antrag nachfragen", date(2026, 3, 28))
    assert row(panel, task).face.title.text() == "Antrag nachfragen"
    assert panel.quick.line.text() == ""
    assert headings(panel) == ["Later"]


def test_what_is_typed_outlives_a_lock(
    panel: TaskPanel, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    type_text(panel.quick.line, "Spitex fragen")
    panel.flush()

    again = TaskPanel(desk)
    qtbot.addWidget(again)
    again.show_case(case_id)

    assert again.quick.line.text() == "Spitex fragen"
    assert again.quick.add.isEnabled()


def test_ticking_off_says_so_and_can_be_taken_back(
    panel: TaskPanel, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    task = desk.session.tasking.add("Anrufen", case_id=case_id, due_on=TODAY)
    desk.session.tasks.change(task.id, rhythm=Rhythm.WEEKS)
    panel.refresh()

    row(panel, task).tick.click()

    [(said, back)] = asked.backs
    [follower] = desk.session.tasking.open_of(case_id)
    assert said == "Done. Next on 21/03/2026."
    assert follower.follows_id == task.id
    back()
    [opened] = desk.session.tasking.open_of(case_id)
    assert opened.id == task.id


def test_days_move_by_a_press_and_say_how_often(
    panel: TaskPanel, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    task = desk.session.tasking.add(
        "Bericht", case_id=case_id, due_on=date(2026, 3, 10)
    )
    panel.refresh()
    assert headings(panel) == ["Overdue"]

    panel.deeds.do(task.id, TaskDeed.BY_A_WEEK)
    panel.deeds.do(task.id, TaskDeed.TO_TOMORROW)

    shown = row(panel, task)
    assert shown.day.text() == "15/03/2026"
    assert "moved 2 times, first due on 10/03/2026" in shown.face.details.text()
    assert TaskDeed.MOVE_BACK in shown.menu_deeds()
    asked.backs[-1][1]()
    assert desk.session.tasks.get(task.id).due_on == date(2026, 3, 21)


def test_a_day_is_asked_for_and_a_wrong_one_is_told(
    panel: TaskPanel, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    task = desk.session.tasking.add("Bericht", case_id=case_id)
    panel.refresh()

    row(panel, task).day.click()
    dialog = panel.deeds.dialog
    assert dialog is not None
    dialog.editor.set_raw("irgendwann")
    dialog.act.setEnabled(True)
    dialog.act.click()
    assert dialog.problem.text().startswith("This is no date")
    dialog.editor.set_raw("+3")
    dialog.act.click()

    assert desk.session.tasks.get(task.id).due_on == date(2026, 3, 17)
    asked.backs[-1][1]()
    assert desk.session.tasks.get(task.id).due_on is None


def test_dropping_asks_why_and_keeps_what_was_typed(
    panel: TaskPanel, desk: Desk, case_id: CaseId
) -> None:
    task = desk.session.tasking.add("Bericht", case_id=case_id)
    panel.refresh()

    panel.deeds.do(task.id, TaskDeed.DROP)
    dialog = panel.deeds.dialog
    assert dialog is not None
    assert not dialog.act.isEnabled()
    type_text(dialog.editor, "Auftrag weg")
    dialog.close()
    panel.deeds.do(task.id, TaskDeed.DROP)
    dialog = panel.deeds.dialog
    assert dialog is not None
    assert dialog.editor.raw() == "Auftrag weg"
    dialog.act.click()

    assert desk.session.tasks.get(task.id).drop_reason == "Auftrag weg"
    panel.ended.click()
    shown = row(panel, task)
    assert "dropped: Auftrag weg" in shown.face.details.text()
    assert shown.menu_deeds() == [TaskDeed.REOPEN]
    shown.deed_wanted.emit(task.id, TaskDeed.REOPEN)
    assert desk.session.tasks.get(task.id).is_open


def test_done_with_its_outcome(panel: TaskPanel, desk: Desk, case_id: CaseId) -> None:
    task = desk.session.tasking.add("Anrufen", case_id=case_id)
    panel.refresh()

    panel.deeds.do(task.id, TaskDeed.FINISH_WITH_OUTCOME)
    dialog = panel.deeds.dialog
    assert dialog is not None
    type_text(dialog.editor, "Zusage")
    dialog.act.click()

    assert desk.session.tasks.get(task.id).outcome == "Zusage"


def test_a_task_leads_to_what_it_came_from(
    panel: TaskPanel, desk: Desk, case_id: CaseId, asked: Asked, told: list[str]
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    source = Source(noun="goal", record_id=goal.id)
    task = desk.session.tasking.add("Nachfragen", case_id=case_id, source=source)
    panel.refresh()

    assert "from: Goal" in row(panel, task).face.details.text()
    panel.deeds.do(task.id, TaskDeed.SHOW_SOURCE)
    [place] = asked.places
    assert (place.page, place.subject_id) == (Page.PLANNING, goal.id)
    desk.session.goals.remove(goal.id)
    panel.deeds.do(task.id, TaskDeed.SHOW_SOURCE)
    assert told


def test_over_all_cases_a_task_names_its_client_and_is_edited_in_place(
    desk: Desk, case_id: CaseId, qtbot: QtBot, asked: Asked
) -> None:
    task = desk.session.tasking.add("Bericht", case_id=case_id, due_on=TODAY)
    panel = TaskPanel(desk)
    qtbot.addWidget(panel)
    panel.show_all()
    type_text(panel.quick.line, "Steuer")
    press(panel.quick.line, Qt.Key.Key_Return)

    shown = row(panel, task)
    assert "Brunner, Anna" in shown.face.details.text()
    assert headings(panel) == ["Today", "Without a day"]
    form = shown.unfolding.form()
    shown.unfolding.open()
    type_text(form.editor("note"), "dringend")  # type: ignore[arg-type]  # every editor is a widget
    panel.flush()
    assert desk.session.tasks.get(task.id).note == "dringend"
    panel.deeds.do(task.id, TaskDeed.SHOW_CASE)
    assert asked.places[-1].subject_id == task.id
    shown.unfolding.remove_wanted.emit(task.id)
    assert desk.session.tasks.find(task.id) is None
    assert asked.undos[-1][0] == "task"


def test_many_tasks_are_shown_in_stretches(
    panel: TaskPanel, desk: Desk, case_id: CaseId
) -> None:
    for number in range(45):
        desk.session.tasking.add(f"Aufgabe {number}", case_id=case_id)
    panel.refresh()

    assert len(panel.rows) == 40
    panel.more.click()
    assert len(panel.rows) == 45
    assert not panel.more.isVisible()
