from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.measure_template import StepKind
from casedesk.ui.planning.keep_template_dialog import KeepTemplateDialog
from casedesk.ui.planning.template_dialog import TemplateDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk
    from casedesk.ui.planning.step_rows import StepRow

DISCHARGE = date(2026, 3, 20)


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def choose(dialog: TemplateDialog, name: str, value: object) -> None:
    editor = dialog.cells[name].editor
    editor.set_value(value)
    editor.edited.emit()


def rows(dialog: TemplateDialog) -> list[StepRow]:
    return list(dialog.steps.rows.values())


def test_steps_are_looked_at_left_out_and_moved_before_they_are_made(
    desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    dialog = TemplateDialog(desk, case_id)
    qtbot.addWidget(dialog)
    made: list[tuple[str, int, int]] = []
    dialog.made.connect(lambda *told: made.append(told))
    choose(dialog, "template", "shipped.hospital_discharge")
    choose(dialog, "anchor_on", DISCHARGE)
    first, second, *others = rows(dialog)
    assert first.day.value() == date(2026, 3, 13)
    assert second.day.value() == date(2026, 3, 15)

    first.tick.click()
    second.day.set_value(date(2026, 3, 17))
    second.day.edited.emit()
    count = 1 + len(others)
    assert dialog.foot.notice.text().startswith(f"{count} of {count + 1} ")
    dialog.accept()

    [(goal_id, deed, told)] = made
    [goal] = desk.session.goals.of(case_id=case_id)
    measures = desk.session.measures.of(case_id=case_id)
    tasks = desk.session.tasks.of(case_id=case_id)
    assert (goal.id, told) == (goal_id, count)
    assert goal.wording.startswith("Ich komme nach dem Spital")
    assert len(measures) + len(tasks) == count
    assert measures[0].starts_on == date(2026, 3, 17)
    assert measures[0].ends_on == date(2026, 3, 29)

    desk.session.records("measure_template").take_back(deed)
    assert desk.session.measures.of(case_id=case_id) == []


def test_another_day_moves_every_step_but_those_moved_by_hand(
    desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    dialog = TemplateDialog(desk, case_id)
    qtbot.addWidget(dialog)
    choose(dialog, "template", "shipped.hospital_discharge")
    choose(dialog, "anchor_on", DISCHARGE)
    first, second, *_ = rows(dialog)
    second.day.set_value(date(2026, 3, 17))
    second.day.edited.emit()

    choose(dialog, "anchor_on", date(2026, 3, 30))

    assert first.day.value() == date(2026, 3, 23)
    assert second.day.value() == date(2026, 3, 17)


def test_nothing_is_made_of_a_day_that_is_none(
    desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    dialog = TemplateDialog(desk, case_id, goal.id)
    qtbot.addWidget(dialog)
    assert dialog.cells["wording"].isHidden()
    rows(dialog)[0].day.set_raw("Ostern")

    dialog.accept()

    assert desk.session.measures.of(case_id=case_id) == []
    assert desk.session.tasks.of(case_id=case_id) == []


def test_what_was_begun_is_offered_again(
    desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    dialog = TemplateDialog(desk, case_id)
    qtbot.addWidget(dialog)
    choose(dialog, "wording", "Ich will heim")
    dialog.reject()

    again = TemplateDialog(desk, case_id)
    qtbot.addWidget(again)

    assert again.cells["wording"].editor.value() == "Ich will heim"


def test_measures_are_kept_as_an_own_template_and_used_in_another_case(
    desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    measure = desk.session.planning.add_measure(goal.id)
    desk.session.measures.change(measure.id, what="Rollator", starts_on=DISCHARGE)
    keep = KeepTemplateDialog(desk, goal.id)
    qtbot.addWidget(keep)
    keep.accept()
    assert keep.cells["name"].trouble() == "A template needs a name."

    keep.cells["name"].editor.set_value("Heimkehr")
    keep.accept()

    [own] = desk.session.measure_templates.all()
    dialog = TemplateDialog(desk, case_id)
    qtbot.addWidget(dialog)
    choose(dialog, "template", own.id)
    choose(dialog, "anchor_on", date(2026, 6, 1))
    [row] = rows(dialog)
    chosen = row.chosen()
    assert chosen is not None
    assert chosen.step.what == "Rollator"
    assert chosen.step.kind is StepKind.MEASURE
    assert chosen.starts_on == date(2026, 6, 1)


def test_an_own_template_can_be_removed_with_undo(
    desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    measure = desk.session.planning.add_measure(goal.id)
    own = desk.session.templates.save("Heimkehr", "", DISCHARGE, [measure])
    dialog = TemplateDialog(desk, case_id)
    qtbot.addWidget(dialog)
    choose(dialog, "template", "shipped.loss_of_home")
    assert dialog.remove.isHidden()
    choose(dialog, "template", own.id)

    dialog.remove.click()

    assert desk.session.measure_templates.all() == []
