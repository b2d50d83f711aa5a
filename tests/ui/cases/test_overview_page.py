from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from ui.keys import type_text

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.entry import EntryKind
from casedesk.domain.phase import Phase, PhaseState, state
from casedesk.ui.cases.overview_page import OverviewPage
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.cases.rows import Rows
    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> OverviewPage:
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_case(case_id)
    page.show()
    return page


def names(rows: Rows) -> list[str]:
    return [row.accessibleName() for row in rows.rows()]


def press(row: QWidget) -> None:
    assert isinstance(row, QAbstractButton)
    row.click()


def test_what_is_due_leads_to_where_it_is_done(
    page: OverviewPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    goal = desk.session.planning.add_goal(case_id)
    desk.session.goals.change(goal.id, wording="Treppe", target_on=date(2026, 3, 20))
    page.refresh()

    rows = {row.accessibleName(): row for row in page.due.list.rows()}
    assert set(rows) == {
        "No consent signed yet",
        "Target date of a goal: 20/03/2026 – Treppe",
    }
    press(rows["No consent signed yet"])
    press(rows["Target date of a goal: 20/03/2026 – Treppe"])

    assert asked.places == [
        Place(page=Page.CONSENTS, case_id=case_id),
        Place(page=Page.PLANNING, case_id=case_id, subject_id=goal.id),
    ]


def test_the_phases_are_listed_and_lead_to_their_tabs(
    page: OverviewPage, case_id: CaseId, asked: Asked
) -> None:
    intake, assessment, *_ = names(page.phases.list)
    assert intake == "Intake, in progress since 14/03/2026"
    assert assessment == "Assessment, not begun"

    press(page.phases.list.rows()[1])

    assert asked.places == [Place(page=Page.ASSESSMENT, case_id=case_id)]


def test_a_new_cycle_is_explained_before_it_begins(
    page: OverviewPage, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    assert not page.phases._begin.isVisible()

    QTest.mouseClick(page.phases._cycle, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.phases._begin, Qt.MouseButton.LeftButton)

    assert desk.session.case_records.get(case_id).cycle == 2
    runs = desk.session.cases.runs(case_id)
    assert state(runs, Phase.ASSESSMENT, 2) is PhaseState.IN_PROGRESS
    assert "cycle 2" in names(page.phases.list)[1]


def test_the_days_of_a_phase_can_be_changed_but_not_emptied(
    page: OverviewPage, desk: Desk, case_id: CaseId
) -> None:
    [run] = desk.session.cases.runs(case_id)
    page.show_case(case_id, run.id)
    assert page.phases.runs is not None
    form = page.phases.runs.form(run.id)

    form.editor("started_on").set_raw("")
    form.editor("started_on").edited.emit()
    page.flush()
    assert desk.session.phase_runs.get(run.id).started_on == date(2026, 3, 14)
    assert form.trouble("started_on")

    form.editor("started_on").set_raw("1.3.26")
    form.editor("started_on").edited.emit()
    page.flush()
    assert desk.session.phase_runs.get(run.id).started_on == date(2026, 3, 1)
    assert names(page.phases.list)[0] == "Intake, in progress since 01/03/2026"


def test_goals_and_latest_entries_are_seen(
    page: OverviewPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    for number in range(8):
        goal = desk.session.planning.add_goal(case_id)
        desk.session.goals.change(goal.id, wording=f"Ziel {number}", progress=5)
    entry = desk.session.journal.add(case_id, EntryKind.VISIT)
    desk.session.entries.change(entry.id, text="Besuch " * 60)
    page.refresh()

    assert names(page.goals.list)[0] == "Ziel 0, proposed, progress 5 of 10"
    assert names(page.goals.list)[-1] == "2 more goals"
    [latest] = page.latest.list.rows()
    assert latest.accessibleName().endswith("…")

    press(latest)
    assert asked.places == [
        Place(page=Page.RECORD, case_id=case_id, subject_id=entry.id)
    ]


def test_the_facts_are_typed_and_kept(
    page: OverviewPage, desk: Desk, case_id: CaseId
) -> None:
    editor = page.facts.form.editor("title")
    type_text(editor, "Hüftfraktur")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    assert desk.session.case_records.get(case_id).title == "Hüftfraktur"


def test_closing_leads_to_where_it_is_done(
    page: OverviewPage, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    QTest.mouseClick(page.facts.close_case, Qt.MouseButton.LeftButton)

    place = asked.places[-1]
    closure = desk.session.closing.of(case_id)
    assert closure is not None
    assert (place.page, place.subject_id) == (Page.EVALUATION, closure.id)
    assert desk.session.case_records.get(case_id).closed_on is None


def test_mandate_and_parties_are_part_of_the_overview(
    page: OverviewPage, desk: Desk, case_id: CaseId
) -> None:
    [mandate] = desk.session.mandates.of(case_id=case_id)

    page.show_case(case_id, mandate.id)

    assert page.mandate.isVisible()
    assert page.parties.isVisible()
