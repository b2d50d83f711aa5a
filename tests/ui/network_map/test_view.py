from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from ui.keys import press, type_text

from casedesk.domain.case import Area, CaseId, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.document import DocumentKind
from casedesk.domain.network import Person, PersonId
from casedesk.domain.tie import Closeness, Sector
from casedesk.ui.network_map.view import NetworkMapView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.tie import Tie
    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    session = desk.session
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    for name, role in (("Sabine", PartyRole.FAMILY), ("Rosa", PartyRole.FRIEND)):
        session.persons.add(Person(id=PersonId(name), family_name=name))
        session.parties.add(
            Party(
                id=PartyId(name),
                case_id=case_id,
                person_id=PersonId(name),
                roles=(role,),
            )
        )
    return case_id


@pytest.fixture
def empty(desk: Desk, case_id: CaseId, qtbot: QtBot) -> NetworkMapView:
    view = NetworkMapView(desk)
    qtbot.addWidget(view)
    view.resize(1000, 800)
    view.show()
    view.show_case(case_id)
    return view


@pytest.fixture
def view(empty: NetworkMapView) -> NetworkMapView:
    press_button(empty, "Draw the map")
    empty.frame.view.setFocus()
    return empty


def press_button(view: NetworkMapView, words: str) -> None:
    [found] = [
        each
        for each in view.findChildren(QPushButton)
        if each.text() == words and each.isVisible()
    ]
    found.click()


def tie(desk: Desk, name: str) -> Tie:
    [found] = [each for each in desk.session.ties.all() if each.name == name]
    return found


def test_an_empty_place_offers_the_map_and_draws_the_parties(
    desk: Desk, empty: NetworkMapView
) -> None:
    press_button(empty, "Draw the map")

    figure = empty.frame.view.figure()
    assert figure is not None
    assert {mark.id for mark in figure.marks} == {t.id for t in desk.session.ties.all()}
    assert {empty._name(each) for each in empty.table.records()} == {"Rosa", "Sabine"}


def test_keys_choose_somebody_move_them_and_undo(
    desk: Desk, view: NetworkMapView
) -> None:
    view.frame.view.choose(tie(desk, "Sabine").id)
    for _ in range(20):
        press(view.frame.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    moved = tie(desk, "Sabine")
    for _ in range(20):
        view.undo()

    assert moved.closeness is Closeness.DISTANT
    assert moved.angle is not None
    assert tie(desk, "Sabine").closeness is Closeness.MIDDLE
    assert tie(desk, "Sabine").angle is None


def test_the_mouse_drags_somebody_into_another_sector(
    desk: Desk, view: NetworkMapView
) -> None:
    figure_view = view.frame.view
    mark = figure_view.figure().mark(tie(desk, "Sabine").id)  # type: ignore[union-attr]
    assert mark is not None
    x, y = (round(each * figure_view.scale()) for each in mark.box.centre)
    button = Qt.MouseButton.LeftButton

    QTest.mousePress(figure_view, button, pos=QPoint(x, y))
    QTest.mouseMove(figure_view, QPoint(x + 60, y + 60))
    target = QPoint(figure_view.width() - 60, figure_view.height() - 160)
    QTest.mouseMove(figure_view, target)
    QTest.mouseRelease(figure_view, button, pos=target)

    assert tie(desk, "Sabine").sector is Sector.PROFESSIONALS
    assert tie(desk, "Sabine").closeness is Closeness.DISTANT


def test_enter_opens_the_form_whose_words_are_stored_and_drawn(
    desk: Desk, view: NetworkMapView
) -> None:
    press(view.frame.view, Qt.Key.Key_PageDown)
    press(view.frame.view, Qt.Key.Key_Return)
    chosen = view.frame.view.chosen_mark()
    assert chosen is not None
    type_text(view.card.form.editor("frequency"), "täglich")  # type: ignore[arg-type]
    view.flush()

    assert view.card.form.field_of(view.window().focusWidget()) == "sector"
    assert desk.session.ties.get(chosen.id).frequency == "täglich"
    shown = view.frame.view.chosen_mark()
    assert shown is not None
    assert "täglich" in shown.words


def test_somebody_else_is_put_on_the_map_by_name_alone(
    desk: Desk, view: NetworkMapView
) -> None:
    type_text(view.adder.line, "Nähgruppe")
    press(view.adder.line, Qt.Key.Key_Return)

    chosen = view.frame.view.chosen_mark()
    assert chosen is not None
    assert chosen.id == tie(desk, "Nähgruppe").id


def test_table_and_picture_choose_together(desk: Desk, view: NetworkMapView) -> None:
    view.table.selectRow(0)
    in_picture = view.frame.view.chosen_mark()
    press(view.frame.view, Qt.Key.Key_PageDown)
    in_table = view.table.record()

    assert in_picture is not None
    assert in_picture.id == tie(desk, "Rosa").id
    chosen = view.frame.view.chosen_mark()
    assert chosen is not None
    assert in_table is not None
    assert in_table.id == chosen.id


def test_who_is_taken_off_the_map_can_be_brought_back(
    desk: Desk, view: NetworkMapView, asked: Asked
) -> None:
    view.frame.view.choose(tie(desk, "Rosa").id)
    view._show_tie()

    press_button(view, "Take off the map")
    [(noun, deed)] = asked.undos
    left = len(desk.session.ties.all())
    desk.session.records(noun).take_back(deed)

    assert left == 1
    assert tie(desk, "Rosa").name == "Rosa"


def test_an_earlier_map_is_only_looked_at_and_compared(
    desk: Desk, case_id: CaseId, view: NetworkMapView
) -> None:
    session = desk.session
    [first] = session.network_maps.all()
    month_ago = session.clock.today() - timedelta(days=30)
    session.network_maps.change(first.id, drawn_on=month_ago)
    view.refresh()
    press_button(view, "New map of today")
    [rosa] = [t for t in view.table.records() if t.name == "Rosa"]
    session.ties.change(rosa.id, closeness=Closeness.CLOSE)
    view.head.earlier_box.set_value(first.id)
    view.refresh()
    said = view._changed.text()
    view.head.choose(first.id)
    view.refresh()
    view.frame.view.choose(view.table.records()[0].id)
    press(view.frame.view, Qt.Key.Key_Left)

    assert said == "Rosa: closer"
    assert not view.adder.isVisible()
    assert all(t.angle is None for t in session.ties.of(map_id=first.id))


def test_a_map_is_prepared_for_printing_with_the_one_it_is_compared_with(
    case_id: CaseId, view: NetworkMapView, asked: Asked
) -> None:
    press_button(view, "Print")

    [paper] = asked.papers
    assert paper.kind is DocumentKind.NETWORK_MAP
    assert paper.case_id == case_id


def test_a_second_map_of_a_day_is_refused_in_words(
    view: NetworkMapView, told: list[str]
) -> None:
    press_button(view, "New map of today")

    [words] = told
    assert "newest map is of today" in words
