"""A day that is typed freely or picked from a calendar, and may be empty."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from casedesk.domain.dates import PartialDate
from casedesk.ui.colours import colours
from casedesk.ui.icons import icon
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


class DateField(ParsedLine):
    """Edits a day, or a date of which only month or year are known.

    What may be typed and how it is shown is up to `parse` and `show`.
    """

    def __init__(
        self,
        parse: Callable[[str], object],
        show: Callable[[object], str],
        parent: QWidget | None = None,
        *,
        complaint: str = "",
    ) -> None:
        """`complaint` says what is expected, if it is not any day near today."""
        complaint = complaint or _(
            "This is no date. Try 3.7.2026, today, tomorrow or +14."
        )
        super().__init__(parse, show, complaint, parent)
        self._pick = QAction(_("Calendar (Alt+Down)"), self)
        self._pick.triggered.connect(self.open_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        self._calendar: QCalendarWidget | None = None
        self.set_letters(18)
        self._colour = ""
        self._paint_icon()

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        if self.isReadOnly():
            return
        if self._calendar is None:
            self._calendar = self._new_calendar()
        weekend = QTextCharFormat()  # Qt's own red cannot be read on dark grounds
        weekend.setForeground(QColor(colours(self).muted))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, weekend)
        self._calendar.setSelectedDate(self._day_shown())
        self._calendar.move(_place_for(self._calendar, self))
        self._calendar.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _new_calendar(self) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
        )
        calendar.setAccessibleName(_("Calendar"))
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        return calendar

    def _day_shown(self) -> QDate:
        if self.problem() is not None:
            return QDate.currentDate()
        shown = self.value()
        if isinstance(shown, PartialDate):
            shown = shown.whole()
        if isinstance(shown, date):
            return QDate(shown.year, shown.month, shown.day)
        return QDate.currentDate()

    def _paint_icon(self) -> None:
        colour = colours(self).muted
        if colour != self._colour:
            self._colour = colour
            self._pick.setIcon(icon("calendar", colour))

    def _on_picked(self, day: QDate) -> None:
        if self._calendar is None or not self._calendar.isVisible():
            return  # Enter tells twice, as a click and as an activation
        self._calendar.close()
        self.setText(day.toString("dd.MM.yyyy"))
        self.setModified(True)
        self.edited.emit()
        self._on_left()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- QLineEdit

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()


def _place_for(popup: QWidget, field: QWidget) -> QPoint:
    size = popup.sizeHint()
    screen = field.screen().availableGeometry()
    place = field.mapToGlobal(QPoint(0, field.height()))
    if place.y() + size.height() > screen.bottom():
        place = field.mapToGlobal(QPoint(0, -size.height()))
    place.setX(max(screen.left(), min(place.x(), screen.right() - size.width())))
    return place
