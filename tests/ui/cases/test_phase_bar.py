from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.phase import Phase
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.places import Page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def bar(desk: Desk, case_id: CaseId, qtbot: QtBot) -> PhaseBar:
    bar = PhaseBar(desk, Phase.ASSESSMENT)
    qtbot.addWidget(bar)
    bar.show_case(case_id)
    bar.show()
    return bar


def test_a_phase_is_begun_finished_and_begun_again(bar: PhaseBar, qtbot: QtBot) -> None:
    said = [bar.words()]

    for button in (bar._begin, bar._finish, bar._begin):
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        said.append(bar.words())

    assert said == [
        "not begun",
        "in progress since 14/03/2026",
        "done on 14/03/2026 (begun on 14/03/2026)",
        "in progress since 14/03/2026",
    ]


def test_a_new_cycle_is_told_with_the_day_of_the_last(
    bar: PhaseBar, desk: Desk, case_id: CaseId
) -> None:
    desk.session.cases.begin_cycle(case_id)
    bar.refresh()
    assert bar.words() == "in progress since 14/03/2026 · cycle 2"

    intake = PhaseBar(desk, Phase.INTAKE, bar)
    intake.show_case(case_id)
    assert intake.words() == (
        "not begun in this cycle, last begun on 14/03/2026 · cycle 2"
    )


def test_the_days_are_changed_on_the_overview(
    bar: PhaseBar, desk: Desk, case_id: CaseId, asked: Asked, qtbot: QtBot
) -> None:
    assert not bar._dates.isVisible()
    run = desk.session.cases.begin_phase(case_id, Phase.ASSESSMENT)
    bar.refresh()

    QTest.mouseClick(bar._dates, Qt.MouseButton.LeftButton)

    [place] = asked.places
    assert (place.page, place.subject_id) == (Page.OVERVIEW, run.id)
