from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from casedesk.ui.widgets.level_field import LEVELS, LevelField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TEXTS = {
    -2: "verlässt das Haus nie",
    -1: "geht mit Begleitung",
    0: "geht allein zum Laden, einmal in der Woche, auch im Winter",
    1: "geht zweimal",
    2: "fährt Bus",
}


@pytest.fixture
def field(qtbot: QtBot) -> LevelField:
    field = LevelField()
    qtbot.addWidget(field)
    field.show_texts(TEXTS)
    field.resize(400, field.heightForWidth(400))
    field.show()
    return field


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("-1", -1), ("+2", 2), ("2", 2), ("0", 0), ("-2", -2), ("-10", 0), ("9", None)],
)
def test_a_level_is_typed_as_it_is_written(
    field: LevelField, typed: str, expected: int | None
) -> None:
    QTest.keyClicks(field, typed)

    assert field.value() == expected


def test_arrows_go_from_level_to_level_and_delete_clears(
    field: LevelField, qtbot: QtBot
) -> None:
    for key, expected in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_Down, 0),
        (Qt.Key.Key_Delete, None),
    ):
        with qtbot.waitSignal(field.edited):
            QTest.keyClick(field, key)
        assert field.value() == expected


def test_a_click_chooses_and_takes_back(field: LevelField) -> None:
    at = QPoint(10, field.heightForWidth(400) - 8)

    for expected in (LEVELS[-1], None):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=at)
        assert field.value() == expected


def test_long_texts_wrap_and_make_it_higher(field: LevelField) -> None:
    assert field.heightForWidth(200) > field.heightForWidth(900)


def test_it_is_read_out_with_its_text(field: LevelField) -> None:
    field.set_value(-1)

    assert field.accessibleDescription() == "-1 geht mit Begleitung"
    assert (field.raw(), field.problem()) == ("-1", None)
    field.set_raw("+1")
    assert field.value() == 1
    field.set_raw("nichts")
    assert field.value() is None
