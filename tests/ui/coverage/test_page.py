from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from ui.keys import press

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.finding import FindingKind
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import MeasureState
from casedesk.domain.rhythm import Weekday
from casedesk.ui.coverage.accept_dialog import AcceptDialog
from casedesk.ui.coverage.page import CoveragePage, CoverageViewName
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.care_slot import CareSlot
    from casedesk.ui.desk import Desk

CARE = LifeDomain.SELF_CARE
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    """A case with an open need, and a measure whose review is overdue for another."""
    session = desk.session
    client = Client(id=ClientId("anna"), family_name="Muster")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    assessment = session.assessing.that_counts(case_id)
    for entry in session.assessing.entries(assessment):
        if entry.life_domain in (CARE, LifeDomain.HOUSING):
            session.domain_entries.change(
                entry.id, need=f"Bedarf {entry.life_domain}", need_level=NeedLevel.SOON
            )
    goal = session.planning.add_goal(case_id, CARE)
    measure = session.planning.add_measure(goal.id)
    session.measures.change(
        measure.id,
        what="Übt das Duschen",
        state=MeasureState.RUNNING,
        frequency="dienstags morgens",
        review_on=session.clock.today() - timedelta(days=4),
    )
    return case_id


@pytest.fixture
def page(desk: Desk, case_id: CaseId, qtbot: QtBot) -> CoveragePage:
    page = CoveragePage(desk)
    qtbot.addWidget(page)
    page.resize(1060, 700)
    page.show_case(case_id)
    page.show()
    return page


@pytest.fixture
def week(page: CoveragePage) -> CoveragePage:
    page.buttons[CoverageViewName.WEEK].click()
    return page


def kinds(page: CoveragePage) -> list[tuple[FindingKind, bool]]:
    items = page.picture.list.items()
    return [(item.finding.kind, item.accepted is not None) for item in items]


def slots(desk: Desk) -> list[CareSlot]:
    return desk.session.care_slots.all()


def test_the_findings_stand_beside_the_picture_with_their_reason(
    page: CoveragePage,
) -> None:
    assert kinds(page) == [
        (FindingKind.NEED_OPEN, False),
        (FindingKind.REVIEW_OVERDUE, False),
    ]
    first = page.picture.list.items()[0]
    assert "there is no measure" in first.said


def test_every_cell_says_itself_to_a_screen_reader(page: CoveragePage) -> None:
    model = page.picture.model
    row = model.row_of(CARE)

    need = model.data(model.index(row, 0), SPOKEN)
    client = model.data(model.index(row, 1), SPOKEN)
    nobody = model.data(model.index(row, 4), SPOKEN)

    assert "Gap: Review overdue" in need
    assert "Übt das Duschen" in client
    assert nobody.endswith("nobody")


def test_enter_on_a_finding_goes_where_it_is_mended(
    page: CoveragePage, asked: Asked, case_id: CaseId, desk: Desk
) -> None:
    [measure] = desk.session.measures.all()
    page.picture.list.setCurrentIndex(page.picture.list.model().index(1, 0))

    press(page.picture.list, Qt.Key.Key_Return)

    place = Place(page=Page.PLANNING, case_id=case_id, subject_id=measure.id)
    assert asked.places == [place]


def test_a_finding_is_accepted_with_a_reason_and_shown_again(
    page: CoveragePage,
) -> None:
    page.picture.accept.click()
    [dialog] = page.findChildren(AcceptDialog)
    dialog.cell("reason").editor.set_value("Schwester zieht ein")
    dialog.accept()

    assert kinds(page) == [
        (FindingKind.REVIEW_OVERDUE, False),
        (FindingKind.NEED_OPEN, True),
    ]
    assert "Schwester zieht ein" in page.picture.list.items()[1].note
    page.picture.list.setCurrentIndex(page.picture.list.model().index(1, 0))
    page.picture.take_back.click()
    assert kinds(page)[0] == (FindingKind.NEED_OPEN, False)


def test_without_a_reason_it_is_said_what_is_missing(
    page: CoveragePage, told: list[str], desk: Desk
) -> None:
    page.picture.accept.click()
    [dialog] = page.findChildren(AcceptDialog)

    dialog.accept()

    assert told == ["Say why this may stay as it is."]
    assert desk.session.accepted_findings.all() == []


def test_what_was_typed_into_the_dialog_is_offered_again(
    page: CoveragePage, desk: Desk, case_id: CaseId
) -> None:
    item = page.picture.list.items()[0]
    first = AcceptDialog(desk.session, case_id, item.finding, item.said, page)
    first.cell("reason").editor.set_raw("Schwester")
    first.cell("reason").editor.edited.emit()
    first.reject()

    again = AcceptDialog(desk.session, case_id, item.finding, item.said, page)

    assert again.cell("reason").editor.raw() == "Schwester"


def test_a_task_is_made_of_a_finding(page: CoveragePage, desk: Desk) -> None:
    page.picture.list.setCurrentIndex(page.picture.list.model().index(1, 0))

    page.picture.task.click()
    dialog = page.picture.dialog
    assert dialog is not None
    dialog.quick.add.click()

    [task] = desk.session.tasks.all()
    [measure] = desk.session.measures.all()
    assert task.title == "Review overdue: “Übt das Duschen” (the client)"
    assert (task.source_noun, task.source_id) == ("measure", measure.id)


