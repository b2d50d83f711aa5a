from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.ui import fields
from casedesk.ui.folded_groups import FoldedGroup, FoldedGroups

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.domain.goal import Goal
    from casedesk.ui.desk import Desk

GROUPS = (
    FoldedGroup(
        "Words",
        ("professional_wording",),
        lambda: [fields.text("professional_wording", "Other words")],
    ),
    FoldedGroup(
        "Conflicts", ("conflicts", "id"), lambda: [fields.text("conflicts", "Which")]
    ),
)


@pytest.fixture
def goal(desk: Desk) -> Goal:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case = desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE)
    return desk.session.planning.add_goal(case.id)


@pytest.fixture
def groups(desk: Desk, goal: Goal, qtbot: QtBot) -> FoldedGroups:
    shown = FoldedGroups(desk.session.goals, GROUPS)
    qtbot.addWidget(shown)
    shown.show_record(goal)
    shown.show()
    return shown


def test_nothing_is_made_until_a_group_is_unfolded(groups: FoldedGroups) -> None:
    assert groups.forms() == []
    assert groups.titles() == ["Words", "Conflicts"]

    form = groups.form_of("conflicts")

    assert groups.forms() == [form]
    assert form.isVisible()


def test_what_is_typed_is_stored_and_the_button_says_that_there_is_something(
    groups: FoldedGroups, desk: Desk, goal: Goal
) -> None:
    form = groups.form_of("conflicts")
    form.editor("conflicts").set_value("Arbeitgeber drängt")
    form.editor("conflicts").edited.emit()
    groups.flush()

    stored = desk.session.goals.get(goal.id)
    groups.show_record(stored)

    assert stored.conflicts == "Arbeitgeber drängt"
    assert groups.titles() == ["Words", "Conflicts: filled in"]


def test_folding_stores_what_was_typed(
    groups: FoldedGroups, desk: Desk, goal: Goal
) -> None:
    form = groups.form_of("professional_wording")
    form.editor("professional_wording").set_value("400 m")
    form.editor("professional_wording").edited.emit()

    groups.toggle("professional_wording")

    assert desk.session.goals.get(goal.id).professional_wording == "400 m"
    assert not form.isVisible()
