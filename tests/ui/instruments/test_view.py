from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from ui.keys import press, type_text

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.instrument import InstrumentId, read_answers
from casedesk.domain.practice import Country
from casedesk.ui.instruments.view import InstrumentsView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.domain.case import CaseId
    from casedesk.domain.instrument import Sheet
    from casedesk.ui.desk import Desk
    from casedesk.ui.instruments.sheet_form import SheetForm

PHQ_9, NBA, WHO_5 = (InstrumentId(each) for each in ("phq9", "nba", "who5"))
SCALES = InstrumentId("scales")


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.NURSING_CARE).id


@pytest.fixture
def view(desk: Desk, case_id: CaseId, qtbot: QtBot) -> InstrumentsView:
    view = InstrumentsView(desk)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show_case(case_id)
    view.show()
    view.activateWindow()
    return view


def form(view: InstrumentsView) -> SheetForm:
    shown = view.form()
    assert shown is not None
    return shown


def only_sheet(desk: Desk) -> Sheet:
    [sheet] = desk.session.instrument_sheets.all()
    return sheet


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_case_without_a_sheet_says_what_belongs_here(view: InstrumentsView) -> None:
    assert view.form() is None
    assert not view._empty.isHidden()


def test_a_questionnaire_is_filled_in_with_one_digit_an_item(
    view: InstrumentsView, desk: Desk, qtbot: QtBot
) -> None:
    view.begin(PHQ_9)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    for digit in "101010100":
        type_text(focused(), digit)
    view.flush()

    answers = read_answers(only_sheet(desk).answers)
    assert [answers[str(item)] for item in range(1, 10)] == list("101010100")
    assert form(view).outcome.lines() == [("Summe", "4 of 27 · minimal")]


def test_the_hint_about_the_ninth_question_is_shown_at_once(
    view: InstrumentsView,
) -> None:
    view.begin(PHQ_9)
    items = form(view).items
    assert items is not None

    items.focus_field("9")
    type_text(focused(), "0")
    view.flush()
    assert not form(view).outcome.has_alert()
    items.focus_field("9")
    type_text(focused(), "1")
    view.flush()

    assert form(view).outcome.has_alert()


def test_what_is_not_answered_yet_is_named(view: InstrumentsView) -> None:
    view.begin(PHQ_9)

    assert "1, 2, 3" in form(view).outcome._missing.text()


def test_delete_takes_an_answer_back(view: InstrumentsView, desk: Desk) -> None:
    view.begin(PHQ_9)
    items = form(view).items
    assert items is not None
    type_text(focused(), "2")
    view.flush()

    items.focus_field("1")
    press(focused(), Qt.Key.Key_Delete)
    view.flush()

    assert read_answers(only_sheet(desk).answers) == {}


def test_a_result_from_elsewhere_is_typed_and_checked(
    view: InstrumentsView, desk: Desk
) -> None:
    view.begin(WHO_5)

    type_text(focused(), "99")
    view.flush()
    assert form(view).head.trouble("result")
    assert only_sheet(desk).result == ""

    form(view).head.editor("result").set_raw("")
    type_text(focused(), "12")
    view.flush()
    assert only_sheet(desk).result == "12"


def test_a_confirmed_sheet_is_read_only_and_offers_a_new_one(
    view: InstrumentsView, desk: Desk
) -> None:
    view.begin(WHO_5)
    type_text(focused(), "12")

    form(view)._confirm.click()
    assert form(view)._confirm.isHidden()
    form(view)._again.click()

    first, second = desk.session.instrument_sheets.all()
    assert {first.result, second.result} == {"12"}
    assert form(view).sheet_id == first.id
    assert first.confirmed_on is None


def test_how_often_is_typed_as_a_number_and_a_span(
    view: InstrumentsView, desk: Desk
) -> None:
    practice = desk.session.practice.get()
    desk.session.practice.records.change(practice.id, country=Country.DE)
    view.begin(NBA)
    items = form(view).items
    assert items is not None

    items.focus_field("5.1")
    type_text(focused(), "3")
    view.flush()

    assert read_answers(only_sheet(desk).answers) == {"5.1": "3/day"}


def test_the_menu_offers_what_makes_sense_here(view: InstrumentsView) -> None:
    view.offers().aboutToShow.emit()

    data = {action.data() for action in view.offers().actions()}
    assert {PHQ_9, WHO_5} <= data


def test_a_question_without_a_number_is_shown_by_its_words_alone(
    view: InstrumentsView,
) -> None:
    view.begin(SCALES)

    labels = [label.text() for label in form(view).findChildren(QLabel)]
    assert "Wie stark sind Ihre Schmerzen?" in labels
