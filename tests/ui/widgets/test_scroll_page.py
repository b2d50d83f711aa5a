from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.ui.widgets.answer_chips import AnswerChips
from casedesk.ui.widgets.scroll_page import ScrollPage, show_sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ANSWERS = [(str(number), "An mehr als der Hälfte der Tage") for number in range(4)]


def test_a_page_ends_where_its_contents_end(qtbot: QtBot) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    rows = [AnswerChips(ANSWERS) for _row in range(12)]
    for row in rows:
        page.add(row)
    page.resize(1200, 150)
    page.show()
    qtbot.waitExposed(page)

    last = rows[-1]
    qtbot.waitUntil(lambda: last.height() >= last.heightForWidth(last.width()))

    sheet = page.widget()
    assert sheet is not None
    foot = last.mapTo(sheet, last.rect().bottomLeft()).y()
    assert sheet.height() - foot < last.height()


def test_a_sheet_that_is_higher_than_the_page_is_shown_from_its_top(
    qtbot: QtBot,
) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    above, sheet = QWidget(), QWidget()
    above.setFixedHeight(900)
    sheet.setFixedHeight(1200)
    first = QLineEdit(sheet)
    page.add(above)
    page.add(sheet)
    page.resize(400, 300)
    page.show()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 1000)
    first.setFocus()
    page.verticalScrollBar().setValue(1500)

    show_sheet(page, sheet)

    assert not first.visibleRegion().isEmpty()
    assert 0 <= sheet.mapTo(page, sheet.rect().topLeft()).y() < page.height() / 2
