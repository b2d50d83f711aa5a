from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from ui.keys import press, type_text

from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.lazy_column import LazyColumn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COUNT = 1000
GUESS = 40


class Rows:
    """Makes rows of quite other heights than were guessed, and counts them."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.busy: set[str] = set()

    def make(self, key: str) -> QWidget:
        self.made.append(key)
        row = QWidget()
        row.setObjectName(key)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        lines = 1 + int(key) % 7
        layout.addWidget(QLabel("\n".join([key] * lines)))
        layout.addWidget(QPushButton(key))
        return row

    def is_busy(self, row: QWidget) -> bool:
        return row.objectName() in self.busy


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def column(rows: Rows, qtbot: QtBot) -> LazyColumn:
    column = LazyColumn(rows.make, lambda _key, _width: GUESS, rows.is_busy)
    qtbot.addWidget(column)
    column.resize(300, 400)
    column.show()
    column.show_keys([str(number) for number in range(COUNT)])
    return column


def in_sight(column: LazyColumn) -> list[str]:
    """Return the keys of the rows that can be seen, from above."""
    height = column.viewport().height()
    seen = [
        (row.y(), key)
        for key, row in column.rows().items()
        if row.y() < height and row.y() + row.height() > 0
    ]
    return [key for _top, key in sorted(seen)]


def test_only_what_is_in_sight_is_made(column: LazyColumn, rows: Rows) -> None:
    assert in_sight(column)[0] == "0"
    assert len(rows.made) < 20


def test_rows_stand_beneath_each_other_without_a_gap(column: LazyColumn) -> None:
    bar = column.verticalScrollBar()
    for value in (0, 137, 2000, 5021, 40, bar.maximum()):
        bar.setValue(value)
        seen = in_sight(column)
        made = column.rows()
        for above, beneath in pairwise(seen):
            assert int(beneath) == int(above) + 1
            assert made[beneath].y() == made[above].y() + made[above].height()


def test_the_last_row_is_reached(column: LazyColumn) -> None:
    bar = column.verticalScrollBar()
    for _ in range(5):  # each look measures what was only guessed
        bar.setValue(bar.maximum())

    last = column.rows()[str(COUNT - 1)]
    assert last.y() + last.height() == column.viewport().height()


def test_scrolling_up_into_what_was_not_measured_does_not_jump(
    column: LazyColumn,
) -> None:
    column.to("500")
    bar = column.verticalScrollBar()
    for _ in range(60):
        seen = [key for key in in_sight(column) if column.rows()[key].y() >= 0]
        before = {key: column.rows()[key].y() for key in seen}
        bar.setValue(bar.value() - 7)
        for key in seen[:-1]:
            if key in column.rows():
                assert column.rows()[key].y() == before[key] + 7


def test_more_rows_leave_those_in_sight_where_they_are(column: LazyColumn) -> None:
    column.to("300")
    column.show_keys([str(number) for number in range(-1, COUNT + 50)])

    assert in_sight(column)[0] == "300"


def test_a_row_that_grows_moves_what_is_beneath_it(
    column: LazyColumn, qtbot: QtBot
) -> None:
    first, second = column.rows()["0"], column.rows()["1"]
    label = first.findChild(QLabel)
    assert label is not None

    label.setText("\n".join("grown" for _ in range(9)))

    qtbot.waitUntil(lambda: second.y() == first.height() > 100)


def test_a_row_in_which_somebody_works_is_kept(column: LazyColumn, rows: Rows) -> None:
    kept = column.row("0")
    rows.busy.add("0")

    column.to("900")
    assert column.rows()["0"] is kept
    assert "1" not in column.rows()

    rows.busy.clear()
    column.setFocus()  # the first button had it
    focused = column.window().focusWidget()
    if focused is not None:
        focused.clearFocus()
    column.to("800")
    assert "0" not in column.rows()


def test_near_its_end_it_asks_for_more(column: LazyColumn, qtbot: QtBot) -> None:
    column.to("500")
    with qtbot.waitSignal(column.near_end):
        column.to(str(COUNT - 1))


def test_tab_goes_on_into_rows_that_are_not_made_yet(
    column: LazyColumn, qtbot: QtBot
) -> None:
    qtbot.waitUntil(column.isActiveWindow)
    first = column.rows()["0"].findChild(QPushButton)
    assert first is not None
    first.setFocus()

    for number in range(1, 31):
        focused = column.window().focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
        focused = column.window().focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == str(number)
        assert str(number) in in_sight(column)


def test_rows_that_are_gone_are_let_go(column: LazyColumn) -> None:
    column.show_keys([])

    assert column.rows() == {}
    assert column.verticalScrollBar().maximum() == 0


def test_what_is_typed_far_down_in_a_row_is_kept_in_sight(qtbot: QtBot) -> None:
    texts: dict[str, GrowingText] = {}

    def make(key: str) -> QWidget:
        row = QWidget()
        layout = QVBoxLayout(row)
        layout.addWidget(QLabel("\n".join(["above"] * 40)))
        texts[key] = GrowingText(row)
        layout.addWidget(texts[key])
        return row

    column = LazyColumn(make, lambda _key, _width: GUESS, lambda _row: True)
    qtbot.addWidget(column)
    column.resize(300, 300)
    column.show()
    column.show_keys(["0", "1"])
    qtbot.waitUntil(column.isActiveWindow)
    editor = texts["0"]
    editor.setFocus()
    for _ in range(30):
        type_text(editor, "x\n")

    def cursor() -> int:
        place = editor.cursorRect().center()
        return editor.viewport().mapTo(column.viewport(), place).y()

    qtbot.waitUntil(lambda: 0 <= cursor() <= column.viewport().height())