def test_choosing_a_row_chooses_its_finding(page: CoveragePage) -> None:
    row = page.picture.model.row_of(CARE)

    page.picture.table.setCurrentIndex(page.picture.model.index(row, 1))

    item = page.picture.list.item()
    assert item is not None
    assert item.finding.kind is FindingKind.REVIEW_OVERDUE


def test_a_case_without_needs_offers_the_assessment(
    desk: Desk, qtbot: QtBot, asked: Asked
) -> None:
    client = Client(id=ClientId("neu"), family_name="Neu")
    case_id = desk.session.cases.open_for_new_client(client, Area.SOCIAL_WORK).id
    page = CoveragePage(desk)
    qtbot.addWidget(page)
    page.show_case(case_id)

    page.picture._empty.acted.emit()

    assert asked.places == [Place(page=Page.ASSESSMENT, case_id=case_id)]


def test_both_views_have_their_paper(page: CoveragePage, asked: Asked) -> None:
    page.print_shown()
    page.buttons[CoverageViewName.WEEK].click()
    page.print_shown()

    kinds = [paper.kind for paper in asked.papers]
    assert kinds == [DocumentKind.COVERAGE, DocumentKind.CARE_WEEK]


def test_an_empty_week_takes_the_times_from_the_measures(
    week: CoveragePage, desk: Desk
) -> None:
    week.week._empty.acted.emit()

    [slot] = slots(desk)
    assert (slot.weekday, slot.what) == (Weekday.TUESDAY, "Übt das Duschen")


def test_a_time_is_drawn_moved_made_longer_and_all_is_undone(
    week: CoveragePage, desk: Desk
) -> None:
    week.week._empty.acted.emit()
    canvas = week.week.canvas
    assert canvas.frame is not None
    x = round((canvas.frame.x(3) + 20) * canvas.scale())
    top, bottom = (round(canvas.frame.y(h * 60) * canvas.scale()) for h in (14, 16))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, top))
    QTest.mouseMove(canvas, QPoint(x, bottom))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, bottom))

    drawn = max(slots(desk), key=lambda slot: slot.id)
    assert (drawn.weekday, drawn.begins, drawn.ends) == (
        Weekday.THURSDAY,
        14 * 60,
        16 * 60,
    )
    press(canvas, Qt.Key.Key_Right)
    press(canvas, Qt.Key.Key_Up)
    press(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    moved = desk.session.care_slots.get(drawn.id)
    assert (moved.weekday, moved.begins, moved.ends) == (
        Weekday.FRIDAY,
        13 * 60 + 45,
        16 * 60,
    )
    for _step in range(3):
        week.week.undo()
    assert desk.session.care_slots.get(drawn.id) == drawn
    week.week.undo()
    assert len(slots(desk)) == 1


def test_a_time_is_taken_out_and_can_be_brought_back(
    week: CoveragePage, desk: Desk, asked: Asked
) -> None:
    week.week._empty.acted.emit()
    [slot] = slots(desk)
    week.week.canvas.choose(slot.id)

    press(week.week.canvas, Qt.Key.Key_Delete)

    assert slots(desk) == []
    [(noun, deed)] = asked.undos
    desk.session.records(noun).take_back(deed)
    assert slots(desk) == [slot]


def test_the_form_of_a_time_stores_what_is_typed(
    week: CoveragePage, desk: Desk
) -> None:
    week.week._on_new()
    form = week.week.card.form
    assert form is not None

    form.editor("ends").set_raw("10.30")
    form.editor("ends").edited.emit()
    week.flush()

    [slot] = slots(desk)
    assert slot.ends == 10 * 60 + 30


def test_the_columns_take_no_more_room_than_there_is(page: CoveragePage) -> None:
    table = page.picture.table

    taken = sum(map(table.columnWidth, range(page.picture.model.columnCount())))

    assert taken <= table.viewport().width()


def test_drawing_leaves_the_week_in_its_place_and_shows_the_form_then(
    week: CoveragePage, desk: Desk, qtbot: QtBot
) -> None:
    week.week._empty.acted.emit()
    canvas, sheet = week.week.canvas, week.week._page
    week.resize(1060, 420)
    week.week.total.setFocus()
    canvas.clearFocus()
    assert canvas.frame is not None
    sheet.to_top()
    x = round((canvas.frame.x(6) + 20) * canvas.scale())
    top, bottom = (round(canvas.frame.y(h * 60) * canvas.scale()) for h in (7, 8))

    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, top))
    assert canvas.hasFocus()
    assert sheet.verticalScrollBar().value() == 0
    QTest.mouseMove(canvas, QPoint(x, bottom))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, bottom))

    form = week.week.card.form
    assert form is not None
    what = form.editor("what")
    assert isinstance(what, QWidget)
    qtbot.waitUntil(lambda: not what.visibleRegion().isEmpty())
    assert what.hasFocus()
