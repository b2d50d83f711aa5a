"""Today shows tasks over all cases above what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from casedesk.domain.attention import Due, DueKind
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.ui.tasks.task_panel import TaskPanel
from casedesk.ui.today.dues_card import ROWS_AT_ONCE, DuesCard
from casedesk.ui.today.page import TodayPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk

TODAY = date(2026, 3, 14)


def test_tasks_stand_above_what_is_due_and_only_once(desk: Desk, qtbot: QtBot) -> None:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case = desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE)
    desk.session.tasking.add("Bericht", case_id=case.id, due_on=TODAY)
    desk.session.tasking.add("Steuer")
    page = TodayPage(desk, lambda: None)
    qtbot.addWidget(page)
    assert page.findChildren(TaskPanel) == []  # the window stands before it is made

    page.show_dues(desk.session.cases.due())

    assert page.tasks is not None
    assert [row.line.task.title for row in page.tasks.rows.values()] == [
        "Bericht",
        "Steuer",
    ]
    page.start_task()
    page.flush()
    assert page.findChildren(TaskPanel) == [page.tasks]


def test_the_first_dates_stand_there_and_the_others_when_they_are_wanted(
    desk: Desk, qtbot: QtBot
) -> None:
    count = ROWS_AT_ONCE + 2
    dues = [
        Due(
            case_id=CaseId(f"case-{number}"),
            kind=DueKind.MANDATE_ENDS,
            due_on=TODAY,
            subject_id=f"mandate-{number}",
            client_name=f"Muster {number:02}",
        )
        for number in range(count)
    ]
    page = TodayPage(desk, lambda: None)
    qtbot.addWidget(page)

    page.show_dues(dues)

    [card] = page.findChildren(DuesCard)
    assert not card.more.isHidden()
    assert names(card) == [f"Muster {number:02}" for number in range(ROWS_AT_ONCE)]
    card.more.click()
    assert card.more.isHidden()
    assert names(card) == [f"Muster {number:02}" for number in range(count)]

    page.show_dues([*dues, replace(dues[0], client_name="Muster 99")])

    newest = page.findChildren(DuesCard)[-1]
    assert newest is not card
    assert len(names(newest)) == count + 1  # what was unfolded stays so


def names(card: DuesCard) -> list[str]:
    labels = [label.text() for label in card.findChildren(QLabel)]
    return [text for text in labels if text.startswith("Muster")]
