from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QPushButton, QVBoxLayout, QWidget
from ui.keys import press, type_text

from casedesk.domain.dates import parse_day
from casedesk.ui.widgets.amount_field import AmountField
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.date_field import DateField
from casedesk.ui.widgets.duration_field import DurationField, parse_minutes
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.scale_field import ScaleField
from casedesk.ui.widgets.text_line import TextLine
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.widgets.editor import Editor

TODAY = date(2026, 3, 14)
ITEMS = (("a", "Alone"), ("b", "Both"), ("c", "Carer"))


def a_date_field() -> DateField:
    return DateField(
        lambda text: parse_day(text, today=TODAY),
        lambda day: f"{day:%d.%m.%Y}" if isinstance(day, date) else "",
    )


def an_amount_field() -> AmountField:
    return AmountField(
        lambda text: round(float(text) * 100),
        lambda cents: f"{int(str(cents)) / 100:.2f}",
    )


EVERY_EDITOR = [
    pytest.param(TextLine, "Zoë", "", id="text line"),
    pytest.param(GrowingText, "two\nlines", "", id="growing text"),
    pytest.param(a_date_field, date(2026, 7, 3), None, id="date"),
    pytest.param(lambda: ChoiceBox(ITEMS), "b", None, id="choice"),
    pytest.param(lambda: ChoiceChips(ITEMS), ("a", "c"), (), id="chips"),
    pytest.param(TickBox, True, False, id="tick"),
    pytest.param(ScaleField, 7, None, id="scale"),
    pytest.param(an_amount_field, 12050, None, id="amount"),
    pytest.param(DurationField, 95, None, id="duration"),
]


@pytest.mark.parametrize(("make", "value", "empty"), EVERY_EDITOR)
def test_an_editor_gives_back_what_it_was_given_and_tells_nobody(
    qtbot: QtBot, make: type[TextLine], value: object, empty: object
) -> None:
    editor: Editor = make()
    qtbot.addWidget(editor)
    edits: list[bool] = []
    editor.edited.connect(lambda: edits.append(True))
    assert editor.value() == empty

    editor.set_value(value)

    assert editor.value() == value
    assert editor.problem() is None
    editor.set_value(None)
    assert editor.value() == empty
    assert edits == []


@pytest.mark.parametrize(("make", "value", "empty"), EVERY_EDITOR)
def test_an_editor_can_be_filled_again_from_its_raw_text(
    qtbot: QtBot, make: type[TextLine], value: object, empty: object
) -> None:
    first, second = make(), make()
    qtbot.addWidget(first)
    qtbot.addWidget(second)
    first.set_value(value)

    second.set_raw(first.raw())

    assert second.value() == value != empty


def test_umlauts_can_be_typed(qtbot: QtBot) -> None:
    line = TextLine()
    qtbot.addWidget(line)

    with qtbot.waitSignal(line.edited):
        type_text(line, "Özdemir-Groß ")

    assert line.value() == "Özdemir-Groß"


def test_a_date_is_rewritten_in_full_when_the_field_is_left(qtbot: QtBot) -> None:
    field = a_date_field()
    qtbot.addWidget(field)
    type_text(field, "3.7.26")

    press(field, Qt.Key.Key_Return)

    assert field.text() == "03.07.2026"
    assert field.value() == date(2026, 7, 3)


def test_what_is_no_date_stays_as_typed_and_is_a_problem(qtbot: QtBot) -> None:
    field = a_date_field()
    qtbot.addWidget(field)
    type_text(field, "31.2.")

    press(field, Qt.Key.Key_Return)

    assert field.raw() == "31.2."
    assert field.problem()
    with pytest.raises(ValueError, match=r"^$"):
        field.value()


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_a_day_can_be_picked_from_the_calendar(qtbot: QtBot) -> None:
    field = a_date_field()
    qtbot.addWidget(field)
    field.show()
    press(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    [calendar] = field.findChildren(QCalendarWidget)

    with qtbot.waitSignals([field.edited, field.left]):
        calendar.activated.emit(QDate(2026, 12, 24))

    assert field.value() == date(2026, 12, 24)
    assert not calendar.isVisible()


def test_a_growing_text_never_scrolls_however_long(qtbot: QtBot) -> None:
    text = GrowingText(min_lines=2)
    qtbot.addWidget(text)
    text.resize(300, text.height())
    text.show()
    empty = text.height()

    text.set_raw("word " * 400)

    assert text.height() > 5 * empty
    assert text.verticalScrollBar().maximum() == 0


def test_a_paste_into_a_text_brings_words_only(qtbot: QtBot) -> None:
    text = GrowingText()
    qtbot.addWidget(text)
    rich = QMimeData()
    rich.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    rich.setText("bold")

    text.insertFromMimeData(rich)

    assert text.value() == "bold"


def test_a_choice_that_is_no_longer_offered_stays_visible(qtbot: QtBot) -> None:
    box = ChoiceBox(ITEMS)
    qtbot.addWidget(box)

    box.set_value("retired")

    assert box.value() == "retired"
    assert box.currentText() == "retired"


def test_typing_the_first_letter_chooses(qtbot: QtBot) -> None:
    box = ChoiceBox(ITEMS)
    qtbot.addWidget(box)

    with qtbot.waitSignal(box.edited):
        type_text(box, "c")

    assert box.value() == "c"


def test_chips_are_reached_by_arrows_and_left_as_a_whole(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    chips, other = ChoiceChips(ITEMS), QPushButton("other")
    layout = QVBoxLayout(window)
    layout.addWidget(chips)
    layout.addWidget(other)
    lefts: list[bool] = []
    chips.left.connect(lambda: lefts.append(True))
    with qtbot.waitActive(window):
        window.show()
    chips.setFocus()

    first, second, _third = chips.findChildren(QPushButton)
    press(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    press(second, Qt.Key.Key_Space)

    assert chips.value() == ("b",)
    assert lefts == []
    other.setFocus()
    assert lefts == [True]


def test_a_scale_is_set_by_digits_and_cleared_by_delete(qtbot: QtBot) -> None:
    scale = ScaleField()
    qtbot.addWidget(scale)

    type_text(scale, "7")
    assert scale.value() == 7
    type_text(scale, "10")
    assert scale.value() == 10
    assert "10" in scale.accessibleDescription()
    press(scale, Qt.Key.Key_Left)
    assert scale.value() == 9
    press(scale, Qt.Key.Key_Delete)
    assert scale.value() is None


def test_a_click_on_a_scale_chooses_and_a_second_one_clears(qtbot: QtBot) -> None:
    scale = ScaleField()
    qtbot.addWidget(scale)
    scale.resize(scale.sizeHint())
    scale.show()
    place = scale._cells()[4].center().toPoint()

    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=place)
    assert scale.value() == 4
    QTest.mouseClick(scale, Qt.MouseButton.LeftButton, pos=place)
    assert scale.value() is None


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("90", 90), ("1:30", 90), ("1,5 h", 90), ("0.25h", 15), ("2 Std.", 120)],
)
def test_a_duration_is_typed_in_any_usual_form(typed: str, minutes: int) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["1:75", "x", "-5", "1:2:3"])
def test_what_is_no_duration_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"^$"):
        parse_minutes(typed)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_choice_shows_all_that_is_offered(qtbot: QtBot) -> None:
    box = ChoiceBox([(number, f"Choice {number}") for number in range(12)])
    qtbot.addWidget(box)
    box.show()

    box.showPopup()

    view = box.view()
    assert view.verticalScrollBar().maximum() == 0
    assert view.viewport().height() >= 13 * view.sizeHintForRow(0)
    box.hidePopup()
