from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from ui.keys import press

from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROWS = [("pear", 10), ("apple", 9), ("fig", 100)]


def a_table(qtbot: QtBot, *, grows: bool = False) -> RecordTable[tuple[str, int]]:
    table: RecordTable[tuple[str, int]] = RecordTable(
        [
            Column("Fruit", lambda row: row[0], stretch=1),
            Column(
                "Count", lambda row: str(row[1]), lambda row: row[1], align_right=True
            ),
        ],
        grows=grows,
        sortable=True,
    )
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show_records(ROWS)
    return table


def test_numbers_are_sorted_as_numbers(qtbot: QtBot) -> None:
    table = a_table(qtbot)

    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)

    assert [row[1] for row in table.records()] == [100, 10, 9]


def test_the_selected_record_stays_selected_through_sorting_and_refreshing(
    qtbot: QtBot,
) -> None:
    table = a_table(qtbot)
    table.selectRow(0)

    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.record() == ("pear", 10)
    table.show_records(ROWS)

    assert table.record() == ("pear", 10)


def test_enter_opens_the_record(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    table.selectRow(1)

    with qtbot.waitSignal(table.opened) as told:
        press(table, Qt.Key.Key_Return)

    assert told.args == [("apple", 9)]


def test_a_growing_table_shows_every_row_in_full(qtbot: QtBot) -> None:
    table = a_table(qtbot, grows=True)
    table.show()
    before = table.sizeHint().height()

    table.show_records([*ROWS, ("a long text that wraps " * 20, 1)])

    assert table.sizeHint().height() > before + 3 * table.fontMetrics().height()
    assert table.rowHeight(3) > 3 * table.rowHeight(0)
