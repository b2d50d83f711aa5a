from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from ui.keys import press

from casedesk.figures.figure import Box, Circle, Figure, Ink, Line, Mark, Text
from casedesk.ui.widgets.figure_frame import FigureFrame

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.widgets.figure_view import FigureView


def two_marks(width: float, _size: float) -> Figure:
    return Figure(
        width=width,
        height=200,
        shapes=(
            Line(points=((10, 10), (width - 10, 10)), ends_with_arrow=True),
            Circle(centre=(60, 60), radius=20, fill=Ink.ACCENT),
            Text(at=(60, 120), text="Anna", size=12, room=40),
        ),
        marks=(
            Mark(id="a", box=Box(left=40, top=40, right=80, bottom=80), words="Anna."),
            Mark(
                id="b", box=Box(left=140, top=40, right=180, bottom=80), words="Berta."
            ),
        ),
        title="Two people",
        description="Anna and Berta.",
    )


@pytest.fixture
def frame(qtbot: QtBot) -> FigureFrame:
    frame = FigureFrame("", may_move=True)
    qtbot.addWidget(frame)
    frame.resize(500, 300)
    frame.show()
    frame.show_figure(two_marks)
    return frame


@pytest.fixture
def view(frame: FigureFrame) -> FigureView:
    frame.view.setFocus()
    return frame.view


def chosen(view: FigureView) -> str:
    mark = view.chosen_mark()
    return mark.id if mark else ""


def test_page_keys_go_from_mark_to_mark_and_say_each(view: FigureView) -> None:
    press(view, Qt.Key.Key_PageDown)
    first = chosen(view), view.accessibleDescription()
    press(view, Qt.Key.Key_PageDown)

    assert first == ("a", "Anna.")
    assert (chosen(view), view.accessibleDescription()) == ("b", "Berta.")
    assert view.accessibleName() == "Two people"


def test_before_anything_is_chosen_the_whole_picture_is_described(
    view: FigureView,
) -> None:
    assert view.accessibleDescription() == "Anna and Berta."


def test_arrows_move_the_chosen_mark_and_enter_opens_it(view: FigureView) -> None:
    moves: list[tuple[str, float, float]] = []
    opened: list[str] = []
    view.moved.connect(lambda *move: moves.append(move))
    view.opened.connect(opened.append)
    view.choose("b")

    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_Return)

    assert moves == [("b", -8, 0), ("b", 0, 40)]
    assert opened == ["b"]


def test_where_nothing_moves_arrows_choose(view: FigureView) -> None:
    view.set_movable(False)

    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Right)

    assert chosen(view) == "b"


def test_a_mark_is_dragged_with_the_mouse(view: FigureView) -> None:
    moves: list[tuple[str, float, float]] = []
    view.moved.connect(lambda *move: moves.append(move))
    button = Qt.MouseButton.LeftButton

    QTest.mousePress(view, button, pos=QPoint(60, 60))
    QTest.mouseMove(view, QPoint(100, 90))
    QTest.mouseRelease(view, button, pos=QPoint(100, 90))

    assert chosen(view) == "a"
    assert moves == [("a", 40, 30)]


def test_escape_lets_go_of_what_is_dragged(view: FigureView) -> None:
    moves: list[tuple[str, float, float]] = []
    view.moved.connect(lambda *move: moves.append(move))
    button = Qt.MouseButton.LeftButton

    QTest.mousePress(view, button, pos=QPoint(60, 60))
    QTest.mouseMove(view, QPoint(100, 90))
    press(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, button, pos=QPoint(100, 90))

    assert not moves


def test_a_larger_figure_is_scrolled(frame: FigureFrame, view: FigureView) -> None:
    before = view.width()

    press(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    frame._on_larger()

    assert view.width() > before
    assert frame.view.scale() > 1


def test_it_is_drawn_as_sharp_as_the_screen_can(view: FigureView) -> None:
    plain, fine = (
        QImage(view.size() * ratio, QImage.Format.Format_RGB32) for ratio in (1, 2)
    )
    fine.setDevicePixelRatio(2)
    for image in (plain, fine):
        image.fill(0xFFFFFFFF)
        view.render(image)

    def shades(image: QImage) -> int:
        return len({image.pixel(x, 60 * image.height() // 200) for x in range(200)})

    assert fine.width() == 2 * plain.width()
    assert shades(fine) > 1
    blown_up = plain.scaled(fine.size())
    assert blown_up != fine


def test_a_tip_shows_words_to_the_letter(
    view: FigureView, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _on: shown.append(text))
    mark = Mark(id="c", box=Box(left=0, top=0, right=9, bottom=9), words="<b>Anna")
    view.show_figure(lambda w, h: replace(two_marks(w, h), marks=(mark,)))

    tip = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(view, tip)

    assert shown == ["&lt;b&gt;Anna"]
