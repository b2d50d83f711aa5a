"""How goals and measures are read: painted, so that hundreds stay quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.painted_text import paint_text, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics, QPaintEvent

PAD = 3
LEAST_LETTERS = 26  # what the first column needs to be read
WHO_LETTERS = 22
STACKED_LETTERS = 90  # on less, the note stands beneath the wording
PIPS = 5
TITLE_FACTOR = 1.07
MARK_FACTOR = 0.92


class MeasureFace(QWidget):
    """The cells of a measure side by side, or in two lines where room is short."""

    def __init__(
        self,
        states: Sequence[str],
        parent: QWidget | None = None,
        *,
        is_head: bool = False,
    ) -> None:
        """`states` are the words the last cell may hold: columns must line up."""
        super().__init__(parent)
        self._states = states
        self._is_head = is_head
        self._cells: Sequence[str] = ("",)
        self._heights: dict[int, int] = {}  # layouts ask again and again
        _let_grow(self)

    def show_cells(self, cells: Sequence[str]) -> None:
        """Show what is done, who, from, until and the state."""
        if cells != self._cells:
            self._cells = cells
            self._heights.clear()
            self.updateGeometry()
            self.update()

    def cells(self) -> Sequence[str]:
        """Return what is shown."""
        return self._cells

    def _second_line(self) -> str:
        return " · ".join(cell for cell in self._cells[1:] if cell not in ("", "—"))

    # --- QWidget

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()

    def _height(self, width: int) -> int:
        font = self.font()
        widths = self._widths(width)
        if widths:
            heights = [
                text_height(text, font, each)
                for text, each in zip(self._cells, widths, strict=False)
            ]
            return max(heights) + 2 * PAD
        if self._is_head:
            return 0
        first = text_height(self._cells[0], font, width)
        return first + text_height(self._second_line(), font, width) + 2 * PAD

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(40 * self.fontMetrics().averageCharWidth(), self._line())

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(20 * self.fontMetrics().averageCharWidth(), 0)

    def _widths(self, width: int) -> list[int]:
        return column_widths(self.fontMetrics(), width, self._states)

    def _line(self) -> int:
        return self.fontMetrics().height() + 2 * PAD

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        shades = colours(self)
        painter.setPen(QColor(shades.muted if self._is_head else shades.text))
        widths = self._widths(self.width())
        if not widths:
            self._paint_lines(painter, shades.muted)
            return
        x = 0
        for text, width in zip(self._cells, widths, strict=False):
            paint_text(painter, text, x, PAD, width)
            x += width + GRID
        if self._is_head:
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(shades.line))

    def _paint_lines(self, painter: QPainter, muted: str) -> None:
        if self._is_head:
            return
        paint_text(painter, self._cells[0], 0, PAD, self.width())
        below = PAD + text_height(self._cells[0], self.font(), self.width())
        painter.setPen(QColor(muted))
        paint_text(painter, self._second_line(), 0, below, self.width())


class GoalFace(QWidget):
    """The wording of a goal, its domain and day beside or beneath it, its progress."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        is_small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_small = is_small
        self._heights: dict[int, int] = {}
        self._title = ""
        self._note = ""
        self._mark = ""
        self._is_warning = False
        self._done: int | None = None
        _let_grow(self)

    def show_goal(
        self,
        title: str,
        note: str,
        done: int | None,
        *,
        mark: str = "",
        is_warning: bool = False,
    ) -> None:
        """Show a goal; `done` says how many of five bars are full, if there are bars.

        A mark stands above the wording, in the colour of warnings if it is one.
        """
        shown = (title, note, done, mark, is_warning)
        if shown != (
            self._title,
            self._note,
            self._done,
            self._mark,
            self._is_warning,
        ):
            self._title, self._note, self._done = title, note, done
            self._mark, self._is_warning = mark, is_warning
            self._heights.clear()
            self.updateGeometry()
            self.update()

    def title(self) -> str:
        """Return the wording that is shown."""
        return self._title

    def note(self) -> str:
        """Return what is said beside the wording."""
        return self._note

    def mark(self) -> str:
        """Return what is said above the wording."""
        return self._mark

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        if self._is_small:
            return font
        font.setPointSizeF(font.pointSizeF() * TITLE_FACTOR)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _pips_width(self) -> int:
        if self._done is None:
            return 0
        return PIPS * (round(self.fontMetrics().height() * 1.25) + 4) - 4

    def _note_room(self, width: int) -> int:
        """Return how wide the note may be; beside the title never above a third."""
        if self._is_stacked(width):
            return self._title_room(width)
        wanted = self.fontMetrics().horizontalAdvance(self._note) + 4
        return min(wanted, width // 3)

    def _is_stacked(self, width: int) -> bool:
        letter = self.fontMetrics().averageCharWidth()
        return self._is_small or width < STACKED_LETTERS * letter

    def _title_room(self, width: int) -> int:
        if self._is_stacked(width):
            return width - self._pips_width() - GRID
        return width - self._pips_width() - self._note_room(width) - 3 * GRID

    def _height(self, width: int) -> int:
        title = text_height(self._title, self._title_font(), self._title_room(width))
        if self._note:
            note = text_height(self._note, self.font(), self._note_room(width))
            title = title + note if self._is_stacked(width) else max(title, note)
        return title + self._mark_height(width) + 2 * PAD

    def _mark_height(self, width: int) -> int:
        room = self._title_room(width)
        return text_height(self._mark, self._mark_font(), room) if self._mark else 0

    def _mark_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * MARK_FACTOR)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    # --- QWidget

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._pips_width() * 3, self.fontMetrics().height() + 2 * PAD)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(self._pips_width() * 2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = colours(self)
        width = self.width()
        top = PAD + self._mark_height(width)
        painter.setFont(self._mark_font())
        painter.setPen(QColor(shades.warning if self._is_warning else shades.accent))
        paint_text(painter, self._mark, 0, PAD, self._title_room(width))
        painter.setFont(self._title_font())
        painter.setPen(QColor(shades.text))
        paint_text(painter, self._title, 0, top, self._title_room(width))
        painter.setFont(self.font())
        painter.setPen(QColor(shades.muted))
        room = self._note_room(width)
        if self._is_stacked(width):
            top += text_height(self._title, self._title_font(), room)
            paint_text(painter, self._note, 0, top, room)
        else:
            left = width - self._pips_width() - GRID - room
            paint_text(painter, self._note, left, top, room)
        if self._done is not None:
            self._paint_pips(painter, width - self._pips_width(), self._done)

    def _paint_pips(self, painter: QPainter, left: int, done: int) -> None:
        shades = colours(self)
        line = self.fontMetrics().height()
        width, height = round(line * 1.25), line * 0.42
        top = PAD + (line - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(PIPS):
            shade = shades.accent if step < done else shades.track
            painter.setBrush(QColor(shade))
            pip = QRectF(left + step * (width + 4), top, width, height)
            painter.drawRoundedRect(pip, height / 2.2, height / 2.2)


def column_widths(
    metrics: QFontMetrics, width: int, states: Sequence[str]
) -> list[int]:
    """Return the widths of the five cells, or nothing where they have no room."""
    day = metrics.horizontalAdvance("00.00.0000") + GRID // 2
    state = max(metrics.horizontalAdvance(words) for words in states) + GRID // 2
    letter = metrics.averageCharWidth()
    who = max(WHO_LETTERS * letter, width // 5)
    what = width - who - 2 * day - state - 4 * GRID
    return [what, who, day, day, state] if what >= LEAST_LETTERS * letter else []


def _let_grow(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
