from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TITLE = "Entbindung von der Schweigepflicht gegenüber der Hausarztpraxis"


@pytest.fixture
def head(qtbot: QtBot) -> QWidget:
    head = QWidget()
    row = HeadLayout(head)
    row.addWidget(plain_label(TITLE, "heading", head, wraps=True))
    row.add_act(button("Drucken", "", head))
    row.add_act(button("Erneuern", "", head))
    qtbot.addWidget(head)
    return head


def shown(head: QWidget, width: int) -> tuple[QLabel, QPushButton, QPushButton]:
    head.resize(width, head.heightForWidth(width))
    head.show()
    [title] = head.findChildren(QLabel)
    first, second = head.findChildren(QPushButton)
    return title, first, second


def test_acts_stand_at_the_right_end_where_there_is_room(head: QWidget) -> None:
    title, _first, last = shown(head, 900)

    assert last.geometry().right() == 899
    assert title.geometry().center().y() == pytest.approx(
        last.geometry().center().y(), abs=1
    )


def test_a_long_title_wraps_before_the_acts_leave_its_side(head: QWidget) -> None:
    title, first, _last = shown(head, 420)

    assert title.height() > 1.5 * title.fontMetrics().height()
    assert not title.geometry().intersects(first.geometry())
    assert first.geometry().left() > title.geometry().right()


def test_acts_go_beneath_where_words_would_stand_in_a_keyhole(head: QWidget) -> None:
    title, first, last = shown(head, 220)

    assert first.geometry().top() > title.geometry().bottom()
    assert last.geometry().right() < 220
    assert last.geometry().bottom() < head.height()
