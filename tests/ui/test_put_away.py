"""A window that was put away asks and tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from casedesk.ui.problems import asked, tell
from casedesk.ui.put_away import is_put_away, put_away

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_belongs_to_a_window_is_put_away_with_it(qtbot: QtBot) -> None:
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    label = QLabel(QDialog(window))

    put_away(window)

    assert is_put_away(window)
    assert is_put_away(label)
    assert not is_put_away(other)
    assert not is_put_away(None)


def test_what_is_gone_is_put_away(qtbot: QtBot) -> None:
    window = QWidget()

    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)

    assert is_put_away(window)


def test_it_tells_and_asks_nothing(qtbot: QtBot, told: list[str]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tell(window, "before")
    put_away(window)

    tell(window, "after")

    assert told == ["before"]
    assert not asked(window, "Really?")
